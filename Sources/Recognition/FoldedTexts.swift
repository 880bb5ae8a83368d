internal import Layouts
internal import Readings

extension FormMatch {
  /// Texts of the form's header and lines that are spelled otherwise than in the layout set and were
  /// taken for the same: full-width letters, other quotation marks, dashes.
  ///
  /// Spaces and line breaks are no spelling.
  var foldedTexts: [String] {
    let prescribed = form.sections.flatMap { section in
      section.header.joined().map(\.text)
        + section.blocks.flatMap(\.rows).flatMap { row -> [String] in
          guard case .fixed(let line) = row else { return [] }
          return [line.label, line.lineNumber ?? ""]
        }
    }
    let spellings = Dictionary(grouping: prescribed.filter { !$0.isEmpty }) { ComparableText($0) }
      .mapValues { Set($0.map(\.withoutGaps)) }
    let lines = blocks.flatMap(\.rows.pairs).map(\.texts.row)
    var rows = Set(header.rows)
    rows.formUnion(lines)
    var seen = Set<Int>()
    return rows.sorted().flatMap { row in
      grid.columns.indices.compactMap { column -> String? in
        guard let index = grid.index(row, column), seen.insert(index).inserted,
          grid.begins(row, column)
        else { return nil }
        let (text, key) = (grid.table.cells[index].text.withoutGaps, grid.text(ofCell: index))
        let isFolded =
          key.isDigits && text != key.key
          || spellings[key].map { !$0.contains(text) } ?? false
        return isFolded ? "\(text)（\(grid.table.cells[index].place.cited)）" : nil
      }
    }
  }
}

extension String {
  /// The text without anything that only takes room.
  fileprivate var withoutGaps: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
          default: true
          }
        }))
  }
}
