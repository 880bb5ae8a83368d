import Diagnostics
import PDFReader
import Readings
import TestSupport
import Testing

/// Pages that are read from their content alone, held against what poppler tells of them.
@Suite("简单的页面直接读内容")
struct PlainPageTests {
  @Test("我们写的每一页：文字、位置和表格线同 poppler 读的一样")
  func example() throws {
    let example = try BuiltExample.shared.get()
    let (own, others) = (try example.reading([]), try example.reading([.fonts, .grids]))
    #expect(own.pages.count == others.pages.count && own.pages.count > 40)
    var cells = 0
    for (page, other) in zip(own.pages, others.pages) {
      #expect(page.areRulesKnown && page.label == other.label, "page \(page.number)")
      #expect(page.width == other.width && page.height == other.height)
      #expect(page.lines.map(\.text) == other.lines.map(\.text), "page \(page.number)")
      for (word, same) in zip(page.lines.flatMap(\.words), other.lines.flatMap(\.words)) {
        let (box, its) = (word.box, same.box)
        let worst = [
          box.left - its.left, box.right - its.right, box.top - its.top, box.bottom - its.bottom,
        ].map(abs).max()
        #expect(worst ?? 0 < 0.1, "page \(page.number): \(word.text)")
      }
      // Strokes of large characters look like rules to whoever sees a drawing only.
      let tables = other.grids.filter { $0.cells.count > 2 }
      #expect(page.grids.map(\.cells) == tables.map(\.cells), "page \(page.number)")
      for (grid, same) in zip(page.grids, tables) {
        let lines = zip(grid.columns + grid.rows, same.columns + same.rows)
        #expect(lines.allSatisfy { abs($0 - $1) < 1 }, "page \(page.number)")
        cells += grid.cells.count
      }
    }
    #expect(cells > 3_000)
  }

  /// A page with a table of one cell, and what stands before, in and behind its content.
  static func page(
    before: String = "", behind: String = "", inPage: String = "", map: String = "<41> <0041>",
    state: String = "/ca 1"
  ) -> [UInt8] {
    let content = """
      q \(before) 1 0 0 1 0 0 cm 0 0 0 RG 0.5 w 100 700 m 300 700 l 100 680 m 300 680 l
      100 680 m 100 700 l 300 680 m 300 700 l S Q /g gs
      BT /f 10 Tf 1 0 0 1 110 685 Tm (A) Tj ET BT 10 0 0 10 200 685 Tm /f 1 Tf [<41> -2000 <41>] TJ ET
      BT /f 10 Tf 110 640 Td (A) Tj 100 0 Td (A) Tj ET \(behind)
      """
    let text = "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar \(map) endbfchar"
    let widths = [String](repeating: "600", count: 26).joined(separator: " ")
    return PDFFaultTests.pdf([
      "<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/r/St 4>>]>>>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 400 800]>>",
      """
      <</Type/Page/Parent 2 0 R/Contents 4 0 R\(inPage)/Resources<</Font<</f 5 0 R>>
      /ExtGState<</g<<\(state)>>>>/XObject<</x 8 0 R>>>>>>
      """,
      "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream",
      """
      <</Type/Font/Subtype/Type1/BaseFont/AAAAAA+Some/FirstChar 65/LastChar 90/Widths[\(widths)]
      /Encoding/WinAnsiEncoding/FontDescriptor 6 0 R/ToUnicode 7 0 R>>
      """,
      """
      <</Type/FontDescriptor/FontName/AAAAAA+Some/Flags 32/Ascent 800/Descent -200/CapHeight 700
      /FontBBox[0 -200 1000 800]/ItalicAngle 0/StemV 80>>
      """,
      "<</Length \(text.utf8.count)>>\nstream\n\(text)\nendstream",
      "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>\nstream\n\nendstream",
    ])
  }

  private static func read(_ bytes: [UInt8], _ details: PDFDetails = []) throws -> ReadPage {
    let loaded = readPDF(bytes, as: "a.pdf", details: details)
    return try #require(loaded.value?.pages.first, "\(loaded.findings)")
  }

  @Test("字的位置、页的标签、表格线")
  func plain() throws {
    let (page, other) = (try Self.read(Self.page()), try Self.read(Self.page(), [.fonts, .grids]))
    #expect(page.areRulesKnown && page.label == "iv" && other.label == "iv")
    #expect(page.lines.map(\.text) == ["A A A", "A A"])
    #expect(page.lines.map(\.text) == other.lines.map(\.text))
    let boxes = page.lines.flatMap(\.words).map(\.box)
    #expect(boxes.map(\.left) == [110, 200, 226, 110, 210])
    #expect(boxes == other.lines.flatMap(\.words).map(\.box))
    #expect(page.grids.map(\.cells) == other.grids.map(\.cells) && page.grids.count == 1)
    #expect(page.grids.first?.columns == [100, 300] && page.grids.first?.rows == [100, 120])
  }

  /// What a page can have beyond the plain.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let page: [UInt8]

    init(_ name: String, _ page: [UInt8]) { (testDescription, self.page) = (name, page) }
  }

  static let others = [
    Case("a form", page(behind: "/x Do")),
    Case("a clip", page(behind: "0 0 9 9 re W n")),
    Case("a curve", page(behind: "0 0 m 1 1 2 2 3 3 c S")),
    Case("an image", page(behind: "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")),
    Case("a dashed line", page(before: "[2 1] 0 d")),
    Case("a light line", page(behind: "0.9 G 0 0 m 400 0 l S")),
    Case("a field over the rules", page(behind: "1 g 90 670 100 50 re f")),
    Case("a turned text", page(behind: "BT /f 9 Tf 0 1 -1 0 50 50 Tm (A) Tj ET")),
    Case("a hidden text", page(behind: "BT /f 9 Tf 3 Tr 50 50 Td (A) Tj ET")),
    Case("a stretched text", page(behind: "BT /f 9 Tf 50 Tz 50 50 Td (A) Tj ET")),
    Case("a layer", page(behind: "/OC /l BDC EMC")),
    Case("a text twice", page(behind: "BT /f 10 Tf 110.2 640 Td (A) Tj ET")),
    Case("a text beside the page", page(behind: "BT /f 9 Tf 500 50 Td (A) Tj ET")),
    Case("a code without a text", page(behind: "BT /f 9 Tf 50 50 Td (B) Tj ET")),
    Case("a text from right to left", page(map: "<41> <05D0>")),
    Case("several characters of a code", page(map: "<41> <00660069>")),
    Case("a shade", page(state: "/ca 0.5")),
    Case("a turned page", page(inPage: "/Rotate 90")),
    Case("a cut page", page(inPage: "/CropBox[0 0 300 700]")),
    Case("a note that shows something", page(inPage: "/Annots[<</AP<</N 8 0 R>>>>]")),
    Case("an unknown operator", page(behind: "1 2 xyz")),
    Case("a state too many", page(behind: "Q")),
  ]

  @Test("别的页面由 poppler 读，一样读得到", arguments: others)
  func notPlain(_ other: Case) throws {
    let page = try Self.read(other.page)
    #expect(!page.areRulesKnown)
    #expect(page.lines.map(\.text) == (try Self.read(other.page, .fonts)).lines.map(\.text))
  }
}
