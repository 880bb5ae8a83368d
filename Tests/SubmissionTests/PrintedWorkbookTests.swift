import Documents
import Foundation
import Geometry
import Submission
import TestSupport
import Testing
import Typesetting

/// The workbooks as they are printed, held against the pages of the document.
@Suite("Workbooks in print") struct PrintedWorkbookTests {
  private static let books = [
    ("决算公开表.xlsx", FormKind.form), ("项目支出绩效自评表.xlsx", .evaluation),
  ]

  @Test(
    "pages end after the same rows as those of the document, hardly reduced", arguments: Case.all)
  func pageEnds(dossier: Case) throws {
    try dossier.withBuild { folder, sample in
      var ends = 0
      for (book, kind) in Self.books
      where sample.document.sheets.contains(where: { $0.kind == kind }) {
        for sheet in try PrintedSheet.all(of: folder.appendingPathComponent(book)) {
          let form = try #require(sample.document.sheets.first { $0.sheetName == sheet.name })
          let pages = sample.pages(of: form)
          #expect(sheet.pages.count == pages.count, "\(sheet.name)")
          for (index, (own, page)) in zip(sheet.pages, pages).enumerated() {
            #expect(own.lacking(sample.texts(on: page)) == [], "\(sheet.name) page \(index + 1)")
          }
          #expect(sheet.scale >= 90, "\(sheet.name)")
          #expect(
            !sheet.merges.contains { merge in sheet.ends.contains { merge.isCut(below: $0) } })
          ends += sheet.ends.count
        }
      }
      #expect(ends >= dossier.leastEnds)
    }
  }

  @Test(
    "LibreOffice with our fonts has the same rows on as many pages, at 90 % or more",
    .enabled(if: isInstalled("soffice"), "soffice is not installed"), arguments: Case.all)
  func office(dossier: Case) throws {
    try dossier.withBuild { folder, sample in
      try OfficeFonts.write(to: folder.appendingPathComponent("fonts.conf"))
      for (book, kind) in Self.books
      where sample.document.sheets.contains(where: { $0.kind == kind }) {
        // A profile of its own keeps runs beside one another, and from the user's.
        let conversion = try run(
          "soffice",
          [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
            "pdf", "--outdir", "printed", book,
          ], in: folder, environment: ["FONTCONFIG_FILE": "\(folder.path)/fonts.conf"])
        try #require(conversion.status == 0, "\(conversion.errors)")
        let name = book.replacing(".xlsx", with: ".pdf")
        let printed = try pdfWords(folder.appendingPathComponent("printed/\(name)"))
        let forms = sample.document.sheets.filter { $0.kind == kind }
        let pages = forms.flatMap(sample.pages)
        #expect(printed.count == pages.count, "\(book)")
        let size = sample.document.style.pageNumber.size.points
        for (index, (words, page)) in zip(printed, pages).enumerated() {
          let place = "\(book) page \(index + 1)"
          #expect(Characters(words.map(\.text)).lacking(sample.texts(on: page)) == [], "\(place)")
          // The dashes beside the page number are an em wide and reduced with the sheet.
          let dash = try #require(words.last { $0.text == "—" }, "\(place)")
          #expect(dash.right - dash.left >= size * 0.9 - 0.05, "\(place)")
          #expect(!words.contains { $0.text.contains("###") }, "\(place)")
        }
      }
    }
  }

  /// A dossier whose workbooks are printed.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// How many ends of pages its workbooks set at least.
    let leastEnds: Int
    private let write: @Sendable (URL) throws -> URL

    static let all = [
      Case(testDescription: "the example", leastEnds: 3) { _ in SampleSubmission.example },
      Case(testDescription: "a bureau with schools", leastEnds: 2) { _ in
        Project.url("Tests/Fixtures/lanchuan-education-2023")
      },
      Case(testDescription: "hundreds of rows", leastEnds: 30) { folder in
        try LargeDossier.write(to: folder)
        return folder
      },
      Case(testDescription: "the longest names and amounts", leastEnds: 3) { folder in
        try LongestDossier.write(to: folder)
        return folder
      },
    ]

    /// Builds it into a folder for the body.
    func withBuild(_ body: (URL, SampleSubmission) throws -> Void) throws {
      try withTemporaryFolder { folder in
        let dossier = try write(folder.appendingPathComponent("dossier"))
        let out = folder.appendingPathComponent("out")
        try #require(try SampleSubmission.build(dossier, into: out).summary != nil)
        try body(out, try SampleSubmission(dossier))
      }
    }
  }
}

