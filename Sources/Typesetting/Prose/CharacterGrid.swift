internal import Geometry
internal import Graphics

/// The columns of a text area, one a character, in which official documents are set.
///
/// GB/T 9704—2012 asks for 28 characters of 三号 on 156 mm, which is less than 28 ems: the characters
/// stand a little closer than they would by themselves, in columns of one width.
struct CharacterGrid {
  /// The em of the type.
  let size: Length
  /// From one column to the next.
  let pitch: Length

  init(size: Length, width: Length) {
    self.size = size
    let ems = width.points / size.points
    let closer = Double(Int(ems.rounded()))
    // The last column ends with its character, not with the gap behind it.
    let squeeze = (width - size * closer) / max(closer - 1, 1)
    let columns = squeeze >= .zero - size * maximumSqueeze ? closer : ems.rounded(.down)
    pitch = size + (width - size * columns) / max(columns - 1, 1)
  }

  /// What characters of the grid that stand in the room would take by themselves.
  func natural(_ room: Length) -> Length {
    let gap = pitch - size
    let columns = ((room + gap).points / pitch.points + 0.01).rounded(.down)
    return size * max(columns, 1)
  }

  /// The line with its gaps such that it fills the room; a paragraph's last line keeps the columns.
  ///
  /// - Returns: nil for a line that its few gaps cannot squeeze into the room.
  func fit(_ line: ShapedLine, in room: Length, isLast: Bool) -> ShapedLine? {
    let gaps = LineGaps(line)
    let free = room - line.width
    guard gaps.count > 0 else { return free >= .zero - tolerance ? line : nil }
    let share = free / Double(gaps.count)
    guard share >= .zero - size * maximumSqueeze else { return nil }
    if isLast { return gaps.spaced(each: min(pitch - size, share)) }
    let each = min(share, size * maximumStretch)
    let rest = free - each * Double(gaps.count)
    guard rest > .zero, gaps.punctuationCount > 0 else { return gaps.spaced(each: each) }
    let more = min(rest / Double(gaps.punctuationCount), size * maximumPunctuationStretch)
    return gaps.spaced(each: each, punctuation: more)
  }
}

/// How far characters may be moved towards one another, in ems: what is not seen.
private let maximumSqueeze = 0.02

/// How far they may be moved apart.
///
/// Readers of PDF files take a gap of a tenth of an em for a blank, and whoever searches for a word
/// would not find it.
private let maximumStretch = 0.09

/// How far a sign of punctuation may be moved away in addition.
private let maximumPunctuationStretch = 0.3
