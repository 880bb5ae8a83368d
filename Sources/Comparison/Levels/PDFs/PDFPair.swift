internal import Readings

/// Two PDFs with their paragraphs and pages matched.
struct PDFPair {
  let left: PDFReading
  let right: PDFReading
  let own: [PDFParagraph]
  let others: [PDFParagraph]
  let paragraphs: SequenceComparison
  let pages: PageMap
  let furniture: FurniturePair

  init(_ first: PDFReading, _ second: PDFReading) {
    var (left, right) = (first, second)
    let (own, others) = (Self.joined(first), Self.joined(second))
    left.pages = own.map(\.page)
    right.pages = others.map(\.page)
    self.init(joined: left, right, rows: (own.map(\.rows), others.map(\.rows)))
  }

  /// The pages with each row of their tables on one line, by rules where these were read.
  private static func joined(_ document: PDFReading) -> [(page: ReadPage, rows: Set<Int>)] {
    document.pages.map { page in
      guard !page.grids.isEmpty else { return (WrappedCells.joined(page), []) }
      let rows = GridRows(page)
      return (rows.page, rows.rows)
    }
  }

  /// Matches PDFs whose wrapped cells are put together.
  ///
  /// - Parameter rows: for each page of both, which of its lines are rows of tables.
  private init(
    joined left: PDFReading, _ right: PDFReading, rows: (left: [Set<Int>], right: [Set<Int>])
  ) {
    self.left = left
    self.right = right
    let (first, second) = (
      ParagraphReader(left.pages, rows: rows.left), ParagraphReader(right.pages, rows: rows.right)
    )
    let (own, others) = (first.paragraphs, second.paragraphs)
    self.own = own
    self.others = others
    // All pages are one sequence: a paragraph that moves to the next page because of an insertion
    // before it is then no difference in content.
    paragraphs = compareSequences(
      own.map(\.text), others.map(\.text),
      by: ElementLikeness(
        leftName: { own[$0].name(in: left.pages) },
        rightName: { others[$0].name(in: right.pages) },
        likeness: { likeness(of: own[$0].text, others[$1].text) },
        isWeighty: { !own[$0].text.isEmpty }))
    pages = PageMap(
      paragraphs.pairs.map { (own[$0.left].page, others[$0.right].page) },
      counts: (left.pages.count, right.pages.count))
    furniture = FurniturePair(first.furniture, second.furniture, pages)
  }
}

/// Which page on the right has most of the paragraphs of a left page.
struct PageMap {
  private var pages: [Int: Int] = [:]

  /// Makes the map from the pages of paragraphs that belong together.
  init(_ pairs: [(left: Int, right: Int)], counts: (left: Int, right: Int)) {
    var votes: [Int: [Int: Int]] = [:]
    for pair in pairs { votes[pair.left, default: [:]][pair.right, default: 0] += 1 }
    var taken: Set<Int> = []
    for page in 1..<max(1, counts.left + 1) {
      // Most votes first, of equal ones the earliest page, so that the result never hangs on the order
      // of a dictionary.
      let candidates = (votes[page] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      if let best = candidates.first(where: { !taken.contains($0.key) }) {
        pages[page] = best.key
        taken.insert(best.key)
      } else if counts.left == counts.right, !taken.contains(page) {
        // A page without text is the one in the same place.
        pages[page] = page
        taken.insert(page)
      }
    }
  }

  /// The right page that is a left one, from 1.
  subscript(page: Int) -> Int? { pages[page] }
}

/// What stands on page after page, matched page by page.
struct FurniturePair {
  let own: [PDFParagraph]
  let others: [PDFParagraph]
  private(set) var pairs: [(left: Int, right: Int)] = []
  /// What only one of two pages that belong together has.
  private(set) var removed: [PDFParagraph] = []
  private(set) var added: [PDFParagraph] = []
  /// Lines that print a number which does not count on with those around it.
  private(set) var renumbered: [(left: PDFParagraph, right: PDFParagraph)] = []

  init(_ own: [PDFParagraph], _ others: [PDFParagraph], _ pages: PageMap) {
    self.own = own
    self.others = others
    let lefts = Dictionary(grouping: own.indices) { own[$0].page }
    let rights = Dictionary(grouping: others.indices) { others[$0].page }
    for page in Set(own.map(\.page)).sorted() {
      guard let number = pages[page], let left = lefts[page] else { continue }
      let right = rights[number] ?? []
      // Page by page, for a running title says the same on every page and any would match any.
      let alignment = align(left.map { own[$0].text }, right.map { others[$0].text })
      for run in alignment.runs {
        for offset in 0..<run.count {
          pairs.append((left[run.left + offset], right[run.right + offset]))
        }
      }
      for gap in alignment.gaps {
        removed += gap.left.map { own[left[$0]] }
        added += gap.right.map { others[right[$0]] }
      }
    }
    let numbered = pairs.filter {
      own[$0.left].pageNumber != nil && others[$0.right].pageNumber != nil
    }
    let numbers = numbered.map { pair in
      PageNumber.Pair(
        left: own[pair.left].pageNumber ?? 0, right: others[pair.right].pageNumber ?? 0,
        leftPage: own[pair.left].page, rightPage: others[pair.right].page)
    }
    renumbered = PageNumber.odd(numbers).map {
      (own[numbered[$0].left], others[numbered[$0].right])
    }
  }
}
