/// Why a text is no amount.
public enum AmountFault: Error, Hashable, Sendable {
  case empty
  case notANumber
  /// More decimals than allowed; the count found.
  case tooManyDecimals(Int)
  /// Beyond ``Money/limit``.
  case tooLarge
  /// A number of another unit than 元, by the word behind it.
  case otherUnit(AmountUnit)
}

extension Money {
  /// Reads an amount in 元 as people type it, or as accounting formats show it.
  ///
  /// `1,234.50`, `￥ 1234.5`, `－１２３４．５０` (full-width), `(1,234.50)` for a negative amount, `.08`, a dash
  /// for zero, 元 behind the number and surrounding spaces are accepted; commas must stand where
  /// thousands are separated. At most two decimals.
  ///
  /// - Throws: ``AmountFault``, saying what is wrong with the text.
  public init(yuan text: String) throws(AmountFault) {
    if let plain = Money(plain: text) {
      self = plain
      return
    }
    let written = normalised(text)
    if isDashForZero(written[...]) {
      self = .zero
      return
    }
    let (number, unit) = AmountUnit.parted(written)
    if let unit, unit != .yuan, (try? DecimalText(number, keeping: 0)) != nil {
      throw .otherUnit(unit)
    }
    try self.init(unit == .yuan && !number.isEmpty ? number : written, decimals: 2)
  }

  /// An amount of digits with a point and one or two decimals, which most are; nil for any other.
  private init?(plain text: String) {
    var (fen, decimals): (Int64, Int?) = (0, nil)
    // So many characters are far from what an amount may be.
    guard text.utf8.count <= 12 else { return nil }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        fen = fen * 10 + Int64(byte - UInt8(ascii: "0"))
        decimals = decimals.map { $0 + 1 }
      case UInt8(ascii: ".") where decimals == nil && text.utf8.first != byte: decimals = 0
      default: return nil
      }
    }
    guard let decimals, (1...2).contains(decimals) else { return nil }
    self.init(fen: decimals == 1 ? fen * 10 : fen)
  }

  /// Reads an amount in a unit as people type it, written like one in 元, down to the 分: in 万元 at
  /// most six decimals.
  ///
  /// - Throws: ``AmountFault``, saying what is wrong with the text.
  public init(_ text: String, in unit: MoneyUnit) throws(AmountFault) {
    try self.init(text, decimals: unit.shift)
  }

  /// Reads an amount in a unit that has the given number of decimals down to the 分.
  private init(_ text: String, decimals: Int) throws(AmountFault) {
    let number = try DecimalText(text, keeping: decimals)
    guard number.fraction.count <= decimals else {
      throw .tooManyDecimals(number.fraction.count)
    }
    guard let magnitude = number.units(decimals: decimals), magnitude <= Money.limit.fen else {
      throw .tooLarge
    }
    self.init(fen: number.isNegative ? -magnitude : magnitude)
  }
}
