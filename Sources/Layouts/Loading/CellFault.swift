internal import Diagnostics

/// What can be wrong with a figure cell once its row and its column are put together.
///
/// Cells are named as messages name them: `行“r1”`, `科目树`.
enum CellFault: Fault {
  case circle(cell: String)
  case noMeasure(cell: String)
  /// Row and column select different measures.
  case contradiction(cell: String)
  case outsideScope(cell: String, column: String)
  case unknownReference(cell: String, String)
  /// A column that adds one which is no figure column of its block.
  case unknownColumn(column: String, cited: String)
  case noLeaves(cell: String)
  case addedTwice(cell: String, row: String, column: String)
  case factInSeveralColumns(row: String, count: Int)
  case mixedKinds(cell: String)
  case format(cell: String, isMoney: Bool, printed: String)

  var wording: FaultWording {
    switch self {
    case .circle(let cell):
      FaultWording(
        code: "L108", what: "\(cell)的合计绕了一圈又加到自己", expected: "合计只加不含自己的行和列",
        mend: "从 sum 中去掉绕回来的那一项")
    case .noMeasure(let cell):
      FaultWording(
        code: "L110", what: "\(cell)的选择没有说明计量（measure）",
        expected: "行或列的 select 写明 measure，或表的 scope 只有一种 measure",
        mend: "在 select 中加上 measure")
    case .contradiction(let cell):
      FaultWording(
        code: "L172", what: "\(cell)与它的某一列选择了不同的计量（measure）",
        expected: "行和列的选择可以同时成立", mend: "去掉其中一个 measure")
    case .outsideScope(let cell, let column):
      FaultWording(
        code: "L173", what: "\(cell)在列“\(column)”选择的数不在表的 scope 之内",
        expected: "scope 包含表里各格选择的数", mend: "在 scope 中加上这一项，或改选择")
    case .unknownReference(let cell, let text):
      FaultWording(
        code: "L174", what: "\(cell)的 sum 引用了“\(text)”，表里没有，或说不清是哪一列",
        expected: "本表的行 id，或“行.列”", mend: "核对 id；跨块引用时写明列")
    case .unknownColumn(let column, let cited):
      FaultWording(
        code: "L175", what: "列“\(column)”的 sum 引用了列“\(cited)”，同一块里没有这个数字列",
        expected: "同一块的数字列的 id", mend: "核对 sum 中的 id")
    case .noLeaves(let cell):
      FaultWording(
        code: "L176", what: "\(cell)的 sumOfLeaves 没有可加的行", expected: "同一块里有列入账目的行",
        mend: "改用 sum，或核对这一块的行")
    case .addedTwice(let cell, let row, let column):
      FaultWording(
        code: "L177", what: "\(cell)的合计把“\(row).\(column)”里的数加了两遍",
        expected: "每一格直接或经过别的合计只加一次", mend: "从 sum 中去掉重复的一项")
    case .factInSeveralColumns(let row, let count):
      FaultWording(
        code: "L178", what: "行“\(row)”的 fact 会印在 \(count) 个数字列里", expected: "一个事实只印一次",
        mend: "改写在 cells 里，指明是哪一列")
    case .mixedKinds(let cell):
      FaultWording(
        code: "L179", what: "\(cell)把金额和数量加在一起", expected: "只加金额，或只加数量",
        mend: "从 sum 中去掉其中一种")
    case .format(let cell, let isMoney, let printed):
      FaultWording(
        code: "L180", what: "\(cell)的\(isMoney ? "金额" : "数量")用了\(printed)的格式",
        expected: isMoney ? "money 格式" : "count 格式", mend: "改 format")
    }
  }
}
