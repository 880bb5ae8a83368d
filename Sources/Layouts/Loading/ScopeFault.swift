internal import Diagnostics

/// What can be wrong with the ledger amounts that a form, a line or a sentence takes, whatever the
/// ledger holds.
enum ScopeFault: Fault {
  /// Amounts of the scope that no cell takes, by their classes.
  case untaken([String], form: String)
  /// Amounts that two cells take.
  case takenTwice(String, cell: String, other: String)
  /// A line or a column whose cells can never take anything.
  case never(cell: String)
  /// A selection that no amount of any ledger can meet.
  case impossible
  /// Cells that tell amounts apart by economic accounts, which their rows need not name.
  case economicNotRequired([String], form: String)

  private static let most = 5

  var wording: FaultWording {
    switch self {
    case .untaken(let classes, let form):
      FaultWording(
        code: "L270", what: "“\(form)”没有一格列入 scope 里的：\(list(classes))",
        expected: "scope 里的每种数正好落在一格", mend: "补上行或列，或把 scope 写得更准（加 fund、source、kind）")
    case .takenTwice(let amounts, let cell, let other):
      FaultWording(
        code: "L271", what: "“\(amounts)”同时列入\(other)和\(cell)",
        expected: "scope 里的每种数正好落在一格", mend: "缩小其中一个 select")
    case .never(let cell):
      FaultWording(
        code: "L272", what: "\(cell)的选择和另一方合起来什么也选不到", expected: "有的账能列入",
        mend: "核对行和列的 select")
    case .impossible:
      FaultWording(
        code: "L273", what: "没有一笔账能满足这个选择", expected: "收入来源与资金性质相符，支出类别是这种资金有的",
        mend: "核对 measure、fund、source 和 kind")
    case .economicNotRequired(let classes, let form):
      FaultWording(
        code: "L274", what: "“\(form)”按经济科目列入\(list(classes))，set.yaml 却没有要求填经济科目",
        expected: "economicRequired 包括这些支出", mend: "在 set.yaml 的 economicRequired 里加上")
    }
  }

  private func list(_ classes: [String]) -> String {
    classes.prefix(Self.most).map { "“\($0)”" }.joined(separator: "、")
      + (classes.count > Self.most ? "等 \(classes.count) 种" : "")
  }
}
