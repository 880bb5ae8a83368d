import Diagnostics
import Figures
import Foundation
import TestSupport
import Testing

/// Sets that load, but that no person would write.
@Suite("古怪的版式")
struct HostileSetTests {
  /// Words that a set may have, to be put in each other's places.
  private static let words = [
    "sumOfLeaves: true", "sum: [total]", "sum: [basic, project]", "sum: [fiscal]", "closed: true",
    "none: ——", "zero: 数字", "format: 辆数", "format: 金额", "select: {}", "fact: 车辆",
    "fact: 公务接待费.决算", "[类]", "[款, 项]", "[类, 款, 项]", "kind: 基本支出", "kind: 项目支出",
    "measure: 支出", "measure: 收入", "label: 合计", "total: 合计", "财政拨款", "事业收入", "预算数",
    "决算数", "小计", "columns: 2", "rows: 2", "closed: false",
  ]

  /// Takes a line away, doubles it, moves it up, or puts a word in another's place.
  private func change(_ text: inout String, with random: inout SeededRandom) {
    var lines = text.components(separatedBy: "\n")
    let index = Int.random(in: 1..<(lines.count - 1), using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: index)
    case 2: lines.swapAt(index - 1, index)
    default:
      let present = Self.words.filter { text.contains($0) }
      let old = present.randomElement(using: &random) ?? ""
      let new = Self.words.randomElement(using: &random) ?? ""
      let places = text.ranges(of: old)
      if let place = places.randomElement(using: &random) { text.replaceSubrange(place, with: new) }
      return
    }
    text = lines.joined(separator: "\n")
  }

  @Test("载入得了的版式就排得出来，地址各不相同")
  func changedSets() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    var composedCount = 0
    for round in 0..<150 {
      var books = Books.sample
      books.spend("120.00", "2010301", economic: "30101", kind: "基本支出")
      books.spend("-50.00", "2120399")
      books.append("车辆: {\"431001\": 2, \"431002\": 3}", to: "department.yaml")
      let file = "forms/0\(round % 5 + 1).yaml"
      try books.rewriteInSet(file) { change(&$0, with: &random) }
      do {
        let composed = try books.compose()
        composedCount += 1
        let isComposed = composed.document != nil
        #expect(isComposed != composed.findings.hasErrors, "seed \(seed), round \(round)")
        #expect(composed.repeatedAddresses == [], "seed \(seed), round \(round), \(file)")
      } catch let refusal as Composed.Refusal {
        #expect(refusal.findings.hasErrors, "seed \(seed), round \(round)")
      }
    }
    // The changes are mild enough for some sets to load.
    #expect(composedCount > 10, "seed \(seed)")
  }
}
