internal import Readings

extension ByteWriter {
  /// A workbook without the cells of its sheets, which go before it.
  mutating func workbookWithoutCells(_ book: WorkbookReading) {
    value(book.file)
    value(book.dateSystem)
    unsigned(UInt64(book.sheets.count))
    for sheet in book.sheets { sheetWithoutCells(sheet) }
    value(book.definedNames)
    value(book.properties)
    value(book.styles)
    value(book.protection)
    value(book.showsTabs)
  }

  private mutating func sheetWithoutCells(_ sheet: SheetReading) {
    value(sheet.name)
    value(sheet.visibility)
    value(sheet.merges)
    value(sheet.columns)
    value(sheet.rows)
    value(sheet.defaultColumnWidth)
    value(sheet.defaultRowHeight)
    value(sheet.freezePane)
    value(sheet.showsGridLines)
    value(sheet.tabColour)
    value(sheet.printSetup)
    value(sheet.view)
    value(sheet.protection)
    value(sheet.sumsBelow)
    value(sheet.sumsAtRight)
    value(sheet.items)
  }
}

extension ByteReader {
  /// A workbook whose cells came before.
  ///
  /// - Parameter cells: those of each sheet.
  mutating func workbook(with cells: consuming [[CellReading]]) throws(WireFault) -> WorkbookReading
  {
    var book = WorkbookReading(file: try value(), dateSystem: try value())
    let count = try count()
    guard count >= cells.count else { throw .malformed }
    for index in 0..<count {
      var sheet = try sheetWithoutCells()
      if index < cells.count { swap(&sheet.cells, &cells[index]) }
      book.sheets.append(sheet)
    }
    book.definedNames = try value()
    book.properties = try value()
    book.styles = try value()
    guard !book.styles.isEmpty else { throw .malformed }
    book.protection = try value()
    book.showsTabs = try value()
    return book
  }

  /// A workbook without the sheets of another one.
  mutating func partialWorkbook(
    with cells: consuming [[CellReading]]
  ) throws(WireFault) -> PartialWorkbook {
    let book = try workbook(with: cells)
    let same: [Int] = try value()
    guard same.allSatisfy(book.sheets.indices.contains) else { throw .malformed }
    return PartialWorkbook(book, same: same)
  }

  private mutating func sheetWithoutCells() throws(WireFault) -> SheetReading {
    var sheet = SheetReading(name: try value(), visibility: try value())
    sheet.merges = try value()
    sheet.columns = try value()
    sheet.rows = try value()
    sheet.defaultColumnWidth = try value()
    sheet.defaultRowHeight = try value()
    sheet.freezePane = try value()
    sheet.showsGridLines = try value()
    sheet.tabColour = try value()
    sheet.printSetup = try value()
    sheet.view = try value()
    sheet.protection = try value()
    sheet.sumsBelow = try value()
    sheet.sumsAtRight = try value()
    sheet.items = try value()
    return sheet
  }
}

extension DateSystem: WireValue {}
extension SheetReading.Visibility: WireValue {}
extension PrintSetupReading.Orientation: WireValue {}

extension DefinedNameReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(name)
    writer.value(sheet)
    writer.value(formula)
    writer.value(isHidden)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      name: try reader.value(), sheet: try reader.value(), formula: try reader.value(),
      isHidden: try reader.value())
  }
}

extension PropertyReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(name)
    writer.value(value)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(name: try reader.value(), value: try reader.value())
  }
}

extension ColumnReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(first)
    writer.value(last)
    writer.value(width)
    writer.value(isHidden)
    writer.value(style)
    writer.value(outlineLevel)
    writer.value(isCollapsed)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      first: try reader.value(), last: try reader.value(), width: try reader.value(),
      isHidden: try reader.value(), style: try reader.value())
    outlineLevel = try reader.value()
    isCollapsed = try reader.value()
    guard 0 <= first, first <= last, last < 1 << 14, style >= 0 else { throw .malformed }
  }
}

extension RowReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(row)
    writer.value(height)
    writer.value(isHidden)
    writer.value(outlineLevel)
    writer.value(isCollapsed)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(row: try reader.value(), height: try reader.value(), isHidden: try reader.value())
    outlineLevel = try reader.value()
    isCollapsed = try reader.value()
    guard 0..<1 << 20 ~= row else { throw .malformed }
  }
}

extension FreezePane: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(rows)
    writer.value(columns)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(rows: try reader.value(), columns: try reader.value())
  }
}
