internal import Diagnostics
internal import Figures
internal import Layouts
internal import Readings

extension FormMatch {
  /// What the table has that is none of the form's, and what it lacks.
  ///
  /// - Parameter figures: what the table shows of the form.
  func findings(
    in file: String, of figures: FigureForm, _ addresses: FormAddresses
  ) -> [Finding] {
    let name = form.fullName
    let place = grid.table.place(in: file)
    var findings: [Finding] = []
    let report = { (items: [String], fault: (String, [String]) -> RecognitionFault) in
      guard !items.isEmpty else { return }
      findings.append(fault(name, items).finding(at: place))
    }
    report(headless.compactMap { form.sections[$0].header.first?.first?.text }) {
      RecognitionFault.missingHeader(form: $0, $1)
    }
    report(missingColumns(addresses)) { RecognitionFault.missingColumns(form: $0, $1) }
    report(unknownColumns) { RecognitionFault.unknownColumns(form: $0, $1) }
    report(missingRows(addresses)) { RecognitionFault.missingRows(form: $0, $1) }
    report(named(blocks.flatMap { unknownRows(of: $0) })) {
      RecognitionFault.unknownRows(form: $0, $1)
    }
    report(named(blocks.flatMap(\.rows.repeated))) {
      RecognitionFault.repeatedRows(form: $0, $1)
    }
    let renumbered = header.renumbered.map { addresses.name(ofColumn: $0) }
    report(renumbered + named(blocks.flatMap(\.rows.doubtful))) {
      RecognitionFault.doubtful(form: $0, $1)
    }
    // Cells of figures that show neither a number, nor nothing, nor `——`.
    report(figures.figures.filter { $0.content == .text }.map(\.placedText)) {
      RecognitionFault.notNumbers(form: $0, $1)
    }
    report(foldedTexts) { RecognitionFault.folded(form: $0, $1) }
    return findings
  }

  private func missingColumns(_ addresses: FormAddresses) -> [String] {
    let missing = form.columns.indices.filter { column in
      form.columns[column].content == .figure && header.columns[column] == nil
    }
    return missing.map { addresses.name(ofColumn: $0) }
  }

  /// Columns with a heading that is none of the form's and something below it.
  private var unknownColumns: [String] {
    header.unknown.compactMap { column in
      let rows = header.rows.upperBound..<max(header.rows.upperBound, grid.rows.count)
      let isFilled = rows.contains { row in
        grid.begins(row, column) && grid.index(row, column) != grid.index(row, column - 1)
      }
      let heading = header.rows.reversed().lazy.compactMap { grid.cell($0, column) }.first
      return isFilled ? heading.map { "\($0.text)（\($0.place.cited)）" } : nil
    }
  }

  private func missingRows(_ addresses: FormAddresses) -> [String] {
    let lines = blocks.flatMap(\.rows.missing).filter { !$0.isNameless }
    return lines.compactMap { addresses.name(ofRow: $0.id) } + feet.flatMap(\.foot.missing)
  }

  /// Rows by what they are called, each with its place.
  private func named(_ rows: [RowTexts]) -> [String] {
    rows.map { texts in
      let name = [texts.code, texts.label, texts.number].first { !$0.isEmpty }?.key ?? ""
      let column = grid.columns.indices.first { grid.begins(texts.row, $0) } ?? 0
      let place = grid.place(row: grid.rows[texts.row], column: grid.columns[column])
      return "\(name)（\(place.cited)）"
    }
  }
}

extension Figure {
  /// What is printed, with its place, as findings list it.
  var placedText: String { "\(printed)（\(place?.cited ?? "")）" }
}
