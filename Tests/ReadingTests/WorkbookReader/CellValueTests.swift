import Readings
import Testing

@Suite("Cells as files write them")
struct CellValueTests {
  /// The values of cells with these elements, which stand in one row.
  private func values(
    _ cells: String, strings: String? = nil, styles: String? = nil, date1904: Bool = false
  ) throws -> [CellValue] {
    var sample = SampleWorkbook()
    sample.sheet = "<sheetData><row r=\"1\">\(cells)</row></sheetData>"
    sample.strings = strings
    sample.styles = styles
    if date1904 { sample.beforeSheets = #"<workbookPr date1904="1"/>"# }
    return try sample.cells().map(\.value)
  }

  @Test("types of values")
  func types() throws {
    let cells = """
      <c r="A1"><v>1</v></c><c r="B1" t="n"><v> 0.28499999999999998 </v></c>
      <c r="C1" t="str"><v> 文 </v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c>
      <c r="F1" t="e"><v>#REF!</v></c><c r="G1" t="s"><v>0</v></c>
      <c r="H1" t="inlineStr"><is><t>内</t></is></c><c r="I1" t="n"><v>-1.5E-07</v></c>
      <c r="J1" t="inlineStr"><is><t/></is></c><c r="K1"/><c r="L1"><v/></c>
      """
    let expected: [CellValue] = [
      .number("1"), .number("0.28499999999999998"), .text(" 文 "), .boolean(true), .boolean(false),
      .error("#REF!"), .text("共"), .text("内"), .number("-1.5E-07"), .text(""),
    ]
    #expect(try values(cells, strings: "<si><t>共</t></si>") == expected)
  }

  @Test("a format that prints dates makes a number a date, whichever way it is named")
  func dates() throws {
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/>\
      <numFmt numFmtId="165" formatCode="[Red]0.00&quot;day&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
      """
    let cells = """
      <c s="1"><v>45292</v></c><c s="2"><v>45292.5</v></c><c s="3"><v>3</v></c><c><v>4</v></c>
      """
    let expected: [CellValue] = [
      .date(serial: "45292"), .date(serial: "45292.5"), .number("3"), .number("4"),
    ]
    #expect(try values(cells, styles: styles) == expected)
  }

  @Test(
    "dates that are written as such, in both systems",
    arguments: [
      ("2024-01-01", "45292", "43830"), ("2024-01-01T12:00:00", "45292.5", "43830.5"),
      ("2024-01-01T00:00:01.500Z", "45292.0000173611", "43830.0000173611"),
      ("1900-03-01", "61", "-1401"), ("1900-02-28", "59", "-1402"), ("18:00:00", "0.75", "0.75"),
    ])
  func writtenDates(text: String, from1900: String, from1904: String) throws {
    let cell = #"<c t="d"><v>\#(text)</v></c>"#
    #expect(try values(cell) == [.date(serial: from1900)])
    #expect(try values(cell, date1904: true) == [.date(serial: from1904)])
  }

  @Test("blanks at the ends of a text count where the file says so, as in Excel")
  func blanks() throws {
    let strings = """
      <si><t xml:space="preserve"> 甲 </t></si><si><t>
        乙
      </t></si><si><t xml:space="preserve"> </t></si><si><t>丙_x000A_丁 _x005F_x000A_</t></si>
      """
    let cells = (0..<4).map { #"<c t="s"><v>\#($0)</v></c>"# }.joined()
    let expected = [" 甲 ", "乙", " ", "丙\n丁 _x000A_"].map { CellValue.text($0) }
    #expect(try values(cells, strings: strings) == expected)
  }

  @Test("a rich text is one text with its fonts; its pronunciation is left out")
  func richText() throws {
    var sample = SampleWorkbook()
    sample.sheet = #"<sheetData><row><c t="s"><v>0</v></c></row></sheetData>"#
    sample.strings = """
      <si><r><t xml:space="preserve">甲 </t></r><r><rPr><b/><i val="0"/><sz val="12"/>\
      <color rgb="FFFF0000"/><rFont val="黑体"/></rPr><t>乙</t></r>
      <rPh sb="0" eb="1"><t>jia</t></rPh><phoneticPr fontId="1"/></si>
      """
    let cell = try #require(try sample.cells().first)
    var font = FontReading()
    font.name = "黑体"
    font.size = 12
    font.isBold = true
    font.colour = .rgb("FFFF0000")
    #expect(cell.value == .text("甲 乙"))
    #expect(cell.runs == [TextRun(text: "甲 "), TextRun(text: "乙", font: font)])
  }

  @Test("places may be left out, and cells stand in any order")
  func places() throws {
    var sample = SampleWorkbook()
    sample.sheet = """
      <sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c>\
      <c><v>4</v></c><c r="A4"><v>5</v></c></row><row><c><v>6</v></c></row>\
      <row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>
      """
    let cells = try sample.cells().map { "\($0.reference)" }
    #expect(cells == ["A1", "B1", "A4", "C4", "D4", "A5", "XFD1048576"])
  }

  @Test("formulas with their cached values")
  func formulas() throws {
    var sample = SampleWorkbook()
    sample.sheet = """
      <sheetData><row r="1"><c r="A1"><f>SUM(B1:B3)</f><v>6</v></c>\
      <c r="B1"><f t="shared" si="0" ref="B1:B3">A1*$A$1+'B1'!C2&amp;"A1"</f><v>2</v></c>\
      <c r="C1" t="str"><f>"文"</f><v>文</v></c><c r="D1"><f>NOW()</f></c>\
      <c r="E1"><f t="array" ref="E1:E2">A1:A2*2</f><v>4</v></c></row>\
      <row r="3"><c r="C3"><f t="shared" si="0"/><v>9</v></c></row></sheetData>
      """
    let cells = try sample.cells()
    let range = CellRange(firstRow: 0, firstColumn: 4, lastRow: 1, lastColumn: 4)
    #expect(
      cells.map(\.formula) == [
        .normal("SUM(B1:B3)"), .normal(#"A1*$A$1+'B1'!C2&"A1""#), .normal(#""文""#),
        .normal("NOW()"), .array("A1:A2*2", range: range),
        .normal(#"B3*$A$1+'B1'!D4&"A1""#),
      ])
    #expect(
      cells.map(\.value) == [
        .number("6"), .number("2"), .text("文"), .blank, .number("4"), .number("9"),
      ])
  }
}
