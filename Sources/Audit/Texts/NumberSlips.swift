internal import Layouts

/// Numbers of identity cards, bank cards and telephones.
extension ScannedText {
  /// Those that stand in the text, in its order.
  public func numberSlips(by rules: TextRules) -> [TextSlip] {
    var found: [TextSlip] = []
    var index = 0
    while index < digitRuns.count {
      // Most numbers of a text are short and stand alone.
      let run = digitRuns[index]
      let isLast = index + 1 == digitRuns.count
      if run.count < 7, isLast || digitRuns[index + 1].lowerBound > run.upperBound + 1 {
        index += 1
        continue
      }
      let groups = joinedRuns(from: index)
      if groups.reduce(0, { $0 + $1.count }) >= 7 {
        var first = 0
        while first < groups.count {
          if let (kind, count) = privateNumber(groups[first...], by: rules) {
            let end = groups[first + count - 1].upperBound
            let part = groups[first].lowerBound..<(kind == .identityCard ? identityEnd(end) : end)
            found.append(slip(kind, part))
            first += count
          } else {
            first += 1
          }
        }
      }
      index += groups.count
    }
    return found
  }

  /// Runs of digits between which a single blank, hyphen or closing bracket stands.
  private func joinedRuns(from index: Int) -> [Range<Int>] {
    var end = index + 1
    while end < digitRuns.count, digitRuns[end].lowerBound - digitRuns[end - 1].upperBound == 1 {
      let sign = scalars[digitRuns[end - 1].upperBound]
      guard sign.isBlank || sign.isHyphen || sign.is("）") || sign.is(")") else { break }
      end += 1
    }
    return Array(digitRuns[index..<end])
  }

  /// What the first of the groups begin, and how many of them it takes.
  private func privateNumber(
    _ groups: ArraySlice<Range<Int>>, by rules: TextRules
  ) -> (TextSlip.Kind, Int)? {
    guard let first = groups.first, !isPartOfWordOrAmount(first) else { return nil }
    let lengths = groups.map(\.count)
    if let count = identityGroups(groups, lengths, by: rules) { return (.identityCard, count) }
    if let count = cardGroups(groups, lengths, by: rules) { return (.bankCard, count) }
    if let count = telephoneGroups(groups, lengths, by: rules) { return (.telephone, count) }
    return nil
  }

  // MARK: - Identity cards

  private func identityGroups(
    _ groups: ArraySlice<Range<Int>>, _ lengths: [Int], by rules: TextRules
  ) -> Int? {
    let count = lengths.starts(with: [6, 8]) && lengths.count > 2 ? 3 : 1
    let parts = groups.prefix(count)
    guard let first = parts.first, let last = parts.last else { return nil }
    var places = digits(parts)
    if places.count == 17, identityEnd(last.upperBound) > last.upperBound { places.append(10) }
    if CheckDigits.isIdentityNumber(places) { return count }
    let isOld = CheckDigits.isOldIdentityNumber(places)
    return isOld && follows(rules.identityWords, at: first.lowerBound) ? count : nil
  }

  /// Behind the X that may be the last place of an identity card's number.
  private func identityEnd(_ end: Int) -> Int {
    switch Unicode.Scalar(self[end]) {
    case "X", "x", "Ｘ", "ｘ": self[end + 1].isLatin ? end : end + 1
    default: end
    }
  }

  // MARK: - Bank cards

  /// A card has 16 to 19 digits, in one row or in fours, and a check digit; an account, which has none,
  /// counts where the words before it say so.
  private func cardGroups(
    _ groups: ArraySlice<Range<Int>>, _ lengths: [Int], by rules: TextRules
  ) -> Int? {
    let fours = lengths.prefix { $0 == 4 }.count
    var count = 1
    if fours >= 4 {
      count = fours
    } else if lengths.starts(with: [6]) && lengths.count == 2 {
      count = 2
    }
    if fours == 4, lengths.count > 4, lengths[4] < 4 { count = 5 }
    let parts = groups.prefix(count)
    guard let first = parts.first else { return nil }
    let number = digits(parts)
    if CheckDigits.hasShapeOfCard(number), CheckDigits.passesLuhn(number) { return count }
    let isAccount = (9...25).contains(number.count)
    return isAccount && follows(rules.accountWords, at: first.lowerBound) ? count : nil
  }

