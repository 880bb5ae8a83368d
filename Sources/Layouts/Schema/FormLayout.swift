public import Diagnostics
public import Documents
public import Domain
public import Figures
public import Geometry

/// One form of a set, as data.
public struct FormLayout: Sendable {
  /// The form's number in addresses: `05`.
  public let number: String
  /// The code that is printed; empty where the issuer prints none.
  public let code: String
  /// The title above the table.
  public let title: String
  /// The name of the workbook's sheet: 1 to 31 characters, unlike other forms'.
  public let sheetName: String
  /// How the sheets of paper are held.
  public let orientation: PageOrientation
  /// Whether the type is set smaller for the form to fit on one page.
  public let fitsOnePage: Bool
  /// The lines between title and table.
  public let head: [HeadLayout]
  /// The grid; blocks, headers and feet all use it.
  public let columns: [ColumnLayout]
  /// The parts of the table from top to bottom; at least one.
  public let sections: [SectionLayout]
  /// The ledger facts that the form must show, each exactly once for each measure; empty for a form
  /// that shows only chosen figures.
  public let scope: [Selection]
  /// The lines below the table.
  public let notes: [TextTemplate]
  /// Printed below the notes when the form has no non-zero fact.
  public let emptyNote: TextTemplate?
  /// What every figure cell of a fixed row or of the foot shows.
  public internal(set) var cells: [CellKey: CellLayout] = [:]
  /// What the rows of its account tree or of its units show, by the ids of the figure columns; empty
  /// without either.
  public internal(set) var treeCells: [String: TreeCellLayout] = [:]
  /// Where the form's file states each part of the scope.
  let scopePlaces: [SourcePlace]
  /// Where the form's file begins.
  public let place: SourcePlace
}

extension FormLayout {
  /// How a figure is printed; nil for a cell that the form does not have.
  public func format(of cell: CellKey) -> NumberFormat? {
    (cells[cell]?.printing ?? treeCells[cell.column]?.printing)?.format
  }
}

/// A line above the table; each text may be empty.
public struct HeadLayout: Sendable {
  /// Set flush with the table's left edge.
  public let left: TextTemplate
  /// Centred over the table.
  public let middle: TextTemplate
  /// Set flush with the table's right edge.
  public let right: TextTemplate
}

/// A column of the form's grid.
public struct ColumnLayout: Sendable {
  /// What a column shows.
  public enum Content: String, CaseIterable, Sendable, FixedTerm {
    case code = "科目代码"
    case name = "科目名称"
    case label = "项目"
    case lineNumber = "行次"
    case figure = "数"
    /// A declared text of the unit that a row stands for.
    case text = "文字"
  }

  /// Unique in the form and steady from year to year; sums and checks cite it.
  public let id: String
  /// The least and the greatest width that the set allows, given in mm.
  public let widths: ClosedRange<Length>
  /// What the column shows.
  public let content: Content
  /// The level whose own digits a column of codes shows, from 0 (类); nil where it shows whole codes.
  public let codeLevel: Int?
  /// The path of the declared text that the column shows for each unit; nil for all other columns.
  public let textPath: String?
  /// What the column's cells show, narrowed by the row; nil where the row alone decides.
  let rule: CellRule?
  let printing: Printing
  /// Where the form's file describes the column.
  public let place: SourcePlace
}

/// How the figures of a cell are printed.
public struct CellPrinting: Hashable, Sendable {
  /// How a number is printed.
  public let format: NumberFormat
  /// What is printed without a fact.
  public let none: EmptyStyle
  /// What is printed with facts that come to exactly nothing.
  public let zero: EmptyStyle
}

/// How figures are printed; a part that is nil is decided further out (line, column, form, set).
struct Printing: Hashable {
  var format: NumberFormat?
  /// Without a fact.
  var none: EmptyStyle?
  /// With facts that come to exactly nothing.
  var zero: EmptyStyle?

  /// These choices, completed by those further out.
  func completed(by outer: Printing) -> Printing {
    Printing(
      format: format ?? outer.format, none: none ?? outer.none, zero: zero ?? outer.zero)
  }
}

/// A part of the form with header rows of its own.
public struct SectionLayout: Sendable {
  /// The header rows, which fill the grid; empty for none.
  public let header: [[HeaderCell]]
  /// Side by side, each over a range of the grid's columns; shorter ones are filled up.
  public let blocks: [BlockLayout]
  /// Rows below the blocks that span them.
  public let foot: [[FootCell]]
}

/// A cell of a header row.
public struct HeaderCell: Hashable, Sendable {
  /// The wording; empty for an empty cell.
  public let text: String
  /// The first grid column, from 0.
  public let column: Int
  /// How many grid columns it covers, from 1.
  public let columnSpan: Int
  /// How many rows of the header it covers, from 1.
  public let rowSpan: Int

