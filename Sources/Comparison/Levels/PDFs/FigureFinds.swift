internal import Diagnostics
internal import Readings

/// What differs among the figures of two PDFs, to put addresses to differing words and to report what
/// no word shows.
struct FigureFinds {
  /// A change of a word as it can be seen on paper.
  private struct Sight: Hashable {
    let old: String
    let page: Int?
    let new: String
    let otherPage: Int?
  }

  private struct Word: Hashable {
    let page: Int
    let text: String
    let isLeft: Bool
  }

  /// A figure on a page, by the box of its cell.
  private struct Cell {
    let box: PageBox
    let figure: Int
  }

  private let differences: [Difference]
  private var open: [Sight: [Int]] = [:]
  /// By page, where it is known which part of the page the figures stand in.
  private var left: [Int: [Cell]] = [:]
  private var right: [Int: [Cell]] = [:]
  private var taken: Set<Int> = []
  /// Words of blocks that were reported as a whole.
  private var covered: [Word: Int] = [:]

  init(_ differences: [Difference]) {
    self.differences = differences
    // Several figures may change alike on a page (0.00 to 1.00). Which is which cannot be seen without
    // cells; taken from the end of each list they come in the order of the forms, as the words do.
    for (index, difference) in differences.enumerated().reversed() {
      open[Self.sight(of: difference), default: []].append(index)
      Self.place(difference.left, index, in: &left)
      Self.place(difference.right, index, in: &right)
    }
  }

  private static func place(
    _ side: Difference.Side?, _ figure: Int, in cells: inout [Int: [Cell]]
  ) {
    guard case .page(let place)? = side?.at, let box = place.box else { return }
    cells[place.page, default: []].append(Cell(box: box, figure: figure))
  }

  /// The figure whose change was seen as a change of a word; each is given once.
  mutating func take(
    _ old: ReadWord?, _ page: Int, _ new: ReadWord?, _ otherPage: Int
  ) -> Difference? {
    let (first, second) = (old?.text ?? "", new?.text ?? "")
    let seen =
      old.flatMap { figure(at: $0, left[page]) }
      ?? new.flatMap {
        figure(at: $0, right[otherPage])
      }
    if let seen {
      taken.insert(seen)
      return differences[seen]
    }
    // A blank has no word on the page, so a figure that was filled or emptied is seen on one side only.
    let sights = [
      Sight(old: first, page: page, new: second, otherPage: otherPage),
      Sight(old: first, page: page, new: "", otherPage: nil),
      Sight(old: "", page: nil, new: second, otherPage: otherPage),
    ]
    for (index, sight) in sights.enumerated() {
      if index == 1 && !second.isEmpty || index == 2 && !first.isEmpty { continue }
      while let found = open[sight]?.popLast() {
        guard taken.insert(found).inserted else { continue }
        return differences[found]
      }
    }
    return nil
  }

  /// The figure in whose cell a word stands, unless it was given.
  private func figure(at word: ReadWord, _ cells: [Cell]?) -> Int? {
    cells?.first { cell in
      cell.box.left <= word.box.middleX && word.box.middleX <= cell.box.right
        && cell.box.top <= word.box.middleY && word.box.middleY <= cell.box.bottom
        && !taken.contains(cell.figure)
    }?.figure
  }

  /// The figures of rows that only one side has, which are then given; none unless each row has one,
  /// for the others would not be told.
  mutating func parts(
    of rows: [(page: Int, words: [ReadWord])], isLeft: Bool
  ) -> [Difference] {
    guard !differences.isEmpty else { return [] }
    let found = rows.map { page, words in
      words.compactMap { figure(at: $0, isLeft ? left[page] : right[page]) }
        .filter { (isLeft ? differences[$0].right : differences[$0].left) == nil }
    }
    guard !found.contains(where: \.isEmpty) else { return [] }
    taken.formUnion(found.joined())
    return found.joined().map { differences[$0] }
  }

  /// Takes note of words that were reported with their row.
  mutating func cover(_ words: [(page: Int, word: String)], isLeft: Bool) {
    guard !differences.isEmpty else { return }
    for (page, word) in words {
      covered[Word(page: page, text: word, isLeft: isLeft), default: 0] += 1
    }
  }

  /// The differences that no word was reported for.
  var unnamed: [Difference] {
    var rest = covered
    return differences.indices.compactMap { index in
      guard !taken.contains(index) else { return nil }
      let difference = differences[index]
      // A form that one side lacks is seen by its texts.
      if case .form = difference.address { return nil }
      let words = [(difference.left, true), (difference.right, false)].compactMap { side, isLeft in
        side.flatMap { side in
          side.at?.page.map { Word(page: $0, text: side.value, isLeft: isLeft) }
        }
      }
      // A row that was put in was reported as a block with all its words; its figures are not told
      // again. Counted, so that an equal figure elsewhere on the page still is.
      for word in words {
        guard let count = rest[word], count > 0 else { continue }
        rest[word] = count - 1
        return nil
      }
      return difference
    }
  }

  private static func sight(of difference: Difference) -> Sight {
    Sight(
      old: difference.left?.value ?? "", page: difference.left?.at?.page,
      new: difference.right?.value ?? "", otherPage: difference.right?.at?.page)
  }
}

/// Texts that were reported, so that outline and structure do not tell them again.
struct ReportedTexts {
  private(set) var left: [String] = []
  private(set) var right: [String] = []
  /// Pages on which paragraphs were removed or added.
  private(set) var leftPages: Set<Int> = []
  private(set) var rightPages: Set<Int> = []

  mutating func changed(_ old: PDFParagraph, _ new: PDFParagraph) {
    left.append(old.text)
    right.append(new.text)
  }

  mutating func removed(_ paragraphs: [PDFParagraph]) {
    left += paragraphs.map(\.text)
    leftPages.formUnion(paragraphs.map(\.page))
  }

  mutating func added(_ paragraphs: [PDFParagraph]) {
    right += paragraphs.map(\.text)
    rightPages.formUnion(paragraphs.map(\.page))
  }

  /// Whether a text of a side was reported, or is part of one that was.
  func contains(_ text: String, isLeft: Bool) -> Bool {
    let wanted = text.filter { !$0.isWhitespace }
    return (isLeft ? left : right).contains { text in
      let reported = text.filter { !$0.isWhitespace }
      return !wanted.isEmpty && (reported.contains(wanted) || wanted.contains(reported))
    }
  }
}
