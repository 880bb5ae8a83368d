internal import Domain

/// An amount of money that somebody typed into a text.
public struct TypedAmount: Hashable, Sendable {
  /// The amount in 分; nil where it is no whole number of them, or too large.
  public let fen: Int64?
  /// What the last place of the number as written counts, in 分; 0 where it is less than one.
  ///
  /// 10,000 for the 6 of 1234.56万元. A figure equals the amount if it does when rounded to this.
  public let step: Int64
  /// The number as written, with its separators.
  public let number: String
  /// The unit: `万元`; `万` and `亿` where no 元 follows.
  public let unit: String
  /// Number and unit as written.
  public let text: String
  /// Where it begins, in Unicode scalars from the text's first, from 0.
  public let offset: Int
  /// Whether it says that it is not exact: 450余万元.
  public let isRough: Bool
  /// Whether it is money for each of something: 100元/人.
  public let isRate: Bool
}

extension ScannedText {
  /// Every amount of money in the text, in its order; percentages and foreign money are none.
  ///
  /// Digits may be in full width and have separators; numbers in Chinese characters count where 元 ends
  /// them; 万 and 亿 alone where nothing that they could count follows.
  public func amounts() -> [TypedAmount] {
    var found: [TypedAmount] = []
    var index = 0
    while index < digitRuns.count {
      let (number, next) = writtenNumber(from: index)
      index = next
      guard let first = amount(number) else { continue }
      guard first.isOpen, index < digitRuns.count,
        digitRuns[index].lowerBound == first.end
      else {
        found.append(typed(first))
        continue
      }
      let (rest, behind) = writtenNumber(from: index)
      if let second = amount(rest), second.unitFen < first.unitFen, !second.isRough {
        found.append(typed(first.joined(with: second)))
        index = behind
      } else {
        found.append(typed(first))
      }
    }
    found += chineseAmounts()
    return found.sorted { $0.offset < $1.offset }
  }

  /// A number as written and what it counts.
  private struct WrittenNumber {
    let part: Range<Int>
    let decimals: Int
  }

  private struct Amount {
    let start: Int
    let numberEnd: Int
    let end: Int
    let fen: Int64?
    let step: Int64
    let unit: String
    let unitFen: Int64
    let isRough: Bool
    /// Whether 元 does not end it, so that a smaller amount may go on: 3亿2000万元.
    let isOpen: Bool

    /// 3亿 and 2000万元, which follow one another, as one.
    func joined(with other: Amount) -> Amount {
      let sum = fen.flatMap { first in
        other.fen.flatMap { second -> Int64? in
          let (sum, overflow) = first.addingReportingOverflow(second)
          return overflow ? nil : sum
        }
      }
      return Amount(
        start: start, numberEnd: other.numberEnd, end: other.end, fen: sum, step: other.step,
        unit: other.unit, unitFen: other.unitFen, isRough: false,
        isOpen: other.isOpen)
    }
  }

  private func typed(_ amount: Amount) -> TypedAmount {
    let next = self[amount.end]
    return TypedAmount(
      fen: amount.fen, step: amount.step, number: words(amount.start..<amount.numberEnd),
      unit: amount.unit, text: words(amount.start..<amount.end), offset: amount.start,
      isRough: amount.isRough, isRate: next.is("/") || next.is("／") || next.is("每"))
  }

  // MARK: - Numbers in digits

  /// The number that begins with a run of digits, with its thousands and decimals, and the run behind it.
  private func writtenNumber(from index: Int) -> (WrittenNumber, next: Int) {
    var next = index + 1
    var end = digitRuns[index].upperBound
    func joins(_ isSign: (UInt32) -> Bool) -> Bool {
      next < digitRuns.count && digitRuns[next].lowerBound == end + 1 && isSign(scalars[end])
    }
    // What people separate is three digits long; a list of numbers is not one number.
    if digitRuns[index].count <= 3 {
      while joins(\.isComma), digitRuns[next].count == 3 {
        end = digitRuns[next].upperBound
        next += 1
      }
    }
    var decimals = 0
    if joins(\.isPoint) {
      decimals = digitRuns[next].count
      end = digitRuns[next].upperBound
      next += 1
    }
    let part = digitRuns[index].lowerBound..<end
    return (WrittenNumber(part: part, decimals: decimals), next)
  }

