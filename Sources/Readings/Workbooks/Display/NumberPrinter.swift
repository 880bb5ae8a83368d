/// Prints numbers by a section that is not a date's.
struct NumberPrinter: Hashable, Sendable {
  private let parts: [NumberFormat.Part]
  /// Where in the parts the point, the exponent and the last place before the point stand.
  private let point: Int?
  private let exponent: Int?
  private let wholePlaces: Int
  private let decimals: Int
  private let groups: Bool
  /// The power of ten that percent signs and commas at the end ask for.
  private let power: Int
  private let isPlain: Bool

  init(_ parts: [NumberFormat.Part]) {
    self.parts = parts
    point = parts.firstIndex(of: .point)
    exponent = parts.firstIndex { if case .exponent = $0 { true } else { false } }
    let end = exponent ?? parts.count
    let wholeEnd = min(point ?? end, end)
    wholePlaces = parts[..<wholeEnd].count(where: \.isDigit)
    decimals = wholeEnd < end ? parts[wholeEnd..<end].count(where: \.isDigit) : 0
    let lastWhole = parts[..<wholeEnd].lastIndex(where: \.isDigit) ?? 0
    groups = parts[..<lastWhole].contains(.comma)
    let lastDigit = parts[..<end].lastIndex(where: \.isDigit)
    var thousands = 0
    if let last = lastDigit {
      thousands = parts[last...].count { $0 == .comma }
      // Commas directly before the point scale too.
      if last > wholeEnd {
        thousands += parts[..<wholeEnd].reversed().prefix { $0 == .comma }.count
      }
    }
    power = 2 * parts.count { $0 == .percent } - 3 * thousands
    isPlain = parts.contains(.general) || parts.contains(.fractionBar) && decimals + wholePlaces > 0
  }

  /// A number without its sign as printed.
  func text(of number: ExactDecimal) -> String {
    if isPlain { return plainText(of: number) }
    var mantissa = number.scaled(byPowerOfTen: power)
    var shift = 0
    if exponent != nil {
      (mantissa, shift) = normalised(mantissa)
    } else {
      mantissa = mantissa.rounded(decimals: decimals)
    }
    return text(mantissa: mantissa, shift: shift)
  }

  /// A number in the plain format among literals (`General"元"`).
  private func plainText(of number: ExactDecimal) -> String {
    let shown = GeneralNumber.text(of: number)
    guard parts.contains(.general) else { return shown }
    return parts.reduce(into: "") { text, part in
      switch part {
      case .literal(let literal): text += literal
      case .general: text += shown
      case .percent: text += "%"
      default: break
      }
    }
  }

  /// The number for a format with an exponent: as many digits before the point as it has places.
  private func normalised(_ number: ExactDecimal) -> (ExactDecimal, Int) {
    guard !number.isZero else { return (number, 0) }
    let places = max(wholePlaces, 1)
    var shift = number.point - places
    // With several places the exponent is a multiple of them (`##0.0E+0`).
    if places > 1 {
      shift = Int((Double(number.point - 1) / Double(places)).rounded(.down)) * places
    }
    let rounded = number.scaled(byPowerOfTen: -shift).rounded(decimals: decimals)
    guard rounded.point > places else { return (rounded, shift) }
    return (rounded.scaled(byPowerOfTen: -places), shift + places)
  }

  private func text(mantissa: ExactDecimal, shift: Int) -> String {
    let whole = mantissa.whole
    let fraction = mantissa.fraction
    var text = ""
    var place = 0
    var decimal = 0
    for (index, part) in parts.enumerated() {
      switch part {
      case .digit(let isRequired):
        if let exponent, index > exponent { continue }
        if let point, index > point {
          if decimal < fraction.count {
            text.append(digit(fraction[decimal]))
          } else if isRequired {
            text.append("0")
          }
          decimal += 1
        } else {
          appendWhole(place, isRequired: isRequired, of: whole, to: &text)
          place += 1
        }
      case .point:
        // `.00` of a number without places before the point.
        if wholePlaces == 0 { text += String(whole.map { digit($0) }) }
        text.append(".")
      case .literal(let literal): text += literal
      case .percent: text.append("%")
      case .exponent(let showsPlus): text += exponentText(shift, showsPlus: showsPlus, at: index)
      case .fractionBar: text.append("/")
      case .comma, .date, .text, .general: break
      }
    }
    return text
  }

  /// Prints what stands at a place before the point; the first takes what has no place of its own.
  private func appendWhole(
    _ place: Int, isRequired: Bool, of whole: [UInt8], to text: inout String
  ) {
    func append(_ character: Character, fromRight: Int) {
      text.append(character)
      if groups, fromRight > 0, fromRight % 3 == 0 { text.append(",") }
    }
    if place == 0, whole.count > wholePlaces {
      for index in 0..<(whole.count - wholePlaces) {
        append(digit(whole[index]), fromRight: whole.count - 1 - index)
      }
    }
    let fromRight = wholePlaces - 1 - place
    if fromRight < whole.count {
      append(digit(whole[whole.count - 1 - fromRight]), fromRight: fromRight)
    } else if isRequired {
      append("0", fromRight: fromRight)
    }
  }

  private func exponentText(_ shift: Int, showsPlus: Bool, at index: Int) -> String {
    let places = parts[index...].count { $0 == .digit(isRequired: true) }
    let digits = String(shift.magnitude)
    let zeros = String(repeating: "0", count: max(0, places - digits.count))
    return "E" + (shift < 0 ? "-" : showsPlus ? "+" : "") + zeros + digits
  }

  private func digit(_ value: UInt8) -> Character { Character(UnicodeScalar(value + 0x30)) }
}

extension NumberFormat.Part {
  /// Whether it is a place for a digit.
  fileprivate var isDigit: Bool { if case .digit = self { true } else { false } }
}

/// The plain format: as many digits as a cell of 11 characters shows.
enum GeneralNumber {
  /// A number as printed.
  static func text(of number: ExactDecimal) -> String {
    // Numbers of 12 digits and very small ones are shown with an exponent.
    guard number.point <= 11 else { return scientific(number) }
    let decimals = max(0, 10 - max(number.point, 1))
    let rounded = number.rounded(decimals: decimals)
    if number.point < -3, rounded != number { return scientific(number) }
    return rounded.description
  }

  private static func scientific(_ number: ExactDecimal) -> String {
    let rounded = number.keeping(digits: 6)
    let digits = rounded.digits.map { Character(UnicodeScalar($0 + 0x30)) }
    let exponent = rounded.point - 1
    let power = String(exponent.magnitude)
    return (number.isNegative ? "-" : "") + String(digits.prefix(1))
      + (digits.count > 1 ? "." + String(digits.dropFirst()) : "")
      + (exponent < 0 ? "E-" : "E+") + (power.count < 2 ? "0" : "") + power
  }
}
