internal import Figures
internal import Layouts
internal import Readings

extension FormMatch {
  /// The figures that the form has in the table, in reading order, each address once.
  func figures() -> [RecognisedFigure] {
    let addresses = PublicAddresses(form)
    var figures: [Placed] = []
    for block in blocks {
      for pair in block.rows.pairs {
        guard let name = pair.line.map({ addresses.rows[$0.id] }) ?? pair.account else { continue }
        for column in block.block.figureColumns {
          guard let place = block.block.columns[column] else { continue }
          let cell = block.block.cell(at: pair.texts.row, column, in: grid)
          figures.append(
            placed(
              cell?.text ?? "", row: grid.rows[pair.texts.row], column: grid.columns[place],
              address: (name, addresses.columns[block.section][column])))
        }
      }
      figures += absentFigures(of: block, addresses)
    }
    for (section, foot) in feet {
      for figure in foot.figures {
        guard let name = addresses.rows[figure.id] else { continue }
        figures.append(
          placed(
            figure.text, row: grid.rows[figure.row], column: grid.columns[figure.place],
            address: (name, addresses.columns[section][figure.column])))
      }
    }
    var seen = Set<FigureAddress>()
    return figures.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map(\.figure)
      .filter { seen.insert($0.address).inserted }
  }

  /// A figure with its position in the table.
  private struct Placed {
    let row: Int
    let column: Int
    let figure: RecognisedFigure
  }

  /// The figures of lines that have neither a name nor, being blank, anything that can be seen: they
  /// stand directly below the header.
  private func absentFigures(of block: Block, _ addresses: PublicAddresses) -> [Placed] {
    let lines = block.rows.missing.filter(\.isNameless)
    let first = grid.rows[header.rows.upperBound - 1] + 1
    return lines.enumerated().flatMap { offset, line in
      block.block.figureColumns.compactMap { column in
        guard let place = block.block.columns[column], let name = addresses.rows[line.id]
        else { return nil }
        return placed(
          "", row: first + offset, column: grid.columns[place],
          address: (name, addresses.columns[block.section][column]))
      }
    }
  }

  private func placed(
    _ text: String, row: Int, column: Int, address: (row: String, column: String)
  ) -> Placed {
    let content = RecognisedFigure.Content(printed: text)
    let figure = RecognisedFigure(
      address: FigureAddress(form: form.number, row: address.row, column: address.column),
      printed: text.trimmedOfSpace, content: content,
      place: grid.place(row: row, column: column))
    return Placed(row: row, column: column, figure: figure)
  }
}

extension String {
  /// The text without space at its ends and without line breaks, which a narrow cell makes.
  var trimmedOfSpace: String {
    let kept = filter { !$0.isNewline }
    let start = kept.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
