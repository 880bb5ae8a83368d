import TestSupport
import Testing

@testable import Typesetting

@Suite("Lines of running text on pages")
struct FlowPlanTests {
  private func plan(_ items: [FlowItem], rows: Int = 22) throws -> FlowPlan {
    try FlowPlan(items, rows: rows)
  }

  private func heading(_ lines: Int = 1, startsPage: Bool = false) -> FlowItem {
    FlowItem(lines: lines, startsPage: startsPage, keepsWithNext: true, isWhole: true)
  }

  private func text(_ lines: Int) -> FlowItem { FlowItem(lines: lines) }

  /// What stands on each page: `item:first-last` with lines counted from 1.
  private func words(_ plan: FlowPlan) -> [String] {
    plan.pages.map { page in
      page.parts.map { "\($0.item):\($0.lines.lowerBound + 1)-\($0.lines.upperBound)" }
        .joined(separator: " ")
    }
  }

  @Test("Paragraphs follow one another and a page is filled to its last row")
  func filled() throws {
    let plan = try plan([text(10), text(12), text(30)])
    #expect(words(plan) == ["0:1-10 1:1-12", "2:1-22", "2:23-30"])
    #expect(plan.pages.map(\.end) == [.full, .full, .textEnds])
  }

  @Test("A paragraph leaves two lines at the foot of a page or none")
  func orphans() throws {
    let plan = try plan([text(21), text(5)])
    #expect(words(plan) == ["0:1-21", "1:1-5"])
    #expect(plan.pages[0].end == .linesTogether)
  }

  @Test("A paragraph takes two lines to the next page or none")
  func widows() throws {
    let five = try plan([text(18), text(5)])
    #expect(words(five) == ["0:1-18 1:1-3", "1:4-5"])
    #expect(five.pages[0].end == .linesTogether)
    // Of three lines one would be alone in any case.
    #expect(words(try plan([text(20), text(3)])) == ["0:1-20", "1:1-3"])
    #expect(words(try plan([text(21), text(1)])) == ["0:1-21 1:1-1"])
    #expect(words(try plan([text(22), text(1)])) == ["0:1-22", "1:1-1"])
  }

  @Test("A heading goes to the page of the two lines that follow it, with the headings above it")
  func keptWithNext() throws {
    // With 21 lines above them not even the two headings fit, so it is not for the text's sake.
    for (rows, end) in [
      (19, PageEnd.headingWithText), (20, .headingWithText), (21, .linesTogether),
    ] {
      let plan = try plan([text(rows), heading(), heading(), text(9)])
      #expect(words(plan) == ["0:1-\(rows)", "1:1-1 2:1-1 3:1-9"])
      #expect(plan.pages[0].end == end, "\(rows) rows")
    }
    let fits = try plan([text(18), heading(), heading(), text(9)])
    #expect(words(fits) == ["0:1-18 1:1-1 2:1-1 3:1-2", "3:3-9"])
    // Three lines are not parted, so the heading goes with all of them.
    let three = try plan([text(19), heading(), text(3)])
    #expect(words(three) == ["0:1-19", "1:1-1 2:1-3"])
  }

  @Test("A heading that begins a page does, and the page before says why it ends")
  func startsPage() throws {
    let plan = try plan([heading(startsPage: true), text(3), heading(startsPage: true), text(1)])
    #expect(words(plan) == ["0:1-1 1:1-3", "2:1-1 3:1-1"])
    #expect(plan.pages.map(\.end) == [.headingStartsPage, .textEnds])
  }

  @Test("Blank rows part items, are not added up and are left out at the top of a page")
  func blanks() throws {
    let spaced = FlowItem(lines: 1, above: 2, below: 1, keepsWithNext: true, isWhole: true)
    let plan = try plan([text(2), spaced, spaced, text(2), text(20), spaced, text(2)])
    #expect(plan.pages[0].parts.map(\.row) == [0, 4, 7, 9, 11])
    #expect(plan.pages[1].parts.map(\.row) == [0, 11, 13])
    let first = FlowItem(lines: 1, above: 2, startsPage: true, keepsWithNext: true)
    #expect(try self.plan([first, text(1)]).pages[0].parts.map(\.row) == [2, 3])
  }

