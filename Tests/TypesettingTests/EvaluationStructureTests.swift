import Documents
import SampleEvaluations
import Testing

@testable import Typesetting

@Suite("The structure of self-evaluations")
struct EvaluationStructureTests {
  private func sheet(_ name: String) throws -> FormSheet {
    try #require(EvaluationSample.extremes.first { $0.name == name }).sample.sheet
  }

  private func table(_ pages: [Page]) throws -> MarkedElement {
    try #require(try MarkedElement(pages).children.first { $0.tag == .table })
  }

  @Test(
    "The cells tile the grid of eleven columns, and each text is read once",
    arguments: EvaluationSample.extremes.map(\.name))
  func tiled(name: String) throws {
    let form = try sheet(name)
    let table = try table(try set(form).pages)
    #expect(try table.gridWidths().allSatisfy { $0 == 11 })
    let cells = table.children.flatMap(\.children)
    for text in form.table.sections.compactMap(\.side?.content.printed) {
      #expect(cells.filter { $0.isRowHeader && $0.text == text }.count == 1)
    }
    let composed = form.table.sections.flatMap(\.cells).map(\.content.printed.count).reduce(0, +)
    #expect(table.leafText.count == composed)
  }

  @Test("A side cell comes first in its section, before the header, and spans all its rows")
  func side() throws {
    let form = EvaluationSample().sheet
    let rows = try table(try set(form).pages).children
    let firsts = rows.compactMap { row in row.children.first?.isRowHeader == true ? row : nil }
    let sides = firsts.compactMap { $0.children.first }
    #expect(sides.prefix(4).map(\.text).first == "项目资金预算安排及执行进度（万元）")
    let funds = try #require(sides.first)
    #expect(funds.tag == .rowHeaderCell(CellSpan(rows: 4, columns: 1)))
    #expect(firsts[0].children.dropFirst().contains { $0.text == "年初预算数" })
    let indicators = try #require(sides.first { $0.text == "绩效指标" })
    #expect(indicators.tag == .rowHeaderCell(CellSpan(rows: 10, columns: 1)))
    let group = rows.flatMap(\.children).first { $0.text == "产出指标" }
    #expect(group?.tag == .rowHeaderCell(CellSpan(rows: 4, columns: 1)))
  }

  @Test("On further pages side and group are no cells; their repeated text is outside of all")
  func repeated() throws {
    let pages = try set(try sheet("one 一级 over three pages")).pages
    let root = try MarkedElement(pages)
    let table = try table(pages)
    for text in ["产出指标", "绩效指标"] {
      let further = pages.dropFirst().count { page in
        page.cells.contains { $0.text == text && $0.isRepeated }
      }
      #expect(further > 1)
      #expect(root.looseText.ranges(of: text).count == further)
      #expect(table.children.flatMap(\.children).filter { $0.text == text }.count == 1)
    }
    let empty = table.children.flatMap(\.children).filter { $0.isRowHeader && $0.text.isEmpty }
    #expect(empty.isEmpty)
  }
}

extension MarkedElement {
  fileprivate var isRowHeader: Bool {
    if case .rowHeaderCell = tag { true } else { false }
  }
}
