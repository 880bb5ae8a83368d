internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts
internal import Readings

extension ReadTable {
  /// The table as a part that was not read.
  func unread(as forms: [FormLayout] = [], from row: Int = 0) -> UnreadPart {
    let own = cells.filter { $0.row >= row }
    let pages = own.compactMap(\.place.page)
    let title = forms.count == 1 ? forms[0].title : name
    return UnreadPart(
      place: own.first?.place ?? place,
      pages: pages.isEmpty ? [] : Array((pages.min() ?? 0)...(pages.max() ?? 0)),
      forms: forms.map(\.number), name: title,
      texts: own.map { ComparableText($0.text).key }.filter { !$0.isEmpty })
  }

  /// All that is printed above and in it, with typed characters in the place of radicals.
  var typedTexts: [ComparableText] {
    (head.map(\.text) + cells.map(\.text)).map { ComparableText(RadicalSpelling.typed($0) ?? $0) }
  }

  /// Whether radicals stand in the place of typed characters.
  var hasRadicals: Bool {
    (head.map(\.text) + cells.map(\.text)).contains { RadicalSpelling.typed($0) != nil }
  }

  /// Whether it shows an amount, or more numbers than a cover or a list of contents has beside its
  /// words.
  var hasFigures: Bool {
    var count = 0
    for cell in cells {
      guard case .number(let number) = Figure.Content(printed: cell.text.trimmedOfSpace) else {
        continue
      }
      count += 1
      if number.decimals > 0 || count > 2 && pages == nil { return true }
    }
    return false
  }
}

extension FormMatch {
  /// Rows and columns with figures that are none of the form's, or that it has already: they are not
  /// compared.
  func unreadParts() -> [UnreadPart] {
    let rows = blocks.flatMap { unknownRows(of: $0) + $0.rows.repeated }.filter(\.hasFigures)
    let columns = header.unknown.filter { column in
      (header.rows.upperBound..<max(header.rows.upperBound, grid.rows.count)).contains { row in
        guard grid.begins(row, column), let cell = grid.cell(row, column),
          grid.index(row, column) != grid.index(row, column - 1),
          case .number(let number) = Figure.Content(printed: cell.text.trimmedOfSpace)
        else { return false }
        return number.decimals > 0
      }
    }
    return rows.map { part($0.row, texts: grid.texts(inRow: $0.row)) }
      + columns.map { column in
        let texts = grid.rows.indices.dropFirst(header.rows.lowerBound).map {
          grid.text($0, column)
        }
        return part(header.rows.lowerBound, column, texts: texts)
      }
  }

  private func part(_ row: Int, _ column: Int = 0, texts: [ComparableText]) -> UnreadPart {
    let place = grid.place(row: grid.rows[row], column: grid.columns[column])
    return UnreadPart(
      place: place, pages: place.page.map { [$0] } ?? [], forms: [form.number], name: form.title,
      texts: texts.map(\.key), isWithinForm: true)
  }
}
