internal import Domain

/// Amounts as an audit tells them.
enum AuditAmount {
  /// Money in 万元 with two decimals, or in 元 where that would hide something.
  static func money(fen: Int128) -> String {
    if fen == 0 { return "0 元" }
    let isWhole = fen % 10_000 == 0
    return isWhole
      ? decimalText(fen / 10_000, decimals: 2, grouping: true) + " 万元"
      : decimalText(fen, decimals: 2, grouping: true) + " 元"
  }

  /// Money in 元, as ledgers have it: amounts that are held against each other are in one unit.
  static func yuan(_ money: Money) -> String {
    decimalText(Int128(money.fen), decimals: 2, grouping: true) + " 元"
  }

  /// A number without zeros at its end.
  static func number(millionths: Int128) -> String {
    let (units, decimals) = withoutIdleZeros(millionths, decimals: 6)
    return decimalText(units, decimals: decimals, grouping: true)
  }
}
