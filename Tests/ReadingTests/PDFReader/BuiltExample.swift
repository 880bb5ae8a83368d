import Diagnostics
import Foundation
import PDFReader
import Readings
import TestSupport
import Testing

/// What the program writes for the example dossier, and what poppler's and qpdf's own tools say of
/// its PDF.
struct BuiltExample: Sendable {
  let pdf: [UInt8]
  let figures: String
  let workbook: [UInt8]
  /// The workbook of the self-evaluations.
  let evaluations: [UInt8]
  let words: [[PDFWord]]
  let navigation: PDFNavigation
  let structure: [PDFElement]
  /// What `pdfinfo` prints, line by line.
  let information: [String]
  /// What `pdffonts` prints, line by line.
  let fonts: [String]

  /// Built once; the tests only look at it.
  static let shared = Result { try BuiltExample() }

  private init() throws {
    self = try withTemporaryFolder { folder in
      let result = try run(
        Project.binary.path, ["build", "Examples/xiangyuan-2023", "--out", folder.path])
      try #require(result.status == 0, "\(result.errors)")
      return try BuiltExample(in: folder)
    }
  }

  private init(in folder: URL) throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
    let url = try #require(files.first { $0.pathExtension == "pdf" })
    let books = files.filter { $0.pathExtension == "xlsx" }
    let book = try #require(books.first)
    evaluations = [UInt8](try Data(contentsOf: try #require(books.last)))
    pdf = [UInt8](try Data(contentsOf: url))
    workbook = [UInt8](try Data(contentsOf: book))
    figures = try String(
      contentsOf: folder.appendingPathComponent("figures.csv"), encoding: .utf8)
    words = try pdfWords(url)
    navigation = try PDFNavigation(url)
    structure = try pdfStructure(url)
    information = try run("pdfinfo", ["-l", "99", url.path]).output.components(separatedBy: "\n")
    fonts = try run("pdffonts", [url.path]).output.components(separatedBy: "\n")
  }

  /// The PDF as we read it.
  func reading(_ details: PDFDetails = .all) throws -> PDFReading {
    let loaded = readPDF(pdf, as: "a.pdf", details: details)
    #expect(loaded.findings == [])
    return try #require(loaded.value)
  }

  /// A small file that has text, tables, fonts and links, with objects that a change of bytes hits:
  /// some pages of the PDF, uncompressed.
  func excerpt(pages: String) throws -> [UInt8] {
    try withTemporaryFolder { folder in
      let source = folder.appendingPathComponent("a.pdf")
      let target = folder.appendingPathComponent("b.pdf")
      try Data(pdf).write(to: source)
      let result = try run(
        "qpdf",
        [
          "--qdf", "--object-streams=disable", source.path, "--pages", ".", pages, "--",
          target.path,
        ])
      try #require(result.status == 0, "\(result.errors)")
      return [UInt8](try Data(contentsOf: target))
    }
  }
}
