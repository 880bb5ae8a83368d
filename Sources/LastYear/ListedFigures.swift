internal import Diagnostics
internal import Domain
public import Figures
public import Layouts

extension FigureBook {
  /// A list of figures, which has addresses alone, with the keys that a set gives its cells.
  ///
  /// What is none of the set's forms, or none of their cells, is left out.
  public func keyed(by set: LayoutSet) -> FigureBook {
    FigureBook(
      set.forms.compactMap { layout in
        form(layout.number).map { $0.keyed(by: layout) }
      })
  }
}

extension FigureForm {
  fileprivate func keyed(by layout: FormLayout) -> FigureForm {
    let addresses = FormAddresses(layout)
    let columns = layout.figureColumns.map(\.id)
    var keys: [FigureAddress: CellKey] = [:]
    for cell in layout.cells.keys {
      if let address = addresses.address(of: cell) { keys[address] = cell }
    }
    // What no fixed line is called is an account of the tree.
    let fixed = Set(layout.cells.keys.map(\.row))
    var codes: [String] = []
    var seen: Set<String> = []
    for code in figures.map(\.address.row) where seen.insert(code).inserted {
      guard FunctionAccount(code) != nil, !fixed.contains(code) else {
        continue
      }
      codes.append(code)
      for column in columns {
        let cell = CellKey(row: code, column: column)
        if let address = addresses.address(of: cell), keys[address] == nil { keys[address] = cell }
      }
    }
    return FigureForm(
      number: number, code: layout.code, title: layout.title,
      rows: codes.map { FigureRow(id: $0, kind: .account(code: $0, .function), name: "") },
      columns: layout.figureColumns,
      figures: figures.map { figure in
        figure.named(by: keys[figure.address].map { FigureKey(form: number, cell: $0) })
      })
  }
}
