internal import Readings

/// A word with the box of its characters, and its runs.
struct PageWord {
  var word: ReadWord
  var runs: [ReadRun]

  /// An estimate of the height on which the characters stand.
  ///
  /// The library gives boxes from the font's ascent to its descent, which is a tenth to a fifth of
  /// the box for Latin and Chinese fonts alike.
  var baseline: Double { word.box.bottom - word.box.height / 6 }
}

extension PageCharacters {
  /// The words in the order of the text.
  ///
  /// The library's text has no white space between the cells of a table, so that words end where
  /// the next character does not follow on the same height. Within a word its boxes leave no gap.
  func words() -> [PageWord] {
    var scanner = WordScanner(self)
    scanner.run()
    return scanner.words
  }
}

/// One pass over the characters of a page.
private struct WordScanner {
  /// The widest gap inside a word, in heights of its characters: poppler's own limit
  /// (minWordBreakSpace in TextOutputDev.cc).
  private static let gap = 0.1

  private let characters: PageCharacters
  private(set) var words: [PageWord] = []
  private var content = String.UnicodeScalarView()
  /// The box of the word so far, and of its last character.
  private var box: ReadBox?
  private var last = ReadBox(left: 0, top: 0, right: 0, bottom: 0)
  private var runs: [ReadRun] = []
  private var style = 0

  init(_ characters: PageCharacters) { self.characters = characters }

  mutating func run() {
    // The library's two answers, text and boxes, have as many parts as each other, or the shorter
    // one counts.
    for (index, pair) in zip(characters.text.unicodeScalars, characters.boxes).enumerated() {
      if isSpace(pair.0) {
        endWord()
      } else {
        if box != nil, !follows(pair.1) { endWord() }
        take(pair.0, pair.1, at: index)
      }
    }
    endWord()
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? scalar.value <= 0x20
      : scalar.value < 0x2E80 || scalar.value == 0x3000 ? scalar.properties.isWhitespace : false
  }

  /// Whether a character stands right behind the last one.
  private func follows(_ next: ReadBox) -> Bool {
    let height = min(next.height, last.height)
    let distance = next.left - last.right
    return distance <= height * Self.gap && distance >= height * -0.5
      && abs(next.bottom - last.bottom) <= height * 0.3
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ place: ReadBox, at index: Int) {
    content.append(scalar)
    box = box?.union(place) ?? place
    last = place
    while style < characters.styles.count, characters.styles[style].range.upperBound <= index {
      style += 1
    }
    guard style < characters.styles.count, characters.styles[style].range.contains(index) else {
      return
    }
    let font = characters.styles[style]
    if let run = runs.last, run.font == font.font, run.size == font.size {
      runs[runs.count - 1].text.unicodeScalars.append(scalar)
      runs[runs.count - 1].box = run.box.union(place)
    } else {
      runs.append(ReadRun(text: String(scalar), box: place, font: font.font, size: font.size))
    }
  }

  private mutating func endWord() {
    guard let box else { return }
    words.append(PageWord(word: ReadWord(text: String(content), box: box), runs: runs))
    content = String.UnicodeScalarView()
    self.box = nil
    runs = []
  }
}
