import Documents
import Geometry
import TestSupport
import Testing

@testable import Typesetting

@Suite("Which rows stand on which page")
struct PagePlanTests {
  /// Lines of 10 pt with 4 pt of padding; the page holds 100 pt, the first one 80.
  private func request(
    _ sections: [(header: Double, rows: [Int])], notes: [Double] = [], first: Double = 80,
    further: Double = 100, joined: Set<Int> = []
  ) -> PlanRequest {
    PlanRequest(
      firstPage: .pt(first), furtherPage: .pt(further),
      sections: sections.map { section in
        PlanRequest.Section(
          header: .pt(section.header),
          rows: section.rows.enumerated().map { index, lines in
            PlanRequest.Row(
              height: .pt(Double(lines) * 10 + 4), lines: lines, joinsNext: joined.contains(index))
          })
      }, lineHeight: .pt(10), rowPadding: .pt(4), notesGap: .pt(2), notes: notes.map { .pt($0) })
  }

  /// `0:0-3` is section 0 with rows 0 to 3.
  private func text(_ plan: PagePlan) -> [String] {
    plan.pages.map { page in
      let parts = page.parts.map { part in
        "\(part.section):"
          + part.rows.map { row in
            row.lines.map { "\(row.row)[\($0.lowerBound)..<\($0.upperBound)]" } ?? "\(row.row)"
          }.joined(separator: ",")
      }
      return (parts + (page.notes.isEmpty ? [] : ["notes \(page.notes)"])).joined(separator: " ")
    }
  }

  @Test("Pages are filled, and the header counts on each of them")
  func fills() throws {
    let plan = try PagePlan(request([(20, Array(repeating: 1, count: 10))]))
    // 60 pt for rows of 14 pt on the first page, 80 pt on the second.
    #expect(text(plan) == ["0:0,1,2,3", "0:4,5,6,7,8", "0:9"])
    #expect(plan.pages.map(\.end) == [.full, .full, .formEnds])
  }

  @Test("A page that ends between rows says below which; within a row or the notes it does not")
  func breaks() throws {
    let list = try PagePlan(request([(20, Array(repeating: 1, count: 10))]))
    #expect(list.breaks == [RowBreak(section: 0, rows: 4), RowBreak(section: 0, rows: 9)])
    let sections = try PagePlan(request([(10, [1, 1, 1]), (15, [1])]))
    #expect(sections.breaks == [RowBreak(section: 0, rows: 3)])
    let split = try PagePlan(request([(10, [1, 20, 1])], first: 100))
    #expect(split.pages.count > 2 && split.breaks.count < split.pages.count - 1)
    let notes = try PagePlan(request([(10, [1])], notes: Array(repeating: 12, count: 12)))
    #expect(notes.pages.count > 1 && notes.breaks.isEmpty)
  }

  @Test("A section's header is not left alone at the foot of a page")
  func headerAlone() throws {
    let plan = try PagePlan(request([(10, [1, 1, 1]), (15, [1])]))
    #expect(text(plan) == ["0:0,1,2", "1:0"])
    #expect(plan.pages.first?.end == .headerWithRow)
  }

  @Test("The notes take the last row along instead of standing alone")
  func notesWithRow() throws {
    let plan = try PagePlan(request([(10, [1, 1, 1, 1, 1])], notes: [12]))
    #expect(text(plan) == ["0:0,1,2,3", "0:4 notes 0..<1"])
    #expect(plan.pages.first?.end == .rowWithNotes)
  }

  @Test("Notes that no page can hold below a row go on by lines")
  func longNotes() throws {
    let plan = try PagePlan(request([(10, [1])], notes: Array(repeating: 12, count: 12)))
    #expect(text(plan) == ["0:0 notes 0..<4", "notes 4..<12"])
    #expect(plan.pages.first?.end == .notesContinue)
  }

  @Test("Only a row that no page can hold is split, between lines")
  func split() throws {
    let plan = try PagePlan(request([(10, [1, 20, 1])]))
    #expect(text(plan) == ["0:0,1[0..<5]", "0:1[5..<13]", "0:1[13..<20],2"])
    let ends = plan.pages.map(\.end)
    #expect(ends == [.split(row: 1, after: 5), .split(row: 1, after: 13), .formEnds])
  }

  @Test("A row that fits on a page of its own is not split")
  func tallRowMoves() throws {
    let plan = try PagePlan(request([(10, [2, 7])]))
    #expect(text(plan) == ["0:0", "0:1"])
  }

  @Test("Rows that a cell joins stay together if a page holds them")
  func joined() throws {
    let plan = try PagePlan(request([(10, [1, 1, 1, 1, 1, 1])], joined: [3, 4]))
    #expect(text(plan) == ["0:0,1,2", "0:3,4,5"])
    #expect(plan.pages.first?.end == .joinedRows)
    let long = try PagePlan(
      request([(10, Array(repeating: 1, count: 12))], joined: Set(0..<11)))
    #expect(text(long) == ["0:0,1,2,3,4", "0:5,6,7,8,9,10", "0:11"])
  }

