internal import Reading

/// A paragraph of a PDF, or a row of a table: what stands on one baseline, or on several that belong
/// together.
struct PDFParagraph {
  /// A line by the position of its page and its own on the page.
  struct LinePlace: Hashable {
    let page: Int
    let line: Int
  }

  /// The whole text; of a number of its own page the number is left out, so that a page that was put
  /// in does not change all page numbers behind it.
  var text: String
  /// The page on which it begins, from 1.
  let page: Int
  /// Its number among the paragraphs that begin on that page, from 1.
  let number: Int
  var lines: [LinePlace]
  /// Whether it is running text; otherwise a row of cells or a line that stands alone.
  let isProse: Bool

  /// What a row is known by when its figures change; nil for running text, which is known by its
  /// letters.
  func name(in pages: [ReadPage]) -> String? {
    guard !isProse else { return nil }
    let words = words(in: pages).map(\.text).filter { !Self.isFigure($0) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The words of all lines.
  func words(in pages: [ReadPage]) -> [ReadWord] {
    lines.flatMap { pages[$0.page].lines[$0.line].words }
  }

  /// Whether a word is a printed figure: a number with decimals, a dash.
  ///
  /// Whole numbers may be codes and numbers of lines, by which a row is known.
  static func isFigure(_ word: String) -> Bool {
    if let number = PrintedNumber(word) { return number.decimals > 0 || word.contains(",") }
    return isSamePrint(word, "——")
  }
}

/// Gathers the lines of pages into paragraphs.
///
/// A PDF has lines only. A line goes on in the next when it is running text that reaches the right
/// edge, and the next begins at the left edge without an indent, perhaps on the next page; so the
/// paragraph stays one when its text breaks elsewhere.
struct ParagraphReader {
  private let pages: [ReadPage]
  private(set) var paragraphs: [PDFParagraph] = []
  /// The edges of running text on the page at hand; nil where there is none.
  private var edges: (left: Double, right: Double)?
  /// The last line of running text that reaches the right edge, with its paragraph.
  private var open: (paragraph: Int, line: ReadLine, page: Int)?

  init(_ pages: [ReadPage]) {
    self.pages = pages
    for index in pages.indices { read(index) }
  }

  private mutating func read(_ index: Int) {
    let page = pages[index]
    let wide = page.lines.filter { $0.isSolid && $0.box.width > page.width / 2 }
    edges =
      wide.isEmpty
      ? nil : (wide.map(\.box.left).min() ?? 0, wide.map(\.box.right).max() ?? 0)
    var number = 0
    for (position, line) in page.lines.enumerated() {
      let place = PDFParagraph.LinePlace(page: index, line: position)
      let text = withoutPageNumber(line.text, page)
      if text == line.text, let paragraph = continued(by: line, on: index) {
        append(line, place, to: paragraph)
      } else {
        number += 1
        let isProse = text == line.text && isProse(line)
        paragraphs.append(
          PDFParagraph(
            text: text, page: page.number, number: number, lines: [place], isProse: isProse))
        // A page number stands between the halves of a paragraph that goes on overleaf.
        guard text == line.text else { continue }
        open = isFull(line) ? (paragraphs.count - 1, line, index) : nil
      }
    }
  }

  /// The paragraph that a line goes on with.
  private func continued(by line: ReadLine, on page: Int) -> Int? {
    guard let open, let edges, line.isSolid else { return nil }
    let height = line.box.height
    guard abs(line.box.left - edges.left) < 0.75 * height,
      abs(open.line.box.height - height) < 0.15 * height
    else { return nil }
    if open.page == page {
      return line.box.top - open.line.box.top <= 2.5 * height ? open.paragraph : nil
    }
    return open.page + 1 == page ? open.paragraph : nil
  }

  private mutating func append(
    _ line: ReadLine, _ place: PDFParagraph.LinePlace, to paragraph: Int
  ) {
    let text = paragraphs[paragraph].text
    let needsSpace = text.last?.isASCII ?? false && line.text.first?.isASCII ?? false
    paragraphs[paragraph].text = text + (needsSpace ? " " : "") + line.text
    paragraphs[paragraph].lines.append(place)
    open = nil
    if isFull(line) { open = (paragraph, line, place.page) }
  }

  /// Whether a line is as wide as running text, or the beginning or end of some.
  private func isProse(_ line: ReadLine) -> Bool {
    guard let edges, line.isSolid else { return false }
    return line.box.left - edges.left < 3 * line.box.height
  }

  private func isFull(_ line: ReadLine) -> Bool {
    guard let edges, line.isSolid else { return false }
    return line.box.right >= edges.right - 1.5 * line.box.height
      && line.box.width > (edges.right - edges.left) / 2
  }

  /// `— 5 —` on page 5 without its number; other texts as they are.
  private func withoutPageNumber(_ text: String, _ page: ReadPage) -> String {
    let digits = text.filter { !$0.isWhitespace && !"-–—―─－·第页".contains($0) }
    guard digits == String(page.number) || !page.label.isEmpty && digits == page.label else {
      return text
    }
    return text.replacing(digits, with: "#")
  }
}

extension ReadLine {
  /// Whether its words stand as close as those of a sentence, and not in the columns of a table.
  var isSolid: Bool {
    zip(words, words.dropFirst()).allSatisfy { $1.box.left - $0.box.right < 1.5 * box.height }
  }
}
