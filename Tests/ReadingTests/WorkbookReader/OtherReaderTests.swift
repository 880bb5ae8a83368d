import Diagnostics
import Foundation
import Readings
import TestSupport
import Testing
import WorkbookReader

@Suite("Files of several programs, read as openpyxl reads them")
struct OtherReaderTests {
  @Test("libxlsxwriter: our own workbook of the example")
  func ownWorkbook() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      let build = try run(
        Project.binary.path,
        ["build", "Examples/xiangyuan-2023", "--formats", "xlsx", "--out", out.path])
      try #require(build.status == 0, "\(build.errors)")
      let file = try #require(
        try FileManager.default.contentsOfDirectory(
          at: out, includingPropertiesForKeys: nil
        ).first { $0.pathExtension == "xlsx" })
      let lines = try compare(file)
      #expect(lines.count { $0.hasPrefix("cell\t") } > 2500)
    }
  }

  @Test("openpyxl: one of everything")
  func openpyxl() throws {
    try withTemporaryFolder { folder in
      let lines = try compare(try everything(in: folder))
      #expect(lines.contains("state\tveryHidden"))
    }
  }

  @Test(
    "LibreOffice: one of everything, saved again",
    .enabled(if: isInstalled("soffice"), "soffice is not installed"))
  func libreOffice() throws {
    try withTemporaryFolder { folder in
      let source = try everything(in: folder)
      // A profile of its own keeps runs beside one another, and from the user's.
      let profile = "-env:UserInstallation=file://\(folder.path)/profile"
      let out = folder.appendingPathComponent("again")
      let conversion = try run(
        "soffice",
        [profile, "--headless", "--convert-to", "xlsx", "--outdir", out.path, source.path])
      try #require(conversion.status == 0, "\(conversion.errors)")
      try compare(out.appendingPathComponent(source.lastPathComponent))
    }
  }

  /// Writes the sample of openpyxl.
  private func everything(in folder: URL) throws -> URL {
    let file = folder.appendingPathComponent("everything.xlsx")
    let made = try python(["Tests/Tools/make_xlsx.py", file.path])
    try #require(made.status == 0, "\(made.errors)")
    return file
  }

  /// Holds what both readers make of a file against each other, line by line.
  @discardableResult
  private func compare(_ file: URL) throws -> [String] {
    let loaded = readWorkbook(at: file, as: file.lastPathComponent)
    let book = try #require(loaded.value, "\(loaded.findings.map(\.what))")
    let dump = try python(["Tests/Tools/dump_xlsx.py", file.path])
    try #require(dump.status == 0, "\(dump.errors)")
    let plain = WorkbookText(book).plainCell
    // Rows at their usual height and cells without anything tell nothing.
    func isTelling(_ line: String) -> Bool {
      !line.hasPrefix("ignored errors\t")
        && !(line.hasPrefix("height\t") && line.hasSuffix("\tautomatic"))
        && !(line.hasPrefix("cell\t") && line.hasSuffix("\t-\t\t" + plain))
    }
    let ours = WorkbookText(book).lines.filter(isTelling)
    let theirs = dump.output.components(separatedBy: "\n").dropLast().filter(isTelling)
    for change in ours.difference(from: theirs) {
      switch change {
      case .insert(let place, let line, _): Issue.record("only here, line \(place + 1): \(line)")
      case .remove(let place, let line, _): Issue.record("missing, line \(place + 1): \(line)")
      }
    }
    return ours
  }
}
