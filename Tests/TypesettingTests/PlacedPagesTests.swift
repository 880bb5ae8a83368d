import Diagnostics
import Documents
import Figures
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Typesetting

let projectFonts = Project.url("Fonts")

@Suite("Everything stands in its place")
struct PlacedPagesTests {
  /// A document with wrapped names, a split row, several pages, both orientations.
  private func document() throws -> Document {
    let long = Sample.row(
      "999", String(repeating: "很长的说明，", count: 260), Sample.money(1, row: "999", at: 2))
    let rows = Sample.rows(60) + [long] + Sample.rows(20)
    return try Sample.document([
      Sample.form(Sample.table(rows: rows), notes: ["注：本表金额单位转换时可能存在尾差误差。"]),
      Sample.form(Sample.table(rows: Sample.rows(30)), orientation: .landscape),
    ])
  }

  private func pages() throws -> [Page] {
    let document = try document()
    let set = typeset(document, with: try fonts(for: document))
    #expect(set.findings == [])
    let pages = try #require(set.value).pages
    #expect(pages.count > 2 && pages.allSatisfy { !$0.cells.isEmpty && !$0.rules.isEmpty })
    return pages
  }

  @Test("No text is wider or higher than its cell, no cell leaves the text area")
  func boxes() throws {
    for page in try pages() {
      let area = Rectangle(
        x: .mm(15), y: .mm(18), width: page.size.width - .mm(30), height: page.size.height - .mm(36)
      )
      for cell in page.cells {
        #expect(contains(area, cell.box), "\(cell.text)")
        for line in cell.lines {
          let inner = Rectangle(
            x: cell.box.minX + .pt(2), y: cell.box.minY + .pt(2),
            width: cell.box.size.width - .pt(4), height: cell.box.size.height - .pt(4))
          #expect(contains(inner, line.box), "\(line.text)")
        }
      }
    }
  }

  @Test("Every cell of the document is printed, split ones from start to end")
  func nothingLost() throws {
    let document = try document()
    let pages = try pages()
    for (index, form) in document.forms.enumerated() {
      let own = pages.filter { $0.size.width > $0.size.height ? index == 1 : index == 0 }
      let printed = own.flatMap(\.cells).filter { !$0.isHeader && $0.role == .name }.map(\.text)
      let names = form.table.sections[0].body.map { $0.cells[1].content.printed }
      #expect(printed.joined() == names.joined())
      let figures = own.flatMap(\.cells).filter { $0.role == .figure && !$0.lines.isEmpty }
      #expect(figures.map(\.text) == form.figures.map(\.printed).filter { !$0.isEmpty })
    }
    let split = pages.compactMap { page in
      if case .split(let row, _) = page.end { row } else { nil }
    }
    #expect(Set(split) == [60])
  }

