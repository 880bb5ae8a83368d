internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts
internal import Readings

extension FormMatch {
  /// The form with its lines and the figures that it has in the table, in reading order, each address
  /// once.
  func figureForm(_ addresses: FormAddresses) -> FigureForm {
    var figures: [Placed] = []
    for block in blocks {
      for pair in block.rows.pairs {
        let id = pair.line?.id ?? pair.account
        for column in block.block.figureColumns {
          guard let place = block.block.columns[column] else { continue }
          let cell = block.block.cell(at: pair.texts.row, column, in: grid)
          figures += placed(
            cell?.text ?? "", row: grid.rows[pair.texts.row], column: grid.columns[place],
            key: CellKey(row: id, column: form.columns[column].id), addresses)
        }
      }
      figures += absentFigures(of: block, addresses)
    }
    for (_, foot) in feet {
      for figure in foot.figures {
        figures += placed(
          figure.text, row: grid.rows[figure.row], column: grid.columns[figure.place],
          key: CellKey(row: figure.id, column: form.columns[figure.column].id), addresses)
      }
    }
    var seen = Set<FigureAddress>()
    return FigureForm(
      number: form.number, code: form.code, title: form.title, name: grid.table.name,
      place: grid.table.place, rows: blocks.flatMap { block in block.rows.pairs.map(\.figureRow) },
      columns: form.figureColumns,
      figures: figures.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map(\.figure)
        .filter { seen.insert($0.address).inserted })
  }

  /// A figure with its position in the table.
  private struct Placed {
    let row: Int
    let column: Int
    let figure: Figure
  }

  /// The figures of lines that have neither a name nor, being blank, anything that can be seen: they
  /// stand directly below the header.
  private func absentFigures(of block: Block, _ addresses: FormAddresses) -> [Placed] {
    let lines = block.rows.missing.filter(\.isNameless)
    let first = grid.rows[header.rows.upperBound - 1] + 1
    return lines.enumerated().flatMap { offset, line in
      block.block.figureColumns.flatMap { column -> [Placed] in
        guard let place = block.block.columns[column] else { return [] }
        return placed(
          "", row: first + offset, column: grid.columns[place],
          key: CellKey(row: line.id, column: form.columns[column].id), addresses)
      }
    }
  }

  /// A figure of the table; none for one that nobody can cite.
  private func placed(
    _ text: String, row: Int, column: Int, key: CellKey, _ addresses: FormAddresses
  ) -> [Placed] {
    guard let address = addresses.address(of: key) else { return [] }
    let figure = Figure(
      key: FigureKey(form: form.number, cell: key), address: address,
      printed: text.trimmedOfSpace, content: Figure.Content(printed: text),
      at: grid.place(row: row, column: column))
    return [Placed(row: row, column: column, figure: figure)]
  }
}

extension RowMatch.Pair {
  /// The line as the book has it: a fixed one by the set, an account of a tree as it is printed.
  fileprivate var figureRow: FigureRow {
    if let line {
      let kind: FigureRow.Kind =
        switch line.kind {
        case .line: .line
        case .total: .total
        case .account(let account): .account(code: account.code, .economic)
        }
      // An account is told by its code; its name is whatever the file has.
      if case .account = kind { return FigureRow(id: line.id, kind: kind, name: texts.name) }
      return FigureRow(id: line.id, kind: kind, name: line.label)
    }
    return texts.code.isEmpty
      ? FigureRow(id: account, kind: .record(IdentityKey.units), name: account)
      : FigureRow(id: account, kind: .account(code: account, .function), name: texts.name)
  }
}

extension String {
  /// The text without space at its ends and without line breaks, which a narrow cell makes.
  var trimmedOfSpace: String {
    // Nearly all have none anywhere, which their bytes tell at once.
    var text = self
    if !text.withUTF8(Self.mayHaveSpace) { return self }
    let kept = filter { !$0.isNewline }
    guard let first = kept.firstIndex(where: { !$0.isWhitespace }),
      let last = kept.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(kept[first...last])
  }

  /// Whether UTF-8 may have a space or a line break; what is none is told for all but rare signs.
  private static func mayHaveSpace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      // Control characters, the blank, U+0085 and U+00A0, U+1680.
      case ...0x20, 0xC2, 0xE1: return true
      // U+2000 to U+205F; quotation marks and dashes are U+2010 to U+2027.
      case 0xE2:
        guard bytes[index + 1] == 0x80, 0x90...0xA7 ~= bytes[index + 2] else {
          if bytes[index + 1] <= 0x81 { return true }
          continue
        }
      // U+3000, the blank as wide as a character.
      case 0xE3 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: return true
      default: continue
      }
    }
    return false
  }
}
