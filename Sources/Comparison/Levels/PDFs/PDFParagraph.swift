internal import Diagnostics
internal import Readings

/// A paragraph of a PDF, or a row of a table: what stands on one baseline, or on several that belong
/// together.
struct PDFParagraph {
  /// A line by the position of its page and its own on the page.
  struct LinePlace: Hashable {
    let page: Int
    let line: Int
  }

  /// The whole text.
  var text: String
  /// The page on which it begins, from 1.
  let page: Int
  /// Its number among the paragraphs that begin on that page, from 1.
  let number: Int
  var lines: [LinePlace]
  /// Whether it is running text; otherwise a row of cells or a line that stands alone.
  let isProse: Bool
  /// The number of a page that the line prints; nil for any other text.
  var pageNumber: Int?

  /// The text with the number that stands for itself.
  var shown: String {
    guard let pageNumber, let mark = text.firstIndex(of: "#") else { return text }
    return text.replacingCharacters(at: mark, with: String(pageNumber))
  }

  /// What a row is known by when its figures change; nil for running text, which is known by its
  /// letters.
  func name(in pages: [ReadPage]) -> String? {
    guard !isProse else { return nil }
    let words = words(in: pages).map(\.text).filter { !Self.isFigure($0) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// Where it stands: of one that goes on on the next page, the part on the first.
  func place(in pages: [ReadPage]) -> Place {
    .page(page, paragraph: number, box: box(in: pages)?.onPage)
  }

  /// The box of its lines on the page on which it begins.
  func box(in pages: [ReadPage]) -> ReadBox? {
    let boxes = lines.filter { pages[$0.page].number == page }
      .map { pages[$0.page].lines[$0.line].box }
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
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
