internal import Diagnostics

/// What can be wrong with how a form's header, foot and blocks lie on its columns.
enum GridFault: Fault {
  case span(String, Int)
  case headerOutside(text: String, column: Int, columnCount: Int)
  case headerOverlap(text: String, column: Int)
  case headerTooDeep(text: String, rowSpan: Int, rowCount: Int)
  case headerHole(row: Int, column: Int, count: Int, columnCount: Int)
  case footWidth(column: Int, columnCount: Int)
  /// A figure of the foot that stands in a column of something else.
  case footFigure(id: String, column: String, shows: String, needed: String)
  /// A row of an evaluation's form that does not fill it.
  case rowWidth(column: Int, columnCount: Int)
  case blocks(column: Int, columnCount: Int)
  case blockEnds(name: String)
  case widths(needed: String, available: String)
  case columnWidth(String)

  var wording: FaultWording {
    switch self {
    case .span(let key, let span):
      FaultWording(
        code: "L102", what: "跨度 \(key): \(span)", expected: "从 1 起的整数", mend: "改为实际的跨度，或删去")
    case .headerHole(let row, let column, let count, let columnCount):
      FaultWording(
        code: "L103", what: "表头第 \(row) 行从第 \(column) 列起空缺 \(count) 列",
        expected: "各单元格连同上面跨行的单元格正好占满 \(columnCount) 列",
        mend: "补上单元格（空白写 \"\"），或改大 columns")
    case .blocks(let column, let columnCount):
      FaultWording(
        code: "L109", what: "各块没有依次占满表格的列（到第 \(column) 列为止）",
        expected: "各块从左到右首尾相接，共 \(columnCount) 列", mend: "核对各块的 columns")
    case .headerOutside(let text, let column, let columnCount):
      FaultWording(
        code: "L151", what: "表头单元格“\(text)”占到第 \(column) 列，超出表格",
        expected: "表格共 \(columnCount) 列", mend: "改小 columns，或核对这一行和上面几行的跨度")
    case .headerOverlap(let text, let column):
      FaultWording(
        code: "L152", what: "表头单元格“\(text)”与上面跨行的单元格在第 \(column) 列重叠",
        expected: "每一格只被一个单元格占用", mend: "改小 columns，或改上面单元格的 rows")
    case .headerTooDeep(let text, let rowSpan, let rowCount):
      FaultWording(
        code: "L153", what: "表头单元格“\(text)”跨 \(rowSpan) 行，超出表头",
        expected: "表头共 \(rowCount) 行", mend: "改小 rows，或补上表头的行")
    case .footWidth(let column, let columnCount):
      FaultWording(
        code: "L154", what: "表尾这一行共占 \(column) 列", expected: "正好 \(columnCount) 列",
        mend: "核对各单元格的 columns")
    case .footFigure(let id, let column, let shows, let needed):
      FaultWording(
        code: "L155", what: "表尾的数“\(id)”落在列“\(column)”，那是“\(shows)”列",
        expected: "单元格的最后一列是“\(needed)”列", mend: "核对这一行各单元格的 columns")
    case .rowWidth(let column, let columnCount):
      FaultWording(
        code: "L156", what: "这一行占到第 \(column) 列为止",
        expected: "连同左边的 side 正好占满 \(columnCount) 列", mend: "核对各单元格的 columns")
    case .blockEnds(let name):
      FaultWording(
        code: "L157", what: "块“\(name)”的 columns 不是两个列 id，或次序颠倒",
        expected: "[第一列的 id, 最后一列的 id]", mend: "核对 columns 中各列的 id")
    case .widths(let needed, let available):
      FaultWording(
        code: "L158", what: "各列最小宽度之和 \(needed) 毫米，超出页面",
        expected: "不超过 \(available) 毫米（纸宽减左右边距）", mend: "改小某几列的 width，或改用横向页面")
    case .columnWidth(let text):
      FaultWording(
        code: "L129", what: "列宽 width: \(text)", expected: "最小..最大，毫米，1 到 1000，从小到大",
        mend: "例如 width: 40..72，宽度固定的写一个数")
    }
  }
}
