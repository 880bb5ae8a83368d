/// A template whose checked lines come one by one.
///
/// A tag that prints nothing and is alone on its line takes the blanks and the end of the line with
/// it. A section may begin in one line and end in another: what it prints is then part of both.
struct TemplateDraft {
  /// A piece of a line.
  enum Piece: Hashable {
    case text(String)
    case value(key: String)
    case open(ProseTemplate.Subject, isInverted: Bool)
    case close
    case comment
  }

  /// A section that has not ended.
  private struct Section {
    let subject: ProseTemplate.Subject
    let isInverted: Bool
    /// Whether the tag that opened it was alone on its line.
    let beganAlone: Bool
    /// What stands around it, up to where it begins.
    let before: [ProseTemplate.Piece]
  }

  /// What the innermost section prints, or the template itself.
  private var pieces: [ProseTemplate.Piece] = []
  private var open: [Section] = []
  /// Whether a tag that comes next may be alone on its line.
  private var isAtStart = true

  /// The template of the lines so far.
  var template: ProseTemplate { ProseTemplate(pieces: pieces) }

  /// Adds a line.
  mutating func add(_ line: [Piece]) {
    let isEndTaken = addPieces(of: line)
    // Outside all sections a line always ends, or a section that prints nothing would join the
    // paragraphs around it.
    if !isEndTaken || open.isEmpty {
      pieces.append(.lineEnd)
      isAtStart = true
    }
  }

  /// Adds a line without the blanks at its ends.
  mutating func addTrimmed(_ line: [Piece]) {
    var line = line
    if case .text(let text)? = line.first {
      line[0] = .text(String(text.drop(while: \.isBlank)))
    }
    if case .text(var text)? = line.last {
      while text.last?.isBlank == true { text.removeLast() }
      line[line.endIndex - 1] = .text(text)
    }
    add(line.filter { $0 != .text("") })
  }

  /// Adds what stands in a line.
  ///
  /// - Returns: whether a tag takes the line's end with it.
  private mutating func addPieces(of line: [Piece]) -> Bool {
    var blanks: [ProseTemplate.Piece] = []
    for (index, piece) in line.enumerated() {
      if isAtStart, piece.isBlank, case .text(let text) = piece {
        blanks = [.text(text)]
        continue
      }
      let isAlone =
        isAtStart && piece.isSilentTag && line[(index + 1)...].allSatisfy(\.isBlank)
      if !isAlone { pieces += blanks }
      blanks = []
      isAtStart = isAlone
      add(piece)
      if isAlone { return true }
    }
    pieces += blanks
    return false
  }

  private mutating func add(_ piece: Piece) {
    switch piece {
    case .text(let text): pieces.append(.text(text))
    case .value(let key): pieces.append(.value(key: key))
    case .comment: break
    case .open(let subject, let isInverted):
      open.append(
        Section(
          subject: subject, isInverted: isInverted, beganAlone: isAtStart, before: pieces))
      pieces = []
    case .close:
      guard let section = open.popLast() else { return }
      let closed = ProseTemplate.Section(
        subject: section.subject, isInverted: section.isInverted, pieces: pieces)
      pieces = section.before + [.section(closed)]
      // A section goes on as it began: behind one that began alone on a line another tag may be
      // alone, and behind one within a sentence none is before the next line has ended.
      isAtStart = section.beganAlone
    }
  }
}

extension TemplateDraft.Piece {
  /// Whether it is text of nothing but blanks.
  fileprivate var isBlank: Bool {
    if case .text(let text) = self { text.allSatisfy(\.isBlank) } else { false }
  }

  /// Whether it is a tag that prints nothing itself.
  fileprivate var isSilentTag: Bool {
    switch self {
    case .text, .value: false
    case .open, .close, .comment: true
    }
  }
}

extension Character {
  /// Whether it is a blank within a line.
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
