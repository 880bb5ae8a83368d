internal import Diagnostics
internal import Documents
internal import Figures

/// `figures.csv`: every figure of a document for machines, one a line, in printed order.
///
/// Columns: form, row, column, printed, 印刷单位, exact, unit, sources. The three keys make up the
/// public address; 印刷单位 is the unit of the printed number; `exact` is the value before rounding,
/// in `unit`; sources are `file:line`, or `支出!F17` of a workbook,
/// separated by spaces.
func figuresCSV(_ document: Document) -> [UInt8] {
  var table = Table()
  for name in ["form", "row", "column", "printed", "印刷单位", "exact", "unit", "sources"] {
    table.add(name)
  }
  table.endLine()
  var sources: [UInt8] = []
  for sheet in document.sheets {
    for figure in sheet.figures {
      table.add(figure.address.form)
      table.add(figure.address.row)
      table.add(figure.address.column)
      table.add(figure.printed)
      table.add(figure.unit ?? "")
      table.add(figure.exact)
      table.add(figure.exactUnit ?? "")
      sources.removeAll(keepingCapacity: true)
      for source in figure.sources {
        if !sources.isEmpty { sources.append(UInt8(ascii: " ")) }
        sources.append(contentsOf: source.lineDescription.utf8)
      }
      table.add(sources)
      table.endLine()
    }
  }
  return table.bytes
}

/// A table as RFC 4180 writes it, byte by byte: it has tens of thousands of fields.
private struct Table {
  private(set) var bytes: [UInt8] = []
  private var isAtStart = true

  mutating func add(_ field: some Collection<UInt8>) {
    if !isAtStart { bytes.append(UInt8(ascii: ",")) }
    isAtStart = false
    guard field.contains(where: Self.isSpecial) else { return bytes.append(contentsOf: field) }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in field {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  mutating func add(_ field: String) {
    var field = field
    field.withUTF8 { add($0) }
  }

  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isAtStart = true
  }

  /// Whether a field with the byte must be quoted.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case ",", "\"", "\n", "\r": true
    default: false
    }
  }
}
