/// A number as its decimal digits: nothing is lost to binary fractions.
///
/// Its value is the digits read as a fraction of one, times ten to the power of ``point``: `1234.5`
/// has the digits 12345 and the point 4.
public struct ExactDecimal: Hashable, Sendable {
  /// Whether the number is below zero; a zero never is.
  public let isNegative: Bool
  /// Digits 0…9 without zeros at either end; none for zero.
  let digits: [UInt8]
  /// How many digits stand before the decimal point; negative where zeros follow it first.
  let point: Int

  /// Larger powers of ten than any sheet can hold; their zeros would fill the memory.
  private static let largestExponent = 400

  /// Reads a number as files write it: `-12.50`, `1.5E-7`; nil for anything else.
  public init?(_ text: String) {
    var digits: [UInt8] = []
    digits.reserveCapacity(24)
    var isNegative = false
    var point: Int?
    var exponent = 0
    var bytes = text.utf8.makeIterator()
    var next = bytes.next()
    if next == 0x2D || next == 0x2B {
      isNegative = next == 0x2D
      next = bytes.next()
    }
    scan: while let byte = next {
      switch byte {
      case 0x30...0x39: digits.append(byte - 0x30)
      case 0x2E where point == nil: point = digits.count
      case 0x45, 0x65:
        guard let power = Self.exponent(in: &bytes) else { return nil }
        exponent = power
        break scan
      default: return nil
      }
      next = bytes.next()
    }
    guard !digits.isEmpty else { return nil }
    self.init(
      isNegative: isNegative, digits: digits, point: (point ?? digits.count) + exponent)
  }

  /// Makes a number; zeros at the ends of the digits are taken off.
  init(isNegative: Bool, digits: [UInt8], point: Int) {
    let leading = digits.prefix { $0 == 0 }.count
    guard leading < digits.count else {
      (self.isNegative, self.digits, self.point) = (false, [], 0)
      return
    }
    let trailing = digits.reversed().prefix { $0 == 0 }.count
    self.isNegative = isNegative
    self.digits =
      leading + trailing == 0 ? digits : Array(digits[leading..<(digits.count - trailing)])
    self.point = point - leading
  }

  /// The power of ten after an `E`.
  private static func exponent(in bytes: inout String.UTF8View.Iterator) -> Int? {
    var next = bytes.next()
    let isNegative = next == 0x2D
    if isNegative || next == 0x2B { next = bytes.next() }
    guard next != nil else { return nil }
    var power = 0
    while let byte = next {
      guard 0x30...0x39 ~= byte else { return nil }
      power = power * 10 + Int(byte - 0x30)
      guard power <= largestExponent else { return nil }
      next = bytes.next()
    }
    return isNegative ? -power : power
  }

  /// Whether the number is exactly nothing.
  public var isZero: Bool { digits.isEmpty }

  /// The number without its sign.
  public var magnitude: ExactDecimal {
    ExactDecimal(isNegative: false, digits: digits, point: point)
  }

  /// The number times ten to a power.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    ExactDecimal(isNegative: isNegative, digits: digits, point: point + power)
  }

  /// The number with so many decimals, halves rounded away from zero.
  public func rounded(decimals: Int) -> ExactDecimal { keeping(digits: point + decimals) }

  /// The number as spreadsheet programs take it: with the 15 digits that they keep.
  ///
  /// Excel writes 0.285 as 0.28499999999999998 and shows 0.29 all the same.
  public var asKept: ExactDecimal { digits.count > 15 ? keeping(digits: 15) : self }

  /// The number with its first digits alone, halves rounded away from zero.
  func keeping(digits count: Int) -> ExactDecimal {
    guard count < digits.count else { return self }
    guard count >= 0 else { return ExactDecimal(isNegative: false, digits: [], point: 0) }
    var kept = Array(digits.prefix(count))
    guard digits[count] >= 5 else {
      return ExactDecimal(isNegative: isNegative, digits: kept, point: point)
    }
    var place = count - 1
    while place >= 0 {
      guard kept[place] == 9 else {
        kept[place] += 1
        return ExactDecimal(isNegative: isNegative, digits: kept, point: point)
      }
      kept[place] = 0
      place -= 1
    }
    return ExactDecimal(isNegative: isNegative, digits: [1] + kept, point: point + 1)
  }

  /// The digits before the point; empty where the number is smaller than one.
  var whole: [UInt8] {
    guard point > 0 else { return [] }
    return point <= digits.count
      ? Array(digits.prefix(point)) : digits + [UInt8](repeating: 0, count: point - digits.count)
  }

  /// The digits after the point.
  var fraction: [UInt8] {
    point >= 0
      ? Array(digits.dropFirst(point)) : [UInt8](repeating: 0, count: -point) + digits
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number in full, without an exponent: `-1234.5`.
  public var description: String {
    let whole = whole.isEmpty ? [0] : whole
    var bytes: [UInt8] = isNegative ? [0x2D] : []
    bytes += whole.map { $0 + 0x30 }
    if !fraction.isEmpty { bytes += [0x2E] + fraction.map { $0 + 0x30 } }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ExactDecimal: Comparable {
  /// Orders by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? isSmaller(right, than: left) : isSmaller(left, than: right)
  }

  /// Whether a number is nearer to zero than another.
  private static func isSmaller(_ left: ExactDecimal, than right: ExactDecimal) -> Bool {
    if left.isZero || right.isZero { return !right.isZero }
    if left.point != right.point { return left.point < right.point }
    return left.digits.lexicographicallyPrecedes(right.digits)
  }
}
