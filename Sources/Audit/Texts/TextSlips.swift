internal import Layouts

/// How a text stands in the document.
public enum TextShape: Hashable, Sendable {
  /// As paragraphs of its own, which end with full stops.
  case paragraph
  /// As a part of a sentence, which goes on or gets its full stop behind it.
  case clause
}

extension ScannedText {
  /// Everything in the text that a reader would stumble over, in its order.
  public func slips(by rules: TextRules, as shape: TextShape) -> [TextSlip] {
    guard !scalars.isEmpty else { return [] }
    var found: [TextSlip] = []
    findSigns(by: rules, into: &found)
    findRepetitions(by: rules, into: &found)
    findUnbalanced(into: &found)
    if let cutOff = cutOff(by: rules, as: shape) { found.append(cutOff) }
    found += numberSlips(by: rules)
    return found.sorted { ($0.offset, $0.kind.rawValue) < ($1.offset, $1.kind.rawValue) }
  }

  /// What single characters and words tell: placeholders, half-width signs, traditional characters,
  /// short words and signs that stand twice.
  private func findSigns(by rules: TextRules, into found: inout [TextSlip]) {
    let (exceptions, placeholders) = (rules.placeholderExceptions, rules.placeholders)
    let (neverDoubled, traditional) = (rules.neverDoubled, rules.traditional)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      var end = index + 1
      // Most characters begin nothing of all this.
      let isSuspect =
        scalar < 0x4E00 || scalar > 0x9FFF || traditional.contains(scalar)
        || placeholders.begins(with: scalar) || neverDoubled.begins(with: scalar)
        || exceptions.begins(with: scalar)
      guard isSuspect else {
        index = end
        continue
      }
      if let length = rules.placeholderExceptions.match(in: scalars, at: index) {
        end = index + length
      } else if let part = placeholder(at: index, by: rules) {
        found.append(slip(.placeholder, part))
        end = part.upperBound
      } else if let part = doubledWord(at: index, by: rules) {
        found.append(slip(.doubled, part))
        end = part.upperBound
      } else if rules.traditional.contains(scalar) {
        while end < scalars.count, rules.traditional.contains(scalars[end]) { end += 1 }
        found.append(slip(.traditional, index..<end))
      } else if scalar < 0x80, isMisplacedHalfWidth(at: index) {
        found.append(slip(.halfWidth, index..<end))
      }
      index = end
    }
  }
}
