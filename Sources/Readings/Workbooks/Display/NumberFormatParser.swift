extension NumberFormat {
  /// Reads a format's code; an empty one is the plain format.
  public init(_ code: String) {
    var parser = NumberFormatParser(code)
    self.init(sections: parser.sections())
  }
}

/// Reads the code of a number format; every text is one, for what means nothing stands for itself.
private struct NumberFormatParser {
  /// A section as its parts are found.
  private struct Draft {
    var condition: NumberFormat.Condition?
    var parts: [NumberFormat.Part] = []
  }

  private let characters: [Character]
  private var position = 0

  init(_ code: String) {
    // Excel takes codes of up to 255 characters; longer ones could ask for figures without end.
    characters = Array(code.isEmpty || code.utf8.count > 1024 ? "General" : code)
  }

  /// All sections.
  mutating func sections() -> [NumberFormat.Section] {
    var sections: [NumberFormat.Section] = []
    var section = Draft()
    while let character = take() {
      if character == ";" {
        sections.append(finished(section))
        section = Draft()
      } else {
        read(character, into: &section)
      }
    }
    sections.append(finished(section))
    return sections
  }

  private mutating func take() -> Character? {
    guard position < characters.count else { return nil }
    defer { position += 1 }
    return characters[position]
  }

  /// Takes a word where it stands next, in whatever case.
  private mutating func take(_ word: String, after first: Character) -> Bool {
    let end = position - 1 + word.count
    guard end <= characters.count else { return false }
    guard String(characters[(position - 1)..<end]).lowercased() == word.lowercased() else {
      return false
    }
    position = end
    return true
  }

  private mutating func read(_ character: Character, into section: inout Draft) {
    switch character {
    case "\"": section.parts.append(.literal(quoted()))
    case "\\", "!": if let next = take() { section.parts.append(.literal(String(next))) }
    // Blank as wide as a character, or filled up with one: neither is seen as text.
    case "_", "*": _ = take()
    case "[": readBracket(into: &section)
    case "0": section.parts.append(.digit(isRequired: true))
    case "#", "?": section.parts.append(.digit(isRequired: false))
    case ".": section.parts.append(.point)
    case ",": section.parts.append(.comma)
    case "%": section.parts.append(.percent)
    case "@": section.parts.append(.text)
    case "/": section.parts.append(.fractionBar)
    default: readWord(character, into: &section)
    }
  }

  /// The rest of a text in quotes.
  private mutating func quoted() -> String {
    var text = ""
    while let next = take(), next != "\"" { text.append(next) }
    return text
  }

  /// Colours are skipped; conditions, currencies and elapsed times are kept.
  private mutating func readBracket(into section: inout Draft) {
    var text = ""
    while let next = take(), next != "]" { text.append(next) }
    if text.hasPrefix("$") {
      let symbol = text.dropFirst().prefix { $0 != "-" }
      if !symbol.isEmpty { section.parts.append(.literal(String(symbol))) }
      return
    }
    let sign = text.prefix { "<>=".contains($0) }
    if !sign.isEmpty, let bound = ExactDecimal(String(text.dropFirst(sign.count))) {
      section.condition = NumberFormat.Condition(sign: String(sign), bound: bound)
      return
    }
    guard let first = text.lowercased().first, text.lowercased().allSatisfy({ $0 == first }) else {
      return
    }
    switch first {
    case "h": section.parts.append(.date(.elapsedHours(text.count)))
    case "m": section.parts.append(.date(.elapsedMinutes(text.count)))
    case "s": section.parts.append(.date(.elapsedSeconds(text.count)))
    default: break
    }
  }

  private mutating func readWord(
    _ character: Character, into section: inout Draft
  ) {
    if take("General", after: character) || take("G/通用格式", after: character) {
      section.parts.append(.general)
    } else if take("E+", after: character) {
      section.parts.append(.exponent(showsPlus: true))
    } else if take("E-", after: character) {
      section.parts.append(.exponent(showsPlus: false))
    } else if take("AM/PM", after: character) {
      section.parts.append(.date(.halfOfDay(am: "AM", pm: "PM")))
    } else if take("上午/下午", after: character) {
      section.parts.append(.date(.halfOfDay(am: "上午", pm: "下午")))
    } else if take("A/P", after: character) {
      section.parts.append(.date(.halfOfDay(am: "A", pm: "P")))
    } else if let field = dateField(of: character) {
      section.parts.append(.date(field))
    } else {
      section.parts.append(.literal(String(character)))
    }
  }

  /// A run of a date's letter.
  private mutating func dateField(of character: Character) -> NumberFormat.DateField? {
    let letter = character.lowercased()
    guard ["y", "e", "m", "d", "a", "h", "s"].contains(letter) else { return nil }
    var count = 1
    while position < characters.count, characters[position].lowercased() == letter {
      position += 1
      count += 1
    }
    switch letter {
    case "y": return .year(count)
    case "e": return .year(4)
    case "m": return .month(count)
    case "d": return count > 2 ? .weekday(-count) : .day(count)
    case "a": return .weekday(count)
    case "h": return .hour(count)
    default: return .second(count)
    }
  }

  /// A section; in a date's, letters `m` and points are told apart by what stands beside them.
  private func finished(_ draft: Draft) -> NumberFormat.Section {
    let section = NumberFormat.Section(condition: draft.condition, parts: draft.parts)
    guard section.isDate else { return section }
    var parts: [NumberFormat.Part] = []
    for (index, part) in draft.parts.enumerated() {
      switch part {
      case .date(.month(let count)) where count <= 2 && isMinute(index, of: draft.parts):
        parts.append(.date(.minute(count)))
      case .point:
        let zeros = draft.parts[(index + 1)...].prefix { $0 == .digit(isRequired: true) }
        parts.append(zeros.isEmpty ? .literal(".") : .date(.secondFraction(zeros.count)))
      case .comma: parts.append(.literal(","))
      case .fractionBar: parts.append(.literal("/"))
      case .digit: break
      default: parts.append(part)
      }
    }
    return NumberFormat.Section(condition: draft.condition, parts: parts)
  }

  /// Whether an `m` follows hours or precedes seconds.
  private func isMinute(_ index: Int, of parts: [NumberFormat.Part]) -> Bool {
    func field(_ part: NumberFormat.Part) -> NumberFormat.DateField? {
      guard case .date(let field) = part else { return nil }
      return field
    }
    if case .hour = parts[..<index].reversed().lazy.compactMap(field).first { return true }
    if case .elapsedHours = parts[..<index].reversed().lazy.compactMap(field).first { return true }
    if case .second = parts[(index + 1)...].lazy.compactMap(field).first { return true }
    return false
  }
}
