import Documents
import Foundation
import Geometry
import Submission
import TestSupport
import Testing
import Typesetting

/// The example's PDF as a reader of the whole document uses it.
@Suite("The document of the example") struct DocumentPagesTests {
  /// What contents or outline name, and what stands on the page.
  private struct Entry {
    let title: String
    let level: Int
    /// The text at the place that the entry leads to.
    let onPage: String
  }

  @Test("the numbers in the contents are those of the pages on which headings and forms stand")
  func contentsNumbers() throws {
    try withFile { url, sample in
      let texts = try pageTexts(url)
      let front = sample.typeset.pages.prefix { $0.number == nil }.count
      #expect(texts.map(printedNumber) == sample.typeset.pages.map(\.number))
      var rest = texts[1..<front].joined()[...]
      let entries = entries(sample.document).filter { $0.level <= listedLevels }
      #expect(entries.count > 25)
      for entry in entries {
        let start = try #require(rest.range(of: entry.title), "no entry \(entry.title)")
        let tail = rest[start.upperBound...]
        #expect(tail.hasPrefix("…"), "\(entry.title)")
        let number = tail.drop { $0 == "…" }.prefix { $0.isASCII && $0.isNumber }
        let page = try #require(Int(number), "\(entry.title) has no number")
        let index = try #require(texts.firstIndex { printedNumber($0) == page })
        #expect(texts[index].contains(entry.onPage), "\(entry.title) is not on page \(page)")
        rest = tail.drop { $0 == "…" }.dropFirst(number.count)
      }
      #expect(rest.isEmpty, "left over: \(rest)")
    }
  }

  @Test("the contents list parts, sections and forms, but nothing below them")
  func contents() throws {
    try withFile { url, sample in
      let front = sample.typeset.pages.prefix { $0.number == nil }.count
      let text = try pageTexts(url)[1..<front].joined()
      let entries = entries(sample.document)
      #expect(Set(entries.map(\.level)) == [1, 2, 3])
      for entry in entries {
        #expect(text.contains(entry.title + "…") == (entry.level <= listedLevels), "\(entry)")
      }
    }
  }

  @Test("every link of the contents and every entry of the outline leads to its heading")
  func navigation() throws {
    try withFile { url, sample in
      let navigation = try PDFNavigation(url)
      let words = try pdfWords(url)
      let all = entries(sample.document)
      let listed = all.filter { $0.level <= listedLevels }
      #expect(navigation.outline.map { $0.title.filter { !$0.isWhitespace } } == all.map(\.title))
      #expect(navigation.outline.map(\.level) == all.map(\.level))
      for (entry, place) in zip(navigation.outline, all) {
        let text = words[entry.page - 1].map(\.text).joined()
        #expect(text.contains(place.onPage), "\(entry)")
      }
      try #require(navigation.links.count == listed.count)
      for (link, entry) in zip(navigation.links, listed) {
        let height = sample.typeset.pages[link.target - 1].size.height.points
        let below = words[link.target - 1].filter { $0.bottom > height - link.height }
        // The heading is the first thing below, but for the head of a page with a form.
        let heading = try #require(
          below.first { entry.onPage.hasPrefix($0.text) }, "\(entry) is not on its page")
        #expect(heading.top - (height - link.height) < 60, "\(entry)")
        #expect(below.map(\.text).joined().contains(entry.onPage), "\(entry)")
        let covered = words[link.page - 1].filter { isCovered($0, by: link, sample) }
          .map(\.text).joined()
        #expect(covered.hasPrefix(entry.title), "\(entry): \(covered)")
        #expect(covered.hasSuffix("…\(navigation.labels[link.target - 1])"), "\(covered)")
      }
    }
  }

  @Test("the structure has each heading at its level, forms as sections of their part")
  func structure() throws {
    try withFile { url, sample in
      let found = try pdfStructure(url).flatMap(\.children)
        .filter { $0.type.hasPrefix("H") }.map { [$0.type, $0.text] }
      let contents = sample.document.blocks.compactMap { block in
        if case .contents(let contents) = block {
          ["H1", contents.title.filter { !$0.isWhitespace }]
        } else {
          nil
        }
      }
      #expect(contents.count == 1)
      #expect(found == contents + entries(sample.document).map { ["H\($0.level)", $0.onPage] })
    }
  }

  /// The contents list parts and sections; the set has no style for what stands below.
  private let listedLevels = 2

  private func withFile(_ body: (URL, SampleSubmission) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      _ = try SampleSubmission.build(into: out)
      try body(out.appendingPathComponent("部门决算公开.pdf"), SampleSubmission())
    }
  }

  /// Headings and forms in reading order, without blanks.
  private func entries(_ document: Document) -> [Entry] {
    document.blocks.compactMap { block in
      switch block {
      case .heading(let heading):
        let text = heading.text.filter { !$0.isWhitespace }
        return Entry(title: text, level: heading.level, onPage: text)
      case .form(let form):
        return Entry(
          title: form.entry.filter { !$0.isWhitespace }, level: 2,
          onPage: form.title.filter { !$0.isWhitespace })
      case .cover, .contents, .paragraph, .table, .pageBreak, .orientation: return nil
      }
    }
  }

  /// The number at the foot of a page as it is read back.
  private func printedNumber(_ text: String) -> Int? {
    guard let match = text.firstMatch(of: /—([0-9]+)—$/) else { return nil }
    return Int(match.1)
  }

  private func isCovered(
    _ word: PDFWord, by link: PDFNavigation.Link, _ sample: SampleSubmission
  ) -> Bool {
    let height = sample.typeset.pages[link.page - 1].size.height.points
    return word.isIn(
      left: link.area[0], top: height - link.area[3], right: link.area[2],
      bottom: height - link.area[1])
  }
}
