internal import Diagnostics
internal import Readings

/// The sentences of two paragraphs that differ, as ranges of characters; the paragraphs as wholes
/// where it cannot be told which sentence became which.
func pairedSentences(_ left: String, _ right: String) -> [(left: Range<Int>, right: Range<Int>)] {
  let (own, others) = (sentences(of: left), sentences(of: right))
  let (old, new) = (Array(left), Array(right))
  let whole = [(left: 0..<old.count, right: 0..<new.count)]
  guard own.count == others.count else { return whole }
  let changed = zip(own, others).filter { old[$0] != new[$1] }
  // Sentences that have nothing in common may have taken each other's places.
  let areAlike = changed.allSatisfy { ChangedText(String(old[$0]), String(new[$1])) != nil }
  return areAlike && !changed.isEmpty ? changed.map { (left: $0, right: $1) } : whole
}

/// The sentences of a text, each with the mark that ends it, as ranges of characters.
private func sentences(of text: String) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = 0
  let characters = Array(text)
  for (index, character) in characters.enumerated() where "。！？".contains(character) {
    var end = index + 1
    while end < characters.count, "”’」』）".contains(characters[end]) { end += 1 }
    guard end > start else { continue }
    ranges.append(start..<end)
    start = end
  }
  if start < characters.count { ranges.append(start..<characters.count) }
  return ranges
}

extension PDFParagraph {
  /// A part of the text by its characters, without space at its ends.
  func text(in range: Range<Int>) -> String {
    let part = text.dropFirst(range.lowerBound).prefix(range.count).drop(while: \.isWhitespace)
    return String(part.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Where a part of the text stands: the lines of it on the page on which it begins.
  func place(of range: Range<Int>, in pages: [ReadPage]) -> Place {
    guard range.count < text.count else { return place(in: pages) }
    var start = 0
    var boxes: [(page: Int, box: ReadBox)] = []
    for place in lines {
      let line = pages[place.page].lines[place.line]
      // Between Latin letters the break between two lines reads as a space.
      let rest = text.dropFirst(start)
      if rest.first == " ", line.text.first != " " { start += 1 }
      let end = start + line.text.count
      if range.overlaps(start..<max(end, start + 1)) {
        boxes.append((pages[place.page].number, line.box))
      }
      start = end
    }
    guard let first = boxes.first else { return place(in: pages) }
    let box = boxes.filter { $0.page == first.page }.map(\.box).reduce(first.box) { $0.union($1) }
    return .page(first.page, paragraph: first.page == page ? number : nil, box: box.onPage)
  }
}
