internal import Readings

/// A line that prints the number of its page, whatever the file calls the page.
struct PageNumber {
  /// The line with a mark in place of each number.
  let masked: String
  /// The number; nil where it is not printed in digits.
  let number: Int?

  /// How far from the upper or lower edge a page number stands at most, as a share of the page.
  private static let edge = 0.15

  /// The number that a line prints: alone at the edge of the page, or the page's own.
  ///
  /// - Parameter isRow: whether the line is known to be a row of a table, whose figures are none.
  init?(_ line: ReadLine, on page: ReadPage, isRow: Bool) {
    let height = Self.edge * page.height
    let isAtEdge = line.box.bottom < height || line.box.top > page.height - height
    if isAtEdge, !isRow, let lone = Self(lone: line.text) {
      self = lone
      return
    }
    let names = [String(page.number), page.label]
    guard let name = names.first(where: { Self.prints(line.text, $0) }) else { return nil }
    masked = line.text.replacing(name, with: "#")
    number = Int(name)
  }

  /// `— 5 —`, `第５页`, `5 / 12`: one number, or two where the second counts all pages.
  private init?(lone text: String) {
    guard text.utf8.count <= 60 else { return nil }
    var masked = ""
    var groups: [String] = []
    var isOpen = false
    for character in text {
      if let digit = character.wholeNumberValue, Self.isDigit(character) {
        if !isOpen {
          groups.append("")
          masked += "#"
        }
        groups[groups.count - 1] += String(digit)
        isOpen = true
      } else if character.isWhitespace || Self.marks.contains(character)
        || Self.counts.contains(character)
      {
        masked.append(character)
        isOpen = false
      } else {
        return nil
      }
    }
    let countsAll = text.contains(where: Self.counts.contains)
    guard (1...(countsAll ? 2 : 1)).contains(groups.count),
      groups.allSatisfy({ $0.count <= 4 }), let number = groups.first.flatMap({ Int($0) })
    else { return nil }
    self.masked = masked
    self.number = number
  }

  private static func isDigit(_ character: Character) -> Bool {
    "0"..."9" ~= character || "０"..."９" ~= character
  }

  /// Whether a text is a number between dashes and blanks; most lines are known not to be by their
  /// first character.
  private static func prints(_ text: String, _ number: String) -> Bool {
    var rest = number[...]
    for character in text where !character.isWhitespace && !marks.contains(character) {
      guard character == rest.first else { return false }
      rest.removeFirst()
    }
    return rest.isEmpty && !number.isEmpty
  }

  private static let marks = Set("-–—―─－·第页")
  private static let counts = Set("共/／")

  // MARK: numbers of two files

  /// The numbers of two pages that belong together, with the places of these pages.
  struct Pair {
    let left: Int
    let right: Int
    let leftPage: Int
    let rightPage: Int

    /// By how much the right one counts otherwise.
    fileprivate var shift: Int { (right - rightPage) - (left - leftPage) }
  }

  /// The positions of pairs that go with neither neighbour.
  ///
  /// Where a page is gone, or counting begins elsewhere, all numbers behind are others; that is no
  /// difference of each. One number that does not count on is.
  static func odd(_ pairs: [Pair]) -> [Int] {
    pairs.indices.filter { index in
      let pair = pairs[index]
      guard pair.left != pair.right else { return false }
      let neighbours = [index - 1, index + 1].filter(pairs.indices.contains)
      return !neighbours.contains { pairs[$0].shift == pair.shift }
    }
  }

  /// The numbers at the ends of two labels that begin alike; nil for other labels.
  static func ends(_ left: String, _ right: String) -> (Int, Int)? {
    func split(_ label: String) -> (Substring, Int)? {
      let digits = label.reversed().prefix { "0"..."9" ~= $0 }.count
      guard 1...9 ~= digits, let number = Int(label.suffix(digits)) else { return nil }
      return (label.dropLast(digits), number)
    }
    guard let own = split(left), let other = split(right), own.0 == other.0 else { return nil }
    return (own.1, other.1)
  }
}

extension String {
  /// The text with another one in place of a character.
  func replacingCharacters(at place: Index, with other: String) -> String {
    String(self[..<place]) + other + String(self[index(after: place)...])
  }
}
