internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reads the ledger files into facts, row by row, reporting each field that says nothing.
struct LedgerReader {
  let rules: DossierRules
  /// The department's units; nil where department.yaml could not be read, so that no code is known to
  /// be wrong.
  let units: [BudgetUnit]?
  let log: FindingLog
  private(set) var facts: [LedgerFact] = []
  /// Which balances may lack an amount, because a row of theirs was refused.
  private(set) var doubt = BalanceDoubt()
  private(set) var total: AmountTotal
  private(set) var names: NameCheck
  private let unitsByCode: [String: BudgetUnit]

  init(
    rules: DossierRules, units: [BudgetUnit]?, names: NameCheck, total: AmountTotal, log: FindingLog
  ) {
    self.rules = rules
    self.units = units
    self.names = names
    self.total = total
    self.log = log
    unitsByCode = Dictionary(
      (units ?? []).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a file; nil stands for one that could not be read.
  mutating func read(_ table: LedgerTable, from source: SourceText?) {
    let reader = InputTableReader(
      columns: table.columns.map { InputColumn(heading: $0.heading, isRequired: $0.isRequired) },
      tellsRepeatedRows: table.isBalanced, log: log)
    guard let source, let content = reader.read(source) else {
      if table.isBalanced { doubt.addAll() }
      return
    }
    if table.isBalanced, !content.isWhole { doubt.addAll() }
    for cells in content.rows {
      let row = readRow(cells, of: table)
      if row.isSound {
        facts += row.facts
      } else if table.isBalanced {
        doubt.add(unit: row.key.unit, fund: row.key.fund)
      }
    }
  }
}

// MARK: - Rows

/// What the fields of a row have said so far.
private struct LedgerRow {
  var key = LedgerKey(measure: .expenditure)
  var amounts: [(measure: Measure, amount: Money, place: SourcePlace)] = []
  /// Whether every field could be read.
  var isSound = true

  var facts: [LedgerFact] {
    amounts.map { measure, amount, place in
      var key = key
      key.measure = measure
      return LedgerFact(key: key, amount: amount, place: place)
    }
  }
}

extension LedgerReader {
  private mutating func readRow(_ cells: InputRow, of table: LedgerTable) -> LedgerRow {
    var row = LedgerRow()
    var emptyEconomic: InputCell?
    var kind: SourcePlace?
    for (column, cell) in zip(table.columns, cells.cells) {
      guard let cell else {
        // The head lacks the column; that has been reported, and the row cannot be booked.
        if column.isRequired { row.isSound = false }
        continue
      }
      if !cell.text.isEmpty {
        if case .kind = column.content { kind = cell.place }
        if !read(cell, of: column, into: &row) { row.isSound = false }
      } else if !column.mayBeEmpty {
        log.report(emptyFault(of: column), at: cell.place)
        row.isSound = false
      } else if case .economic = column.content {
        emptyEconomic = cell
      }
    }
    if let emptyEconomic, requiresEconomic(row.key) {
      log.report(AccountFault.economicMissing, at: emptyEconomic.place)
      row.isSound = false
    }
    if !checkFund(of: row.key, kind: kind, amounts: row.amounts, log: log) { row.isSound = false }
    return row
  }

  private func emptyFault(of column: LedgerColumn) -> ValueFault {
    if case .amount = column.content { return .amount(.empty, text: "") }
    return .empty(heading: column.heading)
  }

  private func requiresEconomic(_ key: LedgerKey) -> Bool {
    let unitType = key.unit.flatMap { unitsByCode[$0]?.type }
    return rules.economicRequired.contains { $0.takes(key, unitType: unitType) }
  }

  /// Reads a field that is not empty; false where it says nothing.
  private mutating func read(
    _ cell: InputCell, of column: LedgerColumn, into row: inout LedgerRow
  ) -> Bool {
    switch column.content {
    case .unit:
      row.key.unit = unit(cell)
      return row.key.unit != nil
    case .fund:
      row.key.fund = word(cell, heading: column.heading)
      return row.key.fund != nil
    case .source:
      row.key.source = word(cell, heading: column.heading)
      row.key.fund = row.key.source?.fund
      return row.key.source != nil
    case .kind:
      row.key.kind = word(cell, heading: column.heading)
      return row.key.kind != nil
    case .indicator:
      row.key.indicator = indicator(cell, heading: column.heading)
      return row.key.indicator != nil
    case .function(let atLowestLevel):
      row.key.function = account(cell, in: .function, atLowestLevel: atLowestLevel)
      return row.key.function != nil
    case .economic:
      row.key.economic = account(cell, in: .economic, atLowestLevel: true)
      return row.key.economic != nil
    case .amount(let measure):
      guard let amount = amount(cell) else { return false }
      row.amounts.append((measure, amount, cell.place))
      return true
    case .remark: return true
    }
  }
}

// MARK: - Fields

extension LedgerReader {
  private func unit(_ cell: InputCell) -> String? {
    guard let units, unitsByCode[cell.text] == nil else { return cell.text }
    log.report(
      ValueFault.unknownUnit(cell.text, units: units.map(\.code)), at: cell.place)
    return nil
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(
    _ cell: InputCell, heading: String
  ) -> Word? {
    if let word = Word(rawValue: cell.text) { return word }
    let words = Word.allCases.map(\.rawValue)
    log.report(
      ValueFault.unknownWord(cell.text, heading: heading, words: words), at: cell.place)
    return nil
  }

  private func indicator(_ cell: InputCell, heading: String) -> String? {
    let words = rules.priorYearIndicators
    if words.contains(cell.text) { return cell.text }
    log.report(
      ValueFault.unknownWord(cell.text, heading: heading, words: words), at: cell.place)
    return nil
  }

  private mutating func account<Code: Account>(
    _ cell: InputCell, in chart: AccountChart, atLowestLevel: Bool
  ) -> Code? {
    guard let account: Code = readCode(cell, in: chart, log: log) else { return nil }
    names.check(account, in: chart, at: cell.place)
    if atLowestLevel, !account.isLowestLevel {
      log.report(
        AccountFault.notLowestLevel(account.code, chart: chart), at: cell.place)
      return nil
    }
    return account
  }

  private mutating func amount(_ cell: InputCell) -> Money? {
    do {
      let amount = try Money(yuan: cell.text)
      total.add(amount, at: cell.place)
      return amount
    } catch {
      log.report(ValueFault.amount(error, text: cell.text), at: cell.place)
      return nil
    }
  }
}
