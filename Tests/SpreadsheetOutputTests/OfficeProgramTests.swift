import Documents
import Foundation
import TestSupport
import Testing

@Suite("Office programs")
struct OfficeProgramTests {
  @Test(
    "LibreOffice opens the workbook and prints one page a form, with title and page number",
    .enabled(if: isInstalled("soffice"), "soffice is not installed"),
    .enabled(if: isInstalled("pdftotext"), "pdftotext is not installed"))
  func opens() throws {
    try withTemporaryFolder { folder in
      try writeSample(Sample.all, to: folder.appendingPathComponent("out.xlsx").path)
      // A profile of its own keeps runs beside one another, and from the user's.
      let profile = "-env:UserInstallation=file://\(folder.path)/profile"
      let conversion = try run(
        "soffice", [profile, "--headless", "--convert-to", "pdf", "out.xlsx"], in: folder)
      try #require(conversion.status == 0, "\(conversion.errors)")
      let result = try run("pdftotext", ["-layout", "out.pdf", "-"], in: folder)
      let pages = result.output.split(separator: "\u{C}").map(String.init)
      #expect(pages.count == Sample.all.count)
      for (page, form) in zip(pages, Sample.all) { #expect(page.contains(form.title)) }
      #expect(pages.first?.contains("123,456,789,012.34") == true)
      #expect(pages.first?.contains(#/—\s*1\s*—/#) == true)
      #expect(!result.output.contains("###"))
    }
  }
}
