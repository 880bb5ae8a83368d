internal import CGraphics
public import Geometry

/// The faces of one document, opened one by one as they are needed.
///
/// A collection belongs to one task. Documents that are made side by side have one each.
public final class FontCollection {
  /// The faces that are open, in the order in which they were opened.
  public private(set) var files: [FontFile] = []

  let configuration: FontConfiguration
  private let library: FreeTypeLibrary
  private var faces: [FreeTypeFace] = []
  // How pango is asked for each face; shorter than `files` until a face is first set with.
  private var descriptions: [FontDescription] = []
  private let breaks = LineBreakMemo()
  private lazy var pango = Result { try PangoContextOwner(configuration) }

  /// A collection without faces.
  ///
  /// - Parameter configuration: the path of a fontconfig file; nothing else is read.
  public init(configuration: String) throws(GraphicsError) {
    self.configuration = try FontConfiguration(file: configuration)
    library = try FreeTypeLibrary()
  }

  /// Opens a face; one that is open already is found again.
  public func open(_ file: FontFile) throws(GraphicsError) -> FaceID {
    if let index = files.firstIndex(of: file) { return FaceID(index: index) }
    let face = try FreeTypeFace(file, library: library)
    files.append(file)
    faces.append(face)
    return FaceID(index: files.count - 1)
  }

  /// The names of the face's family, English and Chinese.
  public func familyNames(of face: FaceID) -> [String] { faces[face.index].familyNames }

  /// Whether the face has a glyph for the character, and one that shows unless the character is a
  /// blank.
  public func covers(_ face: FaceID, _ scalar: Unicode.Scalar) -> Bool {
    let parts = shapedApart[scalar.value] ?? []
    guard let glyph = faces[face.index].glyph(for: scalar),
      parts.allSatisfy({ faces[face.index].glyph(for: $0) != nil })
    else { return false }
    return scalar.properties.isWhitespace || faces[face.index].hasInk(glyph)
  }

  /// Sets a text in lines.
  ///
  /// - Parameters:
  ///   - text: what is set; a line break ends a paragraph.
  ///   - spans: which face sets which bytes of the text; together they cover it.
  ///   - size: the em of the type.
  ///   - width: where lines are broken; nil for no other breaks than the text's own. A word that is
  ///     wider than a line is broken between characters.
  public func shape(
    _ text: String, spans: [FontSpan], size: Length, width: Length?
  ) throws -> [ShapedLine] {
    try set(text, spans: spans, size: size).lines(width: width)
  }

  /// Sets a text for being broken into lines, however often and in whatever widths.
  public func set(_ text: String, spans: [FontSpan], size: Length) throws -> SetText {
    let bytes = Array(text.utf8)
    return SetText(
      text, bytes: bytes, size: size,
      paragraphs: try paragraphs(text, bytes: bytes, spans: spans, size: size), memo: breaks)
  }

  /// The paragraphs of a text, each on one line: by the characters' own glyphs where that is enough,
  /// otherwise shaped by pango.
  private func paragraphs(
    _ text: String, bytes: [UInt8], spans: [FontSpan], size: Length
  ) throws -> [SetParagraph] {
    if let plain = plainParagraph(text, spans: spans, size: size) { return [plain] }
    return try shapedParagraphs(text, bytes: bytes, spans: spans, size: size)
  }

  /// A text by its characters' own glyphs; nil where it needs shaping.
  func plainParagraph(_ text: String, spans: [FontSpan], size: Length) -> SetParagraph? {
    PlainSetting(faces: faces).paragraph(text, spans: spans, size: size)
  }

  /// The paragraphs of a text as pango shapes them.
  func shapedParagraphs(
    _ text: String, bytes: [UInt8], spans: [FontSpan], size: Length
  ) throws -> [SetParagraph] {
    let pango = try pango.get()
    if descriptions.count < files.count { try makeKnown(to: pango) }
    return try pango.paragraphs(
      text, bytes: bytes, spans: spans, size: size, descriptions: descriptions, files: files)
  }

  /// Hands pango the faces that were opened since it was last asked.
  private func makeKnown(to pango: PangoContextOwner) throws(GraphicsError) {
    let new = files[descriptions.count...]
    for file in new { try configuration.add(file.path) }
    pango.fontsChanged()
    for file in new { descriptions.append(try configuration.description(of: file)) }
  }
}

/// Characters that are always set by the glyphs of two others: a face that lacks one of these cannot
/// set them (Thai and Lao am, whose shaping takes them apart).
private let shapedApart: [UInt32: [Unicode.Scalar]] = [
  0x0E33: ["\u{0E4D}", "\u{0E32}"], 0x0EB3: ["\u{0ECD}", "\u{0EB2}"],
]
