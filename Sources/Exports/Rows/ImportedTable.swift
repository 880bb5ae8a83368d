public import Domain
public import Dossiers
public import Layouts

/// A row of a dossier's table that an export gave.
public struct ImportedRow: Hashable, Sendable {
  /// The fields by heading; a heading that is missing is an empty field.
  public var fields: [TableHeading: String]
  /// The amounts by heading; a heading that is missing is an empty field.
  public var amounts: [TableHeading: Money]
}

/// The rows that an export becomes.
public struct ImportedTable: Sendable {
  /// The table.
  public let table: ExportTable
  /// The rows in the order of the export.
  public let rows: [ImportedRow]

  /// Rows whose fields are equal are added together.
  init(_ table: ExportTable, adding rows: [ImportedRow]) {
    self.table = table
    var places: [[TableHeading: String]: Int] = [:]
    var result: [ImportedRow] = []
    for row in rows {
      guard let place = places[row.fields] else {
        places[row.fields] = result.count
        result.append(row)
        continue
      }
      result[place].amounts.merge(row.amounts) { $0 + $1 }
    }
    self.rows = result
  }

  /// The headings of the table's columns: those that it must have, and those that a row fills.
  var headings: [TableHeading] {
    table.table.columns.filter { column in
      column.isRequired || rows.contains { $0.fields[column.heading]?.isEmpty == false }
    }.map(\.heading)
  }

  /// The table as a dossier has it.
  public var draft: DossierDraft.Table {
    let headings = headings
    return DossierDraft.Table(
      file: table.table.file, headings: headings.map(\.rawValue),
      rows: rows.map { row in
        headings.map { row.amounts[$0]?.description ?? row.fields[$0] ?? "" }
      })
  }

  /// All amounts of a heading, added up.
  public func sum(of heading: TableHeading) -> Money {
    rows.compactMap { $0.amounts[heading] }.sum()
  }
}
