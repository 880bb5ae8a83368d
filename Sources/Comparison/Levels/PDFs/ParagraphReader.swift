internal import Figures
internal import Readings

/// Gathers the lines of pages into paragraphs, and sets apart what stands on page after page.
///
/// A PDF has lines only. A line goes on in the next when it is running text that reaches the right
/// edge, and the next begins at the left edge without an indent, perhaps on the next page; so the
/// paragraph stays one when its text breaks elsewhere.
struct ParagraphReader {
  private let pages: [ReadPage]
  /// For each page, which of its lines are known to be rows of tables: never running text.
  private let rows: [Set<Int>]
  private(set) var paragraphs: [PDFParagraph] = []
  /// Page numbers, and what a page repeats of the page before: running titles, heads of tables.
  ///
  /// They go with the page and would stand between other rows when one is put in.
  private(set) var furniture: [PDFParagraph] = []
  /// The edges of running text on the page at hand; nil where there is none.
  private var edges: (left: Double, right: Double)?
  /// The last line of running text that reaches the right edge, with its paragraph.
  private var open: (line: ReadLine, page: Int)?

  init(_ pages: [ReadPage], rows: [Set<Int>]) {
    self.pages = pages
    self.rows = rows
    var before: [String] = []
    for index in pages.indices {
      let page = pages[index]
      let numbers = page.lines.enumerated().map { position, line in
        PageNumber(line, on: page, isRow: rows[index].contains(position))
      }
      let texts = zip(numbers, page.lines).map { $0?.masked ?? $1.text }
      read(
        index, texts, numbers: numbers.map { $0?.number },
        repeated: Self.repeated(texts, of: before))
      before = texts
    }
  }

  /// So many lines at most stand above the rows of a table: titles and its own head.
  private static let headLines = 12

  /// The positions of the lines at both ends of a page that are those of the page before.
  private static func repeated(_ texts: [String], of before: [String]) -> Set<Int> {
    let most = min(texts.count, before.count)
    // The head of a table that goes on stood below its title before.
    // A page of a parted table begins with the head that stood some lines further down on the page
    // before, so the beginnings are laid over each other at several shifts.
    let front =
      (0..<min(before.count, headLines)).map { start in
        zip(texts, before.dropFirst(start)).prefix { isSame($0, $1) && !hasFigures($0) }.count
      }.max() ?? 0
    let back = zip(texts.reversed(), before.reversed())
      .prefix { isSame($0, $1) && !hasFigures($0) }.count
    // A page that is wholly like the one before is content.
    guard front + back < most else { return [] }
    return Set(0..<front).union(texts.count - back..<texts.count)
  }

  /// Whether two lines have the same bytes: most differ in the first.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
  }

  /// Whether a line is a row of figures; two forms may end in the same one by chance.
  private static func hasFigures(_ text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: " ")).contains { word in
      let word = String(Substring(word))
      return PDFParagraph.isFigure(word) && word.count > 1
    }
  }

  private mutating func read(
    _ index: Int, _ texts: [String], numbers: [Int?], repeated: Set<Int>
  ) {
    let page = pages[index]
    // Only lines over half of the page are sure to be running text; from headings and cells the edges
    // would come out too narrow, and every line would seem to be full.
    let wide = page.lines.indices.filter { !rows[index].contains($0) }.map { page.lines[$0] }
      .filter { $0.isSolid && $0.box.width > page.width / 2 }
    edges =
      wide.isEmpty
      ? nil : (wide.map(\.box.left).min() ?? 0, wide.map(\.box.right).max() ?? 0)
    var number = 0
    for (position, line) in page.lines.enumerated() {
      let place = PDFParagraph.LinePlace(page: index, line: position)
      // A masked text differs from the line only where it is the number of the page.
      if repeated.contains(position) || texts[position] != line.text {
        furniture.append(
          PDFParagraph(
            text: texts[position], page: page.number, number: position + 1, lines: [place],
            isProse: false, pageNumber: numbers[position]))
      } else if rows[index].contains(position) {
        number += 1
        paragraphs.append(
          PDFParagraph(
            text: line.text, page: page.number, number: number, lines: [place], isProse: false))
        open = nil
      } else if goesOn(in: line, on: index) {
        append(line, place)
      } else {
        number += 1
        paragraphs.append(
          PDFParagraph(
            text: line.text, page: page.number, number: number, lines: [place],
            isProse: isProse(line)))
        // A paragraph may go on only behind a full line; the last line of one is mostly short. One that
        // ends at the very edge is taken with the next, on both sides alike, which hides nothing.
        open = isFull(line) ? (line, index) : nil
      }
    }
  }

  /// Whether a line goes on with the last paragraph.
  private func goesOn(in line: ReadLine, on page: Int) -> Bool {
    guard let open, let edges, line.isSolid else { return false }
    let height = line.box.height
    guard abs(line.box.left - edges.left) < 0.75 * height,
      abs(open.line.box.height - height) < 0.15 * height
    else { return false }
    // Headings and paragraphs set apart stand farther off than lines of one text. On the next page
    // the distance says nothing: the indent alone must do.
    if open.page == page { return line.box.top - open.line.box.top <= 2.5 * height }
    return open.page + 1 == page
  }

  private mutating func append(_ line: ReadLine, _ place: PDFParagraph.LinePlace) {
    let last = paragraphs.count - 1
    let text = paragraphs[last].text
    // Chinese is joined without a space; between Latin letters the break has swallowed one.
    let needsSpace = text.last?.isASCII ?? false && line.text.first?.isASCII ?? false
    paragraphs[last].text = text + (needsSpace ? " " : "") + line.text
    paragraphs[last].lines.append(place)
    open = isFull(line) ? (line, place.page) : nil
  }

  /// Whether a line is running text, or the beginning or end of some.
  private func isProse(_ line: ReadLine) -> Bool {
    guard let edges, line.isSolid else { return false }
    return line.box.left - edges.left < 3 * line.box.height
  }

  private func isFull(_ line: ReadLine) -> Bool {
    guard let edges, line.isSolid else { return false }
    return line.box.right >= edges.right - 1.5 * line.box.height
      && line.box.width > (edges.right - edges.left) / 2
  }
}

extension ReadLine {
  /// Whether its words stand as close as those of a sentence, and not in the columns of a table.
  var isSolid: Bool {
    zip(words, words.dropFirst()).allSatisfy { $1.box.left - $0.box.right < 1.5 * box.height }
  }
}
