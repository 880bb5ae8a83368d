internal import Domain
internal import Figures
internal import Layouts

/// The public addresses of a form's figures, made from what is printed.
struct AddressBook {
  private var addresses: [[Int: FigureAddress]]

  init(_ grid: FormGrid) {
    let columnKeys = Self.columnKeys(grid)
    var keys: [[Int: FigureAddress]] = grid.rows.indices.map { position in
      let row = grid.rows[position]
      guard let name = Self.name(of: row) else { return [:] }
      return Dictionary(
        uniqueKeysWithValues: row.cells.keys.map { column in
          let key = columnKeys[position][column]
          return (column, FigureAddress(form: grid.form.number, row: name, column: key))
        })
    }
    Self.qualify(&keys) { position, _, address in
      let block = grid.rows[position].blockName
      return block.isEmpty ? address.row : "\(block)/\(address.row)"
    }
    // What is printed alike in one block is told apart by counting.
    Self.qualify(&keys) { _, repetition, address in
      repetition == 0 ? address.row : "\(address.row)#\(repetition + 1)"
    }
    addresses = keys
  }

  /// The address of a figure; nil for cells of a blank line, which nobody can cite.
  func address(row: Int, column: Int) -> FigureAddress? { addresses[row][column] }

  /// Renames the rows of all addresses that occur more than once.
  private static func qualify(
    _ keys: inout [[Int: FigureAddress]],
    name: (_ position: Int, _ repetition: Int, _ address: FigureAddress) -> String
  ) {
    var counts: [FigureAddress: Int] = [:]
    for address in keys.flatMap(\.values) { counts[address, default: 0] += 1 }
    var seen: [FigureAddress: Int] = [:]
    for position in keys.indices {
      for (column, address) in keys[position].sorted(by: { $0.key < $1.key })
      where counts[address, default: 0] > 1 {
        let repetition = seen[address, default: 0]
        seen[address] = repetition + 1
        keys[position][column] = FigureAddress(
          form: address.form, row: name(position, repetition, address), column: address.column)
      }
    }
  }

  /// Account code, line number or label; `数据` for a row without any of them that shows figures.
  private static func name(of row: GridRow) -> String? {
    if case .account(let code, _) = row.wording { return code }
    if let line = row.lineNumber { return "行\(line)" }
    let label =
      switch row.wording {
      case .line(let text), .total(let text), .foot(let text): text
      case .account(_, let name): name
      }
    if !label.isEmpty { return label }
    return row.cells.values.allSatisfy { $0 == .blank } ? nil : "数据"
  }

  /// For each row, the names of the grid's columns in its section.
  private static func columnKeys(_ grid: FormGrid) -> [[String]] {
    let count = grid.form.columns.count
    var result = [[String]](repeating: [], count: grid.rows.count)
    var keys: [String] = []
    for (number, section) in grid.form.sections.enumerated() {
      keys = section.columnKeys(columnCount: count, earlier: keys)
      for position in grid.blocks[number].joined() { result[position] = keys }
      for position in grid.feet[number].flatMap(\.values) { result[position] = keys }
    }
    return result
  }
}
