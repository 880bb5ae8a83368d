internal import Domain
internal import Dossiers
internal import Layouts

/// The ledger tables of a draft as formulas add them up, with what those formulas give.
struct Books {
  private let draft: DossierDraft

  init(_ draft: DossierDraft) { self.draft = draft }

  /// What a balance is made of: its sources, then where they went.
  static let measures: [Measure] = [
    .openingBalance, .income, .surplusUsed, .expenditure, .surplusDistribution, .closingBalance,
  ]

  /// The table and the column in which amounts of a measure stand.
  private func column(
    of measure: Measure
  ) -> (table: DossierTable, title: SheetTitle, heading: TableHeading)? {
    let heading: TableHeading? =
      switch measure {
      case .income, .expenditure: .amount
      case .openingBalance: .openingBalance
      case .surplusUsed: .surplusUsed
      case .surplusDistribution: .surplusDistribution
      case .closingBalance: .closingBalance
      default: nil
      }
    let title: SheetTitle =
      switch measure {
      case .income: .income
      case .expenditure: .expenditure
      default: .balances
      }
    let table = DossierTable.all.first { SheetTitle.ofFile($0.file) == title }
    guard let heading, let table else { return nil }
    return (table, title, heading)
  }

  private func cells(
    _ heading: TableHeading, of table: DossierTable, on title: SheetTitle
  ) -> String? {
    let head = TableSheets.headRow(of: draft[table: table.file])
    return table.columns.firstIndex { $0.heading == heading }.map {
      cited(title, rows: (head + 1)...lastEntryRow, column: $0)
    }
  }

  /// What a measure comes to for the unit and the fund that a row of balances names in its first and
  /// third cell.
  func formula(_ measure: Measure, _ row: Int) -> String {
    guard let (table, title, heading) = column(of: measure),
      let amounts = cells(heading, of: table, on: title),
      let units = cells(.unit, of: table, on: title),
      let funds = cells(measure == .income ? .source : .fund, of: table, on: title)
    else { return "0" }
    return "SUMIFS(\(amounts),\(units),$A\(row + 1),\(funds),$C\(row + 1))"
  }

  /// What the unit that a row of balances names took in of all sources.
  func wholeIncome(_ row: Int) -> String {
    guard let (table, title, heading) = column(of: .income),
      let amounts = cells(heading, of: table, on: title),
      let units = cells(.unit, of: table, on: title)
    else { return "0" }
    return "SUMIFS(\(amounts),\(units),$A\(row + 1))"
  }

  /// What the formulas of a row of balances give for what the draft holds, in their order.
  func sums(of unit: String, _ fund: Fund) -> [FixedDecimal] {
    Self.measures.map { measure in
      let fen = amounts(measure, of: unit).reduce(Int64(0)) { sum, entry in
        let isMeant: Bool
        if measure == .income {
          let own = IncomeSource(rawValue: entry.word)?.fund ?? .other
          isMeant = own == fund
        } else {
          isMeant = entry.word == fund.rawValue
        }
        return isMeant ? sum &+ entry.amount.fen : sum
      }
      return FixedDecimal(units: fen, decimals: 2)
    }
  }

  /// The amounts of a unit, each with the word for its fund or source.
  private func amounts(
    _ measure: Measure, of unit: String
  ) -> [(word: String, amount: Money)] {
    guard !unit.isEmpty, let (table, _, heading) = column(of: measure),
      let rows = draft[table: table.file]
    else { return [] }
    func place(_ heading: TableHeading) -> Int? {
      rows.headings.firstIndex(of: heading.rawValue)
    }
    guard let own = place(.unit), let amount = place(heading),
      let word = place(measure == .income ? .source : .fund)
    else { return [] }
    return rows.rows.compactMap { row in
      guard max(own, amount, word) < row.count, row[own] == unit,
        let money = try? Money(yuan: row[amount])
      else { return nil }
      return (row[word], money)
    }
  }
}