  @Test("Large type takes more rows a line")
  func largeType() throws {
    let large = FlowItem(lines: 3, rowsPerLine: 2, keepsWithNext: true, isWhole: true)
    let plan = try plan([text(14), large, text(2)])
    #expect(plan.pages[0].parts.map(\.row) == [0, 14, 20])
    #expect(words(try self.plan([text(15), large, text(2)])) == ["0:1-15", "1:1-3 2:1-2"])
  }

  @Test("What is longer than a page is parted all the same, and the page says so")
  func tooLong() throws {
    let long = try plan([heading(50), text(4)])
    #expect(words(long) == ["0:1-22", "0:23-44", "0:45-50 1:1-4"])
    #expect(long.pages.map(\.end) == [.tooLong, .tooLong, .textEnds])
    let narrow = try plan([text(3)], rows: 1)
    #expect(words(narrow) == ["0:1-1", "0:2-2", "0:3-3"])
    #expect(narrow.pages.map(\.end) == [.tooLong, .tooLong, .textEnds])
  }

  @Test("A line that is higher than a page is a fault that names its item")
  func fault() throws {
    #expect(throws: FlowFault(item: 1)) {
      try FlowPlan([FlowItem(lines: 1), FlowItem(lines: 1, rowsPerLine: 3)], rows: 2)
    }
  }

  @Test(
    "Any text: each line once and in order, none below the page, the rules kept",
    arguments: seeds(400))
  func anyText(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let rows = Int.random(in: 4...30, using: &random)
    let items = (0..<Int.random(in: 1...60, using: &random)).map { _ in item(&random) }
    let plan = try plan(items, rows: rows)
    var expected = items.indices.flatMap { item in (0..<items[item].lines).map { (item, $0) } }[...]
    for page in plan.pages {
      var free = 0
      for part in page.parts {
        #expect(part.row >= free, "seed \(seed): lines overlap")
        free = part.row + part.lines.count * items[part.item].rowsPerLine
        for line in part.lines {
          let next = expected.popFirst()
          #expect(next?.0 == part.item && next?.1 == line, "seed \(seed): out of order")
        }
      }
      #expect(free <= rows, "seed \(seed): over-full")
    }
    #expect(expected.isEmpty, "seed \(seed): lines are lost")
    check(plan, of: items, rows: rows, seed: seed)
  }

  /// Rules that only a page which says `tooLong` may break.
  private func check(_ plan: FlowPlan, of items: [FlowItem], rows: Int, seed: UInt64) {
    for (page, next) in zip(plan.pages, plan.pages.dropFirst()) {
      guard let last = page.parts.last, let first = next.parts.first else {
        Issue.record("seed \(seed): an empty page")
        continue
      }
      let (above, below) = (items[last.item], items[first.item])
      if below.startsPage, first.lines.lowerBound == 0 {
        #expect(page.end == .headingStartsPage, "seed \(seed)")
        continue
      }
      guard page.end != .tooLong else { continue }
      if page.end == .full {
        let blank = last.item == first.item ? 0 : max(above.below, below.above)
        let free = last.row + last.lines.count * above.rowsPerLine + blank
        #expect(free + below.rowsPerLine > rows, "seed \(seed): a page ends too early")
      }
      #expect(!above.keepsWithNext, "seed \(seed): a heading at the foot")
      if last.item == first.item {
        #expect(!above.isWhole, "seed \(seed): a heading is parted")
        #expect(last.lines.count >= 2, "seed \(seed): a line alone at the foot")
        #expect(first.lines.count >= 2, "seed \(seed): a line alone at the head")
      }
    }
    for part in plan.pages.flatMap({ $0.parts.dropFirst() }) where part.lines.lowerBound == 0 {
      #expect(!items[part.item].startsPage, "seed \(seed): a part within a page")
    }
  }

  /// A heading or a paragraph, mostly short.
  private func item(_ random: inout SeededRandom) -> FlowItem {
    if Int.random(in: 0...3, using: &random) == 0 {
      return FlowItem(
        lines: Int.random(in: 1...3, using: &random),
        rowsPerLine: Int.random(in: 1...2, using: &random),
        above: Int.random(in: 0...2, using: &random), below: Int.random(in: 0...2, using: &random),
        startsPage: Int.random(in: 0...5, using: &random) == 0, keepsWithNext: true, isWhole: true)
    }
    let isLong = Int.random(in: 0...9, using: &random) == 0
    return FlowItem(lines: Int.random(in: 1...(isLong ? 120 : 9), using: &random))
  }
}
