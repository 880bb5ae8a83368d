public import Geometry

/// What lines of a template are that are neither headings nor paragraphs.
public enum ProseMark: String, CaseIterable, Sendable {
  /// What follows begins a page.
  case pageBreak = "[分页]"
  /// What follows stands on sheets held sideways.
  case landscape = "[横向]"
  /// What follows stands on upright sheets again.
  case portrait = "[/横向]"
  /// The rest of the line is the caption of the table below.
  case caption = "[表题]"

  /// What begins and ends the rows of tables and stands between their cells.
  public static let cell: Character = "|"
}

/// The line below a table's header, which says how its columns are set: `| :---- | --: |`.
public struct TableRule: Hashable, Sendable {
  /// Where the text of a column stands.
  public enum Alignment: Hashable, Sendable {
    case left, centre, right
    /// A number, behind a bar as long as it: the largest of the column fills it.
    case bar
  }

  /// How a column is set.
  public struct Column: Hashable, Sendable {
    /// Where the text of the column stands.
    public let alignment: Alignment
    /// Its width by the strokes of the line: what counts is its proportion to the others.
    public let width: Length
  }

  /// The columns from left to right.
  public let columns: [Column]

  /// Reads the cells of a line; nil where one of them is no stroke.
  public init?(_ cells: [String]) {
    var columns: [Column] = []
    for cell in cells {
      let sign = cell.filter { $0 != " " }
      let strokes = sign.drop { $0 == ":" }
      guard sign.count - strokes.count <= 1, let stroke = strokes.first, "-=".contains(stroke),
        ["", ":"].contains(strokes.drop { $0 == stroke })
      else { return nil }
      let alignment: Alignment =
        switch (sign.hasPrefix(":"), sign.hasSuffix(":")) {
        case _ where stroke == "=": .bar
        case (true, true): .centre
        case (false, true): .right
        case (_, false): .left
        }
      columns.append(Column(alignment: alignment, width: .mm(Double(sign.count))))
    }
    guard !columns.isEmpty else { return nil }
    self.columns = columns
  }
}
