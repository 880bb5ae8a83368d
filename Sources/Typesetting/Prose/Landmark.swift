internal import Documents
internal import Geometry

/// A heading or a form that contents and outline name, and where it stands.
struct Landmark {
  let title: String
  /// 1 to 3; forms count as 2.
  let level: Int
  /// The section of the document, from 0.
  let section: Int
  /// The page of the section, from 0.
  let page: Int
  /// The number that is printed on that page.
  let number: Int
  /// The height on the page.
  let y: Length
}

extension Landmark {
  /// Everything that is named, in reading order.
  ///
  /// - Parameters:
  ///   - pages: the pages of each section.
  ///   - titles: what a form is called; an empty text for one that is not named.
  static func landmarks(
    of document: Document, sections: [DocumentSection], pages: [[Page]],
    titles: (FormSheet) -> String
  ) -> [Landmark] {
    sections.enumerated().flatMap { number, section in
      switch section {
      case .cover, .contents: [Landmark]()
      case .text(let blocks, _):
        blocks.compactMap { headings(of: document, block: $0, section: number, in: pages[number]) }
      case .form(let form, _, let leads):
        leads.compactMap { headings(of: document, block: $0, section: number, in: pages[number]) }
          + landmark(
            of: form, called: titles(form), section: number, in: pages[number],
            top: document.style.formPage.margins.top)
      }
    }
  }

  private static func headings(
    of document: Document, block: Int, section: Int, in pages: [Page]
  ) -> Landmark? {
    guard case .heading(let heading) = document.blocks[block] else { return nil }
    for (index, page) in pages.enumerated() {
      guard let text = page.texts.first(where: { $0.block == block }) else { continue }
      return Landmark(
        title: heading.text.onOneLine, level: min(max(heading.level, 1), 3), section: section,
        page: index, number: page.number ?? 0, y: text.line.above)
    }
    // A heading without a text stands nowhere.
    return nil
  }

  private static func landmark(
    of form: FormSheet, called title: String, section: Int, in pages: [Page],
    top: Length
  ) -> [Landmark] {
    guard let page = pages.first, !title.onOneLine.isEmpty else { return [] }
    let first = page.texts.first { $0.part == .title }
    let isLed = page.texts.contains { $0.block != nil }
    return [
      Landmark(
        title: title.onOneLine, level: formEntryLevel, section: section, page: 0,
        number: page.number ?? 0,
        y: isLed ? first?.line.above ?? top : top)
    ]
  }
}

extension PlacedLine {
  /// A height from which the line is seen whole, with a little air.
  fileprivate var above: Length { max(.zero, box.minY - box.size.height / 2) }
}

extension String {
  /// The text without line breaks and without blanks at its ends.
  var onOneLine: String {
    split(whereSeparator: \.isNewline).joined().split(separator: " ").joined(separator: " ")
  }
}
