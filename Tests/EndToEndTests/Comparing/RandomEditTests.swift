import Foundation
import TestSupport
import Testing

@Suite("Random edits of a real workbook") struct RandomEditTests {
  /// One edit as `edit_xlsx.py` tells it.
  private struct Edit: Decodable {
    let file: String
    let edit: String
    let level: String
    let kind: String
    let sheets: [String]
    let place: String
    let count: Int?
  }

  private static let levels = ["figures", "content", "format"]

  @Test("each is found at the levels that can see it, located, and told once")
  func edits() throws {
    let environment = ProcessInfo.processInfo.environment
    let trials = environment["GONGKAI_TRIALS"].flatMap { Int($0) } ?? 40
    let seed =
      environment["GONGKAI_SEED"].flatMap { UInt32($0) } ?? UInt32.random(in: 0..<UInt32.max)
    print("random edits: GONGKAI_SEED=\(seed) GONGKAI_TRIALS=\(trials)")
    let book = try ComparedBuilds.shared.get().base.appendingPathComponent(ComparedBuilds.forms)
    try withTemporaryFolder { folder in
      let script = Project.url("Tests/Tools/edit_xlsx.py").path
      let made = try python([script, book.path, folder.path, "\(seed)", "\(trials)"])
      try #require(made.status == 0, "\(made.errors)")
      let edits = try made.output.split(separator: "\n").map {
        try JSONDecoder().decode(Edit.self, from: Data($0.utf8))
      }
      try #require(edits.count == trials)
      // openpyxl writes the time of each saving.
      try "ignore:\n  - {property: modified, reason: 保存的时间不同}\n".write(
        to: folder.appendingPathComponent("left/ignore.yaml"), atomically: true, encoding: .utf8)
      for (place, level) in Self.levels.enumerated() {
        let report = try compared(
          folder.appendingPathComponent("left"), folder.appendingPathComponent("right"),
          ["--level", level])
        var told = 0
        // What two files have alike at one address, a missing row or a cell that shows a decimal
        // less, is told once, with both of them.
        var alike: Set<[String]> = []
        for edit in edits {
          let isToldOnce = edit.kind == "missing" || edit.edit == "decimals"
          if isToldOnce, !alike.insert([edit.kind, edit.place] + edit.sheets).inserted {
            continue
          }
          let lowest = Self.levels.firstIndex(of: edit.level) ?? 0
          told += Self.check(edit, in: report, isVisible: place >= lowest, "seed \(seed), \(level)")
        }
        #expect(told == report.differences.count, "seed \(seed), \(level): others are told")
      }
    }
  }

  /// Checks what a report says of the sheets of an edit.
  ///
  /// - Returns: the number of differences there.
  private static func check(
    _ edit: Edit, in report: ComparisonJSON, isVisible: Bool, _ note: String
  ) -> Int {
    let own = report.differences.filter { difference in
      difference.file == edit.file && difference.sheet.map(edit.sheets.contains) ?? false
    }
    let text = "\(note): \(edit) gives \(own)"
    guard isVisible else {
      #expect(own.isEmpty, "\(text)")
      return own.count
    }
    if report.level == edit.level {
      #expect(own.allSatisfy { $0.kind == edit.kind }, "\(text)")
      let places = own.compactMap { ($0.left ?? $0.right)?.at?.text }
      #expect(places.allSatisfy { edit.place.isEmpty || $0.contains(edit.place) }, "\(text)")
    }
    if let count = edit.count ?? (report.level == edit.level ? nil : 1) {
      #expect(own.count == count, "\(text)")
    } else {
      // The figures of a row, each once.
      #expect(!own.isEmpty && Set(own.compactMap(\.address?.text)).count == own.count, "\(text)")
    }
    return own.count
  }
}
