public import Diagnostics
internal import Domain
internal import Layouts

/// How an export becomes a table of the dossier, as people have settled it.
public struct ExportMapping: Sendable {
  /// What becomes of a column.
  enum Use: Hashable, Sendable {
    /// People have not said yet.
    case undecided
    /// Nothing is taken, for a reason.
    case passedOver(reason: String)
    /// It adds up amounts beside it, and is held against them.
    case total
    /// A field of each row.
    case field(TableHeading)
    /// One level of a code, 0 for 类.
    case level(TableHeading, Int)
    /// Amounts, with what their column says of the rows that are made of them.
    case amount(TableHeading, fixed: [TableHeading: String], isSubtracted: Bool)
  }

  /// A text of the mapping with the place where people wrote it.
  struct Entry: Hashable, Sendable {
    let text: String
    let place: SourcePlace?
  }

  struct Column: Hashable, Sendable {
    let name: String
    var use: Use
    var place: SourcePlace?
  }

  /// The table that it fills.
  public var table: ExportTable
  /// The unit of amounts; nil where people have not said yet.
  var unit: MoneyUnit?
  var unitPlace: SourcePlace?
  /// The columns of the export by what they are called.
  var columns: [Column] = []
  /// What is the same in all rows; a text that is nil is undecided.
  var fixed: [TableHeading: Entry] = [:]
  /// The columns in which a blank repeats what stands above.
  var filled: [Entry] = []
  /// What words of a column mean, by how they are looked up.
  var words: [TableHeading: [String: Entry]] = [:]
  /// Further words of rows that add up others.
  var totals: [String] = []
  /// Places that are left to be decided.
  public internal(set) var undecided: [SourcePlace] = []

  init(table: ExportTable) { self.table = table }

  /// What the file says where people are to decide.
  public static let undecidedWord = "待定"
}
