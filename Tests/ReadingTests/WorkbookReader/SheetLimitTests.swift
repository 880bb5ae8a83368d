import Readings
import Testing

@testable import WorkbookReader

@Suite("What a sheet may cost")
struct SheetLimitTests {
  /// Reads cells that share the formula of the first, of a workbook that may have so many cells.
  private func cells(formula: String, sharedBy count: Int, left: Int) throws -> Int {
    let others = String(repeating: #"<c><f t="shared" si="0"/></c>"#, count: count)
    let text = """
      <worksheet xmlns="\(SampleWorkbook.main)"><sheetData><row><c><f t="shared" si="0">\(formula)</f></c>\(others)</row>\
      </sheetData></worksheet>
      """
    var stream = try XMLStream.open(ArraySource(Array(text.utf8)), name: "sheet1.xml")
    let context = SheetContext(
      strings: [], isDate: [], palette: ColourPalette(), differences: [], dateSystem: .from1900)
    let entry = WorkbookPart.Entry(name: "表一", visibility: .visible, relationship: "rId1")
    return try SheetPart(
      &stream, entry: entry, context: context, links: [], left: left
    ).sheet.cells.count
  }

  @Test("cells are counted, and a long formula that many share counts as what it takes")
  func sharedFormulas() throws {
    #expect(try cells(formula: "A1+1", sharedBy: 99, left: 100) == 100)
    #expect(throws: FileFault.self) { try cells(formula: "A1+1", sharedBy: 100, left: 100) }
    let long = String(repeating: "A1+", count: 200) + "A1"
    #expect(throws: FileFault.self) { try cells(formula: long, sharedBy: 99, left: 100) }
  }
}
