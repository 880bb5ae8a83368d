public import Diagnostics
public import Documents
public import Geometry
public import Graphics

/// A page with everything on it in its place; a value, ready to be painted.
public struct Page: Hashable, Sendable {
  /// Width and height of the sheet as it is held.
  public let size: Size
  /// The number of the form that it belongs to; empty on pages of text.
  public let form: String
  /// The number that is printed at its foot; none on cover and contents.
  public let number: Int?
  /// Everything outside a table, in reading order.
  public let texts: [PlacedText]
  /// The cells of tables, from top to bottom and left to right in each.
  public let cells: [PlacedCell]
  /// The ruling lines of tables, each edge once.
  public let rules: [PlacedRule]
  /// What leads to another place of the document.
  public let links: [PlacedLink]
  /// The level of a form's title among the headings of the document.
  public let titleLevel: Int
  /// Why the page ends where it ends.
  public let end: PageEnd
  /// What lies across the page, below everything else; no part of its text.
  public internal(set) var mark: PlacedMark?

  /// A page by what stands on it.
  init(
    size: Size, form: String = "", number: Int?, texts: [PlacedText], cells: [PlacedCell] = [],
    rules: [PlacedRule] = [], links: [PlacedLink] = [], titleLevel: Int = 1,
    end: PageEnd
  ) {
    self.size = size
    self.form = form
    self.number = number
    self.texts = texts
    self.cells = cells
    self.rules = rules
    self.links = links
    self.titleLevel = titleLevel
    self.end = end
  }
}

/// Glyphs that are painted, or a mark of what they are.
public enum PageItem: Hashable, Sendable {
  /// Glyphs of one face; the origin is the start of their line on the baseline.
  case glyphs(GlyphRun, origin: Point)
  /// An element of structure begins, within those that have not ended. What begins under the name of
  /// an earlier element is the rest of that, wherever it stands.
  case begin(StructureTag, ElementName?)
  /// The element that began last ends.
  case end
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
  public enum Part: Hashable, Sendable {
    case title, head, note, pageNumber
    /// The line above a table that goes on, which says again what its first page has.
    case continuedHead
    /// A heading of a level from 1.
    case heading(Int)
    case paragraph
    /// What stands above a table in running text.
    case caption
    case coverIssuer, coverTitle, coverFoot
    case contentsTitle
    /// What an entry of the contents names; the entry's level from 1.
    case contentsEntry(Int)
    /// The dots between an entry and its number.
    case leader
    /// The page number of an entry.
    case entryNumber

    /// Whether it is read before the table.
    var isAboveTable: Bool { self != .note && self != .pageNumber }
  }

  /// What the text is.
  public let part: Part
  /// Tells texts of one part and block from one another, from 0; lines of one text have one number.
  public let paragraph: Int
  /// The text in its place.
  public let line: PlacedLine
  /// The block of the document, from 0, whose lines belong together; none for texts of forms.
  public let block: Int?

  /// A text in its place.
  init(part: Part, paragraph: Int = 0, line: PlacedLine, block: Int? = nil) {
    self.part = part
    self.paragraph = paragraph
    self.line = line
    self.block = block
  }
}

/// Something to click on that leads to another place of the document.
public struct PlacedLink: Hashable, Sendable {
  /// Where it can be clicked; one area a line.
  public let areas: [Rectangle]
  /// Where it leads.
  public let target: Destination
}

/// A height on a page.
public struct Destination: Hashable, Comparable, Sendable {
  /// The page, from 0.
  public let page: Int
  /// From the upper edge of the page.
  public let y: Length

  /// A height on a page, counted from 0.
  public init(page: Int, y: Length) {
    self.page = page
    self.y = y
  }

  /// Orders destinations from the first page on, from top to bottom.
  public static func < (left: Destination, right: Destination) -> Bool {
    (left.page, left.y) < (right.page, right.y)
  }
}

/// A cell on a page, or the part of one that stands there.
public struct PlacedCell: Hashable, Sendable {
  /// The section of the table, from 0.
  public let section: Int
  /// Whether it stands in the section's header.
  public let isHeader: Bool
  /// Whether an earlier page has the whole of its text already: in a header, in a cell that goes on.
  public let isRepeated: Bool
  /// The block of the document, from 0, for a table in running text; nil for the table of a form.
  public let block: Int?
  /// The rows of the header or body that it covers on this page; of a side cell those of the body.
  public let rows: Range<Int>
  /// How many rows of the header above them a side cell covers; none where they are repeated.
  public let headerRows: Int
  /// The rows of the header or body that it covers on all pages together; of a side cell those of the
  /// body.
  public let span: Range<Int>
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
  /// The bar before its number; nil for none.
  public let bar: Rectangle?

  /// The text on this page; broken lines are put together again.
  public var text: String { lines.map(\.text).joined() }
}
