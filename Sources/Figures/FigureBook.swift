public import Diagnostics
public import Domain

/// All figures of a submission or of a file, form by form.
///
/// Composing makes it from facts, recognising recovers it from a file; comparison and audit judge
/// books and ask nobody who made them.
public struct FigureBook: Hashable, Sendable {
  /// The forms in the order in which they are printed, or in which the file has them; no number twice
  /// unless a file has a form twice.
  public let forms: [FigureForm]
  private let positions: [String: Int]

  /// Binds forms together.
  public init(_ forms: [FigureForm]) {
    self.forms = forms
    positions = Dictionary(
      forms.enumerated().map { ($0.element.number, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// All figures, form by form.
  public var figures: [Figure] { forms.flatMap(\.figures) }

  /// The form of a number; nil where there is none.
  public func form(_ number: String) -> FigureForm? { positions[number].map { forms[$0] } }

  /// The figure of a key; nil where the form has no such row here.
  public func figure(_ key: FigureKey) -> Figure? { form(key.form)?.figure(key.cell) }
}

/// The figures of one form.
public struct FigureForm: Hashable, Sendable {
  /// The form's number in addresses: `05`, `自评-03`.
  public let number: String
  /// The code that is printed on it: `公开05表`; empty where there is none, or it is not known.
  public let code: String
  /// The title that it has in the layout set; empty where it is not known.
  public let title: String
  /// What the file calls it: the name of its sheet; empty where it was composed, or has no name.
  public let name: String
  /// Where its table begins; nil where it was composed.
  public let place: Place?
  /// Its lines in order; empty where no layout set says which there are, as in a list of figures.
  public let rows: [FigureRow]
  /// Its columns of figures in order, by what stands over them; empty where no layout set says.
  public let columns: [FigureColumn]
  /// The figures in reading order, blanks among them; no address twice unless a list has it twice.
  public let figures: [Figure]
  private let positions: [CellKey: Int]
  private let rowPositions: [String: Int]

  /// Puts a form together.
  public init(
    number: String, code: String = "", title: String = "", name: String = "", place: Place? = nil,
    rows: [FigureRow] = [], columns: [FigureColumn] = [], figures: [Figure]
  ) {
    self.number = number
    self.code = code
    self.title = title
    self.name = name
    self.place = place
    self.rows = rows
    self.columns = columns
    self.figures = figures
    positions = Dictionary(
      figures.enumerated().compactMap { offset, figure in
        figure.key.map { ($0.cell, offset) }
      }, uniquingKeysWith: { first, _ in first })
    rowPositions = Dictionary(
      rows.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The figure of a cell; nil where the form has no such row here.
  public func figure(_ cell: CellKey) -> Figure? { positions[cell].map { figures[$0] } }

  /// The line of an id.
  public func row(_ id: String) -> FigureRow? { rowPositions[id].map { rows[$0] } }

  /// The same form with other figures, and with their lines where those change too.
  public func with(_ figures: [Figure], rows: [FigureRow]? = nil) -> FigureForm {
    FigureForm(
      number: number, code: code, title: title, name: name, place: place, rows: rows ?? self.rows,
      columns: columns, figures: figures)
  }
}

/// A line of a form, by what it stands for.
public struct FigureRow: Hashable, Sendable {
  /// What kind of line it is.
  public enum Kind: Hashable, Sendable {
    /// A line with a wording.
    case line
    /// A total, or a figure of the foot.
    case total
    /// An account.
    case account(code: String, AccountChart)
    /// One of the records that a form lists, by the key of their list: a source of money, an indicator.
    case record(String)
  }

  /// Unique in its form and steady from year to year; of a tree's row the account's code.
  public let id: String
  /// What kind of line it is.
  public let kind: Kind
  /// Its wording, or the account's name.
  public let name: String
  /// The code of the budget unit that it stands for.
  public let unit: String?

  /// Describes a line.
  public init(id: String, kind: Kind, name: String, unit: String? = nil) {
    self.id = id
    self.kind = kind
    self.name = name
    self.unit = unit
  }

  /// The account that it stands for; nil for any other line.
  public var account: (code: String, chart: AccountChart)? {
    if case .account(let code, let chart) = kind { (code, chart) } else { nil }
  }
}
