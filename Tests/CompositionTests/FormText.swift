import Documents

/// A composed form as text: its head, its grid, and a line for each row of the table.
struct FormText {
  let form: FormSheet

  /// The cells of a row are separated by tabs; each says the columns that it covers, its role and
  /// what it prints: `3-5 header 本年支出`, with `×2` behind the columns where it spans rows.
  var text: String {
    var lines = [
      ["form", form.number, form.code, form.title], ["sheet", form.sheetName],
      ["page", form.orientation.rawValue + (form.fitsOnePage ? ", on one page" : "")],
    ]
    lines += form.head.map { ["head", $0.left, $0.middle, $0.right] }
    lines += form.table.columns.map { ["column", $0.id, $0.holdsFigures ? "figures" : "text"] }
    for (number, section) in form.table.sections.enumerated() {
      lines.append(["section", "\(number + 1)"] + (section.side.map { [text(of: $0)] } ?? []))
      lines += section.header.map { ["header"] + $0.cells.map(text) }
      lines += section.body.map { ["row"] + $0.cells.map(text) }
    }
    lines += form.notes.map { ["note", $0] }
    return lines.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
  }

  private func text(of cell: TableCell) -> String {
    let (first, last) = (cell.column + 1, cell.columns.upperBound)
    let columns = first == last ? "\(first)" : "\(first)-\(last)"
    let rows = cell.rowSpan > 1 ? "×\(cell.rowSpan)" : ""
    let printed = cell.content.printed
    return "\(columns)\(rows) \(cell.role.rawValue)" + (printed.isEmpty ? "" : " \(printed)")
  }
}
