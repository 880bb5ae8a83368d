import Foundation
import Readings
import Testing

@Suite("What Excel and other programs put into workbooks")
struct ExcelFileTests {
  @Test("targets of relationships: relative, absolute, with a way up, in other letters")
  func targets() throws {
    let targets = [
      "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/./worksheets/sheet1.xml",
      "/XL/Worksheets/Sheet1.XML", #"worksheets\sheet1.xml"#,
    ]
    for target in targets {
      var sample = SampleWorkbook()
      sample.targetOfSheet = target
      sample.sheet = "<sheetData><row><c><v>7</v></c></row></sheetData>"
      #expect(try sample.cells().map(\.value) == [.number("7")], "\(target)")
    }
  }

  @Test("the strict dialect, prefixes, and elements of later versions")
  func dialects() throws {
    var sample = SampleWorkbook()
    sample.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    sample.beforeSheets = """
      <mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><sheets><sheet name="不是" r:id="rId9"/>\
      </sheets></mc:Choice></mc:AlternateContent>
      """
    sample.parts["xl/worksheets/sheet1.xml"] = """
      <x:worksheet xmlns:x="\(sample.namespace)" xmlns:a="urn:a"><x:sheetData>\
      <x:row r="2" a:r="9" a:hidden="1"><x:c r="B2" a:s="99"><x:v>7</x:v>\
      <x:extLst><x:v>8</x:v></x:extLst></x:c></x:row></x:sheetData>\
      <x:extLst><x:ext><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:ext></x:extLst>\
      </x:worksheet>
      """
    let sheet = try #require(try sample.read().sheets.first)
    #expect(sheet.cells == [CellReading(row: 1, column: 1, value: .number("7"))])
    #expect(sheet.merges.isEmpty && sheet.rows.isEmpty)
  }

