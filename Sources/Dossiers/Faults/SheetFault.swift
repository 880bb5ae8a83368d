internal import Diagnostics
internal import SourceFiles

/// Faults of the sheets of a workbook that was filled in.
enum SheetFault: Fault {
  /// A sheet that every workbook has; the unknown one that may be meant.
  case missing(String, guess: String?)
  /// A sheet that is none of the workbook's; the missing one that may be meant.
  case unknown(String, guess: String?)
  case noHead([String])
  case unknownColumn(String, known: [String])
  case repeatedColumn(String)
  /// Something is written in a row that does not say what it is about.
  case noItem(String)
  /// Something that is stated once is stated in two rows.
  case repeatedItem(String)
  /// Something is stated, and so are parts of it.
  case itemAndGroup(String)
  case unknownList(String, known: [String])
  /// A reason that does not say what it is for, or something else; nil where it says nothing.
  case unknownUse(String?, [String])
  /// Two sheets whose names mean the same one.
  case repeatedSheet(String, other: String)
  /// The sheet that is there to be copied has been filled in itself.
  case filledBlank(String)
  /// A sheet that looks like an evaluation, with a name that none has.
  case unnamedEvaluation(String)
  /// An evaluation, by a layout set that has none.
  case needlessEvaluation(String)
  /// Texts of last year's whose mark is still there.
  case carriedTexts(count: Int)

  var wording: FaultWording {
    switch self {
    case .missing(let name, let guess):
      FaultWording(
        code: "D340", what: "工作簿里没有工作表“\(name)”", expected: "填报工作簿的全部工作表，名称不改",
        mend: guess.map { "“\($0)”是不是它？改回“\(name)”" }
          ?? "从新建的填报工作簿里把这张表复制过来；没有数据时也要有表头")
    case .unknown(let name, let guess):
      FaultWording(
        code: "D341", severity: .warning, what: "工作表“\(name)”不是填报用的，没有读取",
        expected: "只有填报用的工作表",
        mend: guess.map { "您是否想命名为“\($0)”？" } ?? "里面有要填报的，移到相应的工作表；没有就不必管它")
    case .noHead(let headings):
      FaultWording(
        code: "D342", what: "没有表头", expected: "一行表头：" + headings.joined(separator: "、"),
        mend: "从新建的填报工作簿里把表头复制过来")
    case .unknownColumn(let name, let known):
      FaultWording(
        code: "D343", what: "不认识的列\(quoted(name))", expected: oneOf(known),
        mend: nearest(to: name, among: known).map { "您是否想写“\($0)”？" } ?? "删去这一列，或移到另外的工作簿里")
    case .repeatedColumn(let name):
      FaultWording(
        code: "D344", what: "列\(quoted(name))出现了两次", expected: "每列只有一次", mend: "删去其中一列")
    case .noItem(let text):
      FaultWording(
        code: "D345", what: "\(quoted(text))没有写明是哪个项目的", expected: "第一列写明项目",
        mend: "补上项目，或删去这一行的内容；列表的各行写在它的表头下面")
    case .repeatedItem(let path):
      FaultWording(
        code: "D346", what: "“\(path)”填了两次", expected: "每个项目（每个单位、每个科目）填一次",
        mend: "留下对的一行，清空另一行的内容")
    case .itemAndGroup(let path):
      FaultWording(
        code: "D347", what: "“\(path)”既填了内容，又填了它下面的项目", expected: "只填下面的项目",
        mend: "按单位、按科目填的，在“单位代码”或“科目代码”里写上代码；否则清空这一行")
    case .unknownList(let name, let known):
      FaultWording(
        code: "D348", what: "不认识的列表\(quoted(name))", expected: oneOf(known),
        mend: nearest(to: name, among: known).map { "您是否想写“\($0)”？" } ?? "改为上列之一")
    case .unknownUse(let word, let words):
      FaultWording(
        code: "D349", what: word.map { "不认识的用法\(quoted($0))" } ?? "没有写明用法", expected: oneOf(words),
        mend: "说明一处警告的写“\(words[0])”，整条检查都不适用的写“\(words[1])”")
    case .repeatedSheet(let name, let other):
      FaultWording(
        code: "D350", what: "工作表“\(name)”和“\(other)”是同一张表，只读一张", expected: "每种工作表只有一张",
        mend: "把内容合到一张里，删去另一张")
    case .filledBlank(let text):
      FaultWording(
        code: "D351", what: "空白的绩效自评表里填了\(quoted(text))，这张表不读取",
        expected: "“\(SheetTitle.blankEvaluation.rawValue)”留作复制之用，不填", mend: "把这张工作表改名为“绩效-项目名称”")
    case .unnamedEvaluation(let name):
      FaultWording(
        code: "D352", what: "工作表“\(name)”像是绩效自评表，名称却不是", expected: "绩效自评的工作表名称以“绩效-”开头",
        mend: "改名为“绩效-项目名称”；不要的，从工作簿里删去")
    case .needlessEvaluation(let name):
      FaultWording(
        code: "D353", severity: .warning, what: "工作表“\(name)”没有读取：这套版式没有绩效自评表",
        expected: "版式有绩效自评表",
        mend: "核对“部门”表里的版式；版式对的，删去这张工作表")
    case .carriedTexts(let count):
      FaultWording(
        code: "D370", severity: .warning, what: "上年的文字还没有核对，共 \(count) 处",
        expected: "文字都按新一年的情况核对过", mend: "核对、改好以后清空“提示”")
    }
  }
}
