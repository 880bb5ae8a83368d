import Diagnostics
import Documents
import Domain
import Figures
import Geometry

extension Sample {
  static func column(_ id: String, _ millimetres: Double, figures: Bool = false) -> TableColumn {
    TableColumn(id: id, width: .mm(millimetres), holdsFigures: figures)
  }

  static func row(_ cells: TableCell...) -> TableRow { TableRow(cells: cells) }

  static func cell(
    _ column: Int, _ text: String, _ role: CellRole, columns: Int = 1, rows: Int = 1
  ) -> TableCell {
    TableCell(
      column: column, columnSpan: columns, rowSpan: rows, role: role,
      content: text.isEmpty ? .empty : .text(text))
  }

  /// A figure of money, given in 分 and printed in 万元.
  static func figure(
    _ column: Int, _ fen: Int64?, none: EmptyStyle = .blank, zero: EmptyStyle = .blank
  ) -> TableCell {
    TableCell(
      column: column, role: .figure,
      content: .figure(
        Figure(
          address: address, value: fen.map { .money(Money(fen: $0)) }, format: money, none: none,
          zero: zero, sources: [])))
  }

  static func counted(_ column: Int, _ value: Int64) -> TableCell {
    TableCell(
      column: column, role: .figure,
      content: .figure(
        Figure(
          address: address, value: .count(value), format: count, none: .blank, zero: .number,
          sources: [])))
  }

  /// A form with one body row, no header and a name of one's own.
  static func small(
    named name: String = "表一", columns: [TableColumn]? = nil, header: [TableRow] = [],
    body: [TableRow]? = nil, head: [HeadLine] = [], notes: [String] = []
  ) -> FormSheet {
    FormSheet(
      number: "99", code: "", title: "表", sheetName: name, orientation: .portrait,
      fitsOnePage: false, head: head,
      table: Table(
        columns: columns ?? [column("a", 30), column("b", 30, figures: true)],
        sections: [
          TableSection(
            header: header, body: body ?? [row(cell(0, "甲", .label), figure(1, 1_000_000))])
        ]),
      notes: notes)
  }

  private static let address = FigureAddress(form: "99", row: "甲", column: "1")
}
