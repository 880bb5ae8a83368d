internal import Diagnostics
internal import Domain
internal import Readings

/// What a cell says, as a clerk would write it in a text.
enum CellText {
  case text(String)
  case fault(CellFault)

  /// The text of a cell; empty for nothing.
  ///
  /// - Parameter format: the format of its numbers: what people see as per cent is read so.
  init(_ cell: CellReading, dates: DateSystem, format: String = "General") {
    switch cell.value {
    case .blank:
      // Some programs save formulas without what they give.
      self = cell.formula == nil ? .text("") : .fault(.noResult(cell.formula?.text ?? ""))
    case .text(let text): self = .text(text)
    case .number(let number):
      let isPercent = isOfPercent(format)
      self =
        plainDecimal(number, timesTenTo: isPercent ? 2 : 0)
        .map { .text(isPercent ? $0 + "%" : $0) } ?? .fault(.noNumber(number))
    case .boolean(let value): self = .text(value ? "TRUE" : "FALSE")
    case .error(let name): self = .fault(.error(name))
    case .date(let serial):
      self = day(serial, dates).map { .text($0) } ?? .fault(.noDay(serial))
    }
  }
}

/// Whether a format shows numbers as per cent: a sign that is no literal of it.
private func isOfPercent(_ format: String) -> Bool {
  guard format.contains("%") else { return false }
  var isQuoted = false
  var isEscaped = false
  for character in format {
    if isEscaped {
      isEscaped = false
    } else if character == "\\" {
      isEscaped = !isQuoted
    } else if character == "\"" {
      isQuoted.toggle()
    } else if character == "%", !isQuoted {
      return true
    }
  }
  return false
}

/// The plain decimal that a number of a file stands for, as people see it; nil for what is none.
///
/// - Parameter power: the power of ten by which it is multiplied.
func plainDecimal(_ written: String, timesTenTo power: Int = 0) -> String? {
  guard let number = ExactDecimal(written) else { return nil }
  let text = number.scaled(byPowerOfTen: power).asKept.description
  // A number with more places than this is no amount, code or count.
  return text.utf8.count <= 40 ? text : nil
}

/// The day that a serial number stands for, as a text has it; nil for what is no day.
private func day(_ serial: String, _ system: DateSystem) -> String? {
  guard let text = plainDecimal(serial),
    let days = Int(text.split(separator: ".").first ?? ""), (0...2_958_465).contains(days),
    system == .from1904 || days != 0 && days != 60
  else { return nil }
  // Of the days from 1900 the 60th never was, nor was one before the first.
  let fromEpoch =
    switch system {
    case .from1904: days - 24_107
    case .from1900: days - 25_568 - (days > 59 ? 1 : 0)
    }
  return CalendarDate(daysSince1970: fromEpoch)?.description
}
