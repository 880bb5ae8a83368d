import Geometry
import TestSupport
import Testing

@testable import Typesetting

@Suite("Tables between the lines of running text")
struct FlowTableTests {
  /// A table whose rows have that many lines of 10 pt, with 2 pt of padding, on a grid of 20 pt.
  private func table(_ lines: [Int], header: Double = 12) -> FlowTable {
    let rows = lines.map { PlanRequest.Row(height: .pt(Double($0) * 10 + 2), lines: $0) }
    return FlowTable(
      sections: [PlanRequest.Section(header: .pt(header), rows: rows)], lineHeight: .pt(10),
      rowPadding: .pt(2), pitch: .pt(20))
  }

  private func text(_ lines: Int) -> FlowItem { FlowItem(lines: lines) }

  private var caption: FlowItem { FlowItem(lines: 1, keepsWithNext: true, isWhole: true) }

  /// What stands on each page: `item@row`, of a table with its rows.
  private func words(_ plan: FlowPlan) -> [String] {
    plan.pages.map { page in
      page.parts.map { part in
        let rows = part.table?.parts.flatMap(\.rows).map { row in
          "\(row.row)" + (row.lines.map { "(\($0.lowerBound)-\($0.upperBound))" } ?? "")
        }
        return "\(part.item)@\(part.row)" + (rows.map { ":" + $0.joined(separator: ",") } ?? "")
      }.joined(separator: " ")
    }
  }

  @Test("A table takes as many rows of the grid as hold it, and text goes on below")
  func wholeRows() throws {
    // 12 + 3 × 12 = 48 pt: three rows of 20.
    let plan = try FlowPlan([text(2), FlowItem(table([1, 1, 1])), text(3)], rows: 10)
    #expect(words(plan) == ["0@0 1@2:0,1,2 2@5"])
    // 60 pt are three rows, not four.
    let exact = try FlowPlan([FlowItem(table([1, 1, 1], header: 24)), text(1)], rows: 10)
    #expect(words(exact) == ["0@0:0,1,2 1@3"])
  }

  @Test("A table goes on on the next page below its header, and its rows stay whole")
  func overPages() throws {
    // Of 200 pt, 12 for the header: 15 rows of 12.
    let rows = Array(repeating: 1, count: 20)
    let plan = try FlowPlan([FlowItem(table(rows)), text(2)], rows: 10)
    #expect(words(plan) == ["0@0:" + list(0..<15), "0@0:" + list(15..<20) + " 1@4"])
    #expect(plan.pages.map(\.end) == [.full, .textEnds])
    // A row of 102 pt does not begin at the foot of a page.
    let tall = try FlowPlan([text(3), FlowItem(table([1, 1, 1, 1, 10]))], rows: 10)
    #expect(words(tall) == ["0@0 1@3:0,1,2,3", "1@0:4"])
  }

  private func list(_ rows: Range<Int>) -> String { rows.map(String.init).joined(separator: ",") }

  @Test("A caption stands with the header and two rows, the heading above it too")
  func captions() throws {
    let items = [text(7), caption, FlowItem(table([1, 1, 1]))]
    #expect(words(try FlowPlan(items, rows: 10)) == ["0@0 1@7 2@8:0,1", "2@0:2"])
    let late = [text(8), caption, FlowItem(table([1, 1, 1]))]
    let plan = try FlowPlan(late, rows: 10)
    #expect(words(plan) == ["0@0", "1@0 2@1:0,1,2"])
    #expect(plan.pages[0].end == .headingWithText)
    let headed = [text(6), caption, caption, FlowItem(table([2, 2, 1]))]
    #expect(words(try FlowPlan(headed, rows: 10)) == ["0@0", "1@0 2@1 3@2:0,1,2"])
  }

  @Test("Only a row that no page holds is split, between lines, and nothing of it is lost")
  func split() throws {
    let plan = try FlowPlan([text(4), FlowItem(table([1, 40, 1])), text(1)], rows: 10)
    #expect(
      words(plan) == [
        "0@0 1@4:0,1(0-9)", "1@0:1(9-27)", "1@0:1(27-40),2 2@8",
      ])
  }

  @Test("A header that leaves no room for a line is a fault that names the table")
  func fault() throws {
    let error = #expect(throws: FlowFault.self) {
      _ = try FlowPlan([text(1), FlowItem(table([1], header: 190))], rows: 10)
    }
    #expect(error?.item == 1)
    #expect(error?.table?.needs == .pt(202))
    #expect(error?.table?.has == .pt(200))
  }

  @Test(
    "Any text with tables: all of it once and in order, none below the page", arguments: seeds(300))
  func anyText(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let rows = Int.random(in: 4...30, using: &random)
    let items = (0..<Int.random(in: 1...30, using: &random)).map { _ in item(&random) }
    let plan = try FlowPlan(items, rows: rows)
    var seen: [Int: [Int]] = [:]
    for page in plan.pages {
      #expect(!page.parts.isEmpty, "seed \(seed): an empty page")
      var free = 0
      for part in page.parts {
        #expect(part.row >= free, "seed \(seed): parts overlap")
        let item = items[part.item]
        if let planned = part.table, let table = item.table {
          free = part.row + table.gridRows(table.height(of: planned))
          seen[part.item, default: []] += planned.parts.flatMap(\.rows).map(\.row)
          check(planned, of: table, page: rows, seed: seed)
        } else {
          free = part.row + part.lines.count
          seen[part.item, default: []] += part.lines
        }
      }
      #expect(free <= rows, "seed \(seed): over-full")
      if page != plan.pages.last, page.end != .tooLong, let last = page.parts.last {
        #expect(!items[last.item].keepsWithNext, "seed \(seed): a caption at the foot")
      }
    }
    for (index, item) in items.enumerated() {
      let count = item.table?.sections[0].rows.count ?? item.lines
      let unique = (seen[index] ?? []).reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
      #expect(unique == Array(0..<count), "seed \(seed): item \(index)")
    }
    let order = plan.pages.flatMap(\.parts).map(\.item)
    #expect(order == order.sorted(), "seed \(seed): out of order")
  }

  /// Rows that a page can hold are whole.
  private func check(_ planned: PlannedPage, of table: FlowTable, page: Int, seed: UInt64) {
    for part in planned.parts {
      #expect(!part.rows.isEmpty, "seed \(seed): a header alone")
      for row in part.rows where row.lines != nil {
        let section = table.sections[part.section]
        let needs = section.header + section.rows[row.row].height
        #expect(needs > table.pitch * Double(page), "seed \(seed): a row is split for nothing")
      }
    }
  }

  private func item(_ random: inout SeededRandom) -> FlowItem {
    switch Int.random(in: 0...3, using: &random) {
    case 0: return caption
    case 1:
      let isLong = Int.random(in: 0...5, using: &random) == 0
      let lines = (0..<Int.random(in: 1...25, using: &random)).map { _ in
        Int.random(in: 1...(isLong ? 90 : 6), using: &random)
      }
      return FlowItem(table(lines, header: Double(Int.random(in: 12...50, using: &random))))
    default: return text(Int.random(in: 1...12, using: &random))
    }
  }
}
