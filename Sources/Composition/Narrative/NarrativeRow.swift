internal import Domain
internal import Figures
internal import Layouts

/// What an item of a list stands for.
struct NarrativeRow {
  /// Its place in the list, from 1.
  var number = 0
  var name: String
  /// The code of an account or of a unit.
  var code: String?
  /// The chart of an account.
  var chart: AccountChart?
  /// A unit's code and type.
  var unit: String?
  var type = ""
  /// The line of a form.
  var line: (form: String, id: String)?
  /// The clerk's text that it stands for.
  var clerkText: ClerkTextKey?
}

extension NarrativeRow {
  /// The row as expressions see it.
  var subject: Reckoner<QuantitySource>.Row {
    Reckoner.Row(form: line?.form, id: line?.id, subject: code)
  }
}

/// The rows of a set's lists, for the figures, facts and units of a dossier.
struct NarrativeRows {
  let accounts: FinalAccounts
  let facts: FactTable
  let book: FigureBook

  /// The rows of a list, in order.
  func rows(of source: ListSource) -> [NarrativeRow] {
    var rows: [NarrativeRow]
    switch source {
    case .rows(let list): rows = self.rows(of: list)
    case .units(let types):
      rows = accounts.department.units(of: types).map { unit in
        NarrativeRow(name: unit.name, code: unit.code, unit: unit.code, type: unit.type)
      }
    case .facts(let path): rows = texts(of: path)
    }
    for index in rows.indices { rows[index].number = index + 1 }
    return rows
  }

  private func texts(of path: String) -> [NarrativeRow] {
    let units: [String?] = [nil] + accounts.department.units.map(\.code)
    return units.flatMap { unit -> [NarrativeRow] in
      guard case .list(let texts)? = accounts.declaredFacts.fact(path, unit: unit)?.value else {
        return []
      }
      return texts.enumerated().map { number, text in
        NarrativeRow(
          name: text, unit: unit, clerkText: ClerkTextKey(path: path, unit: unit, item: number))
      }
    }
  }

  private func rows(of list: RowList) -> [NarrativeRow] {
    let more = accountsOutsideForm(list)
    var known: Set<String> = []
    var rows: [NarrativeRow] = []
    for form in list.forms.compactMap(book.form) {
      rows += self.rows(of: form, list, more: more).filter { row in
        row.code.map { list.forms.count == 1 || !known.contains($0) } ?? true
      }
      known.formUnion(form.rows.compactMap(\.account?.code))
    }
    let added = more.filter { !known.contains($0) && isWithin($0, list) }
    guard !added.isEmpty || list.forms.count > 1 else { return rows }
    rows += added.map { code in
      NarrativeRow(
        name: accounts.accountNames.name(of: code, in: .function) ?? code, code: code,
        chart: .function)
    }
    return rows.sorted { ($0.code ?? "") < ($1.code ?? "") }
  }

  /// The rows of one form.
  ///
  /// - Parameter more: accounts that are listed whatever the form shows of them.
  private func rows(
    of form: FigureForm, _ list: RowList, more: Set<String>
  ) -> [NarrativeRow] {
    form.rows.filter { row in
      guard isOfLevel(row, list.level) else { return false }
      if let code = row.account?.code {
        guard isWithin(code, list) else { return false }
        if more.contains(code) { return true }
      }
      return list.nonZero?.contains { column in
        form.figure(CellKey(row: row.id, column: column))?.value?.isZero == false
      } ?? true
    }.map { row in
      let unit = unit(of: row)
      return NarrativeRow(
        name: row.name, code: row.account?.code ?? unit?.code, chart: row.account?.chart,
        unit: unit?.code, type: unit?.type ?? "", line: (form.number, row.id))
    }
  }

  /// The function accounts of the list's level that have other ledger amounts than the form's.
  private func accountsOutsideForm(_ list: RowList) -> Set<String> {
    guard case .account(let level) = list.level else { return [] }
    var codes: Set<String> = []
    for amounts in list.with {
      var sums: [String: Money] = [:]
      for (entry, unitType) in zip(facts.entries, facts.unitTypes) {
        guard let function = entry.key.function, function.level >= level,
          amounts.takes(entry.key, unitType: unitType)
        else { continue }
        sums[function.lineage[level].code, default: .zero] += entry.amount
      }
      codes.formUnion(sums.filter { $0.value != .zero }.keys)
    }
    return codes
  }

  private func isWithin(_ code: String, _ list: RowList) -> Bool {
    list.within?.contains { code.hasPrefix($0) } ?? true
  }

  /// The unit that a row stands for.
  private func unit(of row: FigureRow) -> BudgetUnit? {
    row.unit.flatMap { code in accounts.department.units.first { $0.code == code } }
  }

  private func isOfLevel(_ row: FigureRow, _ level: RowList.Level) -> Bool {
    switch level {
    case .accounts: row.account != nil
    case .account(let level):
      row.account.map { $0.code.count == FunctionAccount.levelDigits[level] } ?? false
    case .lines: row.kind == .line && !row.name.isEmpty || row.unit != nil
    }
  }
}