  /// The number with the unit behind it; nil where there is none.
  private func amount(_ number: WrittenNumber) -> Amount? {
    let start = number.part.lowerBound
    if self[start - 1].isLatin { return nil }
    var index = skippingBlanks(from: number.part.upperBound)
    var isRough = self[index].isRoughly
    if isRough { index += 1 }
    guard let unit = unit(at: index) else { return nil }
    isRough = isRough || unit.isRough
    let unitFen = unit.inYuan * 100
    var (fen, step) = (Int64?.none, unitFen)
    for _ in 0..<number.decimals { step = step % 10 == 0 ? step / 10 : 0 }
    let digits = number.part.compactMap { scalars[$0].digit }
    // More digits than that are no amount of anybody's.
    if digits.count <= 18 {
      fen = Self.exact(Int64(CheckDigits.number(digits)), times: unitFen, decimals: number.decimals)
    }
    return Amount(
      start: start, numberEnd: number.part.upperBound, end: unit.end, fen: fen, step: step,
      unit: unit.name, unitFen: unitFen, isRough: isRough,
      isOpen: scalars[unit.end - 1] != Self.yuan)
  }

  /// The product shifted by the decimals; nil where something is left over, or it is too large.
  private static func exact(_ mantissa: Int64, times unit: Int64, decimals: Int) -> Int64? {
    var (mantissa, unit) = (mantissa, unit)
    for _ in 0..<decimals {
      if mantissa % 10 == 0 {
        mantissa /= 10
      } else if unit % 10 == 0 {
        unit /= 10
      } else {
        return nil
      }
    }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: unit)
    return overflow ? nil : product
  }

  // MARK: - Units

  private struct WrittenUnit {
    let name: String
    let inYuan: Int64
    let end: Int
    let isRough: Bool
  }

  private static let units = AmountUnit.all.map { unit in
    (scalars: unit.name.unicodeScalars.map(\.value), unit: unit)
  }
  private static let unitFirsts = ScalarSet(values: units.compactMap(\.scalars.first))
  private static let yuan: UInt32 = AmountUnit.yuan.name.unicodeScalars.first?.value ?? 0

  /// The unit that stands at a place.
  private func unit(at index: Int) -> WrittenUnit? {
    guard Self.unitFirsts.contains(self[index]),
      let (spelling, unit) = Self.units.first(where: { stands($0.scalars, at: index) }),
      let inYuan = unit.inYuan
    else { return nil }
    let end = index + spelling.count
    if spelling.last == Self.yuan {
      return WrittenUnit(name: unit.name, inYuan: inYuan, end: end, isRough: false)
    }
    if self[end].isRoughly, self[end + 1] == Self.yuan {
      return WrittenUnit(
        name: unit.name + AmountUnit.yuan.name, inYuan: inYuan, end: end + 2, isRough: true)
    }
    // 万 and 亿 count anything; before a word that is counted they are no money.
    let counts = self[end].isHan || self[end].isLatin || self[skippingBlanks(from: end)].isHan
    return counts
      ? nil : WrittenUnit(name: unit.name, inYuan: inYuan, end: end, isRough: false)
  }

  private func stands(_ word: [UInt32], at index: Int) -> Bool {
    guard index + word.count <= scalars.count else { return false }
    for (offset, scalar) in word.enumerated() where scalars[index + offset] != scalar {
      return false
    }
    return true
  }

  // MARK: - Numbers in Chinese characters

  /// Numbers in Chinese characters before 元.
  private func chineseAmounts() -> [TypedAmount] {
    var found: [TypedAmount] = []
    for (index, scalar) in scalars.enumerated()
    where scalar == Self.yuan && index > 0 && !self[index + 1].is("/") {
      var start = index
      while start > 0, ChineseNumber.isPart(scalars[start - 1]) { start -= 1 }
      guard start < index, !self[start - 1].isDigit, !self[start - 1].isPoint,
        let value = ChineseNumber.value(scalars[start..<index]), value > 0
      else { continue }
      let (fen, overflow) = value.multipliedReportingOverflow(by: 100)
      let part = start..<index + 1
      found.append(
        TypedAmount(
          fen: overflow ? nil : fen, step: 100, number: words(start..<index),
          unit: AmountUnit.yuan.name, text: words(part), offset: start, isRough: false,
          isRate: false))
    }
    return found
  }
}

extension UInt32 {
  /// Whether it makes a number a rough one.
  fileprivate var isRoughly: Bool { Self.roughSigns.contains(self) }

  private static let roughSigns = Set("余多".unicodeScalars.map(\.value))
}
