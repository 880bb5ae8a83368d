internal import Diagnostics

/// Faults of a table's head.
enum HeadFault: Fault {
  /// No row has any of the headings.
  case noHead(headings: [String])
  /// The head is one field, divided by something else than commas.
  case wrongSeparator(String)
  /// A heading that is none of the table's; the one that may be meant.
  case unknownColumn(String, headings: [String], guess: String?)
  /// A column that the table has already, by the same heading or by one that means the same.
  case repeatedColumn(String, heading: String)
  case missingColumn(String)

  var wording: FaultWording {
    switch self {
    case .noHead(let headings):
      FaultWording(
        code: "D030", what: "没有表头", expected: "表头：" + headings.joined(separator: ","),
        mend: "在数据上面加一行表头，各列顺序不限；表头上面可以有标题")
    case .unknownColumn(let name, let headings, let guess):
      FaultWording(
        code: "D031", what: "不认识的列\(quoted(name))", expected: oneOf(headings),
        mend: guess.map { "您是否想写“\($0)”？" } ?? "改为上列之一，或删去这一列")
    case .repeatedColumn(let name, let heading):
      FaultWording(
        code: "D032",
        what: name == heading ? "列\(quoted(name))出现了两次" : "列\(quoted(name))就是“\(heading)”，出现了两次",
        expected: "每列只有一次", mend: "删去或改名其中一列")
    case .missingColumn(let name):
      FaultWording(
        code: "D033", what: "缺少列“\(name)”", expected: "表头有“\(name)”，位置不限",
        mend: "补上这一列；列名要一字不差，括号用中文括号")
    case .wrongSeparator(let name):
      FaultWording(
        code: "D034", what: "表头用\(name)分隔", expected: "各栏之间用英文逗号",
        mend: "在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”")
    }
  }
}

/// Faults of the shape of a table's rows.
enum RowFault: Fault {
  /// A row has text beyond the last heading.
  case tooManyFields(found: Int, headings: Int)
  /// A row ends before a column that must be there.
  case tooFewFields(found: Int, headings: Int)
  /// A row has text in a column whose heading is blank.
  case unnamedColumn(String)
  /// A row is equal to an earlier one in every column.
  case repeated(line: Int)

  var wording: FaultWording {
    switch self {
    case .tooManyFields(let found, let headings):
      FaultWording(
        code: "D040", what: "这一行有 \(found) 栏，表头只有 \(headings) 栏",
        expected: "每行栏数与表头相同",
        mend: "金额和摘要里的英文逗号会把一栏分成两栏：整栏用英文引号括起，或去掉逗号")
    case .tooFewFields(let found, let headings):
      FaultWording(
        code: "D041", what: "这一行只有 \(found) 栏，表头有 \(headings) 栏",
        expected: "每行栏数与表头相同，空栏也要有逗号", mend: "补上缺少的逗号，核对各栏有没有错位")
    case .repeated(let line):
      FaultWording(
        code: "D042", severity: .warning, what: "这一行与第 \(line) 行完全相同，两行都计入",
        expected: "每笔一行", mend: "若是重复粘贴，删去一行；若确是两笔，可在摘要中区分")
    case .unnamedColumn(let text):
      FaultWording(
        code: "D043", what: "\(quoted(text))所在的列没有列名", expected: "有内容的列都有列名",
        mend: "补上列名，或删去这一列的内容")
    }
  }
}