  @Test("Ruling lines: each edge once, every cell has its four")
  func rules() throws {
    for page in try pages() {
      for (index, rule) in page.rules.enumerated() {
        for other in page.rules[(index + 1)...] { #expect(!overlaps(rule, other)) }
      }
      for cell in page.cells {
        for (start, end) in edges(of: cell.box) {
          let isRuled = page.rules.contains { covers($0, start, end) }
          #expect(isRuled, "\(cell.text): \(start) \(end)")
        }
      }
    }
  }

  @Test("Rows of a spanning cell that a page divides keep all of its text")
  func dividedSpan() throws {
    let name = String(repeating: "跨行的说明文字", count: 70)
    let body = (0..<90).map { index in
      var cells = [
        Sample.cell("\(index)", .label, at: 1),
        Sample.money(100, row: "\(index)", at: 2),
      ]
      if index == 0 { cells.append(Sample.cell(name, .label, at: 0, rows: 90)) }
      return TableRow(cells: cells)
    }
    let result = try set(Sample.form(Sample.table(rows: body)))
    let parts = result.pages.flatMap(\.cells).filter { !$0.isHeader && $0.columns == 0..<1 }
    #expect(parts.count == result.pages.count && parts.count > 1)
    #expect(parts.map(\.text).joined() == name)
    #expect(parts.allSatisfy { part in part.lines.allSatisfy { contains(part.box, $0.box) } })
  }

  @Test("Outline and page counts name the forms")
  func outline() throws {
    let document = try document()
    let result = try #require(typeset(document, with: try fonts(for: document)).value)
    #expect(result.outline.map(\.title) == Array(repeating: "公开05表 一般公共预算财政拨款支出决算表", count: 2))
    #expect(result.outline[1].page == result.pageCounts[0].pages)
    #expect(result.pageCounts.map(\.pages).reduce(0, +) == result.pages.count)
  }

  @Test("The page in words")
  func description() throws {
    let row = Sample.row("201", "一般公共服务支出", Sample.money(252_521_234, row: "201", at: 2))
    let page = try #require(try set(Sample.form(Sample.table(rows: [row]))).pages.first)
    let lines = page.description.split(separator: "\n")
    #expect(lines.first == "page 595.3x841.9 form 05 end formEnds")
    #expect(lines.contains { $0.hasPrefix("title (162.6 ") && $0.hasSuffix("“一般公共预算财政拨款支出决算表”)") })
    #expect(
      lines.contains(
        "td 0 r1 c3 figure 05!201.1 [382.6 124.2 90.0 16.5] (440.6 136.3 w30.0 s10.0 “252.52”)"))
    #expect(lines.last == "note" || lines.last?.hasPrefix("pageNumber") == true)
  }

  @Test("A character without a font, a hole and a lack of room are told together")
  func faults() throws {
    let hole = Sample.form(Sample.table(rows: [TableRow(cells: [Sample.cell("1", .code, at: 0)])]))
    let header = TableRow(cells: [
      Sample.cell(String(repeating: "高", count: 9000), .header, at: 0, columns: 3)
    ])
    let high = Sample.form(
      Table(
        columns: Sample.table(rows: []).columns,
        sections: [TableSection(header: [header], body: Sample.rows(1))]))
    let document = try Sample.document([hole, high])
    let result = typeset(document, with: try fonts(for: document))
    #expect(result.value == nil)
    #expect(result.findings.map(\.code) == ["X110", "X120"])
  }

  private func contains(_ outer: Rectangle, _ inner: Rectangle) -> Bool {
    let slack = Length.pt(0.06)
    return inner.minX + slack >= outer.minX && inner.minY + slack >= outer.minY
      && inner.maxX <= outer.maxX + slack && inner.maxY <= outer.maxY + slack
  }

  private func edges(of box: Rectangle) -> [(Point, Point)] {
    let (left, right, top, bottom) = (box.minX, box.maxX, box.minY, box.maxY)
    return [
      (Point(x: left, y: top), Point(x: right, y: top)),
      (Point(x: left, y: bottom), Point(x: right, y: bottom)),
      (Point(x: left, y: top), Point(x: left, y: bottom)),
      (Point(x: right, y: top), Point(x: right, y: bottom)),
    ]
  }

  private func covers(_ rule: PlacedRule, _ start: Point, _ end: Point) -> Bool {
    let slack = Length.pt(0.01)
    return rule.start.x <= start.x + slack && rule.start.y <= start.y + slack
      && rule.end.x + slack >= end.x && rule.end.y + slack >= end.y
      && (rule.start.x == rule.end.x) == (start.x == end.x)
  }

  /// Whether two parallel rules lie on one another for some length.
  private func overlaps(_ a: PlacedRule, _ b: PlacedRule) -> Bool {
    let near = Length.pt(0.1)
    func isNear(_ a: Length, _ b: Length) -> Bool { max(a, b) - min(a, b) < near }
    if a.start.y == a.end.y, b.start.y == b.end.y, isNear(a.start.y, b.start.y) {
      return min(a.end.x, b.end.x) - max(a.start.x, b.start.x) > near
    }
    if a.start.x == a.end.x, b.start.x == b.end.x, isNear(a.start.x, b.start.x) {
      return min(a.end.y, b.end.y) - max(a.start.y, b.start.y) > near
    }
    return false
  }
}
