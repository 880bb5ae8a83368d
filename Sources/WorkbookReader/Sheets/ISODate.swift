internal import Readings

/// Dates that files write as such instead of as numbers.
enum ISODate {
  /// The serial number of `2024-01-31T12:30:00` or a part of it, to ten decimals of a day.
  static func serial(_ text: String, _ system: DateSystem) -> String? {
    let halves = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard let first = halves.first, halves.count <= 2 else { return nil }
    var days = 0
    var time: Substring?
    if first.contains("-") {
      guard let date = self.days(first, system) else { return nil }
      days = date
      time = halves.count == 2 ? halves[1] : nil
    } else {
      guard halves.count == 1 else { return nil }
      time = first
    }
    guard let time else { return String(days) }
    guard let milliseconds = milliseconds(time) else { return nil }
    let unit = 10_000_000_000
    // 10¹⁰ for a day of 86,400,000 milliseconds; both divided by 100,000.
    let fraction = (milliseconds * 100_000 + 432) / 864
    let digits = String(unit + fraction % unit).dropFirst()
    let trimmed = String(digits.reversed().drop { $0 == "0" }.reversed())
    let whole = String(days + fraction / unit)
    return trimmed.isEmpty ? whole : whole + "." + trimmed
  }

  private static func days(_ text: Substring, _ system: DateSystem) -> Int? {
    let parts = text.split(separator: "-").map { CellPlace.number($0.utf8) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      1900...9999 ~= year, 1...12 ~= month, 1...31 ~= day
    else { return nil }
    // Days since 1 March of the year 0, by the same algorithm as ``DatePrinter`` has.
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    guard system == .from1900 else { return days + 24_107 }
    return days + (days + 25_569 > 60 ? 25_569 : 25_568)
  }

  private static func milliseconds(_ text: Substring) -> Int? {
    let clock = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let parts = clock.split(separator: ":")
    guard 2...3 ~= parts.count, let hour = CellPlace.number(parts[0].utf8),
      let minute = CellPlace.number(parts[1].utf8)
    else { return nil }
    let seconds = parts.count == 3 ? parts[2].split(separator: ".") : ["0"]
    guard let second = seconds.first.flatMap({ CellPlace.number($0.utf8) }) else { return nil }
    let decimals = seconds.count > 1 ? String(seconds[1].prefix(3)) : ""
    let padded = decimals + String(repeating: "0", count: 3 - decimals.count)
    guard let thousandths = CellPlace.number(padded.utf8), hour < 25, minute < 60, second < 61
    else { return nil }
    return ((hour * 60 + minute) * 60 + second) * 1000 + thousandths
  }
}