  // MARK: - Telephones

  private func telephoneGroups(
    _ groups: ArraySlice<Range<Int>>, _ lengths: [Int], by rules: TextRules
  ) -> Int? {
    guard let first = groups.first else { return nil }
    let count = mobileGroups(groups, lengths) ?? landlineGroups(groups, lengths)
    if let count {
      // Further digits behind a hyphen make another number of it, unless they are an extension.
      let joined = groups.dropFirst(count).first
      let goesOn = joined.map { scalars[$0.lowerBound - 1].isHyphen && $0.count > 4 } ?? false
      let isJoined = self[first.lowerBound - 1].isHyphen && self[first.lowerBound - 2] != 0
      return goesOn || isJoined && !standsBehindCountry(first) ? nil : count
    }
    let isLocal =
      (7...8).contains(first.count) && (2...8).contains(scalars[first.lowerBound].digit ?? 0)
    return isLocal && follows(rules.telephoneWords, at: first.lowerBound) ? 1 : nil
  }

  /// 1[3-9] and nine digits, in one row, or parted as 3-4-4; perhaps with +86 in the same row.
  private func mobileGroups(_ groups: ArraySlice<Range<Int>>, _ lengths: [Int]) -> Int? {
    let count = lengths.starts(with: [3, 4, 4]) ? 3 : 1
    var number = digits(groups.prefix(count))
    let hasCountry = number.count == 13 && number.starts(with: [8, 6])
    if hasCountry, let first = groups.first, self[first.lowerBound - 1].is("+") {
      number.removeFirst(2)
    }
    return number.count == 11 && number[0] == 1 && number[1] >= 3 ? count : nil
  }

  /// An area code and seven or eight digits behind a hyphen, a blank or in brackets.
  private func landlineGroups(_ groups: ArraySlice<Range<Int>>, _ lengths: [Int]) -> Int? {
    guard lengths.count >= 2, (7...8).contains(lengths[1]), let code = groups.first else {
      return nil
    }
    let area = digits([code])
    let isArea =
      area.count == 3 && area[0] == 0 && (area[1] == 2 || area[1] == 1 && area[2] == 0)
      || area.count == 4 && area[0] == 0 && area[1] >= 3
    let sign = scalars[code.upperBound]
    let before = self[code.lowerBound - 1]
    let isBracketed = before.is("（") || before.is("(")
    return isArea && (sign.isBlank || sign.isHyphen || isBracketed) ? 2 : nil
  }

  private func standsBehindCountry(_ group: Range<Int>) -> Bool {
    let start = group.lowerBound
    return self[start - 2].is("6") && self[start - 3].is("8") && !self[start - 4].isDigit
  }

  // MARK: - What stands around

  /// Whether a run of digits belongs to a word with letters, has decimals, or counts money.
  private func isPartOfWordOrAmount(_ run: Range<Int>) -> Bool {
    let (before, after) = (self[run.lowerBound - 1], self[run.upperBound])
    if before.isLatin || before.is("_") || before.is("¥") || before.is("￥") { return true }
    if after.isLatin && identityEnd(run.upperBound) == run.upperBound { return true }
    let isDecimal = (before.isPoint || before.isComma) && self[run.lowerBound - 2].isDigit
    let hasDecimals = (after.isPoint || after.isComma) && self[run.upperBound + 1].isDigit
    if isDecimal && before != UInt32(0xFF0C) || hasDecimals && after != UInt32(0xFF0C) {
      return true
    }
    switch Unicode.Scalar(self[skippingBlanks(from: run.upperBound)]) {
    case "元", "万", "亿", "千", "百", "%", "％": return true
    default: return false
    }
  }

  private func digits(_ groups: some Sequence<Range<Int>>) -> [UInt8] {
    groups.flatMap { $0.compactMap { scalars[$0].digit } }
  }

  /// How far before a number the word for it may stand.
  private static let reach = 8

  private func follows(_ words: WordList, at index: Int) -> Bool {
    words.occurs(in: scalars, within: max(0, index - Self.reach)..<index)
  }
}
