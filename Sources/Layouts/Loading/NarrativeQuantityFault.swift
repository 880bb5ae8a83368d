internal import Diagnostics

/// What can be wrong with where a number of the narrative comes from.
enum NarrativeQuantityFault: Fault {
  case unknownForm(String, known: [String])
  case address(String)
  /// A cell that a form does not have; `isColumn` where it is the row that is not found.
  case unknownCell(form: String, row: String, column: String, isColumn: Bool, known: [String])
  case unknownColumn(form: String, String, known: [String])
  /// None or several of the keys of which a quantity has one.
  case source([String], of: [String])
  /// A fact that cannot be told by the list's row, or that must be.
  case factOfRow(String, isOfRow: Bool, word: String)
  case noEvaluations
  case emptySum
  case differenceOf(Int)
  case mixedKinds
  case tooManyAddends(Int, most: Int)
  case unknownList(String, known: [String])
  /// A selection of ledger amounts without a measure.
  case noMeasure(priorYear: String)
  /// A measure and an indicator that do not go together.
  case indicator(priorYear: String)
  case outsideRows(String)

  var wording: FaultWording {
    switch self {
    case .unknownForm(let form, let known):
      FaultWording(
        code: "L133", what: "没有编号为“\(form)”的表",
        expected: "下列之一：" + known.joined(separator: "、"), mend: "改正表的编号")
    case .source(let written, let keys):
      FaultWording(
        code: "L134",
        what: written.isEmpty ? "没有说明数从哪里来" : "\(written.joined(separator: "、")) 写在了一起",
        expected: "\(keys.joined(separator: "、")) 中的一个",
        mend: written.isEmpty ? "补上其中一个" : "留下一个；多出的一个若是继承来的，写 \(written.last ?? ""): ~ 去掉")
    case .address(let text):
      FaultWording(
        code: "L210", what: "“\(text)”不是一格的地址",
        expected: "“表!行的 id.列的 id”，例如 01!income-total.amount", mend: "补全表、行和列")
    case .unknownCell(let form, let row, let column, let isColumn, let known):
      FaultWording(
        code: "L211", what: "表 \(form) 里没有“\(row).\(column)”这一格",
        expected: isColumn ? "这一列里的行 id，科目树的行写科目代码" : "这张表的数字列的 id",
        mend: correction(
          of: isColumn ? row : column, among: known, otherwise: "核对 forms/\(form).yaml 里的 id"))
    case .unknownColumn(let form, let column, let known):
      FaultWording(
        code: "L212", what: "表 \(form) 没有数字列“\(column)”",
        expected: "下列之一：" + known.joined(separator: "、"),
        mend: correction(of: column, among: known, otherwise: "改为上列之一"))
    case .factOfRow(let path, let isOfRow, let word):
      FaultWording(
        code: "L213", what: "事实“\(path)”在这里\(isOfRow ? "分不到" : "要分到")每一行",
        expected: "按科目文字写在表的行的列表里、按单位的写在单位的列表里，各加 by: \(word)",
        mend: isOfRow ? "去掉 by，或移到相应的列表里" : "移到表的行的列表里，加上 by: \(word)")
    case .noEvaluations:
      FaultWording(
        code: "L214", what: "版式没有 evaluation，也就没有自评表", expected: "有 evaluation 的版式",
        mend: "补上 evaluation，或改用别的数")
    case .emptySum:
      FaultWording(code: "L215", what: "add 里什么也没有", expected: "要加的数", mend: "写上要加的数")
    case .differenceOf(let count):
      FaultWording(
        code: "L216", what: "subtract 里有 \(count) 个数", expected: "[被减数, 减数]", mend: "写上两个数")
    case .mixedKinds:
      FaultWording(
        code: "L217", what: "金额和数量放在了一起", expected: "都是金额，或都是数量", mend: "去掉其中一种")
    case .tooManyAddends(let count, let most):
      FaultWording(
        code: "L218", what: "加在一起的数有 \(count) 个", expected: "不超过 \(most) 个",
        mend: "改用表里的合计")
    case .unknownList(let key, let known):
      FaultWording(
        code: "L219", what: "没有名为“\(key)”的列表",
        expected: "values 里的一个 list：" + known.joined(separator: "、"),
        mend: correction(of: key, among: known, otherwise: "改为上列之一"))
    case .noMeasure(let priorYear):
      FaultWording(
        code: "L220", what: "没有说明计量（measure）", expected: Self.indicators(priorYear),
        mend: "补上或去掉 indicator")
    case .indicator(let priorYear):
      FaultWording(
        code: "L221", what: "measure 和 indicator 对不上", expected: Self.indicators(priorYear),
        mend: "补上或去掉 indicator")
    case .outsideRows(let what):
      FaultWording(
        code: "L222", what: "“\(what)”用在了表的行的列表之外",
        expected: "只用在 list: {rows: …} 的 values 里", mend: "改用 cell、fact 或 ledger，或移到列表里")
    }
  }

  private static func indicators(_ priorYear: String) -> String {
    "measure，\(priorYear)的数另写 indicator；别的计量没有 indicator"
  }
}
