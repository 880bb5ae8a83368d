public import Diagnostics
public import Documents
public import Domain
public import Figures
public import Geometry

/// The form of a self-evaluation (项目支出绩效自评表), as data.
///
/// Unlike a form of the accounts it has no sums and selections: its cells show what an evaluation
/// states and what follows from it, by the names that the set's record type gives them.
public struct EvaluationForm: Sendable {
  /// What its addresses begin with: `自评` in `自评-03`.
  public let number: String
  /// The title above the table, where no ending of the project's name has one of its own.
  public let title: RecordText
  /// Titles of projects whose name ends in a word, so that no word is said twice; the first that fits.
  public let titlesByEnding: [TitleByEnding]
  /// The name of an evaluation's sheet before it is fitted to what spreadsheets allow.
  public let sheetName: RecordText
  /// How the sheets of paper are held.
  public let orientation: PageOrientation
  /// Whether the type is set smaller for an evaluation to fit on one page.
  public let fitsOnePage: Bool
  /// Sizes of type of its own; nil for the style's.
  public let sizes: TypeSizes?
  /// The lines between title and table.
  public let head: [EvaluationHead]
  /// The grid; every cell covers whole columns of it.
  public let columns: [EvaluationColumn]
  /// The parts of the table from top to bottom.
  public let sections: [EvaluationSection]
  /// The lines below the table.
  public let notes: [RecordText]
  /// What evaluations are called by: the mark of the project's name.
  public let projectMark: RecordMark
  /// Where the form's file begins.
  public let place: SourcePlace
}

/// A title for projects whose name ends in a word.
public struct TitleByEnding: Sendable {
  /// What the project's name ends in: `项目`.
  public let ending: String
  /// The title of such projects.
  public let title: RecordText
}

/// A line above the table; each text may be empty.
public struct EvaluationHead: Sendable {
  /// Set flush with the table's left edge.
  public let left: RecordText
  /// Centred over the table.
  public let middle: RecordText
  /// Set flush with the table's right edge.
  public let right: RecordText
}

/// A column of the grid.
public struct EvaluationColumn: Sendable {
  /// Unique in the form.
  public let id: String
  /// The least and the greatest width that the set allows, given in mm.
  public let widths: ClosedRange<Length>
  /// Where the form's file describes the column.
  public let place: SourcePlace
}

/// A part of the form with header rows of its own.
public struct EvaluationSection: Sendable {
  /// The name at the left over all of its rows; nil for a section without one.
  public let side: EvaluationSide?
  /// The header rows, without the side's columns; empty for none.
  public let header: [[HeaderCell]]
  /// The rows below the header, those with records standing for one each.
  public let rows: [EvaluationRow]
}

/// The name of a section, over the first columns.
public struct EvaluationSide: Hashable, Sendable {
  /// The section's name as it is printed.
  public let text: String
  /// How many columns it covers, from 1, counted from the left edge.
  public let columnSpan: Int
}

/// A row, or a row for each record of an evaluation.
public struct EvaluationRow: Sendable {
  /// The list whose rows it is repeated for; nil for a row that stands once.
  public let records: RecordList?
  /// From left to right, tiling the columns that the section's side leaves free.
  public let cells: [EvaluationCell]
  /// Where the form's file describes the row.
  public let place: SourcePlace

  /// The wording that names its figures: the first text of a row that stands once.
  public var label: String? {
    for cell in cells {
      if case .text(let text) = cell.content, !text.isEmpty { return text }
    }
    return nil
  }
}

/// A cell of a row.
public struct EvaluationCell: Sendable {
  /// What a cell holds.
  public enum Content: Sendable {
    /// A wording of the set.
    case text(String)
    /// A text with places that the evaluation fills in.
    case show(RecordText)
    /// A number by its name.
    case figure(String, EvaluationPrinting)
  }

  /// The first grid column that it covers, from 0.
  public let column: Int
  /// How many grid columns it covers, from 1.
  public let columnSpan: Int
  /// What the cell holds.
  public let content: Content
  /// What the cell is for; decides font and alignment.
  public let role: CellRole
  /// Whether rows below one another that show the same share one cell.
  public let isGroup: Bool
  /// Where the form's file describes the cell.
  public let place: SourcePlace

  /// The grid columns that it covers.
  public var columns: Range<Int> { column..<(column + columnSpan) }
}

/// How a figure of an evaluation is printed.
public struct EvaluationPrinting: Hashable, Sendable {
  /// How a number is printed.
  public let format: NumberFormat
  /// Without a value: a rate without a budget.
  public let none: EmptyStyle
  /// With a value of exactly nothing.
  public let zero: EmptyStyle
}

extension EvaluationRow {
  /// Whether a cell of it shows a figure.
  public var hasFigures: Bool {
    cells.contains { if case .figure = $0.content { true } else { false } }
  }

  /// What kind of line of a book it is.
  public var kind: FigureRow.Kind {
    records.map { .record($0.key) } ?? .total
  }
}
