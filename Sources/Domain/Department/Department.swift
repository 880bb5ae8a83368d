/// 单位: a budget unit of a department.
public struct BudgetUnit: Hashable, Sendable {
  /// The unit's code as the dossier has it, which ledger rows cite.
  public let code: String
  /// The unit's full name.
  public let name: String
  /// Its type by the terms of the layout set (行政单位, 参照公务员法管理事业单位, …).
  public let type: String

  /// Makes a unit; its type is a term of the layout set.
  public init(code: String, name: String, type: String) {
    self.code = code
    self.name = name
    self.type = type
  }
}

/// 部门: a department with its budget units.
public struct Department: Hashable, Sendable {
  /// The department's code as the dossier has it.
  public let code: String
  /// The department's full name, as it is printed.
  public let name: String
  /// In the order of the dossier.
  public let units: [BudgetUnit]

  /// Makes a department; its units come in the order of the dossier.
  public init(code: String, name: String, units: [BudgetUnit]) {
    self.code = code
    self.name = name
    self.units = units
  }

  /// The unit with the code.
  public func unit(_ code: String) -> BudgetUnit? { units.first { $0.code == code } }
}

/// A day of the calendar, as dossiers state dates.
public struct CalendarDate: Hashable, Sendable, CustomStringConvertible {
  /// The year, from 1 to 9999.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    let isLeap = (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...lengths[month - 1]).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// As documents write it out: `2024年9月20日`.
  public var writtenOut: String { "\(year)年\(month)月\(day)日" }

  /// A day as people write it: `2024-09-20`, `2024/9/20`, `2024.9.20`, `2024年9月20日`, in full-width
  /// characters and with spaces too; nil when the text has another shape or names no day.
  ///
  /// The year comes first and has four digits: of `9/10/24` nobody knows what is what.
  public init?(written text: String) {
    var rest = normalised(text)
    let isChinese = rest.hasSuffix("日")
    if isChinese { rest = rest.dropLast().filter { $0 != " " } }
    let separators: [(Character, Character)] =
      isChinese ? [("年", "月")] : [("-", "-"), ("/", "/"), (".", ".")]
    for (first, second) in separators {
      let parts = rest.split(separator: first, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let days = parts[1].split(separator: second, omittingEmptySubsequences: false)
      let numbers = [parts[0]] + days
      guard numbers.count == 3, numbers[0].count == 4,
        numbers.dropFirst().allSatisfy({ (1...2).contains($0.count) }),
        numbers.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isWholeNumber } }),
        let year = Int(numbers[0]), let month = Int(numbers[1]), let day = Int(numbers[2])
      else { return nil }
      self.init(year: year, month: month, day: day)
      return
    }
    return nil
  }

  /// The day that lies the given number of days after 1 January 1970; nil beyond the year 9999.
  public init?(daysSince1970 days: Int) {
    // Counts in years that begin on 1 March, so that the leap day is a year's last: Howard Hinnant,
    // “chrono-Compatible Low-Level Date Algorithms”, civil_from_days.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// `2024-09-20`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
