public import Diagnostics

/// A field of a comma-separated file: its text without quotes and the place of its first character.
public struct CSVField: Hashable, Sendable {
  /// The text with its quotes taken off and doubled ones made single; it may be empty.
  public let text: String
  /// The line and column of its first character, or of its opening quotation mark.
  public let place: SourcePlace

  /// Pairs a text with its place.
  public init(text: String, place: SourcePlace) {
    self.text = text
    self.place = place
  }
}

/// The records of a comma-separated file (RFC 4180), each field with its place.
///
/// Fields may be quoted and then hold commas, doubled quotes and line breaks; lines end with LF, CRLF
/// or CR. Empty lines, and lines of nothing but commas (as spreadsheet programs leave them below a
/// table), are passed over.
public struct CSVFile: Sendable {
  /// The records in the order of the file, the line of headings included.
  public let records: [[CSVField]]

  /// The records of a table, wherever it stands.
  public init(records: [[CSVField]]) { self.records = records }

  /// Takes a text apart.
  ///
  /// - Returns: the records, and a finding for each quotation mark that stands where none may.
  public static func parse(_ source: SourceText, family: String) -> Loaded<CSVFile> {
    var scanner = CSVScanner(source: source, family: family)
    scanner.run()
    let records = scanner.records.filter { record in
      record.contains { field in !field.text.allSatisfy { $0 == " " || $0 == "\t" } }
    }
    return Loaded(CSVFile(records: records), scanner.findings)
  }
}

/// One pass over the scalars of a text.
private struct CSVScanner {
  private enum State {
    case start, plain, quoted
    /// Behind a quotation mark that ends the field or is the first of two.
    case afterQuote
    /// In spaces behind a quoted field.
    case padding
  }

  private let source: SourceText
  private let family: String
  private let scalars: [Unicode.Scalar]
  private(set) var records: [[CSVField]] = []
  private(set) var findings: [Finding] = []

  private var state = State.start
  private var record: [CSVField] = []
  private var content = String.UnicodeScalarView()
  private var line = 1
  private var column = 1
  private var fieldStart: SourcePlace

  init(source: SourceText, family: String) {
    self.source = source
    self.family = family
    scalars = Array(source.text.unicodeScalars)
    fieldStart = source.place(line: 1, column: 1)
  }

  mutating func run() {
    var index = 0
    while index < scalars.count {
      var scalar = scalars[index]
      index += 1
      if scalar == "\r" {
        if index < scalars.count, scalars[index] == "\n" { index += 1 }
        scalar = "\n"
      }
      take(scalar)
      if scalar == "\n" {
        (line, column) = (line + 1, 1)
      } else {
        column += 1
      }
      // A field starts behind the separator that was just taken.
      if state == .start { fieldStart = source.place(line: line, column: column) }
    }
    finish()
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch (state, scalar) {
    case (.quoted, "\""): state = .afterQuote
    case (.quoted, _): content.append(scalar)
    case (.afterQuote, "\""):
      content.append(scalar)
      state = .quoted
    case (_, ","): endField()
    case (_, "\n"):
      endField()
      endRecord()
    case (.start, "\""): state = .quoted
    case (.afterQuote, " "), (.padding, " "): state = .padding
    case (.afterQuote, _), (.padding, _):
      report(.textAfterQuote(scalar), at: source.place(line: line, column: column))
      content.append(scalar)
      state = .plain
    case (.plain, "\""):
      report(.quoteInside, at: source.place(line: line, column: column))
      content.append(scalar)
    case (_, _):
      content.append(scalar)
      state = .plain
    }
  }

  private mutating func endField() {
    // Behind the headings, which may be divided by it, a tab is a blank.
    if !records.isEmpty, source.rule == .printed { content.replaceTabs() }
    record.append(CSVField(text: String(content), place: fieldStart))
    content = String.UnicodeScalarView()
    state = .start
  }

  private mutating func endRecord() {
    records.append(record)
    record = []
  }

  private mutating func finish() {
    if state == .quoted {
      report(.unclosed, at: fieldStart)
      // The field may hold the rest of the file; its record says nothing.
      return
    }
    guard state != .start || !record.isEmpty else { return }
    endField()
    endRecord()
  }

  private mutating func report(_ fault: CSVFault, at place: SourcePlace) {
    findings.append(FamilyFault(fault, in: family).finding(at: place))
  }
}

extension String.UnicodeScalarView {
  /// Makes a blank of each tab.
  mutating func replaceTabs() {
    guard contains("\t") else { return }
    self = String.UnicodeScalarView(map { $0 == "\t" ? " " : $0 })
  }
}
