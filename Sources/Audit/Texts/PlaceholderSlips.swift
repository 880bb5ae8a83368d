internal import Layouts

/// Places that were to be filled in, and texts that break off.
extension ScannedText {
  /// The placeholder that begins at a place, with the repetitions of its last sign.
  ///
  /// Letters count only where no Latin word or model name goes on around them, Chinese words only where
  /// they end what is said: 待补偿 is an obligation, 待补 is none.
  func placeholder(at index: Int, by rules: TextRules) -> Range<Int>? {
    guard let length = rules.placeholders.match(in: scalars, at: index) else { return nil }
    var end = index + length
    let last = scalars[end - 1]
    guard !last.isHan else { return self[end].isHan ? nil : index..<end }
    while self[end] == last { end += 1 }
    return continuesWord(at: index - 1, before: true, of: scalars[index])
      || continuesWord(at: end, before: false, of: last) ? nil : index..<end
  }

  /// Whether a letter's word goes on at a place beside it: with a letter, a digit, or a hyphen and one
  /// of these.
  private func continuesWord(at index: Int, before: Bool, of letter: UInt32) -> Bool {
    guard letter.isLatin else { return false }
    let beside = self[index]
    if beside.isLatin || beside.isDigit { return true }
    guard beside.isHyphen else { return false }
    let next = self[before ? index - 1 : index + 1]
    return next.isLatin || next.isDigit
  }

  /// How many characters of a text's end a slip shows.
  private static let endLength = 12

  /// The end of a text that breaks off: with an opening sign or one that goes on, with a word that
  /// cannot end, or, as a paragraph of some length, without a full stop.
  func cutOff(by rules: TextRules, as shape: TextShape) -> TextSlip? {
    var end = scalars.count
    while end > 0, scalars[end - 1].isBlank || scalars[end - 1].isNewline { end -= 1 }
    guard end > 0 else { return nil }
    var start = end
    while start > 0, end - start < Self.endLength, !scalars[start - 1].isNewline { start -= 1 }
    guard breaksOff(before: end, by: rules, as: shape) else { return nil }
    return slip(.cutOff, start..<end)
  }

  private func breaksOff(before end: Int, by rules: TextRules, as shape: TextShape) -> Bool {
    let last = scalars[end - 1]
    if last.isOpening || last.endsClause && !last.endsSentence && !last.is("…") {
      return true
    }
    // A word alone is a name.
    if rules.openEnds.matchEnds(in: scalars, before: end), end > 2 { return true }
    guard shape == .paragraph, last != .quoted else { return false }
    var line = end
    while line > 0, !scalars[line - 1].isNewline { line -= 1 }
    guard end - line >= rules.paragraphLength else { return false }
    // A bracket may end a paragraph; behind a quotation the full stop stands before its mark.
    if last.is("）") || last.is(")") { return false }
    var stop = end - 1
    while stop > line, scalars[stop].isClosing { stop -= 1 }
    let isStop = scalars[stop].endsSentence || scalars[stop].is("…")
    return !isStop && !scalars[stop].is(".")
  }
}
