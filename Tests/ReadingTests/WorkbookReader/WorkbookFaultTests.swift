import Diagnostics
import Foundation
import Readings
import TestSupport
import Testing
import WorkbookReader

@Suite("Files that are no workbooks, or broken ones")
struct WorkbookFaultTests {
  /// What is printed about a file.
  private func message(_ bytes: [UInt8]) -> String {
    let loaded = readWorkbook(bytes, as: "甲.xlsx")
    #expect(loaded.value == nil)
    return DiagnosticPrinter().text(of: loaded.findings, consequence: "没有比较。")
  }

  @Test("each says what the file is, what was expected and how to mend it")
  func wording() throws {
    var text = ""
    for (name, bytes) in ForeignFile.all { text += "## \(name)\n\(message(bytes))\n" }
    for (name, workbook) in BrokenWorkbook.all {
      text += "## \(name)\n\(message(workbook.bytes))\n"
    }
    try withTemporaryFolder { folder in
      for (name, url) in [
        ("没有这个文件", folder.appendingPathComponent("none.xlsx")), ("文件夹", folder),
      ] {
        let loaded = readWorkbook(at: url, as: "甲.xlsx")
        #expect(loaded.value == nil)
        text += "## \(name)\n"
        text += DiagnosticPrinter().text(of: loaded.findings, consequence: "没有比较。") + "\n"
      }
    }
    Golden.check(text, against: "diagnostics/workbooks.txt")
  }

  @Test("all sheets that are broken are told together")
  func together() {
    var sample = SampleWorkbook()
    sample.parts["xl/workbook.xml"] = """
      <workbook xmlns="\(SampleWorkbook.main)" xmlns:r="\(SampleWorkbook.links)"><sheets>\
      <sheet name="甲" r:id="rId1"/>\
      <sheet name="乙" r:id="rId2"/></sheets></workbook>
      """
    sample.parts["xl/_rels/workbook.xml.rels"] = SampleWorkbook.relationships([
      ("worksheet", "甲.xml"), ("worksheet", "乙.xml"),
    ])
    let sheet = #"<worksheet xmlns="\#(SampleWorkbook.main)">"#
    sample.parts["xl/甲.xml"] = sheet + "<sheetData><row><c><v>?</v></c></row></sheetData>"
    sample.parts["xl/乙.xml"] = sheet
    let loaded = readWorkbook(sample.bytes, as: "甲.xlsx")
    #expect(loaded.value == nil && loaded.findings.map(\.code) == ["C027", "C027"])
  }
}
