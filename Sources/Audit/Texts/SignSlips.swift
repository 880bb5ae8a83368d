internal import Layouts

/// Half-width signs in Chinese text, and brackets without their other half.
extension ScannedText {
  /// Whether a half-width sign stands where Chinese text has a full-width one.
  ///
  /// Numbers, Latin text, times and numbered lists have theirs: what counts is what stands on both
  /// sides.
  func isMisplacedHalfWidth(at index: Int) -> Bool {
    let (before, after) = (self[index - 1], self[index + 1])
    switch Unicode.Scalar(scalars[index]) {
    case ",", ";", "?", "!":
      let follows = before.isHan || before.isDigit || before.isClosing || before.is("%")
      return follows && (after.isHan || after.isOpening || before.isHan && after.isDigit)
    case ":":
      let follows = before.isHan || before.isClosing && !before.is(")")
      return follows && (after.isHan || after.isDigit || after.isOpening)
    case ".":
      return before.isHan && (after.isHan || after == 0 || after.isNewline)
    case "(": return (before.isHan || before.isClosing) && after.isHan
    case ")":
      return before.isHan && (after.isHan || after == 0 || after.endsClause)
    default: return false
    }
  }

  /// The brackets and quotation marks that lack their other half.
  func findUnbalanced(into found: inout [TextSlip]) {
    var open: [(index: Int, pair: Int)] = []
    for (index, scalar) in scalars.enumerated() where !(0x4E00...0x9FFF).contains(scalar) {
      guard let sign = PairedSign(scalar) else { continue }
      if sign.isOpening {
        open.append((index, sign.pair))
      } else if let match = open.lastIndex(where: { $0.pair == sign.pair }) {
        for lost in open[(match + 1)...] {
          found.append(slip(.unbalanced, lost.index..<lost.index + 1))
        }
        open.removeSubrange(match...)
      } else if !isApostrophe(at: index), !(sign.pair == 0 && numbersItem(before: index)) {
        found.append(slip(.unbalanced, index..<index + 1))
      }
    }
    for lost in open { found.append(slip(.unbalanced, lost.index..<lost.index + 1)) }
  }

  /// Whether a mark that closes nothing is the apostrophe of a Latin word: A’s, teachers’.
  private func isApostrophe(at index: Int) -> Bool {
    scalars[index].is("’") && self[index - 1].isLatin
  }

  /// Whether a closing bracket belongs to an item's number: 1）, a), 二）, at a clause's start.
  private func numbersItem(before index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 3, isItemNumber(scalars[start - 1]) { start -= 1 }
    guard start < index else { return false }
    return start == 0 || scalars[start - 1].endsClause || scalars[start - 1].isBlank
  }

  private func isItemNumber(_ scalar: UInt32) -> Bool {
    scalar.isDigit || scalar.isLatin || ChineseNumber.digit(scalar) != nil || scalar.is("十")
  }
}

/// A sign that comes in pairs; half and full width of one go together.
private struct PairedSign {
  let pair: Int
  let isOpening: Bool

  init?(_ scalar: UInt32) {
    switch Unicode.Scalar(scalar) {
    case "（", "(": (pair, isOpening) = (0, true)
    case "）", ")": (pair, isOpening) = (0, false)
    case "[": (pair, isOpening) = (1, true)
    case "]": (pair, isOpening) = (1, false)
    case "【": (pair, isOpening) = (2, true)
    case "】": (pair, isOpening) = (2, false)
    case "《": (pair, isOpening) = (3, true)
    case "》": (pair, isOpening) = (3, false)
    case "“": (pair, isOpening) = (4, true)
    case "”": (pair, isOpening) = (4, false)
    case "‘": (pair, isOpening) = (5, true)
    case "’": (pair, isOpening) = (5, false)
    case "〔": (pair, isOpening) = (6, true)
    case "〕": (pair, isOpening) = (6, false)
    default: return nil
    }
  }
}
