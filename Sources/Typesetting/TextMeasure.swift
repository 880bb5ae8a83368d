public import Geometry
public import Graphics

/// The only thing that the layout of a table asks of fonts: a text set in lines.
///
/// Tests hand in a measure of their own and load no font.
public struct TextMeasure {
  private let shape:
    (_ text: String, _ role: String, _ size: Length, _ width: Length?) throws -> [ShapedLine]

  /// A measure by its one function.
  ///
  /// - Parameter shape: sets a text of a font role in a size; a width breaks it into lines.
  public init(
    shape:
      @escaping (
        _ text: String, _ role: String, _ size: Length, _ width: Length?
      ) throws -> [ShapedLine]
  ) {
    self.shape = shape
  }

  /// The text in lines no wider than the width; an empty text has none.
  public func lines(
    _ text: String, role: String, size: Length, width: Length?
  ) throws -> [ShapedLine] {
    text.isEmpty ? [] : try shape(text, role, size, width)
  }

  /// How wide the text is on lines that only its own line breaks end.
  public func width(_ text: String, role: String, size: Length) throws -> Length {
    try lines(text, role: role, size: size, width: nil).map(\.width).max() ?? .zero
  }
}

extension FontSet {
  /// The measure that sets text with these fonts.
  public var measure: TextMeasure {
    TextMeasure { text, role, size, width in
      try self.shape(text, role: role, size: size, width: width)
    }
  }
}
