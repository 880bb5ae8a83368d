internal import Diagnostics
internal import Domain
internal import Layouts
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
  mutating func read(_ table: LedgerTable, from source: DossierPart?) {
    let reader = InputTableReader(
      columns: table.columns.map {
        InputColumn(
          heading: $0.heading, isRequired: $0.isRequired, mayBeEmpty: $0.mayBeEmpty)
      }, vocabulary: rules.vocabulary, tellsRepeatedRows: table.isBalanced, log: log)
    guard let source, let content = reader.read(source) else {
      if table.isBalanced { doubt.addAll() }
      return
    }
    if table.isBalanced, !content.isWhole { doubt.addAll() }
    var sums = TotalRows(table: table, vocabulary: rules.vocabulary, log: log)
    for cells in content.rows {
      guard !sums.take(cells) else { continue }
      let row = readRow(cells, of: table)
      sums.add(row.isSound ? row.amounts.map { ($0.measure, $0.amount) } : nil)
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
  /// 项目代码; nil where the row has none.
  var project: String?
  /// Whether every field could be read.
  var isSound = true

  var facts: [LedgerFact] {
    amounts.map { measure, amount, place in
      var key = key
      key.measure = measure
      return LedgerFact(key: key, amount: amount, place: place, project: project)
    }
  }
}

extension LedgerReader {
  private mutating func readRow(_ cells: InputRow, of table: LedgerTable) -> LedgerRow {
    var row = LedgerRow()
    var emptyEconomic: InputCell?
    var kind: SourcePlace?
    for (index, (column, cell)) in zip(table.columns, cells.cells).enumerated() {
      guard let cell else {
        // The head lacks the column; that has been reported, and the row cannot be booked.
        if column.isRequired { row.isSound = false }
        continue
      }
      if !cell.text.isEmpty {
        if case .kind = column.content { kind = cell.place }
        let names = cells.names.filter { $0.cell == index }.map(\.name)
        if !read(cell, of: column, named: names, into: &row) { row.isSound = false }
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
    return .empty(heading: column.heading.rawValue)
  }

  private func requiresEconomic(_ key: LedgerKey) -> Bool {
    let unitType = key.unit.flatMap { unitsByCode[$0]?.type }
    return rules.economicRequired.contains { $0.takes(key, unitType: unitType) }
  }

  /// Reads a field that is not empty; false where it says nothing.
  ///
  /// - Parameter names: what columns beside name the field's unit or account.
  private mutating func read(
    _ cell: InputCell, of column: LedgerColumn, named names: [InputCell], into row: inout LedgerRow
  ) -> Bool {
    switch column.content {
    case .unit:
      row.key.unit = unit(cell, named: names)
      return row.key.unit != nil
    case .fund:
      row.key.fund = word(cell, of: .fund)
      return row.key.fund != nil
    case .source:
      row.key.source = word(cell, of: .source)
      row.key.fund = row.key.source?.fund
      return row.key.source != nil
    case .kind:
      row.key.kind = word(cell, of: .kind)
      return row.key.kind != nil
    case .indicator:
      row.key.indicator = word(cell, of: .indicator, among: rules.priorYearIndicators)
      return row.key.indicator != nil
    case .function(let atLowestLevel):
      row.key.function = account(
        cell, named: names, in: .function, atLowestLevel: atLowestLevel)
      return row.key.function != nil
    case .economic:
      row.key.economic = economic(cell, named: names)
      return row.key.economic != nil
    case .amount(let measure):
      guard let amount = amount(cell) else { return false }
      row.amounts.append((measure, amount, cell.place))
      return true
    case .project:
      row.project = cell.text
      return true
    case .remark: return true
    }
  }
}

// MARK: - Fields

extension LedgerReader {
  private func unit(_ cell: InputCell, named names: [InputCell]) -> String? {
    guard let units else { return cell.text }
    let written = WrittenCode(cell, among: unitsByCode)
    guard let unit = unitsByCode[written.code] else {
      log.report(
        ValueFault.unknownUnit(cell.text, units: units.map(\.code)), at: cell.place)
      return nil
    }
    for name in written.name.map({ [$0] + names }) ?? names
    where folded(name.text) != folded(unit.name) {
      let fault = MeaningFault.otherName(
        of: "单位 \(unit.code)", known: unit.name, written: name.text)
      log.report(fault, at: name.place)
    }
    return unit.code
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(
    _ cell: InputCell, of list: Vocabulary.List
  ) -> Word? {
    word(cell, of: list, among: Word.allCases.map(\.rawValue)).flatMap(Word.init)
  }

  private func word(
    _ cell: InputCell, of list: Vocabulary.List, among words: [String]
  ) -> String? {
    rules.vocabulary.read(cell.text, of: list, among: words, at: cell.place, log: log)
  }

  private mutating func economic(
    _ cell: InputCell, named names: [InputCell]
  ) -> EconomicAccount? {
    let code = WrittenCode(cell).code
    if let account = EconomicAccount(code), let fault = fault(ofOtherChart: account) {
      log.report(fault, at: cell.place)
      return nil
    }
    return account(cell, named: names, in: .economic, atLowestLevel: true)
  }

  /// Says that the account is one of the chart that expenditure is not booked by; nil where it is none.
  private func fault(ofOtherChart account: EconomicAccount) -> MeaningFault? {
    let others = rules.vocabulary.otherAccounts
    guard let other = account.lineage.reversed().lazy.compactMap({ others[$0.code] }).first else {
      return nil
    }
    let meanings = other.meanings.map { meaning in
      let name = names.names.name(of: meaning.code, in: .economic).map { "（\($0)）" } ?? ""
      return meaning.code + (meaning.isLowestLevel ? "" : " 下的科目") + name
    }
    return .otherChart(
      code: account.code, name: other.name, chart: rules.vocabulary.otherChart,
      meanings: meanings)
  }

  private mutating func account<Code: Account>(
    _ cell: InputCell, named names: [InputCell], in chart: AccountChart, atLowestLevel: Bool
  ) -> Code? {
    let read: (account: Code, name: InputCell?)? = readCode(cell, in: chart, log: log)
    guard let (account, name) = read else { return nil }
    self.names.check(
      account, in: chart, written: name.map { [$0] + names } ?? names, at: cell.place)
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
