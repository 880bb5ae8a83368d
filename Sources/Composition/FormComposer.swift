internal import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import Layouts

/// A form as composed: the sheet that is printed, and the same figures as a page of the book.
struct ComposedForm {
  let sheet: FormSheet
  let figures: FigureForm
  let findings: [Finding]
}

/// Composes one form: expands its rows, reckons its cells, gives each figure its key and address.
struct FormComposer {
  let accounts: FinalAccounts
  let facts: FactTable

  func compose(_ form: FormLayout) -> ComposedForm {
    let grid = FormGrid(
      form, accounts: accountsWithFacts(in: form.scope), names: accounts.accountNames
    ) { rows, block, number in
      RecordExpansion(rows, accounts).rows(in: block, number: number, of: form)
    }
    let addresses = FormAddresses(form)
    var reckoning = FormReckoning(grid, facts: facts, addresses: addresses)
    var figures: [[Int: CellContent]] = []
    for (position, row) in grid.rows.enumerated() {
      var cells: [Int: CellContent] = [:]
      for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
        let key = CellKey(row: row.id, column: form.columns[column].id)
        guard let address = addresses.address(of: key) else { continue }
        let value = reckoning.value(row: position, column: column)
        cells[column] = .figure(
          figure(cell, value: value, key: FigureKey(form: form.number, cell: key), at: address))
      }
      figures.append(cells)
    }
    let notes = form.notes + (reckoning.hasData ? [] : [form.emptyNote].compactMap { $0 })
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
    return ComposedForm(
      sheet: sheet,
      figures: FigureForm(
        number: form.number, code: form.code, title: form.title,
        rows: grid.rows.map(\.figureRow), columns: form.figureColumns, figures: sheet.figures),
      findings: reckoning.findings)
  }

  private func figure(
    _ cell: CellLayout, value: CellValue, key: FigureKey, at address: FigureAddress
  ) -> Figure {
    // A blank line stays blank, and a closed one prints its dash, whatever others print for nothing.
    let none: EmptyStyle =
      switch cell.shows {
      case .closed: .dash
      case .blank: .blank
      case .select, .sum, .sumOfPrinted, .sumOfLeaves, .fact: cell.printing.none
      }
    return Figure(
      key: key, address: address, value: value.value, format: cell.printing.format, none: none,
      zero: cell.printing.zero, sources: value.sources.map { facts.places[$0] })
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
      case .ordinal, .publicationDate: ""
      }
    }
  }
}

extension GridRow {
  /// The row as a line of the book.
  fileprivate var figureRow: FigureRow {
    switch wording {
    case .account(let code, let name):
      FigureRow(id: id, kind: .account(code: code, chart), name: name)
    case .line(let text): FigureRow(id: id, kind: .line, name: text)
    case .total(let text), .foot(let text): FigureRow(id: id, kind: .total, name: text)
    case .record(let code, let name):
      FigureRow(
        id: id, kind: .record(IdentityKey.units), name: name, unit: code.isEmpty ? nil : code)
    }
  }
}
