import Diagnostics
import Readings
import TestSupport
import Testing
import WorkbookReader

@Suite("Workbooks that are read beside another one") struct PartialWorkbookTests {
  /// A workbook with two sheets whose cells point to texts and styles by number.
  private static func sample(
    _ change: (inout SampleWorkbook) -> Void = { _ in }
  ) -> SampleWorkbook {
    var sample = SampleWorkbook()
    sample.sheet = rows(1)
    sample.strings = "<si><t>甲</t></si><si><t>乙</t></si>"
    sample.styles = styles(numberFormat: 4)
    sample.parts["xl/worksheets/sheet2.xml"] = sheet(2)
    sample.parts["xl/workbook.xml"] = """
      <workbook xmlns="\(SampleWorkbook.main)" xmlns:r="\(SampleWorkbook.links)"><sheets>\
      <sheet name="表一" sheetId="1" r:id="rId1"/><sheet name="表二" sheetId="2" r:id="rId4"/>\
      </sheets></workbook>
      """
    sample.parts["xl/_rels/workbook.xml.rels"] = SampleWorkbook.relationships([
      ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
      ("styles", "styles.xml"), ("worksheet", "worksheets/sheet2.xml"),
    ])
    sample.parts["xl/worksheets/_rels/sheet1.xml.rels"] = SampleWorkbook.relationships([
      ("comments", "../comments1.xml")
    ])
    sample.parts["xl/comments1.xml"] = note("请核对")
    change(&sample)
    return sample
  }

  private static func rows(_ number: Int) -> String {
    """
    <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>\(number).5</v></c>\
    <c r="C1" t="s"><v>1</v></c></row></sheetData>
    """
  }

  private static func sheet(_ number: Int) -> String {
    #"<worksheet xmlns="\#(SampleWorkbook.main)">\#(rows(number))</worksheet>"#
  }

  private static func styles(numberFormat: Int) -> String {
    #"<cellXfs><xf/><xf numFmtId="\#(numberFormat)"/></cellXfs>"#
  }

  private static func note(_ text: String) -> String {
    """
    <comments xmlns="\(SampleWorkbook.main)"><authors><author/></authors><commentList>\
    <comment ref="A1" authorId="0"><text><t>\(text)</t></text></comment></commentList></comments>
    """
  }

  /// Another workbook, with the sheets of it that need not be read.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let same: [Int]
    let change: @Sendable (inout SampleWorkbook) -> Void
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "nothing", same: [0, 1]) { _ in },
    Case(name: "a cell", same: [0]) { $0.parts["xl/worksheets/sheet2.xml"] = sheet(3) },
    Case(name: "a note", same: [1]) { $0.parts["xl/comments1.xml"] = note("已核对") },
    Case(name: "no note", same: [1]) {
      $0.parts["xl/worksheets/_rels/sheet1.xml.rels"] = SampleWorkbook.relationships([])
    },
    Case(name: "the order of the shared texts", same: []) {
      $0.strings = "<si><t>乙</t></si><si><t>甲</t></si>"
    },
    Case(name: "more shared texts", same: []) { $0.strings? += "<si><t>丙</t></si>" },
    Case(name: "a style", same: []) { $0.styles = styles(numberFormat: 10) },
    Case(name: "the name of a sheet", same: []) { sample in
      sample.parts["xl/workbook.xml"] = sample.parts["xl/workbook.xml"]?
        .replacing("表二", with: "表三")
    },
    Case(name: "the order of the sheets", same: []) { sample in
      sample.parts["xl/_rels/workbook.xml.rels"] = sample.parts["xl/_rels/workbook.xml.rels"]?
        .replacing("sheet1.xml", with: "sheet9.xml").replacing("sheet2.xml", with: "sheet1.xml")
        .replacing("sheet9.xml", with: "sheet2.xml")
    },
  ]

  @Test("what both have is left out, and put back makes the whole", arguments: cases)
  func partial(case: Case) throws {
    let left = Self.sample()
    let right = Self.sample(`case`.change)
    let loaded = readWorkbook(right.bytes, as: "样本.xlsx", beside: left.bytes)
    let part = try #require(loaded.value, "\(loaded.findings)")
    #expect(part.same == `case`.same)
    #expect(part.completed(by: try left.read()) == (try right.read()))
  }

  @Test("texts are compared as they read, whatever their numbers")
  func texts() throws {
    let left = try Self.sample().read()
    let right = Self.sample { $0.strings = "<si><t>乙</t></si><si><t>甲</t></si>" }
    let part = try #require(
      readWorkbook(right.bytes, as: "样本.xlsx", beside: Self.sample().bytes).value)
    let whole = try #require(part.completed(by: left))
    #expect(left.sheets[1].cells.map(\.value).first == .text("甲"))
    #expect(whole.sheets[1].cells.map(\.value).first == .text("乙"))
  }

  @Test("a checksum that lies is not believed")
  func lies() throws {
    let left = Self.sample()
    let right = Self.sample { $0.parts["xl/worksheets/sheet2.xml"] = Self.sheet(3) }
    let checksums = [2, 3].map { number in
      let text = left.prologue + Self.sheet(number)
      let checksum = ZipBuilder.checksum(of: Array(text.utf8))
      return (0..<4).map { UInt8(truncatingIfNeeded: checksum >> (8 * $0)) }
    }
    let lying = right.bytes.replacing(checksums[1], with: checksums[0])
    try #require(lying != right.bytes)
    for loaded in [
      readWorkbook(lying, as: "样本.xlsx").map { PartialWorkbook($0, same: []) },
      readWorkbook(lying, as: "样本.xlsx", beside: left.bytes),
    ] {
      #expect(loaded.value == nil)
      #expect(loaded.findings.map(\.code) == ["C018"])
    }
    // Where the other one lies, it is read by itself; here its sheet is none of theirs.
    let part = readWorkbook(right.bytes, as: "样本.xlsx", beside: lying).value
    #expect(part?.same == [0])
  }

  @Test("another file that is none of theirs, or none at all, changes nothing")
  func strangers() throws {
    let right = Self.sample()
    for other in [[], Array("PK\u{3}\u{4}".utf8), SampleWorkbook().bytes] {
      let part = try #require(readWorkbook(right.bytes, as: "样本.xlsx", beside: other).value)
      #expect(part.same.isEmpty)
      #expect(part.book == (try right.read()))
    }
  }

  @Test("so many cells that a reader might refuse them are not put together")
  func limits() throws {
    let cells = (0..<500_001).map { CellReading(row: $0, column: 0, value: .number("1")) }
    let large = WorkbookReading(
      file: "左.xlsx", sheets: [SheetReading(name: "表一", cells: cells)])
    let part = PartialWorkbook(
      WorkbookReading(file: "右.xlsx", sheets: [SheetReading(name: "表一")]), same: [0])
    #expect(part.completed(by: large) == nil)
    #expect(part.completed(by: WorkbookReading(file: "左.xlsx")) == nil)
    #expect(PartialWorkbook(part.book, same: []).completed(by: large) == part.book)
  }
}
