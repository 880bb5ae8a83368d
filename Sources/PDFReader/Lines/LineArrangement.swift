internal import Readings

/// Puts the words of a page into lines: those on one baseline from left to right, the lines from the
/// top to the bottom.
///
/// The library's own order follows columns and blocks that it guesses; a row of a table would come
/// apart there. Words are told apart by baseline, since sizes and fonts change within a line.
func lines(of words: [PageWord]) -> [ReadLine] {
  // Words of one place keep the order of the text, so that the result never depends on the sort.
  let order = words.indices.sorted { left, right in
    (words[left].baseline, words[left].word.box.left, left)
      < (words[right].baseline, words[right].word.box.left, right)
  }
  var lines: [ReadLine] = []
  var members: [Int] = []
  for index in order {
    if let first = members.first, !isOnLine(words[index], of: words[first]) {
      lines.append(line(members.map { words[$0] }))
      members = []
    }
    members.append(index)
  }
  if !members.isEmpty { lines.append(line(members.map { words[$0] })) }
  return lines
}

/// Whether a word stands on the line that another one, higher up, began.
///
/// Lines of a text are at least one size of its characters apart.
private func isOnLine(_ word: PageWord, of first: PageWord) -> Bool {
  let height = min(word.word.box.height, first.word.box.height)
  return word.baseline - first.baseline < height * 0.4
}

private func line(_ words: [PageWord]) -> ReadLine {
  let ordered = words.enumerated().sorted { left, right in
    (left.element.word.box.left, left.offset) < (right.element.word.box.left, right.offset)
  }.map(\.element)
  let box = ordered.dropFirst().reduce(ordered[0].word.box) { $0.union($1.word.box) }
  return ReadLine(
    text: text(of: ordered.map(\.word)), box: box, words: ordered.map(\.word),
    runs: ordered.flatMap(\.runs))
}

/// The words with a space between any two, but for gaps that typesetters leave beside Chinese
/// punctuation: they come and go with the justification of the line.
private func text(of words: [ReadWord]) -> String {
  var text = words[0].text
  for (last, next) in zip(words, words.dropFirst()) {
    let gap = next.box.left - last.box.right
    let isNarrow = gap < min(last.box.height, next.box.height) / 2
    let isAtMark =
      last.text.unicodeScalars.last.map(isChineseMark) == true
      || next.text.unicodeScalars.first.map(isChineseMark) == true
    if !(isNarrow && isAtMark) { text += " " }
    text += next.text
  }
  return text
}

/// Whether a character is a mark whose square is half blank, which typesetters cut and stretch.
private func isChineseMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301B, 0x2018...0x201D, 0xFF01, 0xFF08, 0xFF09,
    0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F:
    true
  default: false
  }
}
