public import Domain
internal import Dossiers
internal import Layouts
internal import SourceFiles

/// How many rows of an export, and how much money, were taken, and what became of the rest.
public struct ImportTally: Sendable {
  /// Rows that are passed over for one reason.
  public struct Passed: Sendable {
    /// What they are.
    public let reason: String
    /// How many.
    public let count: Int
    /// The amounts in them; nil where they have none.
    public let sum: Money?
  }

  /// The money of one heading, or of one word, on both sides.
  public struct Sum: Sendable {
    /// What it is the money of.
    public let name: String
    /// What was read of the rows that were taken.
    public let export: Money
    /// What the table has.
    public let table: Money
  }

  /// The rows below the head.
  public private(set) var read = 0
  /// The rows that were taken.
  public private(set) var taken = 0
  /// Those that were not.
  public private(set) var passed: [Passed] = []
  /// Cells with a zero that says no more than a blank.
  public internal(set) var zeros = 0
  /// The rows of the table.
  public private(set) var rows = 0
  /// All that the columns of amounts hold, whatever became of it.
  public private(set) var allRead = Money.zero
  /// What of it is in rows that were taken.
  public private(set) var allTaken = Money.zero
  /// What of it is in rows that were passed over.
  public private(set) var allPassed = Money.zero
  /// The money by heading.
  public private(set) var sums: [Sum] = []
  /// The money by unit, then by fund or source, each under the name of its column.
  public private(set) var parts: [(column: String, sums: [Sum])] = []
  /// What the export's own last row of totals says, by heading, where there is one.
  public private(set) var ownTotals: [(name: String, amount: Money)] = []
  /// What was read by heading.
  private var exported: [TableHeading: Money] = [:]

  /// Counts the rows of an export.
  mutating func count(
    _ rows: [BodyRow], blank: Int, columns: ExportColumns, sheet: ExportSheet
  ) {
    read = rows.count + blank
    taken = rows.count { $0.passed == nil }
    func sum(_ row: BodyRow) -> Money {
      columns.amounts.compactMap { column in
        row.amounts[column.index].map { column.isSubtracted ? -$0 : $0 }
      }.sum()
    }
    for reason in BodyRow.Passed.allCases {
      let matching = rows.filter { $0.passed == reason }
      guard !matching.isEmpty else { continue }
      let money = matching.map(sum).sum()
      allPassed += money
      let hasAmounts = matching.contains { !$0.amounts.isEmpty }
      passed.append(
        Passed(reason: reason.rawValue, count: matching.count, sum: hasAmounts ? money : nil))
    }
    if blank > 0 { passed.append(Passed(reason: "空行", count: blank, sum: nil)) }
    allRead = rows.map(sum).sum()
    allTaken = rows.filter { $0.passed == nil }.map(sum).sum()
    for row in rows where row.passed == nil {
      for column in columns.amounts {
        guard let amount = row.amounts[column.index] else { continue }
        exported[column.heading, default: .zero] += column.isSubtracted ? -amount : amount
      }
    }
    if let total = rows.last(where: { $0.passed == .total && !$0.amounts.isEmpty }) {
      ownTotals =
        (columns.amounts.map { ($0.index, $0.name) }
        + columns.totals.map { ($0.index, $0.name) }).compactMap { index, name in
          total.amounts[index].map { (name, $0) }
        }
    }
  }

  /// Counts what was made of them, before and after equal rows were added together.
  mutating func count(_ made: [ImportedRow], in table: ImportedTable) {
    rows = table.rows.count
    let written = table.rows
    sums = table.table.amounts.map { heading in
      Sum(
        name: heading.word, export: exported[heading] ?? .zero, table: table.sum(of: heading))
    }
    for heading in [TableHeading.unit, .fund, .source] {
      guard table.table.table.column(heading) != nil else { continue }
      let words = Set(made.map { $0.fields[heading] ?? "" }).sorted()
      guard words != [""] else { continue }
      let lines = words.map { word in
        Sum(
          name: word, export: Self.sum(made.filter { $0.fields[heading] ?? "" == word }),
          table: Self.sum(written.filter { $0.fields[heading] ?? "" == word }))
      }
      parts.append((heading.word, lines))
    }
  }

  private static func sum(_ rows: [ImportedRow]) -> Money {
    rows.flatMap { $0.amounts.values }.sum()
  }

  /// Where the two sides are not equal.
  var differences: [ExportFault] {
    var faults: [ExportFault] = []
    for sum in sums + parts.flatMap(\.sums) where sum.export != sum.table {
      faults.append(.sums(what: sum.name, export: sum.export, table: sum.table))
    }
    if allRead != allTaken + allPassed {
      faults.append(.sums(what: "取的与不取的", export: allRead, table: allTaken + allPassed))
    }
    return faults
  }
}
