internal import Domain

/// The check digits of numbers that identify people and cards.
enum CheckDigits {
  /// Whether 18 places are the number of an identity card: a region, a day of birth, a running number
  /// and a check digit, in which 10 is written X (GB 11643-1999).
  static func isIdentityNumber(_ places: [UInt8]) -> Bool {
    guard places.count == 18, isRegion(places[0] * 10 + places[1]),
      places.dropLast().allSatisfy({ $0 < 10 }),
      isDay(year: number(places[6..<10]), places[10..<14]), places[17] <= 10
    else { return false }
    return identityCheckDigit(places.prefix(17)) == places[17]
  }

  /// The check digit of the first 17 places; 10 for X.
  static func identityCheckDigit(_ places: some Sequence<UInt8>) -> UInt8 {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, places).reduce(0) { $0 + $1.0 * Int($1.1) }
    return UInt8((12 - sum % 11) % 11)
  }

  /// Whether 15 places may be the old number of an identity card, which has no check digit: a region,
  /// a day of the 20th century and a running number.
  static func isOldIdentityNumber(_ places: [UInt8]) -> Bool {
    places.count == 15 && isRegion(places[0] * 10 + places[1])
      && isDay(year: 1900 + number(places[6..<8]), places[8..<12])
  }

  /// Whether the digits end with the check digit that cards have (ISO/IEC 7812-1, Luhn).
  static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = Int(digit) * (place.isMultiple(of: 2) ? 1 : 2)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum.isMultiple(of: 10)
  }

  /// Whether the digits have the beginning and the length of a card: UnionPay's, the older ones of two
  /// banks, and those of international schemes.
  static func hasShapeOfCard(_ digits: [UInt8]) -> Bool {
    switch number(digits.prefix(2)) {
    case 60, 62: (16...19).contains(digits.count)
    case 35, 40...49, 51...55: digits.count == 16
    case 95: digits.count == 19 && (9558...9559).contains(number(digits.prefix(4)))
    default: false
    }
  }

  static func number(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) }
  }

  /// The first two digits of a province (GB/T 2260).
  private static func isRegion(_ code: UInt8) -> Bool {
    switch code {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: true
    default: false
    }
  }

  private static func isDay(year: Int, _ monthAndDay: ArraySlice<UInt8>) -> Bool {
    (1900...2099).contains(year)
      && CalendarDate(
        year: year, month: number(monthAndDay.prefix(2)), day: number(monthAndDay.suffix(2)))
        != nil
  }
}
