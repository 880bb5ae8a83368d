internal import Documents
internal import Domain
internal import Figures
internal import Layouts

/// The amounts and percentages that a submission prints, to hold a clerk's own numbers against.
struct KnownFigures {
  private var amounts: Set<Int64> = []
  private var percentages: Set<String> = []

  /// Decimals to which a clerk's amount is compared at least: as the forms print.
  private static let decimals = 2

  /// Remembers an amount; its sign is in the sentence's words.
  mutating func add(_ money: Money) { amounts.insert(abs(money.fen)) }

  /// Remembers a percentage as printed.
  mutating func add(percent: String) { percentages.insert(Self.normal(percent)) }

  /// Remembers the figures of a sheet.
  mutating func add(_ sheet: FormSheet) {
    for figure in sheet.figures {
      switch figure.value {
      case .money(let money): add(money)
      case .decimal where figure.unit == Percentage.sign:
        add(percent: figure.printed)
      case .decimal, .count, nil: break
      }
    }
  }

  /// The numbers in a text that equal no figure, as written with their units.
  func strangers(in text: String) -> [String] {
    // Most texts of people hold no number.
    guard text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return [] }
    return AmountScanner(text).amounts.compactMap { amount in
      let digits = amount.number.filter { $0 != "," && $0 != "，" }
      let isKnown =
        MoneyUnit(rawValue: amount.unit).map { isKnownAmount(digits, in: $0) }
        ?? percentages.contains(Self.normal(digits + "%"))
      return isKnown ? nil : amount.written
    }
  }

  private func isKnownAmount(_ digits: String, in unit: MoneyUnit) -> Bool {
    let parts = digits.split(separator: ".")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let decimals = max(fraction.count, Self.decimals)
    let padded = fraction + String(repeating: "0", count: decimals - fraction.count)
    // Nobody prints so many digits; to reckon with them would overflow.
    guard decimals <= 8, parts[0].count + decimals <= 18, let units = Int64(parts[0] + padded)
    else { return false }
    if units == 0 { return true }
    return amounts.contains { amount in
      let room = decimals > unit.shift ? decimals - unit.shift : 0
      guard amount < Int64.max / powerOfTen(room) else { return false }
      return FixedDecimal(rounding: amount, shiftedBy: unit.shift, decimals: decimals).units
        == units
    }
  }

  /// A percentage without separators and zeros at its end.
  private static func normal(_ percent: String) -> String {
    percent.filter { $0 != "," && $0 != "%" && $0 != "-" }.withoutTrailingZeros
  }
}

extension String {
  /// A decimal number without zeros at its end, and without a point that then ends it.
  fileprivate var withoutTrailingZeros: String {
    guard contains(".") else { return self }
    var text = Substring(self)
    while text.last == "0" { text = text.dropLast() }
    if text.last == "." { text = text.dropLast() }
    return String(text)
  }
}
