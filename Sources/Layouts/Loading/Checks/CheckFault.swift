internal import Diagnostics
internal import Figures

/// What can be wrong with a check of the audit.
enum CheckFault: Fault {
  /// An id that is no steady name.
  case id(String)
  /// An id that another check has.
  case repeated(String)
  /// A check without a severity, or with several.
  case severity([String])
  /// A check with no rule, or with several.
  case rules([String], of: [String])
  /// A formula that cannot be read.
  case formula(FormulaFault.Kind, text: String)
  /// A name in a formula that `let` does not have.
  case unknownName(String, known: [String])
  /// A quantity that no formula of the check uses.
  case idleName(String)
  /// A row of a cell that the form does not have.
  case unknownRow(form: String, row: String, known: [String])
  /// A row with several columns of figures, of which none is named.
  case severalColumns(cell: String, columns: [String])
  /// Several rows or columns where one is asked for, or a variable that nothing says the rows of.
  case unbound(cell: String)

  var wording: FaultWording {
    switch self {
    case .id(let id):
      FaultWording(
        code: "L190", what: "检查的编号\(quoted(id))", expected: "小写英文字母、数字和连字符，以字母开头，不含年度",
        mend: "改为一个多年不变的英文名")
    case .repeated(let id):
      FaultWording(
        code: "L191", what: "检查 \(id) 写了两次", expected: "每个编号一次", mend: "改正其中一个的编号，或删去一个")
    case .severity(let written):
      FaultWording(
        code: "L192",
        what: written.isEmpty ? "检查没有写明级别" : "检查写了 \(written.joined(separator: "、"))",
        expected: "恰有一个：error、warning、note，后面写应当怎样", mend: "写明一个")
    case .rules(let written, let known):
      FaultWording(
        code: "L193",
        what: written.isEmpty ? "检查没有写明查什么" : "检查写了 \(written.joined(separator: "、"))",
        expected: "恰有一个：\(known.joined(separator: "、"))", mend: "只保留一个")
    case .formula(let kind, let text): Self.wording(kind, in: text)
    case .unknownName(let name, let known):
      FaultWording(
        code: "L195", what: "公式中的\(quoted(name))没有在 let 里写明",
        expected: known.isEmpty ? "在 let 中写明它是什么数" : oneOf(known),
        mend: correction(of: name, among: known, otherwise: "在 let 中加上它，或改正公式"))
    case .idleName(let name):
      FaultWording(
        code: "L196", what: "let 中的\(quoted(name))没有用到", expected: "公式中用到的数", mend: "删去它，或改正公式")
    case .unknownRow(let form, let row, let known):
      FaultWording(
        code: "L197", what: "\(form) 没有行\(quoted(row))", expected: "这张表的行",
        mend: correction(of: row, among: known, otherwise: "改为 forms/\(form).yaml 中的行"))
    case .severalColumns(let cell, let columns):
      FaultWording(
        code: "L198", what: "\(quoted(cell))没有写明哪一列", expected: "“.”后写明列",
        mend: "加上列，如 \(cell).\(columns.first ?? "列")")
    case .unbound(let cell):
      FaultWording(
        code: "L199", what: "\(quoted(cell))说不准是哪一行或哪一列",
        expected: "多行相加写在 sum( ) 里；“*”至少有一处在 sum( ) 以外", mend: "改为一行，或写成 sum(\(cell))")
    }
  }

  private static func wording(_ kind: FormulaFault.Kind, in text: String) -> FaultWording {
    let (what, expected): (String, String) =
      switch kind {
      case .relations(let count):
        ("公式\(quoted(text))有 \(count) 个比较符号", "恰有一个：= ≠ ≤ ≥ < >，前后空一格")
      case .unexpected(let word, let expected):
        (word.isEmpty ? "公式在这里断了" : "公式中的\(quoted(word))", expected)
      case .cell(let word): ("公式中的\(quoted(word))", "表!行.列，如 05!total.basic")
      case .open: ("括号没有合上", "“)”")
      }
    return FaultWording(
      code: "L194", what: what, expected: expected, mend: "改正公式；写法见 docs/checks-guide.md")
  }
}