  @Test("A header without rows is still printed")
  func headerOnly() throws {
    #expect(text(try PagePlan(request([(20, [])]))) == ["0:"])
  }

  @Test("A header that leaves no line is a fault with the heights, not a crash")
  func impossible() {
    let fault = #expect(throws: PlanFault.self) { try PagePlan(request([(90, [1])])) }
    #expect(fault?.needs == .pt(104))
    #expect(fault?.has == .pt(100))
    #expect(throws: PlanFault.self) { try PagePlan(request([(120, [])])) }
  }

  @Test("A header of more than half a page is repeated all the same")
  func highHeader() throws {
    #expect(text(try PagePlan(request([(60, [1, 1, 1, 1])]))) == ["0:0", "0:1,2", "0:3"])
  }

  @Test("Random tables: nothing lost, nothing doubled, no page overfull", arguments: seeds(200))
  func properties(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let request = randomRequest(&random)
    let plan: PagePlan
    do { plan = try PagePlan(request) } catch {
      // The only tables without a plan are those whose header leaves no line on a page.
      let header = request.sections[error.section].header
      let line = error.row == nil ? .zero : request.lineHeight + request.rowPadding
      #expect(header + line > request.furtherPage, "seed \(seed)")
      return
    }
    #expect(flattened(plan) == expected(request), "seed \(seed)")
    #expect(plan.pages.flatMap(\.notes) == Array(request.notes.indices), "seed \(seed)")
    for (index, page) in plan.pages.enumerated() {
      let limit = index == 0 ? request.firstPage : request.furtherPage
      #expect(height(of: page, request) <= limit + .pt(0.01), "seed \(seed), page \(index)")
      let sections = page.parts.map(\.section)
      #expect(sections == sections.sorted() && Set(sections).count == sections.count)
      for part in page.parts where !request.sections[part.section].rows.isEmpty {
        #expect(!part.rows.isEmpty, "seed \(seed): a header without a row on page \(index)")
      }
      #expect((page.end == .formEnds) == (index == plan.pages.count - 1), "seed \(seed)")
    }
    for (index, page) in plan.pages.enumerated() {
      for part in page.parts {
        for row in part.rows where row.lines?.lowerBound == 0 {
          let section = request.sections[part.section]
          let fitsFurther = section.header + section.rows[row.row].height <= request.furtherPage
          // Rather than leave the first page without a row, one that is too high for it is split.
          let isFirst = index == 0 && part == page.parts.first && row == part.rows.first
          #expect(!fitsFurther || isFirst, "seed \(seed): a row was split that a page can hold")
        }
      }
    }
  }

  private func randomRequest(_ random: inout SeededRandom) -> PlanRequest {
    let tall = Int.random(in: 1...12, using: &random)
    let sections = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let rows = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        Int.random(in: 0..<8, using: &random) == 0
          ? Int.random(in: 1...(tall * 4), using: &random) : Int.random(in: 1...3, using: &random)
      }
      return (header: Double.random(in: 0...120, using: &random) / 1.5, rows: rows)
    }
    let notes = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      Double.random(in: 5...20, using: &random)
    }
    let joined = Set((0..<30).filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
    return request(
      sections, notes: notes, first: Double.random(in: 20...100, using: &random), joined: joined)
  }

  /// Every line of every row as `section.row.line`.
  private func expected(_ request: PlanRequest) -> [String] {
    request.sections.enumerated().flatMap { section, value in
      value.rows.enumerated().flatMap { row, value in
        (0..<value.lines).map { "\(section).\(row).\($0)" }
      }
    }
  }

  private func flattened(_ plan: PagePlan) -> [String] {
    plan.pages.flatMap(\.parts).flatMap { part in
      part.rows.flatMap { row in
        (row.lines ?? 0..<lineCount(row)).map { "\(part.section).\(row.row).\($0)" }
      }
    }
  }

  private func lineCount(_ row: PlannedRow) -> Int {
    Int(((row.height.points - 4) / 10).rounded())
  }

  private func height(of page: PlannedPage, _ request: PlanRequest) -> Length {
    let parts = page.parts.map { part in
      request.sections[part.section].header + part.rows.map(\.height).sum()
    }.sum()
    let notes = request.notes[page.notes].sum()
    return parts + notes + (page.notes.isEmpty || page.parts.isEmpty ? .zero : request.notesGap)
  }
}

/// Seeds of a property test; the failing one is printed.
func seeds(_ count: UInt64) -> [UInt64] { (1...count).map { $0 } }
