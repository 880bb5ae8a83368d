import Diagnostics
import Dossiers
import Foundation
import TestSupport
import Testing

/// Each fault of self-evaluations once, as it is printed.
@Suite("自评表的错误信息")
struct EvaluationFaultTests {
  private static let readings = Result {
    try FaultCase.evaluations.map { fault in
      var dossier = SampleDossier.withEvaluations
      fault.spoil(&dossier)
      return (title: fault.title, reading: try dossier.read(under: .evaluating()))
    }
  }

  @Test("每种错误的全文")
  func wording() throws {
    let text = try Self.readings.get().map { "## \($0.title)\n\($0.reading.printed)\n" }.joined()
    Golden.check(text, against: "diagnostics/evaluations.txt")
  }

  @Test("每个代码都有一例")
  func everyCodeIsShown() throws {
    let source = try Project.text("Sources/Dossiers/Evaluations/EvaluationFault.swift")
    let codes = source.matches(of: /code: "(D\d{3})"/).map { String($0.1) }
    #expect(codes.count > 10)
    #expect(Set(codes).count == codes.count)
    let shown = Set(try Self.readings.get().flatMap(\.reading.codes))
    #expect(Set(codes).subtracting(shown) == [])
  }

  @Test("每条信息都指到那个文件的一行；有错误就没有结果")
  func places() throws {
    for (title, reading) in try Self.readings.get() {
      #expect(!reading.findings.isEmpty, "\(title)")
      #expect((reading.value == nil) == reading.findings.hasErrors, "\(title)")
      for finding in reading.findings {
        guard case .source(let place) = finding.place else {
          Issue.record("\(title): no place")
          continue
        }
        #expect(place.file.hasPrefix("evaluations"), "\(title)")
        let isWholeFile = ["D008", "D012", "D110", "D111"].contains(finding.code)
        #expect(isWholeFile || place.line > 0 && place.column > 0, "\(title): \(finding)")
      }
    }
  }

  @Test("几张表的错误一次说全")
  func severalFiles() throws {
    var dossier = SampleDossier.withEvaluations
    dossier.replace("27.25", in: "evaluations/01-技改.yaml", with: "30")
    dossier.replace("得分: 90", in: "evaluations/02-展会.yaml", with: "得分: 91")
    dossier.replace("全年执行数: 3}", in: "evaluations/02-展会.yaml", with: "全年执行数: 三}")
    #expect(try dossier.read(under: .evaluating()).codes == ["D116", "D120", "D116"])
  }
}
