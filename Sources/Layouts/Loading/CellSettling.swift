internal import Domain
internal import Figures

extension FormLayout {
  /// The form with what each of its cells shows and how, once everything was checked.
  ///
  /// A cell with a fault shows nothing; the fault was reported, and no set with faults is handed on.
  ///
  /// - Parameters:
  ///   - cells: its cells.
  ///   - outer: how figures are printed where neither line nor column nor form says.
  func settled(_ cells: FormCells, by outer: CellPrinting) -> FormLayout {
    var form = self
    for cell in cells.all {
      let shows = (try? cell.shows.get()) ?? .blank
      let printing = cell.printing.settled(by: outer)
      if FormCells.isSample(cell.key.row) {
        form.treeCells[cell.key.column] = TreeCellLayout(shows: shows.inTree, printing: printing)
      } else {
        form.cells[cell.key] = CellLayout(shows: shows, printing: printing)
      }
    }
    return form
  }
}

extension Printing {
  /// These choices, with nothing left open.
  func settled(by outer: CellPrinting) -> CellPrinting {
    CellPrinting(
      format: format ?? outer.format, none: none ?? outer.none, zero: zero ?? outer.zero)
  }

  /// These choices as the last; where faults of a set leave one open, it is taken as the schema's own.
  var last: CellPrinting {
    settled(
      by: CellPrinting(
        format: NumberFormat(kind: .money(.yuan), decimals: 2, grouping: false), none: .blank,
        zero: .blank))
  }
}

extension ResolvedCell {
  /// What the sample line of a tree shows, as said of all its rows.
  fileprivate var inTree: TreeCellLayout.Content {
    switch self {
    case .select(let selection): .select(selection)
    case .sum(let keys): .columns(keys.map(\.column))
    case .fact(let path, _): .fact(path: path)
    case .blank, .closed, .sumOfPrinted, .sumOfLeaves: .select(Selection())
    }
  }
}
