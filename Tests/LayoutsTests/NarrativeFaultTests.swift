import Diagnostics
import Foundation
import Layouts
import TestSupport
import Testing

/// Each fault of templates and values once, as it is printed.
@Suite("说明的模板和值：错误信息")
struct NarrativeFaultTests {
  /// What loading made of each case; made once for all tests.
  private static let outcomes = Result {
    try NarrativeFaultCase.all.map { fault in
      var set = try NarrativeSet()
      try fault.spoil(&set)
      return (title: fault.title, outcome: try set.load())
    }
  }

  @Test("每种错误的全文")
  func wording() throws {
    let text = try Self.outcomes.get().map { "## \($0.title)\n\($0.outcome.printed)\n" }.joined()
    Golden.check(text, against: "diagnostics/narrative.txt")
  }

  @Test("样本原样没有错误；改坏了就载入不了，错误不过三处，都指到一处")
  func refusal() throws {
    let sound = try NarrativeSet().load()
    #expect(sound.findings.isEmpty, "\(sound.printed)")
    let isLoaded = sound.set?.narrative != nil
    #expect(isLoaded)
    for (title, outcome) in try Self.outcomes.get() {
      let isRefused = outcome.set == nil
      #expect(isRefused, "\(title)")
      #expect((1...3).contains(outcome.findings.count), "\(title): \(outcome.printed)")
      for finding in outcome.findings {
        guard case .source(let place)? = finding.place else {
          Issue.record("\(title): no place for \(finding)")
          continue
        }
        #expect(place.line > 0 || finding.code == "L011", "\(title): \(finding)")
      }
    }
  }

  @Test("每个代码都有一例")
  func everyCodeIsShown() throws {
    let folder = Project.url("Sources/Layouts/Loading")
    let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("Fault.swift") }
      .filter { $0.hasPrefix("Narrative") || $0.hasPrefix("Prose") }
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    let codes = Set(sources.flatMap { $0.matches(of: /"(L\d{3})"/).map { String($0.1) } })
    #expect(codes.count > 30)
    let shown = Set(try Self.outcomes.get().flatMap(\.outcome.findings).map(\.code))
    // Warnings have a golden file of their own.
    #expect(codes.subtracting(shown).sorted() == ["L281", "L283"])
  }

  @Test("没有 parts 的版式只有报表")
  func formsAlone() throws {
    #expect(try SampleSet().load().set?.narrative == nil)
  }
}
