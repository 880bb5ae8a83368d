/// Names of sheets that are made of what people write, fitted to what spreadsheet programs allow.
enum SheetNames {
  /// The most UTF-16 units of a name.
  private static let limit = 31
  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

  /// The names in order, each allowed and unlike all others.
  ///
  /// A name depends on its text and on those before it alone, so that it stays as it is when others
  /// come behind.
  ///
  /// - Parameter wishes: for each sheet the name it would have, and one to fall back on where nothing
  ///   of that can stand.
  static func fitted(_ wishes: [(name: String, fallback: String)]) -> [String] {
    // Spreadsheet programs take names for equal whatever the case of letters.
    var used: Set<String> = []
    return wishes.map { wish in
      let clean = cleaned(wish.name)
      let base = clean.isEmpty ? cleaned(wish.fallback) : clean
      var name = shortened(base, to: limit)
      var count = 1
      while !used.insert(name.lowercased()).inserted {
        count += 1
        let mark = "（\(count)）"
        name = shortened(base, to: limit - mark.utf16.count) + mark
      }
      return name
    }
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
    return trimmed(result)
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
