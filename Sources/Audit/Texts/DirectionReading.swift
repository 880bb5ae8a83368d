/// What a reason says of a figure's direction.
public struct DirectionReading: Hashable, Sendable {
  /// Which direction its predicates say.
  public enum Direction: String, Sendable {
    case up
    case down
    /// Some say up, others down.
    case both
    case none
  }

  /// A predicate that counts.
  public struct Predicate: Hashable, Sendable {
    /// The word.
    public let word: String
    /// Where it begins, in Unicode scalars from the text's first, from 0.
    public let offset: Int
  }

  /// The predicates that say more, in the order of the text.
  public let ups: [Predicate]
  /// The predicates that say less, in the order of the text.
  public let downs: [Predicate]

  /// The direction that all of them say.
  public var direction: Direction {
    switch (ups.isEmpty, downs.isEmpty) {
    case (true, true): .none
    case (false, true): .up
    case (true, false): .down
    case (false, false): .both
    }
  }
}

extension ScannedText {
  /// Which predicates of the text say that something became more or less.
  ///
  /// A word counts only as the predicate with which a clause ends, perhaps with 了, a number with its
  /// unit, or another word of the rules behind it: 养老保险缴费增加, 较上年下降5.2%, but not 减少了浪费, 增加值
  /// or 因人员增加导致. It does not count where one of the negations stands before it with no more than two
  /// characters between them: 没有明显增加. A clause ends at any punctuation and at closing brackets and
  /// quotation marks. So a word may be passed over that a reader would count, but hardly the other way.
  public func directions(by rules: TextRules) -> DirectionReading {
    var ups: [DirectionReading.Predicate] = []
    var downs: [DirectionReading.Predicate] = []
    var index = 0
    while index < scalars.count {
      let up = rules.upWords.match(in: scalars, at: index) ?? 0
      let down = rules.downWords.match(in: scalars, at: index) ?? 0
      let length = max(up, down)
      guard length > 0 else {
        index += 1
        continue
      }
      let part = index..<index + length
      index += length
      guard endsClause(behind: part.upperBound, by: rules), !isNegated(part, by: rules) else {
        continue
      }
      let predicate = DirectionReading.Predicate(word: words(part), offset: part.lowerBound)
      if up == length { ups.append(predicate) } else { downs.append(predicate) }
    }
    return DirectionReading(ups: ups, downs: downs)
  }

  /// Whether nothing but numbers and the words that may follow a predicate stands up to a clause's end.
  private func endsClause(behind start: Int, by rules: TextRules) -> Bool {
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.isComma && self[index - 1].isDigit && self[index + 1].isDigit {
        index += 1
      } else if scalar.endsClause || scalar.isClosing {
        return true
      } else if let length = rules.directionTails.match(in: scalars, at: index) {
        index += length
      } else if scalar.isDigit || scalar.isBlank || scalar.isPoint || scalar == .quoted
        || scalar.is("%") || scalar.is("％") || isUnit(at: index)
      {
        index += 1
      } else {
        return false
      }
    }
    return true
  }

  /// Whether a character of an amount's unit stands behind a number.
  private func isUnit(at index: Int) -> Bool {
    guard ["元", "万", "亿"].contains(where: { scalars[index].is($0) }) else { return false }
    let before = self[index - 1]
    return before.isDigit || before == .quoted || before.isBlank || before.is("万")
      || before.is("亿")
  }

  /// How many characters may stand between a negation and what it negates.
  private static let negationReach = 2

  private func isNegated(_ part: Range<Int>, by rules: TextRules) -> Bool {
    var end = part.lowerBound
    for _ in 0...Self.negationReach {
      if rules.negations.matchEnds(in: scalars, before: end) { return true }
      guard end > 0, !scalars[end - 1].endsClause else { return false }
      end -= 1
    }
    return false
  }
}
