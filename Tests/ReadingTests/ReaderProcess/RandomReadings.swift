import Diagnostics
import Readings
import TestSupport

/// Readings that no file has, with something in every field.
struct RandomReadings {
  private var random: SeededRandom
  /// Texts that come up again and again, as in files.
  private var texts: [String] = []

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    texts = (0..<20).map { _ in freshText() }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &random)
  }
  private mutating func flag() -> Bool { .random(using: &random) }
  private mutating func length() -> Double { Double(number(-4_000...900_000)) / 1_000 }

  private mutating func freshText() -> String {
    String((0..<number(0...40)).map { _ in "年ab1９𠮷\u{0}\"é".randomElement(using: &random) ?? "?" })
  }

  private mutating func text() -> String {
    flag() ? freshText() : texts.randomElement(using: &random) ?? ""
  }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    flag() ? make(&self) : nil
  }

  private mutating func some<Value>(
    _ most: Int = 4, _ make: (inout Self) -> Value
  ) -> [Value] {
    (0..<number(0...most)).map { _ in make(&self) }
  }

  // MARK: Workbooks

  mutating func workbook() -> WorkbookReading {
    var book = WorkbookReading(
      file: text(), dateSystem: flag() ? .from1900 : .from1904, sheets: some { $0.sheet() },
      definedNames: some {
        DefinedNameReading(
          name: $0.text(), sheet: $0.maybe { $0.text() }, formula: $0.text(), isHidden: $0.flag())
      },
      properties: some { PropertyReading(name: $0.text(), value: $0.text()) },
      styles: some { $0.style() })
    (book.protection, book.showsTabs) = (text(), flag())
    return book
  }

  private mutating func sheet() -> SheetReading {
    var sheet = SheetReading(
      name: text(), visibility: [.visible, .hidden, .veryHidden][number(0...2)],
      cells: cells(), merges: some { $0.range() },
      columns: some {
        ColumnReading(
          first: $0.number(0...9), last: $0.number(9...16_383), width: $0.maybe { $0.length() },
          isHidden: $0.flag(), style: $0.number(0...300))
      },
      rows: some {
        RowReading(
          row: $0.number(0...1_048_575), height: $0.maybe { $0.length() }, isHidden: $0.flag())
      })
    sheet.defaultColumnWidth = maybe { $0.length() }
    sheet.defaultRowHeight = maybe { $0.length() }
    sheet.freezePane = maybe { FreezePane(rows: $0.number(0...9), columns: $0.number(0...9)) }
    sheet.showsGridLines = flag()
    sheet.tabColour = maybe { $0.colour() }
    sheet.printSetup = printSetup()
    (sheet.protection, sheet.sumsBelow, sheet.sumsAtRight) = (text(), flag(), flag())
    (sheet.view.mode, sheet.view.zoom, sheet.view.split) = (text(), number(10...400), text())
    (sheet.view.showsFormulas, sheet.view.showsZeros) = (flag(), flag())
    (sheet.view.showsHeadings, sheet.view.runsRightToLeft) = (flag(), flag())
    sheet.view.showsOutlineSymbols = flag()
    for index in sheet.rows.indices where flag() {
      (sheet.rows[index].outlineLevel, sheet.rows[index].isCollapsed) = (number(0...7), flag())
    }
    for index in sheet.columns.indices where flag() {
      sheet.columns[index].outlineLevel = number(0...7)
      sheet.columns[index].isCollapsed = flag()
    }
    sheet.items = some {
      SheetItem(
        SheetItem.Kind.allCases[$0.number(0...SheetItem.Kind.allCases.count - 1)],
        ranges: $0.some { $0.range() }, position: $0.text(), text: $0.text(),
        formulas: $0.some { $0.text() }, details: $0.text())
    }
    return sheet
  }

  private mutating func cells() -> [CellReading] {
    var place = (row: 0, column: 0)
    return some(60) { random in
      if random.flag() {
        place.column += random.number(1...3)
      } else {
        place = (place.row + random.number(1...300), random.number(0...20))
      }
      return CellReading(
        row: place.row, column: place.column, value: random.value(), style: random.number(0...2),
        runs: random.flag()
          ? [] : random.some { TextRun(text: $0.text(), font: $0.maybe { $0.font() }) },
        formula: random.maybe {
          $0.flag() ? .normal($0.text()) : .array($0.text(), range: $0.range())
        })
    }
  }

  private mutating func value() -> CellValue {
    switch number(0...5) {
    case 0: .blank
    case 1: .number("\(number(-9...9_999)).5")
    case 2: .text(text())
    case 3: .boolean(flag())
    case 4: .error("#DIV/0!")
    default: .date(serial: "\(number(0...60_000))")
    }
  }

  private mutating func range() -> CellRange {
    CellRange(
      firstRow: number(0...9), firstColumn: number(0...9), lastRow: number(9...1_048_575),
      lastColumn: number(9...16_383))
  }

  private mutating func colour() -> ColourReading {
    flag() ? .automatic : .rgb(text())
  }

  private mutating func font() -> FontReading {
    var font = FontReading()
    (font.name, font.size, font.isBold) = (text(), length(), flag())
    (font.isItalic, font.isStruck, font.underline) = (flag(), flag(), text())
    (font.position, font.colour) = (text(), colour())
    (font.isOutlined, font.hasShadow) = (flag(), flag())
    return font
  }

  private mutating func style() -> StyleReading {
    var style = StyleReading()
    (style.numberFormat, style.font) = (text(), font())
    (style.fill.pattern, style.fill.foreground, style.fill.background) = (
      text(), colour(), colour()
    )
    (style.borders.left.style, style.borders.right.colour) = (text(), colour())
    (style.borders.top.style, style.borders.bottom.style) = (text(), text())
    (style.borders.diagonal.style, style.borders.diagonalRunsUp) = (text(), flag())
    style.borders.diagonalRunsDown = flag()
    (style.alignment.horizontal, style.alignment.vertical) = (text(), text())
    (style.alignment.wraps, style.alignment.shrinks) = (flag(), flag())
    (style.alignment.indent, style.alignment.rotation) = (number(0...9), number(0...255))
    (style.isLocked, style.hidesFormula) = (flag(), flag())
    (style.fill.gradient, style.alignment.readingOrder) = (text(), number(0...2))
    style.alignment.stretchesLastLine = flag()
    return style
  }

  private mutating func printSetup() -> PrintSetupReading {
    var setup = PrintSetupReading()
    (setup.paper, setup.orientation) = (maybe { $0.number(1...99) }, .landscape)
    setup.margins = maybe {
      PrintSetupReading.Margins(
        left: $0.length(), right: $0.length(), top: $0.length(), bottom: $0.length(),
        header: $0.length(), footer: $0.length())
    }
    (setup.fitsToPages, setup.fitWidth, setup.fitHeight) = (flag(), number(0...9), number(0...9))
    (setup.scale, setup.firstPageNumber) = (number(10...400), maybe { $0.number(-1...9) })
    (setup.runsOverThenDown, setup.centresHorizontally) = (flag(), flag())
    (setup.centresVertically, setup.printsGridLines) = (flag(), flag())
    (setup.printsHeadings, setup.isBlackAndWhite) = (flag(), flag())
    (setup.headerFooter.oddHeader, setup.headerFooter.evenFooter) = (text(), text())
    (setup.headerFooter.firstHeader, setup.headerFooter.differsOnFirstPage) = (text(), flag())
    setup.printArea = some { $0.range() }
    setup.titleRows = maybe { 0...$0.number(0...9) }
    setup.titleColumns = maybe { 0...$0.number(0...9) }
    (setup.rowBreaks, setup.columnBreaks) = (some { $0.number(0...99) }, some { $0.number(0...99) })
    return setup
  }

  // MARK: Documents

  mutating func document() -> PDFReading {
    let pages = some { $0.page() }
    var reading = PDFReading(file: text(), version: "1.7", pages: pages)
    for index in pages.indices { reading.pages[index].number = index + 1 }
    (reading.properties.title, reading.properties.author) = (text(), maybe { $0.text() })
    (reading.properties.language, reading.properties.isTagged) = (maybe { $0.text() }, flag())
    reading.fonts = some {
      ReadFont(name: $0.text(), kind: $0.text(), isEmbedded: $0.flag(), isSubset: $0.flag())
    }
    reading.outline = some {
      ReadOutlineEntry(
        title: $0.text(), level: $0.number(1...9), target: $0.maybe { $0.target() })
    }
    reading.tags = some { $0.tag(depth: 0) }
    return reading
  }

  private mutating func page() -> ReadPage {
    ReadPage(
      number: 1, label: text(), width: length(), height: length(), lines: some { $0.line() },
      links: some { ReadLink(area: $0.box(), target: $0.target()) },
      grids: some {
        ReadGrid(
          columns: [0, 1, $0.length()], rows: [0, $0.length()],
          cells: [ReadGrid.Cell(row: 0, column: 0, columnSpan: $0.number(1...2))])
      }, turnedLines: some { $0.text() }, isPicture: number(0...1) == 1)
  }

  private mutating func line() -> ReadLine {
    ReadLine(
      text: text(), box: box(), words: some { ReadWord(text: $0.text(), box: $0.box()) },
      runs: some {
        ReadRun(text: $0.text(), box: $0.box(), font: $0.text(), size: $0.length())
      })
  }

  private mutating func box() -> ReadBox {
    ReadBox(left: length(), top: length(), right: length(), bottom: length())
  }

  private mutating func target() -> ReadTarget {
    switch number(0...2) {
    case 0: .page(number(0...9), top: maybe { $0.length() })
    case 1: .address(text())
    default: .other(text())
    }
  }

  private mutating func tag(depth: Int) -> ReadTag {
    ReadTag(
      kind: text(), rowSpan: number(1...3), columnSpan: number(1...3), scope: maybe { $0.text() },
      page: maybe { $0.number(1...9) }, text: text(),
      children: depth < 4 ? some(2) { $0.tag(depth: depth + 1) } : [])
  }

  // MARK: Findings

  mutating func finding() -> Finding {
    let place = SourcePlace(file: text(), line: number(0...9), column: number(0...9))
    let wording = FaultWording(
      code: text(), severity: flag() ? .error : .warning, cause: flag() ? .input : .machine,
      what: text(), expected: text(), mend: text())
    return Finding(
      wording, at: maybe { _ in .source(place) }, related: flag() ? [place] : [])
  }
}
