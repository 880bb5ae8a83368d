public import Geometry

/// Bytes of a text that one face sets.
public struct FontSpan: Hashable, Sendable {
  /// The face that sets them.
  public let face: FaceID
  /// Offsets into the text's UTF-8.
  public let bytes: Range<Int>

  /// The bytes of a text that the face sets.
  public init(face: FaceID, bytes: Range<Int>) {
    self.face = face
    self.bytes = bytes
  }
}

/// A line of set text; a value, without any pointer of the libraries that made it.
public struct ShapedLine: Hashable, Sendable {
  /// The text of the line, without its line break.
  public let text: String
  /// From the first glyph's origin to the end of the last, blanks at the end not counted.
  public let width: Length
  /// The runs from left to right, one for each stretch of one face.
  public let runs: [GlyphRun]

  /// A line by its parts.
  public init(text: String, width: Length, runs: [GlyphRun]) {
    self.text = text
    self.width = width
    self.runs = runs
  }
}

/// Glyphs of one face that stand on one baseline.
public struct GlyphRun: Hashable, Sendable {
  /// The face of all its glyphs.
  public let face: FaceID
  /// The em of the type.
  public let size: Length
  /// The text that the glyphs stand for.
  public let text: String
  /// Glyphs in the order in which they are drawn.
  public let glyphs: [Glyph]
  /// Which bytes of the text belong to which glyphs, in order: what a reader of the PDF copies.
  public let clusters: [GlyphCluster]

  /// A run by its parts.
  public init(
    face: FaceID, size: Length, text: String, glyphs: [Glyph], clusters: [GlyphCluster]
  ) {
    self.face = face
    self.size = size
    self.text = text
    self.glyphs = glyphs
    self.clusters = clusters
  }
}

/// A glyph and where it stands.
public struct Glyph: Hashable, Sendable {
  /// The glyph's number in its face.
  public let id: UInt32
  /// From the line's start to the glyph's origin.
  public let x: Length
  /// From the baseline to the glyph's origin, downwards.
  public let y: Length

  /// A glyph at an offset from its line's start.
  public init(id: UInt32, x: Length, y: Length) {
    self.id = id
    self.x = x
    self.y = y
  }
}

/// The next bytes of a run's text with the next glyphs of the run.
public struct GlyphCluster: Hashable, Sendable {
  /// How many bytes of UTF-8.
  public let bytes: Int
  /// How many glyphs; none for what is not drawn.
  public let glyphs: Int

  /// A cluster of so many bytes and glyphs.
  public init(bytes: Int, glyphs: Int) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}
