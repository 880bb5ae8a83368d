/// A year that a text names.
public struct YearMention: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The year as written, with 年 or 年度 where they stand behind it.
  public let text: String
  /// Where it begins, in Unicode scalars from the text's first, from 0.
  public let offset: Int
  /// Whether it belongs to a plan, a regulation or the title of a document, which may name any year.
  public let isOfPlan: Bool
}

extension ScannedText {
  /// Every year that the text names, in its order: 2023年, ２０２３年度, 2021—2023年, 二〇二三, 〔2023〕, 2023-09-20.
  ///
  /// - Parameter bare: whether four digits alone are a year too, as in a project's name (2022废钢奖补),
  ///   unless something that is counted follows them.
  public func years(by rules: TextRules, bare: Bool = false) -> [YearMention] {
    var found: [YearMention] = []
    for index in digitRuns.indices where isYear(index, by: rules, bare: bare) {
      let run = digitRuns[index]
      found.append(mention(yearNumber(run), run.lowerBound..<yearEnd(run.upperBound), by: rules))
    }
    found += chineseYears(by: rules)
    return found.sorted { $0.offset < $1.offset }
  }

  private func mention(_ year: Int, _ part: Range<Int>, by rules: TextRules) -> YearMention {
    YearMention(
      year: year, text: words(part), offset: part.lowerBound,
      isOfPlan: belongsToPlan(part, by: rules))
  }

  private func yearNumber(_ run: Range<Int>) -> Int {
    CheckDigits.number(run.compactMap { scalars[$0].digit })
  }

  /// Behind 年 or 年度, which may stand behind a blank; the place itself where neither does.
  private func yearEnd(_ end: Int) -> Int {
    let sign = skippingBlanks(from: end)
    guard self[sign].is("年") else { return end }
    return self[sign + 1].is("度") ? sign + 2 : sign + 1
  }

  private func isYear(_ index: Int, by rules: TextRules, bare: Bool) -> Bool {
    let run = digitRuns[index]
    guard run.count == 4, (1900...2099).contains(yearNumber(run)) else { return false }
    let (before, after) = (self[run.lowerBound - 1], self[run.upperBound])
    guard !before.isLatin, !(before.isPoint || before.isComma) || !self[run.lowerBound - 2].isDigit
    else { return false }
    if yearEnd(run.upperBound) > run.upperBound { return true }
    if beginsSpan(index, by: rules) || isDate(index) { return true }
    if before.isOpening && after.isClosing && !before.is("“") { return true }
    guard !after.isLatin, !isDecimal(after, at: run.upperBound) else { return false }
    let next = skippingBlanks(from: run.upperBound)
    guard next < scalars.count else { return bare && !before.isHyphen }
    if rules.planWords.match(in: scalars, at: next) != nil { return true }
    return bare && !before.isHyphen && rules.countedThings.match(in: scalars, at: next) == nil
  }

  private func isDecimal(_ sign: UInt32, at index: Int) -> Bool {
    (sign.isPoint || sign.isComma) && self[index + 1].isDigit || sign.is("%") || sign.is("％")
  }

  /// Whether a span to another year begins: 2021—2023年.
  private func beginsSpan(_ index: Int, by rules: TextRules) -> Bool {
    guard index + 1 < digitRuns.count else { return false }
    let between = digitRuns[index].upperBound..<digitRuns[index + 1].lowerBound
    return (1...2).contains(between.count) && between.allSatisfy { scalars[$0].isSpanSign }
      && isYear(index + 1, by: rules, bare: false)
  }

  /// Whether it begins a date: 2023-09-20, 2023/9/20, 2023.9.20.
  private func isDate(_ index: Int) -> Bool {
    guard index + 2 < digitRuns.count else { return false }
    let (year, month, day) = (digitRuns[index], digitRuns[index + 1], digitRuns[index + 2])
    guard month.lowerBound == year.upperBound + 1, day.lowerBound == month.upperBound + 1 else {
      return false
    }
    let sign = scalars[year.upperBound]
    return sign == scalars[month.upperBound] && (sign.isHyphen || sign.is("/") || sign.isPoint)
      && (1...12).contains(yearNumber(month)) && (1...31).contains(yearNumber(day))
  }

  /// Years in Chinese digits: 二〇二三, 一九九八.
  private func chineseYears(by rules: TextRules) -> [YearMention] {
    var found: [YearMention] = []
    var index = 0
    while index + 3 < scalars.count {
      let scalar = scalars[index]
      defer { index += 1 }
      guard scalar.is("二") || scalar.is("一"),
        index == 0 || !ChineseNumber.isPart(scalars[index - 1])
      else { continue }
      let places = (index..<index + 4).compactMap { ChineseNumber.digit(scalars[$0]) }
      let year = places.reduce(0) { $0 * 10 + Int($1) }
      guard places.count == 4, (1900...2099).contains(year), !ChineseNumber.isPart(self[index + 4])
      else { continue }
      found.append(mention(year, index..<yearEnd(index + 4), by: rules))
      index += 3
    }
    return found
  }

  /// How far behind a year, and before it, the word for a plan may stand within a clause.
  private static let planReach = (before: 6, after: 16)

  /// Whether a year stands in the title or number of a document, or beside a word for a plan.
  private func belongsToPlan(_ part: Range<Int>, by rules: TextRules) -> Bool {
    let part = span(around: part)
    if self[part.lowerBound - 1].is("〔") || isInTitle(part) { return true }
    let clause = clause(around: part)
    let start = max(clause.lowerBound, part.lowerBound - Self.planReach.before)
    let end = min(clause.upperBound, part.upperBound + Self.planReach.after)
    return rules.planWords.occurs(in: scalars, within: start..<part.lowerBound)
      || rules.planWords.occurs(in: scalars, within: part.upperBound..<end)
  }

  /// The span that a year begins or ends, with its other year; the year alone where there is none.
  private func span(around part: Range<Int>) -> Range<Int> {
    func isPart(_ scalar: UInt32) -> Bool {
      scalar.isSpanSign || scalar.isDigit || scalar.is("年") || scalar.is("度")
    }
    var (start, end) = (part.lowerBound, part.upperBound)
    while start > 0, isPart(scalars[start - 1]) { start -= 1 }
    while isPart(self[end]) { end += 1 }
    return start..<end
  }

  /// Whether it stands between 《 and 》.
  private func isInTitle(_ part: Range<Int>) -> Bool {
    var index = part.lowerBound
    while index > 0, !scalars[index - 1].endsSentence {
      index -= 1
      if scalars[index].is("》") { return false }
      if scalars[index].is("《") { return true }
    }
    return false
  }
}
