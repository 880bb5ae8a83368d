import Diagnostics
import Domain
import Exports
import Layouts
import SourceFiles
import TestSupport
import Testing

/// Whatever happens to an export: nothing traps, and no money is lost without a word.
@Suite("Spoilt exports") struct MutatedExportTests {
  private static let texts = [
    "", "合计", "小计", "0", "-", "1.005", "99999999999.99", "70368744177664", "2130101", "213",
    "30101",
    "某某", "一般公共预算财政拨款", "财政拨款", "单位：万元", "(1.00)", "1,000", "#REF!", "金额", "其他", "\u{3000}",
  ]

  @Test("three hundred spoilt exports: what is read is what is taken and what is passed over")
  func mutated() throws {
    let context = try ExportKnowledge.context(.expenditure)
    let shapes: [ExportShape] = [.subtotals, .tree, .wideByKind, .namedOnce, .pages, .economicTree]
    let mappings = try shapes.map { shape in
      let text = try #require(
        proposeMapping(of: shape.grid.sheet, named: "导出.xlsx", for: context).value)
      return try #require(
        ExportMapping.read(SourceText(file: "对照.yaml", text: text.text), for: context).value)
    }
    var random = SeededRandom(seed: 20_250_117)
    var (taken, refused) = (0, 0)
    for round in 0..<300 {
      let index = round % shapes.count
      var grid = shapes[index].grid
      for _ in 0..<Int.random(in: 1...3, using: &random) { Self.spoil(&grid, &random) }
      let reading = readExport(
        grid.sheet, named: "导出.xlsx", by: mappings[index], for: context)
      _ = proposeMapping(of: grid.sheet, named: "导出.xlsx", for: context)
      let tally = reading.tally
      #expect(tally.allRead == tally.allTaken + tally.allPassed, "round \(round)")
      guard let table = reading.table else {
        refused += 1
        #expect(reading.findings.hasErrors, "round \(round)")
        continue
      }
      taken += 1
      #expect(table.sum(of: .amount) == tally.allTaken, "round \(round)")
      #expect(!reading.findings.hasErrors, "round \(round)")
      #expect(Self.amounts(in: grid, of: shapes[index]) == tally.allRead, "round \(round)")
      if let total = Self.statedTotal(in: grid, of: shapes[index]) {
        #expect(total == tally.allTaken, "round \(round): \(grid.rows)")
      }
    }
    #expect(taken > 20 && refused > 100, "\(taken) taken, \(refused) refused")
  }

  private static func spoil(_ grid: inout ExportGrid, _ random: inout SeededRandom) {
    let row = Int.random(in: 0..<grid.rows.count, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: grid.rows.remove(at: row)
    case 1: grid.rows.insert(grid.rows[row], at: row)
    case 2: grid.rows.swapAt(row, Int.random(in: 0..<grid.rows.count, using: &random))
    case 3: grid.rows.insert([], at: row)
    case 4 where !grid.rows[row].isEmpty: grid.rows[row].removeLast()
    default:
      guard !grid.rows[row].isEmpty else { return }
      let column = Int.random(in: 0..<grid.rows[row].count, using: &random)
      grid.rows[row][column] = texts.randomElement(using: &random) ?? ""
    }
    // Merged cells stand where they stood, and may reach beyond the last row now.
    grid.merges.removeAll { $0.row + $0.rows > grid.rows.count }
  }

  /// All amounts below the head, read by the test itself; of heads that are repeated nothing is an amount.
  private static func amounts(in grid: ExportGrid, of shape: ExportShape) -> Money {
    let isWide = shape.name == ExportShape.wideByKind.name
    let columns = isWide ? [5, 6] : [shape.name == ExportShape.tree.name ? 6 : 5]
    let head = grid.rows.firstIndex { $0.contains("资金性质") } ?? 0
    return grid.rows[(head + 1)...].flatMap { row in
      columns.compactMap { $0 < row.count ? try? Money(yuan: row[$0]) : nil }
    }.sum()
  }

  /// What the last row of totals states, as long as it is the one that the shape had.
  private static func statedTotal(in grid: ExportGrid, of shape: ExportShape) -> Money? {
    let rows = shape.grid.rows.filter { row in
      row.contains { ["合计", "合  计", "总计"].contains($0) }
        && (row.last.map { $0.contains(".") } ?? false)
    }
    guard let total = rows.last, grid.rows.count(where: { $0 == total }) == 1 else { return nil }
    return total.last.flatMap { try? Money(yuan: $0) }
  }
}