  @Test("a part in UTF-16")
  func encoding() throws {
    let text = #"<sst><si><t>决算</t></si></sst>"#
    let bytes = text.utf16.reduce(into: [0xFF, 0xFE] as [UInt8]) {
      $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)]
    }
    var sample = SampleWorkbook()
    sample.sheet = #"<sheetData><row><c t="s"><v>0</v></c></row></sheetData>"#
    sample.strings = ""
    sample.binaryParts["xl/sharedStrings.xml"] = bytes
    #expect(try sample.cells().map(\.value) == [.text("决算")])
  }

  @Test("sheets: order, visibility, names; the days that dates count from")
  func sheets() throws {
    var sample = SampleWorkbook()
    sample.parts["xl/workbook.xml"] = """
      <workbook xmlns="\(SampleWorkbook.main)" xmlns:r="\(SampleWorkbook.links)">\
      <workbookPr date1904="true"/><sheets>\
      <sheet name="乙 &amp; '丙'" sheetId="7" state="hidden" r:id="rId1"/>\
      <sheet name="甲" sheetId="2" state="veryHidden" r:id="rId1"/></sheets></workbook>
      """
    let book = try sample.read()
    #expect(book.dateSystem == .from1904)
    #expect(book.sheets.map(\.name) == ["乙 & '丙'", "甲"])
    #expect(book.sheets.map(\.visibility) == [.hidden, .veryHidden])
  }

  @Test("print areas and titles are the sheet's; other names the workbook's")
  func names() throws {
    var sample = SampleWorkbook()
    sample.afterSheets = """
      <definedNames>\
      <definedName name="_xlnm.Print_Area" localSheetId="0">'表,一'!$A$1:$F$38,'表,一'!$H$2</definedName>\
      <definedName name="_xlnm.Print_Titles" localSheetId="0">表一!$A:$B,表一!$4:$6</definedName>\
      <definedName name="税率">0.13</definedName>\
      <definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">表一!$A$1:$B$2</definedName>\
      </definedNames>
      """
    let book = try sample.read()
    let setup = try #require(book.sheets.first).printSetup
    #expect(setup.printArea.map(\.reference) == ["A1:F38", "H2"])
    #expect(setup.titleRows == 3...5 && setup.titleColumns == 0...1)
    #expect(
      book.definedNames == [
        DefinedNameReading(name: "税率", formula: "0.13"),
        DefinedNameReading(
          name: "_xlnm._FilterDatabase", sheet: "表一", formula: "表一!$A$1:$B$2", isHidden: true),
      ])
  }

  @Test("a print area that was deleted is kept as a name")
  func lostName() throws {
    var sample = SampleWorkbook()
    sample.afterSheets = """
      <definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">#REF!</definedName>\
      </definedNames>
      """
    let book = try sample.read()
    #expect(book.definedNames.map(\.formula) == ["#REF!"])
    #expect(book.sheets.first?.printSetup.printArea == [])
  }

  @Test("widths, heights, merges, panes and print set-up")
  func layout() throws {
    var sample = SampleWorkbook()
    sample.sheet = """
      <sheetPr><tabColor indexed="10"/><pageSetUpPr fitToPage="1"/></sheetPr>
      <sheetViews><sheetView showGridLines="0" workbookViewId="0">\
      <pane xSplit="1" ySplit="3" topLeftCell="B4" state="frozen"/></sheetView></sheetViews>
      <sheetFormatPr defaultColWidth="9.5" defaultRowHeight="14.25"/>
      <cols><col min="3" max="16384" width="8" hidden="1"/><col min="1" max="2" width="12.7109375" \
      customWidth="1"/></cols>
      <sheetData><row r="1" ht="24" customHeight="1"/><row r="3" hidden="1"/></sheetData>
      <mergeCells count="2"><mergeCell ref="A3:B4"/><mergeCell ref="A1:C1"/></mergeCells>
      <printOptions horizontalCentered="1" gridLines="1"/>
      <pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>
      <pageSetup paperSize="9" scale="85" fitToHeight="0" orientation="landscape" \
      firstPageNumber="3" useFirstPageNumber="1"/>
      <headerFooter differentFirst="1"><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>
      <rowBreaks count="2"><brk id="20" max="16383" man="1"/><brk id="40" max="16383"/></rowBreaks>
      """
    let sheet = try #require(try sample.read().sheets.first)
    #expect(sheet.tabColour == .rgb("FFFF0000"))
    #expect(!sheet.showsGridLines && sheet.freezePane == FreezePane(rows: 3, columns: 1))
    #expect(sheet.defaultColumnWidth == 9.5 && sheet.defaultRowHeight == 14.25)
    #expect(sheet.merges.map(\.reference) == ["A1:C1", "A3:B4"])
    #expect(
      sheet.columns == [
        ColumnReading(first: 0, last: 1, width: 12.7109375),
        ColumnReading(first: 2, last: 16383, width: 8, isHidden: true),
      ])
    #expect(
      sheet.rows == [
        RowReading(row: 0, height: 24), RowReading(row: 2, height: nil, isHidden: true),
      ])
    let setup = sheet.printSetup
    #expect(setup.paper == 9 && setup.orientation == .landscape && setup.scale == 85)
    #expect(setup.fitsToPages && setup.fitWidth == 1 && setup.fitHeight == 0)
    #expect(setup.firstPageNumber == 3 && setup.rowBreaks == [20])
    #expect(setup.centresHorizontally && setup.printsGridLines && !setup.centresVertically)
    #expect(setup.headerFooter.oddFooter == "&C第 &P 页" && setup.headerFooter.differsOnFirstPage)
    #expect(setup.margins?.top == 0.75)
  }

  @Test("styles: built-in formats, colours of the palette and the theme, own palettes")
  func styles() throws {
    var sample = SampleWorkbook()
    sample.sheet = #"<sheetData><row><c s="1"/></row></sheetData>"#
    sample.styles = """
      <fonts><font/><font><b/><u/><vertAlign val="superscript"/><sz val="10.5"/>\
      <color theme="4" tint="-0.25"/><name val="宋体"/></font></fonts>
      <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid">\
      <fgColor indexed="5"/><bgColor indexed="64"/></patternFill></fill></fills>
      <borders><border/><border diagonalUp="1"><left style="thin"><color rgb="ff00aa00"/></left>\
      <right/><top style="double"/><bottom/><diagonal style="hair"/></border></borders>
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
      <cellXfs><xf/><xf numFmtId="4" fontId="1" fillId="1" borderId="1"><alignment \
      horizontal="center" wrapText="1" textRotation="255"/><protection locked="0" hidden="1"/></xf>\
      </cellXfs><dxfs><dxf><font><i/></font></dxf></dxfs>
      """
    let book = try sample.read()
    let style = try #require(book.sheets.first?.cells.first.map { book.style(of: $0) })
    #expect(style.numberFormat == "#,##0.00")
    #expect(style.font.name == "宋体" && style.font.size == 10.5 && style.font.isBold)
    #expect(style.font.underline == "single" && style.font.position == "superscript")
    #expect(style.font.colour == .rgb("FF376092"))
    #expect(style.fill.pattern == "solid" && style.fill.foreground == .rgb("FFFFFF00"))
    #expect(style.fill.background == .automatic)
    #expect(style.borders.left.style == "thin" && style.borders.left.colour == .rgb("FF00AA00"))
    #expect(style.borders.top.style == "double" && style.borders.right.style == "none")
    #expect(style.borders.diagonal.style == "hair" && style.borders.diagonalRunsUp)
    #expect(style.alignment.horizontal == "center" && style.alignment.wraps)
    #expect(style.alignment.rotation == 255 && !style.isLocked && style.hidesFormula)
    #expect(book.styles.first == StyleReading())
    sample.styles? += "<colors><indexedColors>"
    sample.styles? += String(repeating: #"<rgbColor rgb="00ABCDEF"/>"#, count: 8)
    sample.styles? += "</indexedColors></colors>"
    #expect(try sample.read().styles.last?.fill.foreground == .rgb("FFABCDEF"))
  }

  @Test("document properties of all three parts, sorted")
  func properties() throws {
    var sample = SampleWorkbook()
    sample.parts["_rels/.rels"] = SampleWorkbook.relationships([
      ("officeDocument", "/xl/workbook.xml"), ("metadata/core-properties", "docProps/core.xml"),
      ("extended-properties", "docProps/app.xml"), ("custom-properties", "docProps/custom.xml"),
    ])
    sample.parts["docProps/core.xml"] = """
      <cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>决算</dc:title>\
      <dc:creator/></cp:coreProperties>
      """
    sample.parts["docProps/app.xml"] = """
      <Properties xmlns:vt="urn:vt"><Application>Excel</Application><TitlesOfParts><vt:vector>\
      <vt:lpstr>表一</vt:lpstr></vt:vector></TitlesOfParts></Properties>
      """
    sample.parts["docProps/custom.xml"] = """
      <Properties xmlns:vt="urn:vt"><property pid="2" name="KSO"><vt:lpwstr>2052</vt:lpwstr>\
      </property></Properties>
      """
    #expect(
      try sample.read().properties == [
        PropertyReading(name: "Application", value: "Excel"),
        PropertyReading(name: "custom:KSO", value: "2052"),
        PropertyReading(name: "title", value: "决算"),
      ])
  }

  @Test("a reading goes through JSON and comes back the same")
  func coding() throws {
    var sample = SampleWorkbook()
    sample.sheet = #"<sheetData><row><c><f>1+1</f><v>2</v></c></row></sheetData>"#
    let book = try sample.read()
    let data = try JSONEncoder().encode(book)
    #expect(try JSONDecoder().decode(WorkbookReading.self, from: data) == book)
  }
}
