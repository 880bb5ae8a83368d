public import Diagnostics
public import Documents
public import Figures
public import Geometry

/// The form of a self-evaluation (项目支出绩效自评表), as data.
///
/// Unlike a form of the accounts it has no sums and selections: its cells show what an evaluation
/// declares and what follows from it, by words of closed sets.
public struct EvaluationForm: Sendable {
  /// What its addresses begin with: `自评` in `自评-03`.
  public let number: String
  public let title: EvaluationText
  /// Titles of projects whose name ends in a word, so that no word is said twice; the first that fits.
  public let titlesByEnding: [TitleByEnding]
  /// The name of an evaluation's sheet before it is fitted to what spreadsheets allow.
  public let sheetName: EvaluationText
  public let orientation: PageOrientation
  public let fitsOnePage: Bool
  /// Sizes of type of its own; nil for the style's.
  public let sizes: TypeSizes?
  public let head: [EvaluationHead]
  public let columns: [EvaluationColumn]
  public let sections: [EvaluationSection]
  public let notes: [EvaluationText]
  /// Where the form's file begins.
  public let place: SourcePlace
}

/// A title for projects whose name ends in a word.
public struct TitleByEnding: Sendable {
  public let ending: String
  public let title: EvaluationText
}

/// A line above the table; each text may be empty.
public struct EvaluationHead: Sendable {
  public let left: EvaluationText
  public let middle: EvaluationText
  public let right: EvaluationText
}

/// A column of the grid.
public struct EvaluationColumn: Sendable {
  public let id: String
  public let width: Length
  public let place: SourcePlace
}

/// A part of the form with header rows of its own.
public struct EvaluationSection: Sendable {
  /// The name at the left over all of its rows; nil for a section without one.
  public let side: EvaluationSide?
  public let header: [[HeaderCell]]
  public let rows: [EvaluationRow]
}

/// The name of a section, over the first columns.
public struct EvaluationSide: Hashable, Sendable {
  public let text: String
  public let columnSpan: Int
}

/// A row, or a row for each record of an evaluation.
public struct EvaluationRow: Sendable {
  /// What the row is repeated for; nil for a row that stands once.
  public let records: EvaluationRecords?
  /// From left to right, tiling the columns that the section's side leaves free.
  public let cells: [EvaluationCell]
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
    case show(EvaluationText)
    case figure(EvaluationFigure, EvaluationPrinting)
  }

  public let column: Int
  public let columnSpan: Int
  public let content: Content
  public let role: CellRole
  /// Whether rows below one another that show the same share one cell.
  public let isGroup: Bool
  public let place: SourcePlace

  /// The grid columns that it covers.
  public var columns: Range<Int> { column..<(column + columnSpan) }
}

/// How a figure of an evaluation is printed.
public struct EvaluationPrinting: Hashable, Sendable {
  public let format: NumberFormat
  /// Without a value: a rate without a budget.
  public let none: EmptyStyle
  public let zero: EmptyStyle
}
