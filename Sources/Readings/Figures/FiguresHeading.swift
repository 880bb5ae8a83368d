internal import Diagnostics
internal import SourceFiles

/// Which column of a CSV file of figures says what, from its first row.
struct FiguresHeading {
  /// The columns by their headings.
  private enum Column: String, CaseIterable {
    case form, row, column, printed, exact, unit, sources
    /// Another name of `printed`, in files taken down from a publication.
    case published

    var isRequired: Bool { self == .form || self == .row || self == .column }
  }

  private var positions: [Column: Int] = [:]
  private let width: Int
  private(set) var findings: [Finding] = []

  /// Reads the first row.
  init(_ fields: [CSVField]) {
    width = fields.count
    for (index, field) in fields.enumerated() {
      let name = normalizedKey(field.text).lowercased()
      guard let column = Column(rawValue: name) else {
        if !name.isEmpty { report(.unknownColumn(field.text), at: field.place) }
        continue
      }
      if positions[column] != nil { report(.repeatedColumn(name), at: field.place) }
      positions[column] = index
    }
    guard let place = fields.first?.place else { return }
    if positions.isEmpty {
      findings = [FiguresFault.noHeading.finding(at: place)]
      return
    }
    for column in Column.allCases where column.isRequired && positions[column] == nil {
      report(.missingColumn(column.rawValue), at: place)
    }
    if positions[.printed] == nil, positions[.published] == nil {
      report(.missingColumn(Column.printed.rawValue), at: place)
    }
  }

  /// Takes a row apart.
  func figure(of record: [CSVField]) -> Loaded<ReadFigure> {
    guard let place = record.first?.place else { return Loaded(nil, []) }
    // Spreadsheet programs leave empty fields at the end of a row, or take them away.
    let extra = record.dropFirst(width).first { !$0.text.isEmpty }
    if let extra {
      let fault = FiguresFault.tooManyFields(record.count, of: width)
      return Loaded(nil, [fault.finding(at: extra.place)])
    }
    let last =
      positions.filter { $0.key != .exact && $0.key != .unit && $0.key != .sources }
      .values.max() ?? 0
    guard record.count > last else {
      let fault = FiguresFault.tooFewFields(record.count, of: width)
      return Loaded(nil, [fault.finding(at: place)])
    }
    let figure = ReadFigure(
      form: normalizedForm(text(.form, record) ?? ""), row: normalizedKey(text(.row, record) ?? ""),
      column: normalizedKey(text(.column, record) ?? ""),
      printed: trimmed(text(.printed, record) ?? text(.published, record) ?? ""),
      exact: text(.exact, record).map(trimmed), unit: text(.unit, record).map(trimmed),
      sources: text(.sources, record)?.split(separator: " ").map(String.init) ?? [],
      line: place.line)
    let blank = [(Column.form, figure.form), (.row, figure.row), (.column, figure.column)]
      .filter { $0.1.isEmpty }
    let findings = blank.map { column, _ in
      let field = positions[column].map { record[$0].place } ?? place
      return FiguresFault.blankKey(column.rawValue).finding(at: field)
    }
    return Loaded(findings.isEmpty ? figure : nil, findings)
  }

  /// The text of a column; nil where the file has no such column.
  private func text(_ column: Column, _ record: [CSVField]) -> String? {
    guard let position = positions[column] else { return nil }
    return position < record.count ? record[position].text : ""
  }

  private mutating func report(_ fault: FiguresFault, at place: SourcePlace) {
    findings.append(fault.finding(at: place))
  }
}

/// A text without white space at its ends.
private func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  return String(scalars[first...last])
}
