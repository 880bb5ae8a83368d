import Diagnostics
import Dossiers
import Foundation
import TestSupport
import Testing

@Suite("Texts that no name or cell can be") struct TextFaultTests {
  private func findings(_ change: (inout SampleDossier) -> Void) throws -> [String] {
    var dossier = SampleDossier()
    change(&dossier)
    return try dossier.read().findings.map {
      "\($0.place.map(DiagnosticPrinter.text) ?? "") \($0.code)"
    }
  }

  @Test("A name stands on one line")
  func lines() throws {
    #expect(
      try findings {
        $0.replace("名称: 某县工业和信息化局}", in: "department.yaml", with: "名称: \"某县\\n工业局\"}")
      } == ["department.yaml:4:21 D230"])
    #expect(
      try findings {
        $0.files["accounts.csv"] = "科目类型,科目代码,科目名称\n支出功能,2159998,\"其他\n支出\"\n"
      } == ["accounts.csv:2:14 D230"])
  }

  @Test("and is no text that went astray")
  func lengths() throws {
    let name = String(repeating: "局", count: 2_001)
    #expect(
      try findings {
        $0.replace("名称: 某县中小企业服务中心", in: "department.yaml", with: "名称: \(name)")
      } == ["department.yaml:7:24 D231"])
  }
  @Test("A text that no cell of a workbook holds is refused where it stands")
  func cells() throws {
    for (count, codes) in [(32_767, []), (32_768, ["evaluations/01-技改.yaml:9:7 D232"])] {
      var dossier = SampleDossier.withEvaluations
      let text = String(repeating: "改", count: count - 2) + "\u{20BB7}"
      dossier.replace("支持企业改造。", in: "evaluations/01-技改.yaml", with: text)
      let reading = try dossier.read(under: .evaluating())
      #expect(
        reading.findings.map { "\($0.place.map(DiagnosticPrinter.text) ?? "") \($0.code)" } == codes
      )
    }
  }
}
