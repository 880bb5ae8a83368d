public import Documents
public import Figures
public import Geometry
public import Graphics

/// A page with everything on it in its place; a value, ready to be painted.
public struct Page: Hashable, Sendable {
  /// Width and height of the sheet as it is held.
  public let size: Size
  /// The number of the form that it belongs to.
  public let form: String
  /// Title, head lines, notes and page number, in reading order.
  public let texts: [PlacedText]
  /// The cells of the table from top to bottom and left to right.
  public let cells: [PlacedCell]
  /// The ruling lines of the table, each edge once.
  public let rules: [PlacedRule]
  /// Why the page ends where it ends.
  public let end: PageEnd

  /// Everything that is painted, in the order of painting: rules, then texts in reading order.
  public var items: [PageItem] {
    let before = texts.filter(\.part.isAboveTable).map(\.line)
    let after = texts.filter { !$0.part.isAboveTable }.map(\.line)
    let glyphs = (before + cells.flatMap(\.lines) + after).flatMap { line in
      line.runs.map { PageItem.glyphs($0, origin: line.origin) }
    }
    return rules.map(PageItem.rule) + glyphs
  }
}

/// A thing that is painted.
public enum PageItem: Hashable, Sendable {
  /// Glyphs of one face; the origin is the start of their line on the baseline.
  case glyphs(GlyphRun, origin: Point)
  case rule(PlacedRule)
  /// A rectangle filled with gray: 0 is black, 1 white.
  case fill(Rectangle, gray: Double)
}

/// A ruling line.
public struct PlacedRule: Hashable, Sendable {
  /// The left or upper end.
  public let start: Point
  /// The right or lower end.
  public let end: Point
  /// The thickness.
  public let width: Length
}

/// A line of text in its place.
public struct PlacedLine: Hashable, Sendable {
  /// What it says.
  public let text: String
  /// The start of the line on the baseline.
  public let origin: Point
  /// The line's width by the height of its em.
  public let box: Rectangle
  /// The glyphs, counted from the line's start.
  public let runs: [GlyphRun]

  /// Places a line.
  ///
  /// - Parameters:
  ///   - x: its left edge.
  ///   - top: the upper edge of the line's share of the text: its em stands in the middle of it.
  init(_ line: ShapedLine, x: Length, top: Length, size: Length, lineHeight: Double) {
    let emTop = top + size * ((lineHeight - 1) / 2)
    text = line.text
    runs = line.runs
    origin = Point(x: x, y: emTop + size * ascent)
    box = Rectangle(x: x, y: emTop, width: line.width, height: size)
  }
}

/// The part of the em above the baseline.
///
/// Chinese type stands in a square em, 0.88 above the baseline and 0.12 below. What a font file says
/// of its own height plays no part, or another font would make another page.
let ascent = 0.88

/// A line outside the table.
public struct PlacedText: Hashable, Sendable {
  /// What a text is.
  public enum Part: String, Hashable, Sendable {
    case title, head, note, pageNumber

    /// Whether it is read before the table.
    var isAboveTable: Bool { self == .title || self == .head }
  }

  /// What the text is.
  public let part: Part
  /// The text in its place.
  public let line: PlacedLine
}

/// A cell on a page, or the part of one that stands there.
public struct PlacedCell: Hashable, Sendable {
  /// The section of the table, from 0.
  public let section: Int
  /// Whether it stands in the section's header.
  public let isHeader: Bool
  /// The rows of the header or body that it covers on this page.
  public let rows: Range<Int>
  /// The grid columns that it covers.
  public let columns: Range<Int>
  /// What the cell is for.
  public let role: CellRole
  /// The cell up to the middle of its ruling lines.
  public let box: Rectangle
  /// The lines of text that stand on this page.
  public let lines: [PlacedLine]
  /// The address of a figure.
  public let address: FigureAddress?

  /// The text on this page; broken lines are put together again.
  public var text: String { lines.map(\.text).joined() }
}
