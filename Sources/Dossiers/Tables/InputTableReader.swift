internal import Diagnostics
internal import Layouts
internal import SourceFiles

/// Reads a comma-separated file by its headings, in whatever order they stand.
struct InputTableReader {
  let columns: [InputColumn]
  let vocabulary: Vocabulary
  /// Whether rows that are equal in every column are told here; of a table that adds nothing up, each
  /// is an error that others tell.
  var tellsRepeatedRows = true
  let log: FindingLog

  /// The table of a file or sheet; nil where there is no head to read it by.
  func read(_ source: DossierPart) -> InputTable? {
    guard
      let (records, isSound) = source.filledRecords(
        headings: columns.filter(\.isRequired).map(\.heading.rawValue), log: log)
    else { return nil }
    let reader = HeadReader(columns: columns, vocabulary: vocabulary, log: log)
    guard let (head, body) = reader.read(records) else { return nil }
    var rows: [InputRow] = []
    var isWhole = head.isComplete && isSound
    var repetitions = RepeatedRows()
    var shapes = ShapeCheck(head: head, columns: columns, log: log)
    for written in body where !head.isBlank(written) {
      let fields = head.filled(written)
      guard shapes.fits(fields) else {
        isWhole = false
        continue
      }
      rows.append(head.row(of: fields))
      if tellsRepeatedRows, let other = repetitions.earlierRow(equalTo: fields) {
        log.report(
          RowFault.repeated(line: other.line), at: fields[0].place.wholeLine, related: [other])
      }
    }
    return InputTable(rows: rows, isWhole: isWhole)
  }
}

extension DossierPart {
  /// The records of a table that say something, without the spaces around their fields, and whether none
  /// was refused; nil, with a finding, for a table that says nothing.
  ///
  /// - Parameter headings: those that the table has to have.
  func filledRecords(
    headings: [String], log: FindingLog
  ) -> (records: [[InputCell]], isSound: Bool)? {
    let parsed = records(family: log.family)
    log.report(parsed.findings)
    let records = (parsed.value?.records ?? []).map { record in
      record.map { InputCell(text: trimmed($0.text), place: $0.place) }
    }.filter { $0.contains { !$0.text.isEmpty } }
    if !records.isEmpty { return (records, parsed.findings.isEmpty) }
    if parsed.findings.isEmpty { log.report(FileFault.empty(headings: headings), at: place) }
    return nil
  }
}

// MARK: - Rows

/// Holds the rows of a table against its head.
private struct ShapeCheck {
  let head: InputHead
  let columns: [InputColumn]
  let log: FindingLog
  /// The columns without a heading that have been reported; each is told once.
  private var reported: Set<Int> = []

  init(head: InputHead, columns: [InputColumn], log: FindingLog) {
    self.head = head
    self.columns = columns
    self.log = log
  }

  /// Whether a row has neither too many fields nor too few; reports it otherwise.
  mutating func fits(_ fields: [InputCell]) -> Bool {
    for (index, field) in fields.enumerated() where !field.text.isEmpty {
      if index >= head.count, !field.place.isCell {
        let filled = (fields.lastIndex { !$0.text.isEmpty } ?? index) + 1
        report(.tooManyFields(found: filled, headings: head.count), at: field.place)
        return false
      }
      if index >= head.count || head.unnamed.contains(index) {
        if reported.insert(index).inserted { report(.unnamedColumn(field.text), at: field.place) }
        return false
      }
    }
    // Spreadsheet programs leave out commas at the end of a row, which is harmless for columns
    // that may be missing altogether.
    let ends = zip(columns, head.positions).contains { column, position in
      column.isRequired && position.map { $0 >= fields.count } ?? false
    }
    guard ends else { return true }
    report(
      .tooFewFields(found: fields.count, headings: head.count), at: fields[0].place.wholeLine)
    return false
  }

  /// Reports a row, unless the head that it is counted against has been reported itself.
  private func report(_ fault: RowFault, at place: SourcePlace) {
    if head.isSound { log.report(fault, at: place) }
  }
}

/// Remembers rows by all their fields.
private struct RepeatedRows {
  private var places: [[String]: SourcePlace] = [:]

  /// The first row with the same fields; the row itself is remembered otherwise.
  mutating func earlierRow(equalTo fields: [InputCell]) -> SourcePlace? {
    var texts = fields.map(\.text)
    while texts.last?.isEmpty == true { texts.removeLast() }
    if let place = places[texts] { return place }
    places[texts] = fields[0].place.wholeLine
    return nil
  }
}
