/// Which rule of spreadsheet programs the name of a sheet breaks.
public enum SheetNameFault: Hashable, Sendable {
  case empty
  /// It has so many characters.
  case tooLong(Int)
  case forbiddenCharacter(Character)
  case apostropheAtEnd
  /// It holds what would be read as an escaped character: `_x0041_`.
  case escape
}

/// What spreadsheet programs allow as the name of a sheet.
///
/// The rules are Excel's (https://support.microsoft.com/office/3f1f7148-ee83-404d-8ef0-9ff99fbad1f9):
/// at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, unique without regard to
/// case.
public enum SheetNameRule {
  /// The most UTF-16 units of a name: what Excel counts, where libraries count code points.
  public static let limit = 31

  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

  /// What is wrong with a name by itself; nil for one that may stand.
  public static func fault(of name: String) -> SheetNameFault? {
    if name.isEmpty { return .empty }
    let length = name.utf16.count
    if length > limit { return .tooLong(length) }
    if let character = name.first(where: isForbidden) { return .forbiddenCharacter(character) }
    if name.hasPrefix("'") || name.hasSuffix("'") { return .apostropheAtEnd }
    return SpreadsheetEscape.avoided(name) == name ? nil : .escape
  }

  /// What no two names of one workbook may have in common: the name in small letters.
  public static func key(of name: String) -> String { name.lowercased() }

  /// The names in order, each allowed and unlike all others.
  ///
  /// A name depends on its text and on those before it alone, so that it stays as it is when others
  /// come behind.
  ///
  /// - Parameter wishes: for each sheet the name it would have, and one to fall back on where nothing
  ///   of that can stand.
  public static func fitted(_ wishes: [(name: String, fallback: String)]) -> [String] {
    var used: Set<String> = []
    return wishes.map { wish in
      let clean = cleaned(wish.name)
      let base = clean.isEmpty ? cleaned(wish.fallback) : clean
      var name = shortened(base, to: limit)
      var count = 1
      while !used.insert(key(of: name)).inserted {
        count += 1
        let mark = "（\(count)）"
        name = shortened(base, to: limit - mark.utf16.count) + mark
      }
      return name
    }
  }

  private static func isForbidden(_ character: Character) -> Bool {
    forbidden.contains(character) || character.unicodeScalars.contains { $0.value < 0x20 }
  }

  /// The name with full-width twins of forbidden characters, and without controls, breaks and
  /// apostrophes at its ends.
  private static func cleaned(_ name: String) -> String {
    var result = ""
    for character in name {
      if forbidden.contains(character), let code = character.asciiValue,
        let twin = Unicode.Scalar(UInt32(code) + 0xFEE0)
      {
        result.unicodeScalars.append(twin)
      } else if character.isNewline || character == "\t" {
        result += " "
      } else if !character.unicodeScalars.contains(where: {
        $0.properties.generalCategory == .control
      }) {
        result.append(character)
      }
    }
    return trimmed(SpreadsheetEscape.avoided(result))
  }

  /// The name without blanks and apostrophes at its ends.
  private static func trimmed(_ name: String) -> String {
    var rest = Substring(name)
    func isIdle(_ character: Character) -> Bool { character == "'" || character.isWhitespace }
    while let first = rest.first, isIdle(first) { rest = rest.dropFirst() }
    while let last = rest.last, isIdle(last) { rest = rest.dropLast() }
    return String(rest)
  }

  /// As many whole characters as fit.
  private static func shortened(_ name: String, to limit: Int) -> String {
    var rest = Substring(name)
    while rest.utf16.count > limit { rest = rest.dropLast() }
    return trimmed(String(rest))
  }
}
