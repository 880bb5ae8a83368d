/// Prints numbers as dates and times.
struct DatePrinter {
  /// A moment as calendars and clocks tell it.
  private struct Moment {
    var year: Int
    var month: Int
    var day: Int
    /// From Sunday, 0.
    var weekday: Int
    /// Seconds since midnight, and since the first day's midnight.
    var second: Int
    var elapsed: Int
    /// Decimals of the second, as many as are printed.
    var decimals: [UInt8]
  }

  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let chineseWeekdays = ["日", "一", "二", "三", "四", "五", "六"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The last day of the calendar that spreadsheets have, 31 December of the year 9999.
  private static let lastSerial = 2_958_465
  private let system: DateSystem

  init(_ system: DateSystem) { self.system = system }

  /// The number as printed; nil where it is no date of the calendar.
  func text(of serial: ExactDecimal, parts: [NumberFormat.Part]) -> String? {
    var decimals = 0
    var isTwelveHours = false
    for case .date(let field) in parts {
      if case .secondFraction(let count) = field { decimals = max(decimals, min(count, 3)) }
      if case .halfOfDay = field { isTwelveHours = true }
    }
    guard let moment = moment(of: serial, decimals: decimals) else { return nil }
    return parts.reduce(into: "") { text, part in
      switch part {
      case .literal(let literal): text += literal
      case .date(let field): text += self.text(of: field, moment, isTwelveHours)
      case .percent: text += "%"
      default: break
      }
    }
  }

  /// Splits a number, rounded to the last decimal of seconds that is printed.
  private func moment(of serial: ExactDecimal, decimals: Int) -> Moment? {
    guard !serial.isNegative, serial.point <= 7 else { return nil }
    let unitsPerSecond = [1, 10, 100, 1000][decimals]
    let unitsPerDay = 86_400 * unitsPerSecond
    var numerator = 0
    var denominator = 1
    // Nine decimals of a day are less than a thousandth of a second.
    for digit in serial.rounded(decimals: 9).fraction {
      numerator = numerator * 10 + Int(digit)
      denominator *= 10
    }
    let whole = serial.whole.reduce(0) { $0 * 10 + Int($1) }
    var units = (2 * numerator * unitsPerDay + denominator) / (2 * denominator)
    let days = whole + units / unitsPerDay
    units %= unitsPerDay
    guard days <= Self.lastSerial else { return nil }
    let second = units / unitsPerSecond
    var rest = units % unitsPerSecond
    var digits = [UInt8](repeating: 0, count: decimals)
    for index in digits.indices.reversed() {
      digits[index] = UInt8(rest % 10)
      rest /= 10
    }
    let (year, month, day) = Self.date(of: days, system)
    let weekday = (days + (system == .from1900 ? 6 : 5)) % 7
    return Moment(
      year: year, month: month, day: day, weekday: weekday, second: second,
      elapsed: days * 86_400 + second, decimals: digits)
  }

  private func text(
    of field: NumberFormat.DateField, _ moment: Moment, _ isTwelveHours: Bool
  ) -> String {
    let hour = moment.second / 3600
    switch field {
    case .year(let count):
      return count <= 2 ? padded(moment.year % 100, 2) : padded(moment.year, 4)
    case .month(let count): return monthText(moment.month, count)
    case .day(let count): return padded(moment.day, count)
    case .weekday(let count): return weekdayText(moment.weekday, count)
    case .hour(let count):
      return padded(isTwelveHours ? (hour + 11) % 12 + 1 : hour, min(count, 2))
    case .minute(let count): return padded(moment.second / 60 % 60, count)
    case .second(let count): return padded(moment.second % 60, min(count, 2))
    case .secondFraction:
      return "." + moment.decimals.map { String($0) }.joined()
    case .elapsedHours(let count): return padded(moment.elapsed / 3600, count)
    case .elapsedMinutes(let count): return padded(moment.elapsed / 60, count)
    case .elapsedSeconds(let count): return padded(moment.elapsed, count)
    case .halfOfDay(let am, let pm): return hour < 12 ? am : pm
    }
  }

  private func monthText(_ month: Int, _ count: Int) -> String {
    guard count > 2 else { return padded(month, count) }
    let name = Self.months[(month + 11) % 12]
    return count == 3 ? String(name.prefix(3)) : count == 5 ? String(name.prefix(1)) : name
  }

  /// English names for `ddd`, Chinese ones for `aaa`.
  private func weekdayText(_ weekday: Int, _ count: Int) -> String {
    switch count {
    case -3: String(Self.weekdays[weekday].prefix(3))
    case ..<0: Self.weekdays[weekday]
    case 1...3: Self.chineseWeekdays[weekday]
    default: "星期" + Self.chineseWeekdays[weekday]
    }
  }

  private func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, min(count, 12) - digits.count)) + digits
  }

  /// The date of a serial number; with the first system also the two days that never were.
  static func date(of serial: Int, _ system: DateSystem) -> (year: Int, month: Int, day: Int) {
    guard system == .from1900 else { return civil(serial - 24_107) }
    if serial == 0 { return (1900, 1, 0) }
    if serial == 60 { return (1900, 2, 29) }
    return civil(serial - (serial > 60 ? 25_569 : 25_568))
  }

  /// The civil date of days since 1 January of 1970.
  ///
  /// Algorithm: Howard Hinnant, https://howardhinnant.github.io/date_algorithms.html, for dates
  /// after the year 0.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let isEarly = month >= 10
    return (year + era * 400 + (isEarly ? 1 : 0), month + (isEarly ? -9 : 3), day)
  }
}
