internal import Diagnostics

/// A cell that does not fit on the grid of its table, or a table without a grid.
enum TableGridFault: Fault {
  case hole
  case overlap
  case outsideColumns(Int)
  case outsideBand
  case empty

  var wording: FaultWording {
    let mend = "改正版式里这一行的跨列（columns）、跨行（rows）或补上单元格"
    return switch self {
    case .hole:
      FaultWording(code: "X110", what: "没有单元格", expected: "单元格铺满整个表格，没有空洞", mend: mend)
    case .overlap:
      FaultWording(code: "X111", what: "单元格互相重叠", expected: "每个位置只属于一个单元格", mend: mend)
    case .outsideColumns(let count):
      FaultWording(
        code: "X112", what: "单元格伸出了表格的列", expected: "起始列加跨列数不超过 \(count) 列", mend: mend)
    case .outsideBand:
      FaultWording(
        code: "X113", what: "单元格跨行伸出了这一部分", expected: "跨行不超出本段的表头或表体", mend: mend)
    case .empty:
      FaultWording(
        code: "X114", what: "表没有行或没有列", expected: "至少一行一列", mend: "在版式里补上 columns 和行")
    }
  }
}
