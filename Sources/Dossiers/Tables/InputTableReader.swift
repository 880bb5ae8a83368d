internal import Diagnostics
internal import SourceFiles

/// Reads a comma-separated file by its headings, in whatever order they stand.
struct InputTableReader {
  let columns: [InputColumn]
  /// Whether rows that are equal in every column are told here; of a table that adds nothing up, each
  /// is an error that others tell.
  var tellsRepeatedRows = true
  let log: FindingLog

  private var headings: [String] { columns.map(\.heading) }
  private var requiredHeadings: [String] { columns.filter(\.isRequired).map(\.heading) }

  /// The table of a text; nil where there is no head to read it by.
  func read(_ source: SourceText) -> InputTable? {
    let parsed = CSVFile.parse(source, family: log.family)
    log.report(parsed.findings)
    guard let records = parsed.value?.records, let first = records.first else {
      if parsed.findings.isEmpty {
        log.report(
          FileFault.empty(headings: requiredHeadings), at: SourcePlace(file: source.file))
      }
      return nil
    }
    guard let head = readHead(first) else { return nil }
    var rows: [InputRow] = []
    var isWhole = head.isComplete && parsed.findings.isEmpty
    var repetitions = RepeatedRows()
    var shapes = ShapeCheck(head: head, columns: columns, log: log)
    for record in records.dropFirst() {
      let fields = record.map { InputCell(text: trimmed($0.text), place: $0.place) }
      guard fields.contains(where: { !$0.text.isEmpty }) else { continue }
      guard shapes.fits(fields) else {
        isWhole = false
        continue
      }
      rows.append(
        InputRow(
          cells: head.positions.map { position in
            position.flatMap { $0 < fields.count ? fields[$0] : nil }
          }))
      if tellsRepeatedRows, let other = repetitions.earlierRow(equalTo: fields) {
        log.report(
          RowFault.repeated(line: other.line), at: fields[0].place.wholeLine, related: [other])
      }
    }
    return InputTable(rows: rows, isWhole: isWhole)
  }
}

// MARK: - Head

/// Which field of a row belongs to which column.
private struct InputHead {
  /// The index of the field of each column asked for; nil where the table lacks it.
  var positions: [Int?]
  /// The indices of fields whose heading is blank.
  var unnamed: Set<Int> = []
  /// How many fields the head has, blank ones at its end left out.
  var count: Int
  /// Whether no column is missing or doubled.
  var isComplete = true
  /// Whether nothing was reported of the head.
  var isSound = true
}

extension InputTableReader {
  /// Reads the first row; nil where it is no head.
  private func readHead(_ record: [CSVField]) -> InputHead? {
    let names = record.map { trimmed($0.text) }
    let count = (names.lastIndex { !$0.isEmpty } ?? -1) + 1
    guard names.contains(where: headings.contains) else {
      let fault =
        wrongSeparator(in: names).map { HeadFault.wrongSeparator($0) }
        ?? HeadFault.noHead(headings: requiredHeadings)
      log.report(fault, at: record[0].place)
      return nil
    }
    var head = InputHead(positions: columns.map { _ in nil }, count: count)
    let before = log.findings.count
    var meant: Set<String> = []
    for (index, name) in names.prefix(count).enumerated() {
      let place = record[index].place
      if name.isEmpty {
        head.unnamed.insert(index)
      } else if let column = headings.firstIndex(of: name) {
        if head.positions[column] == nil {
          head.positions[column] = index
          continue
        }
        log.report(HeadFault.repeatedColumn(name), at: place)
        head.isComplete = false
      } else {
        log.report(HeadFault.unknownColumn(name, headings: headings), at: place)
        if let guess = nearest(to: name, among: headings) { meant.insert(guess) }
      }
    }
    for (column, position) in zip(columns, head.positions)
    where position == nil && column.isRequired {
      head.isComplete = false
      // The misspelt heading has been reported; that it is missing would say the same again.
      guard !meant.contains(column.heading) else { continue }
      log.report(HeadFault.missingColumn(column.heading), at: record[0].place.wholeLine)
    }
    head.isSound = log.findings.count == before
    return head
  }

  /// What divides a head that has no commas; nil where it is no head at all.
  private func wrongSeparator(in names: [String]) -> String? {
    let separators: [(Character, String)] = [
      ("\t", "制表符"), (";", "分号"), ("；", "分号"), ("，", "中文逗号"), ("|", "竖线"),
    ]
    return separators.first { separator, _ in
      names.contains { name in
        name.split(separator: separator).contains { headings.contains(trimmed(String($0))) }
      }
    }?.1
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
      if index >= head.count {
        let filled = (fields.lastIndex { !$0.text.isEmpty } ?? index) + 1
        report(.tooManyFields(found: filled, headings: head.count), at: field.place)
        return false
      }
      if head.unnamed.contains(index) {
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

extension SourcePlace {
  /// The place's whole line.
  fileprivate var wholeLine: SourcePlace { SourcePlace(file: file, line: line) }
}

/// A text without spaces at its ends, Chinese ones included.
private func trimmed(_ text: String) -> String {
  let isSpace: (Character) -> Bool = { " \t\u{3000}\u{00A0}".contains($0) }
  guard let first = text.first, let last = text.last, isSpace(first) || isSpace(last) else {
    return text
  }
  let rest = text.drop(while: isSpace)
  let end = rest.lastIndex { !isSpace($0) }
  return end.map { String(rest[...$0]) } ?? ""
}
