import Diagnostics
import Documents
import Testing

@testable import Typesetting

@Suite("Cells tile the grid")
struct TableGridTests {
  private func codes(_ rows: [[TableCell]], header: [[TableCell]] = []) -> [String] {
    let table = Table(
      columns: (0..<3).map { Sample.column("\($0)", 50) },
      sections: [
        TableSection(
          header: header.map { TableRow(cells: $0) }, body: rows.map { TableRow(cells: $0) })
      ])
    return TableGrid.resolve(table, form: "05").findings.map(\.code)
  }

  private func cell(_ column: Int, columns: Int = 1, rows: Int = 1) -> TableCell {
    Sample.cell("x", .label, at: column, columns: columns, rows: rows)
  }

  @Test("Spans over rows and columns are accepted, in any order of cells")
  func spans() {
    #expect(codes([[cell(2), cell(0, columns: 2, rows: 2)], [cell(2)]]) == [])
  }

  @Test("A hole is refused, once however wide it is")
  func hole() {
    #expect(codes([[cell(0)], [cell(0), cell(1), cell(2)]]) == ["X110"])
    #expect(codes([[cell(1)]]) == ["X110", "X110"])
  }

  @Test("Overlapping cells are refused")
  func overlap() {
    #expect(codes([[cell(0, columns: 2), cell(1, columns: 2)]]) == ["X111"])
    let below = [[cell(0, rows: 2), cell(1), cell(2)], [cell(0), cell(1), cell(2)]]
    #expect(codes(below) == ["X111"])
  }

  @Test("A cell that leaves the columns is refused")
  func leavesColumns() {
    #expect(codes([[cell(0), cell(1), cell(2, columns: 2)]]).first == "X112")
    #expect(codes([[cell(-1), cell(1), cell(2)]]).first == "X112")
    #expect(codes([[cell(0, columns: 0), cell(1), cell(2)]]).first == "X112")
  }

  @Test("A cell does not span from the header into the body")
  func leavesRows() {
    let header = [[cell(0, rows: 2), cell(1), cell(2)]]
    #expect(codes([[cell(1), cell(2)]], header: header).contains("X113"))
  }

  @Test("A table without rows is refused")
  func empty() { #expect(codes([]) == ["X114"]) }

  @Test("The finding says where the hole is")
  func place() {
    let table = Table(
      columns: [Sample.column("a", 50), Sample.column("b", 50)],
      sections: [TableSection(header: [], body: [TableRow(cells: [cell(0)])])])
    let finding = TableGrid.resolve(table, form: "05").findings.first
    let place = TablePosition(form: "05", section: nil, part: .body, row: 1, column: 2)
    #expect(finding?.place == .position(place))
  }
}
