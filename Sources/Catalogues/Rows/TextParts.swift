public import Diagnostics
public import SourceFiles

extension ListPart {
  /// A text: divided by commas or tabs, or lines as people see them.
  ///
  /// The part has findings (`K013` and following) where its quotation marks are amiss.
  public static func reading(_ source: SourceText) -> Loaded<ListPart> {
    let lines = source.lines
    let written = lines.filter { !isBlank($0) }
    func most(_ separator: Character) -> Bool {
      written.count { $0.contains(separator) } * 2 > written.count
    }
    if most("\t") { return Loaded(tabbed(lines, of: source.file), []) }
    let isNamedSo = source.file.lowercased().hasSuffix(".csv")
    if most(",") || isNamedSo && written.contains(where: { $0.contains(",") }) {
      return CSVFile.parse(source, family: "K").map { file in
        ListPart(
          rows: file.records.map { record in
            record.enumerated().filter { !isBlank($1.text) }.map { column, field in
              ListCell(field.text, column: column, at: .source(field.place))
            }
          }, isTable: true)
      }
    }
    return Loaded(typed(lines, of: source.file), [])
  }

  /// Lines whose cells are divided by tabs.
  private static func tabbed(_ lines: [String], of file: String) -> ListPart {
    let rows = lines.enumerated().map { index, line in
      var start = 1
      var cells: [ListCell] = []
      for (column, text) in line.split(separator: "\t", omittingEmptySubsequences: false)
        .enumerated()
      {
        let place = SourcePlace(file: file, line: index + 1, column: start)
        if !isBlank(String(text)) {
          cells.append(ListCell(String(text), column: column, at: .source(place)))
        }
        start += text.unicodeScalars.count + 1
      }
      return cells
    }
    return ListPart(rows: rows, isTable: true)
  }

  /// Lines as they are typed or pasted: two blanks or more stand between cells.
  private static func typed(_ lines: [String], of file: String) -> ListPart {
    let rows = lines.enumerated().map { index, line in cells(of: line, at: index + 1, of: file) }
    return ListPart(rows: rows, isTable: false)
  }

  private static func cells(of line: String, at number: Int, of file: String) -> [ListCell] {
    var cells: [ListCell] = []
    var text = ""
    var blanks = ""
    var (column, start, width, begin) = (0, 1, 0, 0)
    func close() {
      guard !text.isEmpty else { return }
      let place = SourcePlace(file: file, line: number, column: start)
      cells.append(ListCell(text, column: begin, at: .source(place)))
      (text, blanks) = ("", "")
    }
    for character in line {
      column += character.unicodeScalars.count
      defer { width += displayWidth(of: String(character)) }
      if isBlank(character) {
        blanks.append(character)
        continue
      }
      if displayWidth(of: blanks) > 2 || blanks.utf8.count == 2 || blanks.contains("\t") { close() }
      if text.isEmpty {
        (start, begin) = (column - character.unicodeScalars.count + 1, width)
      } else {
        text += blanks
      }
      text.append(character)
      blanks = ""
    }
    close()
    return cells
  }
}
