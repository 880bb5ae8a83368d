internal import Readings

/// What of a cell stands in its first byte.
private struct CellFlags: OptionSet {
  let rawValue: UInt8
  /// The lowest three bits say what the value is.
  static let kind: UInt8 = 7
  /// The cell is the right neighbour of the one before.
  static let follows = Self(rawValue: 8)
  static let hasStyle = Self(rawValue: 16)
  static let hasRuns = Self(rawValue: 32)
  static let hasFormula = Self(rawValue: 64)
  static let isTrue = Self(rawValue: 128)
}

extension CellValue {
  fileprivate var kind: UInt8 {
    switch self {
    case .blank: 0
    case .number: 1
    case .text: 2
    case .boolean: 3
    case .error: 4
    case .date: 5
    }
  }

  fileprivate var text: String? {
    switch self {
    case .number(let text), .text(let text), .error(let text), .date(let text): text
    case .blank, .boolean: nil
    }
  }

  fileprivate init(
    kind: UInt8, isTrue: Bool, from reader: inout ByteReader
  ) throws(WireFault) {
    switch kind {
    case 0: self = .blank
    case 1: self = .number(try reader.text())
    case 2: self = .text(try reader.text())
    case 3: self = .boolean(isTrue)
    case 4: self = .error(try reader.text())
    case 5: self = .date(serial: try reader.text())
    default: throw .malformed
    }
  }
}

extension ByteWriter {
  /// Cells of a sheet, by row, then by column; a few bytes each beside their texts.
  mutating func cells(_ cells: [CellReading]) {
    unsigned(UInt64(cells.count))
    var next = (row: -1, column: -1)
    for cell in cells {
      var flags = CellFlags(rawValue: cell.value.kind)
      let (row, column, style) = (cell.row, cell.column, cell.style)
      if (row, column) == next { flags.insert(.follows) }
      if style != 0 { flags.insert(.hasStyle) }
      if !cell.runs.isEmpty { flags.insert(.hasRuns) }
      if cell.formula != nil { flags.insert(.hasFormula) }
      if case .boolean(true) = cell.value { flags.insert(.isTrue) }
      byte(flags.rawValue)
      if !flags.contains(.follows) {
        unsigned(UInt64(row))
        unsigned(UInt64(column))
      }
      if style != 0 { unsigned(UInt64(style)) }
      if let text = cell.value.text { self.text(text) }
      if !cell.runs.isEmpty { value(cell.runs) }
      if let formula = cell.formula { value(formula) }
      next = (row, column + 1)
    }
  }
}

extension ByteReader {
  /// The bounds of a sheet (ISO/IEC 29500 leaves them open; all programs have these).
  private static let bounds = (rows: 1 << 20, columns: 1 << 14, styles: 1 << 20)
  /// From how many cells on a sheet is likely to be as large as any may be: doubling once more would
  /// hold them twice, and room that is not used costs nothing.
  private static let manyCells = (from: 400_000, room: 1_250_000)

  /// Appends cells, which follow those that are there.
  mutating func cells(appendingTo cells: inout [CellReading]) throws(WireFault) {
    var next = (row: -1, column: -1)
    var last = cells.last.map { ($0.row, $0.column) } ?? (-1, -1)
    for _ in 0..<(try count()) {
      let flags = CellFlags(rawValue: try byte())
      var (row, column) = next
      if !flags.contains(.follows) {
        row = try natural(below: Self.bounds.rows)
        column = try natural(below: Self.bounds.columns)
      }
      guard row >= 0, column < Self.bounds.columns, (row, column) > last else {
        throw .malformed
      }
      let style =
        flags.contains(.hasStyle) ? try natural(below: Self.bounds.styles) : 0
      let value = try CellValue(
        kind: flags.rawValue & CellFlags.kind, isTrue: flags.contains(.isTrue), from: &self)
      var cell = CellReading(row: row, column: column, value: value, style: style)
      if flags.contains(.hasRuns) { cell.runs = try self.value() }
      if flags.contains(.hasFormula) { cell.formula = try self.value(FormulaReading.self) }
      if cells.count == Self.manyCells.from { cells.reserveCapacity(Self.manyCells.room) }
      cells.append(cell)
      last = (row, column)
      next = (row, column + 1)
    }
  }
}

extension TextRun: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(text)
    writer.value(font)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(text: try reader.value(), font: try reader.value())
  }
}

extension FormulaReading: WireValue {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .normal(let text):
      writer.byte(0)
      writer.value(text)
    case .array(let text, let range):
      writer.byte(1)
      writer.value(text)
      writer.value(range)
    }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    switch try reader.byte() {
    case 0: self = .normal(try reader.value())
    case 1: self = .array(try reader.value(), range: try reader.value())
    default: throw .malformed
    }
  }
}

extension CellRange: WireValue {
  func write(to writer: inout ByteWriter) {
    for number in [firstRow, firstColumn, lastRow, lastColumn] { writer.value(number) }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      firstRow: try reader.value(), firstColumn: try reader.value(), lastRow: try reader.value(),
      lastColumn: try reader.value())
    guard 0 <= firstRow, firstRow <= lastRow, 0 <= firstColumn, firstColumn <= lastColumn,
      lastRow < 1 << 20, lastColumn < 1 << 14
    else { throw .malformed }
  }
}
