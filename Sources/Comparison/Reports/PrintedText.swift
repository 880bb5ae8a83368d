internal import Readings

/// Texts as reports print them.
enum PrintedText {
  /// A text without breaks and signs that would steer a terminal.
  static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: result.append(scalar == "\n" ? "／" : " ")
      case .lineSeparator, .paragraphSeparator, .format: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Both texts, visible; where readers would take them for the same, what differs is named.
  static func pair(_ old: String, _ new: String) -> (left: String, right: String) {
    guard looksAlike(old, new) else { return (visible(old), visible(new)) }
    let (own, others) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
    let alignment = align(own, others)
    return (
      named(own, alignment.gaps.map(\.left)), named(others, alignment.gaps.map(\.right))
    )
  }

  /// Whether two texts that are not the same print so nearly alike that nobody sees which is which.
  private static func looksAlike(_ old: String, _ new: String) -> Bool {
    guard !old.unicodeScalars.elementsEqual(new.unicodeScalars) else { return false }
    if old.isEmpty || new.isEmpty { return (old + new).allSatisfy(\.isWhitespace) }
    if visible(old) == visible(new) || ComparableText(old) == ComparableText(new) { return true }
    // A radical, or a character that is kept for compatibility, in place of the character itself.
    let (own, others) = (old.unicodeScalars, new.unicodeScalars)
    return own.count == others.count
      && zip(own, others).allSatisfy { $0 == $1 || isTwin($0) || isTwin($1) }
  }

  /// Whether a character is printed like another one that stands elsewhere in Unicode.
  private static func isTwin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{2E80}"..."\u{2FDF}", "\u{F900}"..."\u{FAFF}": true
    default: false
    }
  }

  /// The text with the characters in some places named.
  private static func named(_ scalars: [Unicode.Scalar], _ places: [Range<Int>]) -> String {
    var result = ""
    var start = 0
    for place in places {
      result += visible(text(scalars[start..<place.lowerBound]))
      for scalar in scalars[place] { result += name(of: scalar) }
      start = place.upperBound
    }
    return result + visible(text(scalars[start...]))
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// `〔空格〕`, `⼀〔U+2F00〕`.
  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ": return "〔空格〕"
    case "\u{3000}": return "〔全角空格〕"
    case "\u{A0}": return "〔不换行空格〕"
    case "\n", "\r": return "〔换行〕"
    case "\t": return "〔制表符〕"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = "〔U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "〕"
      let isSeen = visible(String(scalar)) == String(scalar) && !scalar.properties.isWhitespace
      return isSeen ? "\(scalar)\(code)" : code
    }
  }
}
