/// A text as a scalar of a YAML file, so written that ``YAMLValue`` reads the very same text.
public struct YAMLText {
  private let scalars: [Unicode.Scalar]
  private let text: String

  /// Takes a text of any characters.
  public init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  /// The text on one line: as it is where no sign of it means something, else in quotation marks.
  public var line: String { isPlain ? text : quoted }

  /// The text on one line, as ``line`` has it, for within `{ }` and `[ ]`.
  public var lineInBrackets: String {
    isPlain && !scalars.contains(where: Self.bracketSigns.contains) ? text : quoted
  }

  /// The text on one line, in quotation marks.
  public var quoted: String {
    "\"" + scalars.map(Self.escaped).joined() + "\""
  }

  /// A text of several lines as a block: what stands behind the key (`|`), and the lines below it,
  /// which are still to be moved in; nil for one that no block can hold, or of one line only.
  public var block: (sign: String, lines: [String])? {
    guard scalars.contains("\n"), scalars.allSatisfy({ $0 == "\n" || Self.isWritten($0) }) else {
      return nil
    }
    var lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    let isEnded = lines.last?.isEmpty == true
    if isEnded { lines.removeLast() }
    // A block knows by its first line how far it is moved in; of blank lines at its end it keeps one or
    // all of those that follow, be they its own or not.
    guard let first = lines.first?.first, first != " ", let last = lines.last,
      !last.allSatisfy({ $0 == " " }),
      // Blanks alone on a line are lost in many an editor.
      lines.allSatisfy({ $0.isEmpty || $0.contains { $0 != " " } })
    else { return nil }
    return (isEnded ? "|" : "|-", lines.map { String(String.UnicodeScalarView($0)) })
  }

  /// The text on one line for people, behind `#`: with blanks for what no line may have.
  public var remark: String {
    String(String.UnicodeScalarView(scalars.map { Self.isWritten($0) ? $0 : " " }))
  }

  /// Signs that begin something else than a text.
  private static let firstSigns = Set("-?:,[]{}#&*!|>'\"%@`= ".unicodeScalars)
  private static let bracketSigns = Set(",[]{}:".unicodeScalars)
  /// Words that say that there is nothing.
  private static let nothing: Set = ["~", "null", "Null", "NULL"]
  /// What begins or ends a file within a file.
  private static let marks = ["---", "..."]

  private var isPlain: Bool {
    guard let first = scalars.first, let last = scalars.last else { return false }
    guard !Self.firstSigns.contains(first), last != " ", last != ":",
      !Self.nothing.contains(text), !Self.marks.contains(where: text.hasPrefix),
      scalars.allSatisfy(Self.isWritten)
    else { return false }
    return !zip(scalars, scalars.dropFirst()).contains { pair in
      (pair.0 == ":" && pair.1 == " ") || (pair.0 == " " && pair.1 == "#")
    }
  }

  /// Whether a character stands for itself wherever it is written; line breaks and tabs do not.
  private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // The library takes these two for line breaks.
    case 0x2028, 0x2029, 0xFEFF: false
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    case _ where isWritten(scalar): return String(Character(scalar))
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let (sign, width) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
      return "\\\(sign)" + String(repeating: "0", count: width - digits.count) + digits
    }
  }
}
