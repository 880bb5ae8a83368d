import Diagnostics
import Foundation
import TestSupport
import Testing

/// Each fault once, as it is printed.
@Suite("版式的错误信息")
struct FaultWordingTests {
  /// The messages of all cases, each below its title; made once for all tests.
  private static let messages = Result { try makeMessages() }

  private static func makeMessages() throws -> String {
    var text = ""
    for fault in FaultCase.all {
      var set = try SampleSet()
      try fault.spoil(&set)
      text += "## \(fault.title)\n" + (try set.load().printed) + "\n"
    }
    return text
  }

  @Test("每种错误的全文")
  func wording() throws {
    Golden.check(try Self.messages.get(), against: "diagnostics/layouts.txt")
  }

  @Test("样本原样没有错误；改坏了就载入不了", arguments: FaultCase.all)
  func refusal(fault: FaultCase) throws {
    var set = try SampleSet()
    let sound = try set.load()
    #expect(sound.findings.isEmpty, "\(sound.printed)")
    #expect(sound.set != nil)
    try fault.spoil(&set)
    let spoilt = try set.load()
    #expect(spoilt.set == nil)
    #expect(spoilt.findings.hasErrors)
  }

  @Test("每个代码都有一例")
  func everyCodeIsShown() throws {
    let folder = Project.url("Sources/Layouts/Loading")
    let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    let codes = Set(sources.flatMap { $0.matches(of: /"(\d{3})"/).map { "L\($0.1)" } })
    #expect(codes.count > 15)
    let messages = try Self.messages.get()
    for code in codes.sorted() {
      #expect(messages.contains(" \(code): "), "\(code) is not among the golden messages")
    }
  }

  @Test("每条信息都指到一行，并有期望和处理")
  func places() throws {
    for fault in FaultCase.all {
      var set = try SampleSet()
      try fault.spoil(&set)
      for finding in try set.load().findings {
        guard case .source(let place) = finding.place else {
          Issue.record("\(fault.title): no place for \(finding)")
          continue
        }
        let isWholeFile = ["L010", "L011", "L012"].contains(finding.code)
        #expect(place.line > 0 || isWholeFile, "\(fault.title): \(finding)")
        #expect(!finding.expected.isEmpty && !finding.mend.isEmpty, "\(fault.title)")
      }
    }
  }
}

extension FaultCase: CustomTestStringConvertible {
  var testDescription: String { title }
}
