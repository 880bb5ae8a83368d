internal import Diagnostics

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

  private let differences: [Difference]
  private var open: [Sight: [Int]] = [:]
  private var taken: Set<Int> = []
  /// Words of blocks that were reported as a whole.
  private var covered: [Word: Int] = [:]

  init(_ differences: [Difference]) {
    self.differences = differences
    // Several figures may change alike on a page (0.00 to 1.00). Which is which cannot be seen; taken
    // from the end of each list they come in the order of the forms, as the words do.
    for (index, difference) in differences.enumerated().reversed() {
      open[Self.sight(of: difference), default: []].append(index)
    }
  }

  /// The figure whose change was seen as a change of a word; each is given once.
  mutating func take(_ old: String, _ page: Int, _ new: String, _ otherPage: Int) -> Difference? {
    // A blank has no word on the page, so a figure that was filled or emptied is seen on one side only.
    let sights = [
      Sight(old: old, page: page, new: new, otherPage: otherPage),
      Sight(old: old, page: page, new: "", otherPage: nil),
      Sight(old: "", page: nil, new: new, otherPage: otherPage),
    ]
    for (index, sight) in sights.enumerated() {
      if index == 1 && !new.isEmpty || index == 2 && !old.isEmpty { continue }
      guard let found = open[sight]?.popLast() else { continue }
      taken.insert(found)
      return differences[found]
    }
    return nil
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
