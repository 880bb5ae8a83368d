import Documents
import Foundation
import Submission
import TestSupport
import Testing
import Typesetting

/// The example, built as it is published and as a draft.
@Suite("A draft") struct DraftTests {
  @Test("has its mark on every page, and neither text nor structure of the pages tells of it")
  func pages() throws {
    let (plain, draft) = try BuiltPair.shared.get().both
    #expect(draft.pages == 48 && plain.pages == draft.pages)
    #expect(plain.marks == 0)
    #expect(draft.marks == draft.pages)
    #expect(draft.text == plain.text && draft.text.count > 10_000)
    #expect(draft.structure == plain.structure && !draft.structure.isEmpty)
    #expect(draft.isSound)
  }

  @Test("has its mark below text and rules, which stay as they are")
  func legibility() throws {
    for (page, shading) in try BuiltPair.shared.get().shadings {
      #expect(shading.lost == 0, "page \(page)")
      #expect(shading.darkest > 210, "page \(page)")
      // A page has some two million pixels; the mark's strokes cover a good part of its middle.
      #expect(shading.shaded > 60_000, "page \(page)")
      // Across the most of the upright sheet, and cut off nowhere.
      let width = Double(shading.width)
      let share =
        Double(shading.columns.count) / (shading.isSideways ? width / 2.0.squareRoot() : width)
      #expect(share > 0.6 && share < 0.9, "page \(page)")
      #expect(shading.columns.lowerBound > 50, "page \(page)")
      #expect(shading.columns.upperBound < shading.width - 50, "page \(page)")
    }
  }

  @Test("has its mark in the header of every sheet of both workbooks, and no cell differs")
  func sheets() throws {
    let (plain, draft) = try BuiltPair.shared.get().both
    let headers = draft.sheets.filter { $0.hasPrefix("oddHeader\t") }
    #expect(Set(headers) == ["oddHeader\t&C&\"方正小标宋简体,Regular\"&14草稿"])
    #expect(headers.count == 29)
    #expect(draft.sheets.count { $0.hasPrefix("sheet\t") } == 29)
    // The header's distance from the edge is told among the margins.
    func others(_ lines: [String]) -> [String] {
      lines.filter { !$0.hasPrefix("oddHeader\t") && !$0.hasPrefix("margins\t") }
    }
    #expect(others(plain.sheets) == others(draft.sheets))
  }

  @Test("is told from what is published by summary and manifest; its figures are the same")
  func records() throws {
    let (plain, draft) = try BuiltPair.shared.get().both
    #expect(!plain.summary.isDraft && draft.summary.isDraft)
    #expect(plain.summary.glance == draft.summary.glance)
    #expect(!plain.manifest.contains("\"draft\""))
    #expect(draft.manifest.contains("\n  \"draft\" : true,\n"))
    #expect(plain.figures == draft.figures)
  }

  @Test("asks the fonts for its mark, in the role of the titles")
  func demand() throws {
    let plain = try SampleSubmission().document
    let marked = Document(
      title: plain.title, author: plain.author, language: plain.language, date: plain.date,
      style: plain.style, blocks: plain.blocks, mark: BuildOrder.draftMark)
    func texts(_ document: Document) -> [String] {
      FontDemand(document).texts.map { "\($0.role) \($0.text)" }
    }
    #expect(texts(marked) == texts(plain) + ["公文标题 草稿"])
  }
}

/// What the tests look at of both builds.
private struct BuiltPair: Sendable {
  struct Outputs: Sendable {
    let summary: BuildSummary
    let manifest: String
    let figures: Data
    let pages: Int
    /// How often the content of the pages turns to the light grey of the mark.
    let marks: Int
    let text: String
    let structure: [PDFElement]
    let isSound: Bool
    /// The lines of what openpyxl reads in both workbooks.
    let sheets: [String]
  }

  let both: (plain: Outputs, draft: Outputs)
  /// Cover, contents, forms upright and sideways, text, a self-evaluation.
  let shadings: [(page: Int, shading: GrayPage.Shading)]

  /// Built once; the tests only look at it.
  static let shared = Result { try BuiltPair() }

  private init() throws {
    (both, shadings) = try withTemporaryFolder { folder in
      let plain = folder.appendingPathComponent("plain")
      let draft = folder.appendingPathComponent("draft")
      let both = (
        try Self.outputs(into: plain, isDraft: false), try Self.outputs(into: draft, isDraft: true)
      )
      let shadings = try [1, 2, 7, 8, 20, 35].map { page in
        let images = try [plain, draft].flatMap {
          try GrayPage.pages(page...page, of: Self.pdf(in: $0), in: folder)
        }
        return (page, images[1].shading(of: images[0]))
      }
      return (both, shadings)
    }
  }

  private static func pdf(in folder: URL) -> URL {
    folder.appendingPathComponent("部门决算公开.pdf")
  }

  private static func outputs(into out: URL, isDraft: Bool) throws -> Outputs {
    var order = BuildOrder(dossier: SampleSubmission.example, workingFolder: Project.root)
    order.out = out
    order.isDraft = isDraft
    let result = build(BuildRequest(order, data: DataFolder(root: Project.root)))
    let pdf = pdf(in: out)
    let plain = out.appendingPathComponent("content.pdf")
    let unpacking = try run("qpdf", ["--stream-data=uncompress", pdf.path, plain.path])
    let content = String(decoding: try Data(contentsOf: plain), as: UTF8.self)
    let text = try run("pdftotext", [pdf.path, "-"]).output
    return Outputs(
      summary: try #require(result.summary, "\(result.findings)"),
      manifest: try String(
        contentsOf: out.appendingPathComponent("manifest.json"), encoding: .utf8),
      figures: try Data(contentsOf: out.appendingPathComponent("figures.csv")),
      pages: text.count { $0 == "\u{0C}" },
      marks: content.ranges(of: "0.88 0.88 0.88 rg").count, text: text,
      structure: try pdfStructure(pdf), isSound: unpacking.status == 0,
      sheets: try ["决算公开表.xlsx", "项目支出绩效自评表.xlsx"].flatMap {
        try dump(out.appendingPathComponent($0))
      })
  }

  private static func dump(_ workbook: URL) throws -> [String] {
    let own = Project.url(".venv/bin/python").path
    let python = FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
    let result = try run(python, [Project.url("Tests/Tools/dump_xlsx.py").path, workbook.path])
    try #require(result.status == 0, "\(result.errors)")
    return result.output.components(separatedBy: "\n")
  }
}
