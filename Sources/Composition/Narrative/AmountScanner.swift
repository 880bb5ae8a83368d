/// Finds the amounts and percentages in a text: numbers with a unit behind them.
///
/// One pass, whatever the text: a regular expression looks for the unit again from each digit of a
/// number that has none, which takes minutes for a row of some thousand.
struct AmountScanner {
  /// A number with its unit.
  struct Amount {
    /// The digits, with their separators and point.
    let number: String
    let unit: String
    /// Both as they stand in the text.
    let written: String
  }

  private let characters: [Character]

  init(_ text: String) { characters = Array(text) }

  /// The amounts, in the order of the text.
  var amounts: [Amount] {
    var found: [Amount] = []
    var index = 0
    while index < characters.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let digits = end(of: { isDigit($0) || ",，".contains(characters[$0]) }, from: index)
      let fraction = fractionEnd(from: digits)
      if let (unit, end) = unit(behind: fraction) {
        found.append(
          Amount(
            number: String(characters[index..<fraction]), unit: unit,
            written: String(characters[index..<end])))
        index = end
      } else {
        // What stands behind a point may be a number of its own: 1.2.3万元.
        index = digits
      }
    }
    return found
  }

  /// Behind a point with digits; where it was asked from, if there are none.
  private func fractionEnd(from start: Int) -> Int {
    guard start < characters.count, characters[start] == "." else { return start }
    let end = end(of: isDigit, from: start + 1)
    return end > start + 1 ? end : start
  }

  /// The unit that stands behind a number, perhaps with blanks between them, and where it ends.
  private func unit(behind number: Int) -> (String, Int)? {
    let start = end(of: { characters[$0].isWhitespace }, from: number)
    return Self.units.first { characters[start...].starts(with: $0) }
      .map { ($0, start + $0.count) }
  }

  private func end(of isPart: (Int) -> Bool, from start: Int) -> Int {
    var end = start
    while end < characters.count, isPart(end) { end += 1 }
    return end
  }

  private func isDigit(_ index: Int) -> Bool {
    index < characters.count && ("0"..."9").contains(characters[index])
      && characters[index].isASCII
  }

  /// Longer units stand before those that end them.
  private static let units = ["亿元", "百万元", "万元", "千元", "元", "%", "％"]
}
