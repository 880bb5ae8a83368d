internal import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import Layouts

/// Composes one form: expands its rows, evaluates its cells, gives each figure its address.
struct FormComposer {
  let accounts: FinalAccounts
  let facts: FactTable

  func compose(_ form: FormLayout) -> ComposedForm {
    let grid = FormGrid(form, accounts: accountsWithFacts(in: form.scope), names: names)
    let addresses = AddressBook(grid)
    var evaluation = FormEvaluation(grid, facts: facts, addresses: addresses)
    var figures: [[Int: Figure]] = []
    for (position, row) in grid.rows.enumerated() {
      var cells: [Int: Figure] = [:]
      for column in row.cells.keys.sorted() {
        guard let address = addresses.address(row: position, column: column) else { continue }
        let value = evaluation.value(row: position, column: column)
        cells[column] = figure(
          row, column: column, of: form, value: value, at: address)
      }
      figures.append(cells)
    }
    let notes = form.notes + (evaluation.hasData ? [] : [form.emptyNote].compactMap { $0 })
    let sheet = FormSheet(
      number: form.number, code: form.code, title: form.title, sheetName: form.sheetName,
      orientation: form.orientation, fitsOnePage: form.fitsOnePage,
      head: form.head.map { line in
        HeadLine(
          left: filled(line.left, form), middle: filled(line.middle, form),
          right: filled(line.right, form))
      },
      table: TableAssembly(grid: grid, figures: figures).table(),
      notes: notes.map { filled($0, form) })
    let rows = zip(grid.rows, figures).map { composed($0, figures: $1, of: form) }
    return ComposedForm(sheet: sheet, rows: rows, findings: evaluation.findings)
  }

  /// A row by its ids, for those who quote it.
  private func composed(
    _ row: GridRow, figures: [Int: Figure], of form: FormLayout
  ) -> ComposedRow {
    var account: (String, AccountChart)?
    var name = ""
    var isLine = false
    switch row.wording {
    case .account(let code, let text):
      account = (code, row.chart)
      name = text
    case .line(let text): (name, isLine) = (text, true)
    case .total(let text), .foot(let text): name = text
    }
    return ComposedRow(
      id: row.id, account: account, name: name, isLine: isLine,
      figures: Dictionary(
        uniqueKeysWithValues: figures.map { (form.columns[$0.key].id, $0.value) }))
  }

  private var names: AccountNames { accounts.accountNames }

  private func figure(
    _ row: GridRow, column: Int, of form: FormLayout, value: CellValue,
    at address: FigureAddress
  ) -> Figure {
    let printing = row.printing.completed(by: form.columns[column].printing)
    guard let format = printing.format else {
      preconditionFailure("no number format for \(address); the loader refuses this")
    }
    // A blank line stays blank, and a closed one prints its dash, whatever others print for nothing.
    let none: EmptyStyle =
      switch row.cells[column] {
      case .closed: .dash
      case .blank, nil: .blank
      default: printing.none ?? .blank
      }
    return Figure(
      address: address, value: value.value, format: format, none: none,
      zero: printing.zero ?? .blank, sources: value.sources.map { facts.places[$0] })
  }

  /// The function accounts of the facts that the form must show.
  private func accountsWithFacts(in scope: [Selection]) -> [FunctionAccount] {
    let accounts = zip(facts.entries, facts.unitTypes).compactMap { entry, unitType in
      scope.contains { $0.takes(entry.key, unitType: unitType) } ? entry.key.function : nil
    }
    return Set(accounts).sorted()
  }

  private func filled(_ template: TextTemplate, _ form: FormLayout) -> String {
    template.filled { placeholder in
      switch placeholder {
      case .departmentName: accounts.department.name
      case .fiscalYear: String(accounts.fiscalYear)
      case .formCode: form.code
      case .formTitle: form.title
      case .priorYear: String(accounts.fiscalYear - 1)
      case .ordinal: ""
      }
    }
  }
}
