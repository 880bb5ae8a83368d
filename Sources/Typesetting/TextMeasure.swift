public import Geometry
public import Graphics

/// The only thing that the layout of a table asks of fonts: a text set in lines.
///
/// Tests hand in a measure of their own and load no font.
public struct TextMeasure {
  private let shape:
    (_ text: String, _ role: String, _ size: Length, _ width: Length?) throws -> [ShapedLine]
  private let prepare:
    (_ text: String, _ role: String, _ size: Length, _ closesPairs: Bool) throws -> PreparedText
  /// Names that titles do not take apart.
  var words = KeptWords()

  /// A measure by its one function.
  ///
  /// - Parameter shape: sets a text of a font role in a size; a width breaks it into lines.
  public init(
    shape:
      @escaping (
        _ text: String, _ role: String, _ size: Length, _ width: Length?
      ) throws -> [ShapedLine]
  ) {
    self.init(shape: shape) { text, role, size, _ in
      func line(_ byte: Int, _ width: Length) throws -> ShapedLine? {
        let rest = text.utf8.dropFirst(byte)
        return rest.isEmpty ? nil : try shape(String(Substring(rest)), role, size, width).first
      }
      return PreparedText(
        lines: { try shape(text, role, size, $0) },
        lineCount: { try shape(text, role, size, $0).count }, line: line,
        // A measure that tells lines only has nothing to spread them by.
        justified: { rules in
          var lines: [ShapedLine] = []
          var byte = 0
          while let line = try line(byte, lines.isEmpty ? rules.first : rules.further),
            !line.text.isEmpty
          {
            lines.append(line)
            byte += line.text.utf8.count
          }
          return lines
        })
    }
  }

  /// A measure that need not shape a text anew for each of its lines.
  ///
  /// - Parameters:
  ///   - shape: sets a text of a font role in a size; a width breaks it into lines.
  ///   - prepare: sets a text whose lines are asked for later; on demand it closes up pairs of signs
  ///     (”“) by half an em.
  init(
    shape:
      @escaping (
        _ text: String, _ role: String, _ size: Length, _ width: Length?
      ) throws -> [ShapedLine],
    prepare:
      @escaping (
        _ text: String, _ role: String, _ size: Length, _ closesPairs: Bool
      ) throws -> PreparedText
  ) {
    self.shape = shape
    self.prepare = prepare
  }

  /// The text, to be broken into lines of several widths; it is shaped here and not again.
  ///
  /// - Parameter closesPairs: whether two signs that meet with a blank half (”“) are closed up by half
  ///   an em, as in running text; in a table's cells they are not, which have widths of their own.
  func prepared(
    _ text: String, role: String, size: Length, closesPairs: Bool = false
  ) throws -> PreparedText {
    try prepare(text, role, size, closesPairs)
  }

  /// The same for a title, whose lines do not take names apart that they could hold.
  func preparedTitle(
    _ text: String, role: String, size: Length, closesPairs: Bool = false
  ) throws -> PreparedText {
    let title = try prepared(text, role: role, size: size, closesPairs: closesPairs)
    return words.isEmpty ? title : title.keeping(words.stretches(in: text))
  }

  /// The text in lines no wider than the width; an empty text has none.
  public func lines(
    _ text: String, role: String, size: Length, width: Length?
  ) throws -> [ShapedLine] {
    text.isEmpty ? [] : try shape(text, role, size, width)
  }

  /// How many lines no wider than the width the text takes; an empty text takes none.
  public func lineCount(
    _ text: String, role: String, size: Length, width: Length
  ) throws -> Int {
    text.isEmpty ? 0 : try prepare(text, role, size, false).lineCount(width)
  }

  /// How wide the text is on lines that only its own line breaks end.
  public func width(_ text: String, role: String, size: Length) throws -> Length {
    try lines(text, role: role, size: size, width: nil).map(\.width).max() ?? .zero
  }
}

/// A text that is shaped, but not yet broken into lines.
struct PreparedText {
  /// All lines, no wider than a width if there is one.
  let lines: (_ width: Length?) throws -> [ShapedLine]
  /// How many lines these are.
  let lineCount: (_ width: Length?) throws -> Int
  /// The line that starts at a byte of the text, as if nothing stood before it; nil at its end.
  let line: (_ byte: Int, _ width: Length) throws -> ShapedLine?
  /// All lines, flush on both sides but for the last.
  let justified: (Justification) throws -> [ShapedLine]
  /// The text with stretches of bytes that are kept together; itself where that is not known.
  var kept: ((_ stretches: [Range<Int>]) -> PreparedText)?

  func keeping(_ stretches: [Range<Int>]) -> PreparedText {
    stretches.isEmpty ? self : kept?(stretches) ?? self
  }
}

extension FontSet {
  /// The measure that sets text with these fonts.
  public var measure: TextMeasure {
    TextMeasure(
      shape: { try self.shape($0, role: $1, size: $2, width: $3) },
      prepare: { text, role, size, closesPairs in
        let open = try self.set(text, role: role, size: size)
        return PreparedText(closesPairs ? open.closingPairs() : open)
      })
  }
}

extension PreparedText {
  /// A text that is set already.
  init(_ set: SetText) {
    self.init(
      lines: { set.lines(width: $0) }, lineCount: { set.lineCount(width: $0) },
      line: { set.line(from: $0, width: $1) }, justified: { set.justified($0) },
      kept: { PreparedText(set.keeping($0)) })
  }
}
