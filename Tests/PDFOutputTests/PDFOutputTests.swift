import Domain
import Foundation
import Geometry
import PDFOutput
import TestSupport
import Testing
import Typesetting

@Suite("The PDF file")
struct PDFOutputTests {
  /// Writes the sample and hands the file over.
  private func withSample(_ body: (URL, TypesetDocument) throws -> Void) throws {
    let document = try sampleTypeset()
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("sample.pdf")
      try Data(makePDF(document, metadata: sampleMetadata())).write(to: url)
      try body(url, document)
    }
  }

  @Test("Written twice, from fonts loaded twice, the bytes are the same")
  func deterministic() throws {
    try withSample { first, _ in
      try withSample { second, _ in
        let (one, two) = (try Data(contentsOf: first), try Data(contentsOf: second))
        #expect(one == two)
      }
    }
  }

  @Test("The clock and the time zone leave no trace")
  func dates() throws {
    try withSample { url, _ in
      let info = try run("pdfinfo", ["-isodates", url.path]).output
      #expect(info.contains("CreationDate:    2024-09-20T00:00:00Z"))
      #expect(info.contains("ModDate:         2024-09-20T00:00:00Z"))
      for line in ["Title:           某某局2023年度部门决算公开", "Author:          某某局"] {
        #expect(info.contains(line))
      }
    }
  }

  @Test("Every font is embedded as a subset, and maps back to text")
  func fonts() throws {
    try withSample { url, document in
      let lines = try run("pdffonts", [url.path]).output.split(separator: "\n").dropFirst(2)
      // cairo makes two of a face with TrueType outlines: one for Latin letters, one for the rest.
      let names = Set(lines.compactMap { $0.split(separator: " ").first?.drop { $0 != "+" } })
      #expect(names.count == document.fonts.count)
      for line in lines { #expect(line.contains("yes yes yes"), "\(line)") }
    }
  }

  @Test("Pages have the size of their form, upright or sideways")
  func pageSizes() throws {
    try withSample { url, document in
      let info = try run("pdfinfo", ["-l", "-1", url.path]).output
      let lines = info.split(separator: "\n")
      let sizes = lines.filter { $0.hasPrefix("Page ") && $0.contains("size") }
      #expect(sizes.count == document.pages.count)
      for (line, page) in zip(sizes, document.pages) {
        let isSideways = line.contains("841.89 x 595.276")
        #expect(isSideways == (page.size.width > page.size.height), "\(line)")
      }
      #expect(Set(document.pages.map(\.size)).count == 2)
    }
  }

  @Test("Every cell's text is read back inside its box")
  func wordsInBoxes() throws {
    try withSample { url, document in
      let pages = try words(of: url)
      #expect(pages.count == document.pages.count)
      for (words, page) in zip(pages, document.pages) {
        for cell in page.cells where !cell.lines.isEmpty {
          let inside = words.filter { isInside($0.box, cell.box) }.map(\.text).joined()
          #expect(inside == cell.text.filter { $0 != " " })
        }
        let cells = page.cells.map(\.text).joined() + page.texts.map(\.line.text).joined()
        #expect(words.map(\.text.count).reduce(0, +) == cells.filter { $0 != " " }.count)
      }
    }
  }

  @Test("The outline leads to each form's first page")
  func outline() throws {
    try withSample { url, document in
      let result = try run("qpdf", ["--json", "--json-key=outlines", url.path])
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      let entries = try #require(json?["outlines"] as? [[String: Any]])
      #expect(entries.compactMap { $0["title"] as? String } == document.outline.map(\.title))
      let targets = entries.compactMap { $0["destpageposfrom1"] as? Int }
      #expect(targets == document.outline.map { $0.page + 1 })
      // A PDF counts heights from the lower edge.
      let heights = entries.compactMap { ($0["dest"] as? [Any])?[3] as? Double }
      for (height, entry) in zip(heights, document.outline) {
        let page = document.pages[entry.page].size.height.points
        #expect(abs(page - height - entry.y.points) < 0.1)
      }
      #expect(heights.count == 2)
    }
  }

  @Test("The file is sound")
  func sound() throws {
    try withSample { url, _ in
      let result = try run("qpdf", ["--check", url.path])
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      #expect(result.output.contains("No syntax or stream encoding errors found"))
    }
  }

  private typealias Word = (text: String, box: (x: ClosedRange<Double>, y: ClosedRange<Double>))

  /// The words of each page with their boxes.
  private func words(of url: URL) throws -> [[Word]] {
    let text = try run("pdftotext", ["-bbox", url.path, "-"]).output
    return text.components(separatedBy: "<page ").dropFirst().map { page in
      page.split(separator: "\n").compactMap(word)
    }
  }

  /// A line like `<word xMin="1" yMin="2" xMax="3" yMax="4">text</word>`.
  private func word(_ line: Substring) -> Word? {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    guard line.contains("<word"), parts.count == 9, let x0 = Double(parts[1]),
      let y0 = Double(parts[3]), let x1 = Double(parts[5]), let y1 = Double(parts[7])
    else { return nil }
    let text = parts[8].dropFirst().prefix { $0 != "<" }
    return (String(text), (x0...x1, y0...y1))
  }

  /// Whether a word's middle lies in the box and its ends do not leave it.
  private func isInside(
    _ word: (x: ClosedRange<Double>, y: ClosedRange<Double>), _ box: Rectangle
  ) -> Bool {
    let middle = (word.y.lowerBound + word.y.upperBound) / 2
    return word.x.lowerBound >= box.minX.points - 0.1 && word.x.upperBound <= box.maxX.points + 0.1
      && middle > box.minY.points && middle < box.maxY.points
  }
}
