internal import Domain

/// What the properties of a workbook say.
struct WorkbookProperties: Hashable, Sendable {
  let title: String
  let author: String
  let company: String
  /// The day of creation and of the last change; nothing is taken from the clock.
  let created: CalendarDate

  /// The beginning of the day in UTC, in seconds since 1970.
  ///
  /// The library takes 0 for "now", so 1970-01-01 begins one second late.
  var createdSeconds: Int {
    let seconds = daysSince1970(created) * 86_400
    return seconds == 0 ? 1 : seconds
  }
}

/// The days from 1970-01-01 to a day of the Gregorian calendar; negative before.
///
/// Years are taken to begin in March, so that the leap day is the last of its year; the days before
/// each month then follow from 153 days in every five months.
private func daysSince1970(_ date: CalendarDate) -> Int {
  let year = date.month > 2 ? date.year : date.year - 1
  let monthsSinceMarch = (date.month + 9) % 12
  let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + date.day - 1
  return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
}
