internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// Which column of a CSV file of figures says what, from its first row.
struct FiguresHeading {
  /// The columns by their headings.
  private enum Column: String, CaseIterable {
    case form, row, column, printed, exact, unit, sources
    /// The unit of the printed number.
    case printedUnit = "印刷单位"
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
  func figure(of record: [CSVField]) -> Loaded<Figure> {
    guard let place = record.first?.place else { return Loaded(nil, []) }
    // Spreadsheet programs leave empty fields at the end of a row, or take them away.
    let extra = record.dropFirst(width).first { !$0.text.isEmpty }
    if let extra {
      let fault = FiguresFault.tooManyFields(record.count, of: width)
      return Loaded(nil, [fault.finding(at: extra.place)])
    }
    let last =
      positions.filter { ![.printedUnit, .exact, .unit, .sources].contains($0.key) }
      .values.max() ?? 0
    guard record.count > last else {
      let fault = FiguresFault.tooFewFields(record.count, of: width)
      return Loaded(nil, [fault.finding(at: place)])
    }
    let address = FigureAddress(
      form: normalizedForm(text(.form, record) ?? ""), row: normalizedKey(text(.row, record) ?? ""),
      column: normalizedKey(text(.column, record) ?? ""))
    let printed = trimmed(text(.printed, record) ?? text(.published, record) ?? "")
    let unit = text(.unit, record).map(trimmed)
    let figure = Figure(
      address: address, printed: printed, content: Figure.Content(printed: printed),
      unit: text(.printedUnit, record).map(trimmed),
      value: text(.exact, record).flatMap { FigureValue(exact: trimmed($0), unit: unit) },
      exactUnit: unit,
      sources: text(.sources, record)?.split(separator: " ").map { SourcePlace(ledger: $0) } ?? [],
      at: .line(place.line, of: place.file))
    let blank = [(Column.form, address.form), (.row, address.row), (.column, address.column)]
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

extension FigureValue {
  /// The exact value as a list has it; nil for an empty text, and for one that is no number.
  fileprivate init?(exact text: String, unit: String?) {
    guard case .number(let number) = Figure.Content(printed: text) else { return nil }
    if unit == MoneyUnit.yuan.rawValue {
      guard number.decimals <= 2 else { return nil }
      self = .money(
        Money(
          fen: FixedDecimal(rounding: number.units, shiftedBy: number.decimals, decimals: 2).units))
    } else {
      self = number.decimals == 0 ? .count(number.units) : .decimal(number)
    }
  }
}

extension SourcePlace {
  /// The place of a fact as a list cites it: `expenditure.csv:118`.
  fileprivate init(ledger text: Substring) {
    let end = text.lastIndex(of: ":")
    let line = end.flatMap { Int(text[text.index(after: $0)...]) }
    self.init(file: String(line == nil ? text : text[..<(end ?? text.endIndex)]), line: line ?? 0)
  }
}
