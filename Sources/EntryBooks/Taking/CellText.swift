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
        plainDecimal(isPercent ? hundredfold(number) : number)
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

/// A number of a file times a hundred.
private func hundredfold(_ written: String) -> String {
  let parts = written.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
  guard let first = parts.first, parts.count <= 2,
    let exponent = parts.count == 2 ? Int(parts[1]) : 0
  else { return written }
  return "\(first)E\(exponent + 2)"
}

/// The plain decimal that a number of a file stands for; nil for what is none.
///
/// Programs store binary fractions and write them with up to 17 digits: `0.1 + 0.2` is
/// `0.30000000000000004`. Within the 15 digits that they show it is the number that people see
/// (ISO/IEC 29500-1, 18.18.11; IEEE 754 doubles keep any decimal of 15 digits).
func plainDecimal(_ written: String) -> String? {
  var rest = Substring(written)
  let isNegative = rest.hasPrefix("-")
  if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
  let parts = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
  guard (1...2).contains(parts.count) else { return nil }
  let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
  guard (1...2).contains(numbers.count) else { return nil }
  var digits = numbers.flatMap { Array($0.utf8) }
  let zero = UInt8(ascii: "0")
  guard !digits.isEmpty, digits.allSatisfy({ (zero...UInt8(ascii: "9")).contains($0) }),
    let exponent = parts.count == 2 ? Int(parts[1]) : 0, abs(exponent) <= 320
  else { return nil }
  // The place of the point, counted from the first digit.
  var point = numbers[0].utf8.count + exponent
  let idle = digits.prefix { $0 == zero }.count
  digits.removeFirst(idle)
  point -= idle
  if digits.count > 15 {
    let isUp = digits[15] >= UInt8(ascii: "5")
    digits.removeLast(digits.count - 15)
    if isUp {
      var index = 14
      while index >= 0, digits[index] == UInt8(ascii: "9") {
        digits[index] = zero
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(UInt8(ascii: "1"), at: 0)
        point += 1
      }
    }
  }
  while digits.last == zero { digits.removeLast() }
  guard !digits.isEmpty else { return "0" }
  // A number with more places than this is no amount, code or count.
  guard (-20...30).contains(point) else { return nil }
  if point <= 0 { digits.insert(contentsOf: Array(repeating: zero, count: 1 - point), at: 0) }
  let whole = max(point, 1)
  while digits.count < whole { digits.append(zero) }
  let text = String(decoding: digits, as: UTF8.self)
  let split = text.index(text.startIndex, offsetBy: whole)
  let fraction = text[split...]
  return (isNegative ? "-" : "") + text[..<split] + (fraction.isEmpty ? "" : "." + fraction)
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
