public import Layouts

/// A table of a dossier as others lay it out: its columns, without what its fields mean.
public struct DossierTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// Its heading.
    public let heading: TableHeading
    /// Whether the table must have it.
    public let isRequired: Bool
    /// Whether a field of it may be empty.
    public let mayBeEmpty: Bool
  }

  /// The file that it is in a folder: `income.csv`.
  public let file: String
  /// The columns in their usual order.
  public let columns: [Column]

  /// The tables of a ledger in the order in which they are read, then that of account names.
  public static let all =
    LedgerTable.all.map { table in
      DossierTable(
        file: table.file,
        columns: table.columns.map {
          Column(
            heading: $0.heading, isRequired: $0.isRequired && !$0.mayBeEmpty,
            mayBeEmpty: $0.mayBeEmpty)
        })
    } + [
      DossierTable(
        file: DossierFiles.accounts,
        columns: AccountNamesReader.headings.map {
          Column(heading: $0, isRequired: true, mayBeEmpty: false)
        })
    ]
}
