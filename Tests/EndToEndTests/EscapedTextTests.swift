import Foundation
import TestSupport
import Testing

@Suite("Texts that look like escapes") struct EscapedTextTests {
  @Test("stand in the workbook as Excel reads them, and are read back as they were typed")
  func escapes() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("d")
      try FileManager.default.copyItem(
        at: Project.url(DossierWriting.example), to: dossier)
      let evaluations = dossier.appendingPathComponent("evaluations")
      let names = try FileManager.default.contentsOfDirectory(atPath: evaluations.path).sorted()
      let file = evaluations.appendingPathComponent(try #require(names.first))
      let text = try String(contentsOf: file, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("项目名称:") ? "项目名称: 甲_x0041_乙__x000D_" : String(line)
      }
      try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
      let out = folder.appendingPathComponent("o")
      try build(dossier, into: out, ["--formats", "xlsx"])
      let book = out.appendingPathComponent("项目支出绩效自评表.xlsx")
      let strings = try run("unzip", ["-p", book.path, "xl/sharedStrings.xml"])
      #expect(strings.output.contains("甲_x005F_x0041_乙__x005F_x000D_"))
      // The name of the sheet cannot be escaped: programs differ in whether they read it so.
      let sheets = try run("unzip", ["-p", book.path, "xl/workbook.xml"])
      #expect(sheets.output.contains("甲＿x0041_乙_＿x000D_"))
      // Our own reader takes the escapes back.
      let references = folder.appendingPathComponent("r")
      _ = try gongkai(
        ["verify", dossier.path, "--against", references.path, "--update"],
        environment: ["CI": ""])
      let listed = try run("grep", ["-rl", "甲_x0041_乙__x000D_", references.path])
      #expect(listed.output.contains("/sheets/"), "\(listed.output)")
    }
  }
}
