public import Geometry

/// How much room a cell's text takes in one size of type; what widths are shared by.
public struct TextExtent: Hashable, Sendable {
  /// How a text may be broken.
  public enum Text: Hashable, Sendable {
    /// Never: a figure, a code.
    case whole(Length)
    /// Between words, so that lines are of equal widths.
    case heading(HeadLines)
    /// Wherever text may be broken; the width is that of all of it on one line.
    case running(Length)
  }

  /// The grid columns of its cell.
  public let columns: Range<Int>
  /// The rows of its cell, those of all sections counted from 0.
  public let rows: Range<Int>
  /// The text by its widths.
  public let text: Text
  /// What the cell is wider than its text, at least.
  public let padding: Length

  /// The text of a cell over these columns and rows.
  public init(columns: Range<Int>, rows: Range<Int>, text: Text, padding: Length) {
    self.columns = columns
    self.rows = rows
    self.text = text
    self.padding = padding
  }

  /// What the cell needs whatever becomes of its text: all of a figure, an em of a text.
  public func need(em: Length) -> Length {
    if case .whole(let width) = text { width + padding } else { em + padding }
  }

  /// What the cell needs for lines that read well: nothing but headings are particular.
  var comfort: Length {
    if case .heading(let heading) = text { heading.least + padding } else { .zero }
  }

  /// The width of a cell in which the text stands on one line.
  public var whole: Length {
    switch text {
    case .whole(let width), .running(let width): width + padding
    case .heading(let heading): heading.whole + padding
    }
  }

  /// The same in type of another size; padding does not grow with it.
  func scaled(by factor: Double) -> TextExtent {
    let text: Text =
      switch self.text {
      case .whole(let width): .whole(width * factor)
      case .running(let width): .running(width * factor)
      case .heading(let heading): .heading(heading.scaled(by: factor))
      }
    return TextExtent(columns: columns, rows: rows, text: text, padding: padding)
  }
}
