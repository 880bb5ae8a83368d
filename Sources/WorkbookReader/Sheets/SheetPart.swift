internal import Readings

/// Reads the part of a sheet.
struct SheetPart {
  let sheet: SheetReading
  /// The parts that have more of what the sheet shows, with the ids that lead to them.
  let parts: [(kind: ItemElements.Part, id: String)]
  /// How many cells the workbook may still have after this sheet.
  let left: Int

  /// Reads the part from its root on; elements that play no part here are skipped.
  ///
  /// - Parameters:
  ///   - entry: the sheet's entry in the workbook.
  ///   - links: the relationships of the sheet.
  ///   - left: how many cells the workbook may still have.
  init(
    _ stream: inout XMLStream, entry: WorkbookPart.Entry, context: SheetContext,
    links: [WorkbookPackage.Relationship], left: Int
  ) throws(FileFault) {
    var left = left
    var sheet = SheetReading(name: entry.name, visibility: entry.visibility)
    guard ["worksheet", "chartsheet", "dialogsheet"].contains(stream.name) else {
      throw stream.fault("根元素 \(stream.name) 不是工作表")
    }
    try stream.requireMainNamespace()
    // Whoever finds no cells where the format demands them has not reached the sheet.
    var mayLackCells = stream.name != "worksheet"
    var items = ItemElements(context, links: links)
    try stream.children { (stream) throws(FileFault) in
      switch stream.name {
      case "sheetData":
        try stream.requireMainNamespace()
        mayLackCells = true
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
      case "sheetProtection":
        sheet.protection = ProtectionElements.ofSheet(try XMLAttributes(stream))
      case "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks":
        try sheet.printSetup.read(&stream)
      default: try items.read(&stream)
      }
    }
    guard mayLackCells else { throw stream.fault("工作表没有 sheetData，读不到单元格") }
    sheet.items = items.finish()
    parts = items.parts
    sheet.merges.sort()
    sheet.columns.sort { ($0.first, $0.last) < ($1.first, $1.last) }
    self.sheet = sheet
    self.left = left
  }

  private static func readProperties(
    _ stream: inout XMLStream, of sheet: inout SheetReading, palette: ColourPalette
  ) throws(FileFault) {
    try stream.children { (stream) throws(FileFault) in
      let values = try XMLAttributes(stream)
      if stream.isNamed("tabColor") {
        sheet.tabColour = ColourReading(values, palette: palette)
      } else if stream.isNamed("pageSetUpPr") {
        sheet.printSetup.fitsToPages = values.bool("fitToPage")
      } else if stream.isNamed("outlinePr") {
        sheet.sumsBelow = values.bool("summaryBelow", default: true)
        sheet.sumsAtRight = values.bool("summaryRight", default: true)
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
      let values = try XMLAttributes(stream)
      sheet.showsGridLines = values.bool("showGridLines", default: true)
      sheet.view = SheetViewReading(values)
      try stream.children { (stream) throws(FileFault) in
        guard stream.isNamed("pane") else { return }
        let values = try XMLAttributes(stream)
        let (rows, columns) = (values.int("ySplit") ?? 0, values.int("xSplit") ?? 0)
        if values["state"]?.hasPrefix("frozen") == true {
          sheet.freezePane = FreezePane(rows: rows, columns: columns)
        } else if rows > 0 || columns > 0 {
          // In twentieths of a point, unlike the rows and columns of a pane that is frozen.
          sheet.view.split = "\(columns / 20) × \(rows / 20)"
        }
      }
    }
  }

  private static func column(_ stream: borrowing XMLStream) throws(FileFault) -> ColumnReading {
    let values = try XMLAttributes(stream)
    guard let first = values.int("min"), let last = values.int("max"), first >= 1, first <= last,
      last <= CellPlace.columns
    else { throw stream.fault("列宽的列号不对") }
    var column = ColumnReading(
      first: first - 1, last: last - 1, width: values.double("width"),
      isHidden: values.bool("hidden"), style: max(0, values.int("style") ?? 0))
    column.outlineLevel = values.int("outlineLevel") ?? 0
    column.isCollapsed = values.bool("collapsed")
    return column
  }

  private static func merge(_ stream: borrowing XMLStream) throws(FileFault) -> CellRange {
    let text = try stream.attribute("ref") ?? ""
    guard let range = CellPlace.range(text) else { throw stream.fault("合并的范围“\(text)”不能用") }
    return range
  }
}

extension SheetViewReading {
  /// Reads what a view sets.
  init(_ values: XMLAttributes) {
    self.init()
    mode = values["view"] ?? "normal"
    zoom = values.int("zoomScale") ?? 100
    showsFormulas = values.bool("showFormulas")
    showsZeros = values.bool("showZeros", default: true)
    showsHeadings = values.bool("showRowColHeaders", default: true)
    runsRightToLeft = values.bool("rightToLeft")
    showsOutlineSymbols = values.bool("showOutlineSymbols", default: true)
  }
}

extension XMLStream {
  /// Refuses an element that is none of the format's: whoever took it for one would read a sheet
  /// that no other program can reach.
  func requireMainNamespace() throws(FileFault) {
    guard let namespace, Namespaces.main.contains(namespace) else {
      throw fault("\(name) 的命名空间“\(namespace ?? "")”不是工作簿的")
    }
  }
}
