/// A number format as data: up to four sections, each for some numbers or for texts.
///
/// Codes as in ISO/IEC 29500-1, 18.8.31. Fractions (`# ?/?`) and digits in Chinese (`[DBNum1]`) do
/// not occur in accounts; they are shown as plain numbers.
public struct NumberFormat: Hashable, Sendable {
  /// What a section is made of.
  enum Part: Hashable, Sendable {
    case literal(String)
    /// A place for a digit: `0` always, `#` and `?` where there is one.
    case digit(isRequired: Bool)
    case point
    case comma
    case percent
    case exponent(showsPlus: Bool)
    case date(DateField)
    /// `@`: the cell's text.
    case text
    case general
    case fractionBar
  }

  /// A part of a date or time.
  enum DateField: Hashable, Sendable {
    case year(Int), month(Int), day(Int), weekday(Int)
    case hour(Int), minute(Int), second(Int)
    /// Decimals of the seconds.
    case secondFraction(Int)
    case elapsedHours(Int), elapsedMinutes(Int), elapsedSeconds(Int)
    case halfOfDay(am: String, pm: String)
  }

  /// Which numbers a section is for, where it says so itself: `[>=100]`.
  struct Condition: Hashable, Sendable {
    let sign: String
    let bound: ExactDecimal

    /// Whether a number is meant.
    func holds(for number: ExactDecimal) -> Bool {
      switch sign {
      case "<": number < bound
      case "<=": number <= bound
      case ">": number > bound
      case ">=": number >= bound
      case "<>": number != bound
      default: number == bound
      }
    }
  }

  /// A part of the code between semicolons.
  struct Section: Hashable, Sendable {
    let condition: Condition?
    let parts: [Part]
    /// Whether it prints numbers as dates or times.
    let isDate: Bool
    /// Whether it is for texts.
    let isText: Bool
    /// Prints numbers where it is not a date's.
    let printer: NumberPrinter

    init(condition: Condition? = nil, parts: [Part]) {
      self.condition = condition
      self.parts = parts
      isDate = parts.contains { if case .date = $0 { true } else { false } }
      isText = parts.contains(.text)
      printer = NumberPrinter(parts)
    }
  }

  /// At least one.
  let sections: [Section]
  /// Whether numbers are printed as dates or times.
  public let isDate: Bool
  /// Whether it is the plain format, as most cells have it.
  let isGeneral: Bool

  init(sections: [Section]) {
    self.sections = sections
    isDate = sections.contains(where: \.isDate)
    isGeneral = sections.count == 1 && sections[0].parts == [.general]
  }

  /// A number as printed.
  func text(of number: ExactDecimal, dates: DateSystem) -> String {
    let number = number.asKept
    let (section, showsMinus) = section(for: number)
    guard let section else { return GeneralNumber.text(of: number) }
    if section.isDate {
      return DatePrinter(dates).text(of: number, parts: section.parts)
        ?? GeneralNumber.text(of: number)
    }
    let text = section.printer.text(of: number.magnitude)
    return number.isNegative && showsMinus ? "-" + text : text
  }

  /// A text as printed.
  func text(of text: String) -> String {
    guard let section = sections.count == 4 ? sections[3] : sections.last(where: \.isText) else {
      return text
    }
    return section.parts.reduce(into: "") { result, part in
      switch part {
      case .literal(let literal): result += literal
      case .text, .general: result += text
      default: break
      }
    }
  }

  /// The section for a number, and whether a minus is to be added; no section for texts' own.
  private func section(for number: ExactDecimal) -> (Section?, showsMinus: Bool) {
    let numeric = Array(sections.prefix(3).prefix { !$0.isText })
    guard let first = numeric.first else { return (nil, true) }
    if numeric.contains(where: { $0.condition != nil }) {
      let chosen = numeric.first { $0.condition?.holds(for: number) ?? true } ?? nil
      // A section for negative numbers alone writes its own sign.
      let isForNegatives = chosen?.condition.map { $0.sign.hasPrefix("<") && $0.bound.isZero }
      return (chosen, !(isForNegatives ?? false))
    }
    switch numeric.count {
    case 1: return (first, true)
    case 2: return number.isNegative ? (numeric[1], false) : (first, true)
    default:
      if number.isZero { return (numeric[2], false) }
      return number.isNegative ? (numeric[1], false) : (first, true)
    }
  }
}