  /// The grid columns that it covers.
  public var columns: Range<Int> { column..<(column + columnSpan) }
}

/// A cell of a foot row.
public struct FootCell: Sendable {
  /// What a foot cell holds.
  public enum Content: Sendable {
    case text(String)
    /// A figure with the id of its line; its row is called by the text before it.
    case figure(id: String, label: String)
  }

  /// The first grid column that it covers, from 0.
  public let column: Int
  /// How many grid columns it covers, from 1.
  public let columnSpan: Int
  /// What the cell holds.
  public let content: Content
  /// What its figure shows; nil for a text.
  let rule: CellRule?
  /// Where the form's file describes the cell.
  public let place: SourcePlace

  /// The grid column that a figure belongs to, where the cell covers several.
  public var lastColumn: Int { column + columnSpan - 1 }
}

/// A run of rows over some of the grid's columns.
public struct BlockLayout: Sendable {
  /// Qualifies addresses where two rows of a form would be called alike.
  public let name: String
  /// The grid columns that it covers.
  public let columns: Range<Int>
  /// The rows from top to bottom.
  public let rows: [RowLayout]
}

/// A row of a block, or rows that depend on the ledger.
public enum RowLayout: Sendable {
  /// A line that is always printed: a fixed line, a total, an account of a fixed list.
  case fixed(FixedRow)
  /// A row for each function account that has facts in the form's scope: 类, 款, 项.
  case tree(TreeRow)
  /// A row for each record of a list: the department's units, or the texts of a declared list.
  case records(RecordRows)
}

/// Rows that depend on what a dossier states.
public struct RecordRows: Sendable {
  /// What there is a row for.
  public enum Source: Hashable, Sendable {
    /// Each budget unit; nil for those of every type.
    case units(types: [String]?)
    /// Each text of a declared list.
    case facts(path: String)
  }

  /// What there is a row for.
  public let source: Source
  /// Cells that show something else than their column says, by column id.
  let cells: [String: CellRule]
  /// Where the form's file describes the rows.
  public let place: SourcePlace
}

/// A line that is always printed.
public struct FixedRow: Sendable {
  /// What kind of line it is; decides how its wording is set.
  public enum Kind: Sendable {
    case line
    case total
    /// An account of a fixed list, by its code.
    case account(EconomicAccount)
  }

  /// Unique in the form and steady from year to year.
  public let id: String
  /// What kind of line it is.
  public let kind: Kind
  /// The wording; empty for a blank line, and for an account, whose name the catalogue has.
  public let label: String
  /// 行次 as printed; nil where none is printed.
  public let lineNumber: String?
  /// What its cells show, narrowed by the column; nil for a line without figures.
  let rule: CellRule?
  /// Cells that show something else than row and column together say, by column id.
  let cells: [String: CellRule]
  /// Whether no fact may fall on it: it prints `——`.
  let isClosed: Bool
  let printing: Printing
  /// Where the form's file describes the line.
  public let place: SourcePlace
}

/// The rows of an account tree.
public struct TreeRow: Sendable {
  /// What the rows above the leaves add.
  public enum Parents: String, CaseIterable, Sendable {
    /// Exact amounts, rounded once.
    case exact = "准确数"
    /// The numbers that are printed in the leaves below them.
    case printed = "印出数"
  }

  /// The levels that are printed, from 0 (类), in ascending order; the last one holds the leaves.
  public let levels: [Int]
  /// What the rows above the leaves add.
  public let parents: Parents
  /// Where the form's file describes the tree.
  public let place: SourcePlace
}

/// Where the value of a cell comes from, as it is written; ``CellLayout`` is what follows from it.
enum CellRule: Hashable {
  /// Ledger facts, added up.
  case select(Selection)
  /// Other cells of the form, added exactly.
  case sum([CellReference])
  /// Every line of the block on which ledger facts fall.
  case sumOfLeaves
  /// A declared fact.
  case fact(path: String)
}

/// A cell of the same form: by row, by column, or both; what is missing is taken from the cell that
/// cites it.
struct CellReference: Hashable {
  let row: String?
  let column: String?
}

extension FixedRow {
  /// Whether any of its cells can print something.
  public var hasFigures: Bool { rule != nil || !cells.isEmpty || isClosed }
}

extension FormLayout {
  /// Its account tree; nil where it has none.
  public var tree: TreeRow? {
    for case .tree(let tree) in sections.flatMap(\.blocks).flatMap(\.rows) { return tree }
    return nil
  }
}
