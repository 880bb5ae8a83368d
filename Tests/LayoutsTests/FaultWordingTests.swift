import Diagnostics
import Foundation
import TestSupport
import Testing

/// Each fault once, as it is printed.
@Suite("版式的错误信息")
struct FaultWordingTests {
  /// The codes of warnings, which have a golden file of their own.
  private static let warnings: Set = [
    "L189", "L275", "L276", "L279", "L280", "L282", "L284", "L286", "L287", "L288",
  ]

  /// What loading made of each case; made once for all tests.
  private static let outcomes = Result {
    try FaultCase.all.map { fault in
      var set = try SampleSet()
      try fault.spoil(&set)
      return (title: fault.title, outcome: try set.load())
    }
  }

  @Test("每种错误的全文")
  func wording() throws {
    let text = try Self.outcomes.get().map { "## \($0.title)\n\($0.outcome.printed)\n" }.joined()
    Golden.check(text, against: "diagnostics/layouts.txt")
  }

  @Test("样本原样没有错误；改坏了就载入不了")
  func refusal() throws {
    let sound = try SampleSet().load()
    #expect(sound.findings.isEmpty, "\(sound.printed)")
    #expect(sound.isLoaded)
    for (title, outcome) in try Self.outcomes.get() {
      #expect(!outcome.isLoaded, "\(title)")
      #expect(outcome.findings.hasErrors, "\(title)")
    }
  }

  @Test("每个代码都有一例")
  func everyCodeIsShown() throws {
    let folder = Project.url("Sources/Layouts/Loading")
    // The narrative's faults have tests of their own.
    let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("Fault.swift") }
      .filter { !$0.hasPrefix("Narrative") && !$0.hasPrefix("Prose") }
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    let codes = Set(sources.flatMap { $0.matches(of: /"(L\d{3})"/).map { String($0.1) } })
    #expect(codes.count > 60)
    let shown = Set(try Self.outcomes.get().flatMap(\.outcome.findings).map(\.code))
    for code in codes.subtracting(Self.warnings).sorted() {
      #expect(shown.contains(code), "\(code) is not among the golden messages")
    }
  }

  @Test("每条信息都指到一行，并有期望和处理")
  func places() throws {
    for (title, outcome) in try Self.outcomes.get() {
      for finding in outcome.findings {
        guard case .source(let place) = finding.place else {
          Issue.record("\(title): no place for \(finding)")
          continue
        }
        let isWholeFile = ["L008", "L010", "L011", "L012", "L016", "L017"].contains(finding.code)
        #expect(place.line > 0 || isWholeFile, "\(title): \(finding)")
        #expect(!finding.expected.isEmpty && !finding.mend.isEmpty, "\(title)")
      }
    }
  }

  @Test("标题各不相同")
  func titles() {
    #expect(Set(FaultCase.all.map(\.title)).count == FaultCase.all.count)
  }
}
