internal import Diagnostics
internal import Domain
public import Layouts
internal import SourceFiles

/// A table of a dossier as those see it who fill it from elsewhere: its file and its columns.
public struct DossierTable: Sendable {
  /// A column with what its fields mean.
  public struct Column: Hashable, Sendable {
    /// What a field says about its row.
    public enum Content: Hashable, Sendable {
      case unit
      /// One of a closed list of words.
      case word(Vocabulary.List)
      case function(atLowestLevel: Bool)
      case economic
      case amount
      /// A text of people's own.
      case text
    }

    /// The heading.
    public let heading: TableHeading
    /// What its fields mean.
    public let content: Content
    /// Whether the table must have the column.
    public let isRequired: Bool
    /// Whether a field may be empty.
    public let mayBeEmpty: Bool
  }

  /// The file's name in a dossier.
  public let file: String
  /// The columns in the usual order.
  public let columns: [Column]

  /// `expenditure.csv`.
  public static let expenditure = DossierTable(LedgerTable.expenditure)
  /// `income.csv`.
  public static let income = DossierTable(LedgerTable.income)
  /// `balances.csv`.
  public static let balances = DossierTable(LedgerTable.balances)
  /// `budget.csv`.
  public static let budget = DossierTable(LedgerTable.budget)
  /// `prior-year.csv`.
  public static let priorYear = DossierTable(LedgerTable.priorYear)
  /// `accounts.csv`: names of accounts that the set's catalogues lack.
  public static let accounts = DossierTable(
    file: DossierFiles.accounts,
    columns: AccountNamesReader.headings.map {
      Column(heading: $0, content: .text, isRequired: true, mayBeEmpty: false)
    })
  /// All of them, in the order in which they are read.
  public static let all = [income, expenditure, balances, budget, priorYear, accounts]

  private init(file: String, columns: [Column]) {
    self.file = file
    self.columns = columns
  }

  init(_ table: LedgerTable) {
    file = table.file
    columns = table.columns.map { column in
      Column(
        heading: column.heading, content: Column.Content(column.content),
        isRequired: column.isRequired, mayBeEmpty: column.mayBeEmpty)
    }
  }

  /// The column of a heading; nil where the table has none.
  public func column(_ heading: TableHeading) -> Column? {
    columns.first { $0.heading == heading }
  }
}

extension DossierTable.Column.Content {
  init(_ content: LedgerColumn.Content) {
    self =
      switch content {
      case .unit: .unit
      case .fund: .word(.fund)
      case .source: .word(.source)
      case .kind: .word(.kind)
      case .indicator: .word(.indicator)
      case .economic: .economic
      case .function(let atLowestLevel): .function(atLowestLevel: atLowestLevel)
      case .amount: .amount
      case .project, .remark: .text
      }
  }
}

extension Vocabulary.List {
  /// The words of the list that every dossier may use; none where each set has its own.
  public var ownWords: [String] {
    switch self {
    case .fund: Fund.allCases.map(\.rawValue)
    case .source: IncomeSource.allCases.map(\.rawValue)
    case .kind: ExpenditureKind.allCases.map(\.rawValue)
    case .indicator: []
    }
  }
}

extension Vocabulary {
  /// The word of a list that a text is, or stands for; nil where it stands for none, or for several.
  public func meaning(of text: String, in list: List) -> String? {
    let key = folded(text)
    return list.ownWords.first { folded($0) == key } ?? word(text, in: list)
  }
}

/// A code that a text begins with and the name behind it, as people write both into one field:
/// `2080505-机关事业单位基本养老保险缴费支出`; the name is nil where there is none.
public func partedCode(_ text: String) -> (code: String, name: String?) {
  let written = WrittenCode(InputCell(text: text, place: SourcePlace(file: "")))
  return (written.code, written.name?.text)
}

/// The known code that a text begins with; nil where it begins with none, or with more than one.
public func knownCode(in text: String, among codes: [String: some Any]) -> String? {
  let code = WrittenCode(InputCell(text: text, place: SourcePlace(file: "")), among: codes).code
  return codes[code] == nil ? nil : code
}
