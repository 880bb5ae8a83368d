internal import Comparison
internal import TestSupport
internal import Testing

/// A thousand workbooks, each edited in one to three sheets: every edit is found at the levels that
/// can see it, at its place, once, and nothing else is.
@Suite("Random edits of a workbook")
struct RandomEditTests {
  private static let seed: UInt64 = 2_023_112_4

  @Test("every edit is found once, at its place, and nothing beside it", arguments: 0..<10)
  func edits(part: Int) {
    var random = SeededRandom(seed: Self.seed &+ UInt64(part))
    let original = ModelWorkbook()
    let left = original.input
    for trial in 0..<100 {
      var edited = original
      // One edit a sheet; orders and names of sheets last, since others find sheets by them.
      var edits: [RandomEdit] = []
      for sheet in [0, 1, 2].shuffled(using: &random).prefix(
        Int.random(in: 1...3, using: &random))
      {
        let kind = Int.random(in: 0..<RandomEdit.kinds.count, using: &random)
        let isOfSheets = [5, 6].contains(kind)
        if isOfSheets || kind == 13, !edits.isEmpty { continue }
        edits.append(RandomEdit.kinds[kind](&edited, sheet, &random))
        if isOfSheets { break }
      }
      let name = "seed \(Self.seed), part \(part), trial \(trial): \(edits.map(\.name))"
      let right = edited.input
      for level in ComparisonLevel.allCases {
        check(compare(left, right, level: level), edits, at: level, name)
      }
    }
  }

  private func check(
    _ report: ComparisonReport, _ edits: [RandomEdit], at level: ComparisonLevel, _ name: String
  ) {
    let all = report.differences
    #expect(Set(all).count == all.count, "\(name): told twice at \(level.rawValue)")
    #expect(report.findings.isEmpty, "\(name)")
    guard level > .figures else {
      let figures = edits.reduce(0) { $0 + $1.figures }
      #expect(all.count == figures, "\(name): \(all)")
      return
    }
    let seen = edits.filter { $0.level <= level }
    for edit in seen {
      let found = all.filter(edit.isMeant)
      #expect(found.count == edit.count, "\(name): \(edit.name) at \(level.rawValue): \(all)")
    }
    #expect(
      all.count == seen.reduce(0) { $0 + $1.count }, "\(name): at \(level.rawValue): \(all)")
    #expect(report.isEqual == all.isEmpty)
  }

  @Test("equal workbooks are equal at every level", arguments: ComparisonLevel.allCases)
  func equal(level: ComparisonLevel) {
    let report = compare(ModelWorkbook().input, ModelWorkbook().input, level: level)
    #expect(report.isEqual)
    #expect(report.comparedCount > 100)
    #expect(report.differences.isEmpty)
  }
}
