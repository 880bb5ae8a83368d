internal import Diagnostics

/// What can be wrong with set.yaml itself, and with values that several files of a set have.
enum SetFault: Fault {
  case repeatedForm(String)
  /// A form that bears another number than the name of its file.
  case misnamedForm(file: String, number: String)
  case year(Int)
  /// More decimals than the unit has.
  case decimals(Int, allowed: String)
  case emptyList(String)
  /// A number outside its limits; `isWhole` where none but whole ones are asked for.
  case outOfLimits(String, value: String, range: String, isWhole: Bool)
  /// Sizes of type that do not descend; `isOwn` for those of a single form.
  case sizes(isOwn: Bool)
  case fittingPaddings
  /// A word of headings that no line could take apart.
  case headWord(String)
  case paper
  /// A set that nobody has seen whole as yet.
  case assumed(String)
  /// A parent that there is not, or that inherits from the set itself.
  case parent(String, among: [String])
  /// A set that others inherit, and by which no dossier is built.
  case base(String)
  case mark(String, of: String, mark: String, example: String)

  var wording: FaultWording {
    switch self {
    case .repeatedForm(let number):
      FaultWording(
        code: "L100", what: "forms 中“\(number)”写了两次", expected: "每张表一次", mend: "删去其中一个")
    case .misnamedForm(let file, let number):
      FaultWording(
        code: "L119", what: "文件 \(file).yaml 里写的是 form: \"\(number)\"",
        expected: "form: \"\(file)\"", mend: "改正编号或文件名")
    case .outOfLimits(let key, let value, let range, let isWhole):
      FaultWording(
        code: "L113", what: "\(key): \(value)", expected: range,
        mend: "改为 \(range) 之间的\(isWhole ? "整数" : "数")")
    case .year(let year):
      FaultWording(
        code: "L120", what: "year: \(year)", expected: "四位数的年度", mend: "改为这套版式的年度")
    case .decimals(let decimals, let allowed):
      FaultWording(
        code: "L121", what: "小数位数 decimals: \(decimals)", expected: allowed,
        mend: "改为 \(allowed)")
    case .emptyList(let key):
      FaultWording(
        code: "L122", what: "“\(key)”是空的列表", expected: "至少一项", mend: "补上内容")
    case .sizes(let isOwn):
      FaultWording(
        code: "L123", what: "字号表 sizes 为空或不是从大到小", expected: "从大到小的字号，磅",
        mend: isOwn ? "例如 [10, 9.5, 9]，或删去 sizes（用整套版式的字号）" : "例如 [10, 9.5, 9, 8.5, 8, 7.5, 7]")
    case .fittingPaddings:
      FaultWording(
        code: "L124", what: "fittingPaddings 不是从大到小", expected: "从大到小的边距，毫米",
        mend: "例如 [1, 0.8, 0.6]")
    case .headWord(let word):
      FaultWording(
        code: "L139", what: "headWords 中的“\(word)”不足两个字", expected: "两个字以上的词，表头换行时不拆开",
        mend: "改为整个词，或删去")
    case .paper:
      FaultWording(
        code: "L125", what: "纸张尺寸 size 不是两个数", expected: "[宽, 高]，毫米",
        mend: "A4 写 [210, 297]")
    case .assumed(let name):
      FaultWording(
        code: "L189", severity: .note, what: "版式 \(name) 是推定的：这一年的正式表式还没有见到全部",
        expected: "正式下发的表式", mend: "拿到正式表式后逐张核对；核对好了，删去 set.yaml 中的 assumed")
    case .parent(let name, let names):
      FaultWording(
        code: "L138", what: "parent: \(name)，没有这套版式，或它又从这一套继承",
        expected: "另一套版式的名称（Layouts 中的文件夹）",
        mend: nearest(to: name, among: names).map { "您是否想写“\($0)”？" } ?? "改正名称，或删去 parent")
    case .base(let name):
      FaultWording(
        code: "L296", what: "版式 \(name) 只供别的版式继承，不能用来生成", expected: "一套有表的版式",
        mend: "用从它继承的一套；自己的一套写 parent: \(name)")
    case .mark(let text, let line, let mark, let example):
      FaultWording(
        code: "L126", what: "\(line)一行写的是“\(text)”", expected: "含一处 \(mark)，没有别的花括号",
        mend: "例如 \"\(example)\"")
    }
  }
}

/// A text between braces that is no place to fill in.
enum PlaceholderFault: Fault {
  case unknown(String, allowed: [String])
  case unclosed(String)

  var wording: FaultWording {
    switch self {
    case .unknown(let name, let allowed):
      FaultWording(
        code: "L101", what: "不认识的占位“{\(name)}”",
        expected: allowed.isEmpty
          ? "没有占位的文字"
          : allowed.map { "{\($0)}" }.joined(separator: "、") + (allowed.count > 1 ? " 之一" : ""),
        mend: nearest(to: name, among: allowed).map { "您是否想写“{\($0)}”？" }
          ?? "改为上列之一，或去掉花括号")
    case .unclosed(let text):
      FaultWording(
        code: "L127", what: "“{\(text)”没有右花括号", expected: "花括号成对",
        mend: "补上右花括号，或去掉左花括号")
    }
  }
}
