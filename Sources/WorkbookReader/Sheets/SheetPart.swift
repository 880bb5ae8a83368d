internal import Readings

/// Reads the part of a sheet.
struct SheetPart {
  let sheet: SheetReading
  /// How many cells the workbook may still have after this sheet.
  let left: Int

  /// Reads the part from its root on; elements that play no part here are skipped.
  ///
  /// - Parameters:
  ///   - entry: the sheet's entry in the workbook.
  ///   - left: how many cells the workbook may still have.
  init(
    _ stream: inout XMLStream, entry: WorkbookPart.Entry, context: SheetContext, left: Int
  ) throws(FileFault) {
    var left = left
    var sheet = SheetReading(name: entry.name, visibility: entry.visibility)
    guard ["worksheet", "chartsheet", "dialogsheet"].contains(stream.name) else {
      throw stream.fault("根元素 \(stream.name) 不是工作表")
    }
    try stream.children { (stream) throws(FileFault) in
      switch stream.name {
      case "sheetData":
        var parser = CellParser(context, left: left)
        try parser.read(&stream)
        sheet.cells = parser.cells
        sheet.rows = parser.rows
        left = parser.left
      case "sheetPr": try Self.readProperties(&stream, of: &sheet, palette: context.palette)
      case "sheetViews": try Self.readViews(&stream, of: &sheet)
      case "sheetFormatPr":
        let values = try XMLAttributes(stream)
        sheet.defaultColumnWidth = values.double("defaultColWidth")
        sheet.defaultRowHeight = values.double("defaultRowHeight")
      case "cols":
        try stream.children { (stream) throws(FileFault) in
          try stream.limit(sheet.columns.count, to: CellPlace.columns, "列宽")
          sheet.columns.append(try Self.column(stream))
        }
      case "mergeCells":
        try stream.children { (stream) throws(FileFault) in
          try stream.limit(sheet.merges.count, to: 1_000_000, "合并单元格")
          sheet.merges.append(try Self.merge(stream))
        }
      default: try sheet.printSetup.read(&stream)
      }
    }
    sheet.merges.sort()
    sheet.columns.sort { ($0.first, $0.last) < ($1.first, $1.last) }
    self.sheet = sheet
    self.left = left
  }

  private static func readProperties(
    _ stream: inout XMLStream, of sheet: inout SheetReading, palette: [String]
  ) throws(FileFault) {
    try stream.children { (stream) throws(FileFault) in
      let values = try XMLAttributes(stream)
      if stream.isNamed("tabColor") {
        sheet.tabColour = ColourReading(values, palette: palette)
      } else if stream.isNamed("pageSetUpPr") {
        sheet.printSetup.fitsToPages = values.bool("fitToPage")
      }
    }
  }

  /// Takes the first view; further ones are windows on the same sheet.
  private static func readViews(
    _ stream: inout XMLStream, of sheet: inout SheetReading
  ) throws(FileFault) {
    var isFirst = true
    try stream.children { (stream) throws(FileFault) in
      guard isFirst else { return }
      isFirst = false
      sheet.showsGridLines = try XMLAttributes(stream).bool("showGridLines", default: true)
      try stream.children { (stream) throws(FileFault) in
        let values = try XMLAttributes(stream)
        guard stream.isNamed("pane"), values["state"]?.hasPrefix("frozen") == true else { return }
        sheet.freezePane = FreezePane(
          rows: values.int("ySplit") ?? 0, columns: values.int("xSplit") ?? 0)
      }
    }
  }

  private static func column(_ stream: borrowing XMLStream) throws(FileFault) -> ColumnReading {
    let values = try XMLAttributes(stream)
    guard let first = values.int("min"), let last = values.int("max"), first >= 1, first <= last,
      last <= CellPlace.columns
    else { throw stream.fault("列宽的列号不对") }
    return ColumnReading(
      first: first - 1, last: last - 1, width: values.double("width"),
      isHidden: values.bool("hidden"), style: max(0, values.int("style") ?? 0))
  }

  private static func merge(_ stream: borrowing XMLStream) throws(FileFault) -> CellRange {
    let text = try stream.attribute("ref") ?? ""
    guard let range = CellPlace.range(text) else { throw stream.fault("合并的范围“\(text)”不能用") }
    return range
  }
}
