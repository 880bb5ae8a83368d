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
  private let width: Length

  init(size: Length, width: Length) {
    self.size = size
    self.width = width
    let ems = width.points / size.points
    let closer = Double(Int(ems.rounded()))
    // The last column ends with its character, not with the gap behind it.
    let squeeze = (width - size * closer) / max(closer - 1, 1)
    let columns = squeeze >= .zero - size * maximumSqueeze ? closer : ems.rounded(.down)
    pitch = size + (width - size * columns) / max(columns - 1, 1)
  }

  /// How lines are made flush; a line that needs nothing, and a paragraph's last, keep the columns.
  ///
  /// - Parameter indent: how much shorter the first line is.
  func justification(indent: Length) -> Justification {
    Justification(
      // What is no wider than a character is broken behind it.
      first: max(width - indent, size), further: max(width, size), gap: pitch - size,
      narrowest: .zero - size * maximumSqueeze, comfortable: size * comfortableStretch,
      widest: size * maximumStretch, squeeze: size * signSqueeze,
      hardSqueeze: size * maximumSignSqueeze)
  }
}

/// How far characters may be moved towards one another, in ems: what is not seen.
private let maximumSqueeze = 0.02

/// How far they are moved apart before lines are broken elsewhere.
///
/// Readers of PDF files take a gap of a tenth of an em for a blank, and whoever searches for a word
/// would not find it.
private let comfortableStretch = 0.098

/// How far they may be moved apart where no break serves.
private let maximumStretch = 0.25

/// What a sign of punctuation loses of its blank half before lines are broken elsewhere.
///
/// With the squeeze of a gap the next character does not begin a tenth of an em within it, which
/// `pdftotext -raw` takes for the start of a line.
private let signSqueeze = 0.08

/// What it may lose where no break serves: no more than half of it.
private let maximumSignSqueeze = 0.25
