import Documents
import Geometry
import SampleEvaluations
import TestSupport
import Testing

@testable import Typesetting

@Suite("Self-evaluations on pages")
struct EvaluationPagesTests {
  static let extremes = EvaluationSample.extremes.map(\.name)

  private func form(_ name: String) throws -> FormSheet {
    try #require(EvaluationSample.extremes.first { $0.name == name }).sample.sheet
  }

  @Test("Nothing is clipped, doubled or out of order, no page is overfull", arguments: extremes)
  func whole(name: String) throws {
    let form = try form(name)
    let result = try set(form)
    #expect(result.findings == [])
    let check = PlacedFormCheck(form: form, pages: result.pages, style: Sample.style())
    #expect(check.faults == [])
  }

  @Test("Random evaluations keep the same rules", arguments: seeds(15))
  func random(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let style = Sample.style(pageHeight: .pt(Double.random(in: 400...842, using: &random)))
    let form = randomEvaluation(&random).sheet
    let result = try set(form, style: style)
    #expect(result.findings == [], "seed \(seed)")
    let check = PlacedFormCheck(form: form, pages: result.pages, style: style)
    #expect(check.faults == [], "seed \(seed)")
  }

  private func randomEvaluation(_ random: inout SeededRandom) -> EvaluationSample {
    func text(upTo length: Int) -> String {
      let count = Int.random(in: 1...length, using: &random)
      return String(
        (0..<count).map { _ in ["财", "政", "8", "，"].randomElement(using: &random) ?? "财" })
    }
    var sample = EvaluationSample()
    sample.project = text(upTo: 60)
    sample.goal = text(upTo: Bool.random(using: &random) ? 100 : 1500)
    sample.outcome = text(upTo: 200)
    sample.analysis = text(upTo: 400)
    sample.indicators = []
    let count = Int.random(in: 1...50, using: &random)
    while sample.indicators.count < count {
      let (first, second) = (text(upTo: 30), text(upTo: 40))
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        sample.indicators.append(.init(first, second, text(upTo: 30)))
      }
    }
    return sample
  }

  @Test("A common evaluation stands on one page")
  func onePage() throws { #expect(try set(EvaluationSample().sheet).pages.count == 1) }

  @Test("A side cell stands beside header and rows, on each page that they take")
  func side() throws {
    let form = try form("one 一级 over three pages")
    let pages = try set(form).pages
    #expect(pages.count > 3)
    for page in pages {
      for side in page.cells.filter({ $0.role == .side }) {
        let beside = page.cells.filter { $0.section == side.section && $0.role != .side }
        #expect(side.box.minY == beside.map(\.box.minY).min())
        #expect(side.box.maxY == beside.map(\.box.maxY).max())
        #expect(side.text == form.table.sections[side.section].side?.content.printed)
        let middle = (side.box.minY + side.box.maxY) / 2
        let lines = try #require(side.lines.first).box.minY + (side.lines.last?.box.maxY ?? .zero)
        #expect(abs((lines / 2 - middle).points) < 0.01)
      }
    }
    let sides = pages.flatMap(\.cells).filter { $0.role == .side && $0.section == 3 }
    #expect(sides.count > 2)
    #expect(sides.map(\.isRepeated) == sides.indices.map { $0 > 0 })
  }

  @Test("What rows have in common stands on each page that they take, and keeps none together")
  func groups() throws {
    let pages = try set(form("one 一级 over three pages")).pages
    let parts = pages.map { page in page.cells.filter { $0.role == .group && $0.columns == 1..<2 } }
    let taken = parts.filter { !$0.isEmpty }
    #expect(taken.count > 2 && taken.allSatisfy { $0.count == 1 })
    #expect(taken.flatMap { $0.map(\.text) } == taken.map { _ in "产出指标" })
    #expect(taken.flatMap { $0.map(\.isRepeated) } == taken.indices.map { $0 > 0 })
    #expect(taken.flatMap { $0.flatMap(\.rows) } == Array(0..<120))
  }

  @Test("A group of at most a third of a page is not parted, a larger one is")
  func wholeGroups() throws {
    var sample = EvaluationSample()
    sample.indicators = (0..<40).flatMap { group in
      (0..<3).map { EvaluationSample.Indicator("一级\(group)", "二级\(group)", "三级\($0)") }
    }
    let pages = try set(sample.sheet).pages
    #expect(pages.count > 2)
    let groups = pages.flatMap(\.cells).filter { $0.role == .group && $0.text.hasPrefix("二级") }
    #expect(groups.count == 40)
    #expect(groups.allSatisfy { $0.rows == $0.span && !$0.isRepeated })
    // What ends a page before its foot is told.
    #expect(pages.dropLast().contains { $0.end == .joinedRows })
  }

  @Test("Where no size of its own puts a form on one page, the largest is taken")
  func sizes() throws {
    var sample = EvaluationSample()
    let small = try set(sample.sheet, style: Sample.style(sizes: [7]))
    #expect(small.pages[0].cells.flatMap(\.lines).map(\.box.size.height).max() == .pt(10))
    sample.goal = String(repeating: "资金及时拨付，", count: 800)
    let long = try set(sample.sheet).pages
    #expect(long.count > 1)
    #expect(Set(long.flatMap(\.cells).flatMap(\.lines).map(\.box.size.height)) == [.pt(10)])
  }

  @Test("Long text begins at the top of its cell, a single line stands in the middle")
  func text() throws {
    var sample = EvaluationSample()
    sample.goal = String(repeating: "资金及时拨付，", count: 30)
    let pages = try set(sample.sheet).pages
    let texts = pages[0].cells.filter { $0.role == .text && $0.section == 2 }
    let long = try #require(texts.first { $0.columns.lowerBound == 1 })
    let short = try #require(texts.first { $0.columns.lowerBound == 6 })
    #expect(long.lines.count > 2 && short.lines.count == 1)
    #expect(long.lines.allSatisfy { $0.box.minX == long.box.minX + .pt(2) })
    let middle = short.box.minY + short.box.size.height / 2
    #expect(abs((short.lines[0].box.minY + short.lines[0].box.maxY - middle * 2).points) < 0.02)
  }

  @Test("A side cell whose text is higher than its rows makes them higher", arguments: [0, 1, 2])
  func highSide(rows: Int) throws {
    let body = (0..<rows).map { TableRow(cells: [Sample.cell("\($0)", .label, at: 1)]) }
    let header = [TableRow(cells: [Sample.cell("表头", .header, at: 1)])]
    let section = TableSection(
      side: Sample.cell("一个很长的名称在很窄的列里", .side, at: 0), header: header, body: body)
    let table = Table(
      columns: [Sample.column("0", 24), Sample.column("1", 100)], sections: [section, section])
    let form = Sample.form(table)
    let check = PlacedFormCheck(form: form, pages: try set(form).pages, style: Sample.style())
    #expect(check.faults == [])
  }

  @Test("A long title is set in lines of about the same length")
  func title() throws {
    var sample = EvaluationSample()
    for count in [13, 14, 15, 40] {
      sample.project = String(repeating: "废", count: count)
      let titles = try set(sample.sheet).pages[0].texts.filter { $0.part == .title }.map(\.line)
      #expect(titles.map(\.text).joined() == sample.sheet.title)
      let widths = titles.map(\.box.size.width.points)
      #expect((widths.min() ?? 0) >= (widths.max() ?? 0) / 2, "\(titles.map(\.text))")
    }
  }
}
