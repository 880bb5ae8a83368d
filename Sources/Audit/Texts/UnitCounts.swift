/// A number of budget units that a text states.
public struct UnitCount: Hashable, Sendable {
  /// The number.
  public let count: Int
  /// The word for the units, as matched.
  public let noun: String
  /// Number and noun as written.
  public let text: String
  /// Where it begins, in Unicode scalars from the text's first, from 0.
  public let offset: Int
}

extension ScannedText {
  /// Every number of units in the text, in its order: 4个预算单位, 四个独立核算的单位, 所属单位3个, 单位共4家.
  ///
  /// The noun stands behind the counter, or before the number where nothing else follows the counter;
  /// in between stand at most words of the rules. 12个科室 and 施工单位3家 count nothing of these.
  public func unitCounts(by rules: TextRules) -> [UnitCount] {
    var found: [UnitCount] = []
    var index = 1
    while index < scalars.count {
      guard let counter = rules.unitCounters.match(in: scalars, at: index),
        let (number, count) = number(before: index)
      else {
        index += 1
        continue
      }
      let behind = index + counter
      if let noun = noun(behind: behind, by: rules) {
        found.append(unitCount(count, noun, number.lowerBound..<noun.upperBound))
        index = noun.upperBound
      } else if let noun = noun(before: number.lowerBound, by: rules), endsCount(behind) {
        found.append(unitCount(count, noun, noun.lowerBound..<behind))
        index = behind
      } else {
        index = behind
      }
    }
    return found
  }

  private func unitCount(_ count: Int, _ noun: Range<Int>, _ part: Range<Int>) -> UnitCount {
    UnitCount(count: count, noun: words(noun), text: words(part), offset: part.lowerBound)
  }

  /// The number that ends right before a counter, perhaps with a blank between; 第3个 counts nothing.
  private func number(before counter: Int) -> (part: Range<Int>, count: Int)? {
    var end = counter
    while end > 0, scalars[end - 1].isBlank { end -= 1 }
    var start = end
    let isInDigits = self[end - 1].isDigit
    while start > 0,
      isInDigits ? scalars[start - 1].isDigit : ChineseNumber.isPart(scalars[start - 1])
    { start -= 1 }
    let before = self[start - 1]
    guard start < end, end - start <= 4, !before.is("第"), !before.isPoint, !before.isLatin,
      !before.isHyphen
    else { return nil }
    let part = start..<end
    let value =
      isInDigits
      ? CheckDigits.number(part.compactMap { scalars[$0].digit })
      : ChineseNumber.value(scalars[part]).map { Int($0) }
    return value.map { (part, $0) }
  }

  /// The noun behind a counter, with words of the rules between them.
  private func noun(behind start: Int, by rules: TextRules) -> Range<Int>? {
    var index = start
    while index < scalars.count {
      if rules.otherNouns.match(in: scalars, at: index) != nil { return nil }
      // 独立核算单位 may be a noun of the list, or 独立核算 and the noun 单位.
      if let length = rules.unitNouns.match(in: scalars, at: index) {
        return index..<index + length
      }
      guard let length = rules.unitModifiers.match(in: scalars, at: index) else { return nil }
      index += length
    }
    return nil
  }

  /// The noun before a number, with words of the rules between them; it is no part of a longer word.
  private func noun(before end: Int, by rules: TextRules) -> Range<Int>? {
    var end = end
    for _ in 0..<4 {
      while end > 0, scalars[end - 1].isBlank { end -= 1 }
      if let length = longest(of: rules.unitNouns, before: end) {
        let start = end - length
        let isWhole = start == 0 || !scalars[start - 1].isHan
        return isWhole || longest(of: rules.unitModifiers, before: start) != nil
          ? start..<end : nil
      }
      guard let length = longest(of: rules.unitModifiers, before: end) else { return nil }
      end -= length
    }
    return nil
  }

  /// The length of the longest word that ends before a place.
  private func longest(of list: WordList, before end: Int) -> Int? {
    (max(0, end - 12)..<end).first { list.match(in: scalars, at: $0) == end - $0 }
      .map { end - $0 }
  }

  /// Whether nothing follows a counter that it could count.
  private func endsCount(_ index: Int) -> Bool {
    let next = self[skippingBlanks(from: index)]
    return next == 0 || next.endsClause || next.isClosing || next.isOpening
  }
}