extension SampleSubmission {
  /// The pages of a form.
  fileprivate func pages(of form: FormSheet) -> [Page] {
    typeset.pages.filter { $0.form == form.number }
  }

  /// The texts of the rows on a page that are words: numbers are formatted by whoever shows them.
  fileprivate func texts(on page: Page) -> [String] {
    page.cells.filter { cell in
      switch cell.role {
      case .code, .name, .label, .totalLabel, .text, .value: !cell.isHeader && !cell.isRepeated
      default: false
      }
    }.map(\.text).filter { !$0.isEmpty }
  }
}

/// Characters, each as often as it stands there; blanks and line ends do not count.
private struct Characters {
  private var counts: [Character: Int] = [:]

  init(_ texts: [String]) {
    for character in texts.joined() where !character.isWhitespace {
      counts[character, default: 0] += 1
    }
  }

  /// The characters of the texts that are not there.
  func lacking(_ texts: [String]) -> [Character] {
    Characters(texts).counts.filter { $0.value > counts[$0.key] ?? 0 }.keys.sorted()
  }
}

/// A sheet of a workbook with what decides how it is printed, as openpyxl reads it.
private struct PrintedSheet {
  struct Merge {
    let rows: ClosedRange<Int>

    func isCut(below row: Int) -> Bool { rows.contains(row) && rows.contains(row + 1) }
  }

  let name: String
  let scale: Int
  /// The last rows of pages, from 1.
  let ends: [Int]
  let merges: [Merge]
  /// The texts of each page.
  let pages: [Characters]

  static func all(of file: URL) throws -> [PrintedSheet] {
    func dump(_ options: [String]) throws -> String {
      let script = Project.url("Tests/Tools/dump_xlsx.py").path
      let result = try python([script] + options + [file.path])
      try #require(result.status == 0, "\(result.errors)")
      return result.output
    }
    let sheets = try dump([]).components(separatedBy: "\n\n").dropFirst()
    let ends = try dump(["--page-ends"]).split(separator: "\n")
    try #require(sheets.count == ends.count)
    return zip(sheets, ends).map { sheet, ends in
      PrintedSheet(
        sheet.split(separator: "\n").map { $0.components(separatedBy: "\t") },
        ends: ends.components(separatedBy: "\t"))
    }
  }

  private init(_ lines: [[String]], ends fields: [String]) {
    func facts(_ name: String) -> [[String]] {
      lines.filter { $0[0] == name }.map { Array($0.dropFirst()) }
    }
    func row(_ address: Substring) -> Int { Int(address.drop { $0.isLetter }) ?? 0 }
    name = fields[0]
    scale = Int(fields[1]) ?? 0
    let ends = fields[2].split(separator: " ").compactMap { Int($0) }
    self.ends = ends
    merges = facts("merge").map { merge in
      let corners = merge[0].split(separator: ":")
      return Merge(rows: row(corners[0])...row(corners[1]))
    }
    let texts = facts("cell").filter { $0[1] == "s" }
    pages = zip([0] + ends, ends + [.max]).map { start, end in
      let own = texts.filter { (start + 1...end).contains(row($0[0][...])) }
      return Characters(own.map { $0[2].replacing("\\n", with: "") })
    }
  }
}

/// The fonts of the project under the names that workbooks give.
private enum OfficeFonts {
  private static let names = [
    "宋体": "FandolSong", "方正小标宋简体": "FandolSong", "黑体": "FandolHei", "楷体": "FandolKai",
    "楷体_GB2312": "FandolKai", "仿宋": "FandolFang", "仿宋_GB2312": "FandolFang",
  ]

  /// Writes a configuration of fontconfig.
  static func write(to file: URL) throws {
    let aliases = names.sorted { $0.key < $1.key }.map { name, family in
      """
      <alias binding="same"><family>\(name)</family>
      <prefer><family>\(family)</family></prefer></alias>
      """
    }
    let text = """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig>
      <dir>\(Project.url("Fonts/files").path)</dir>
      <cachedir>\(file.deletingLastPathComponent().path)/fontcache</cachedir>
      \(aliases.joined(separator: "\n"))
      </fontconfig>
      """
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
