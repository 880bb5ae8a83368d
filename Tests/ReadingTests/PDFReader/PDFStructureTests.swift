import Diagnostics
import Foundation
import PDFReader
import Readings
import TestSupport
import Testing

/// The tagged structure as we read it, held against poppler's own tool and against the figures.
@Suite("读 PDF 的结构")
struct PDFStructureTests {
  /// An element as both sides tell it.
  private struct Element: Equatable {
    let kind: String
    let depth: Int
    var rowSpan = 1
    var columnSpan = 1
    var scope: String?
    let text: String
  }

  private static func flat(_ tags: [ReadTag], depth: Int = 0) -> [Element] {
    tags.flatMap { tag in
      [
        Element(
          kind: tag.kind, depth: depth, rowSpan: tag.rowSpan, columnSpan: tag.columnSpan,
          scope: tag.scope, text: tag.text.filter { !$0.isWhitespace })
      ] + flat(tag.children, depth: depth + 1)
    }
  }

  private static func flat(_ elements: [PDFElement], depth: Int = 0) -> [Element] {
    elements.flatMap { element in
      [
        Element(
          kind: element.type, depth: depth, rowSpan: Int(element.attributes["RowSpan"] ?? "1") ?? 0,
          columnSpan: Int(element.attributes["ColSpan"] ?? "1") ?? 0,
          scope: element.attributes["Scope"].map { String($0.dropFirst()) }, text: element.text)
      ] + flat(element.children, depth: depth + 1)
    }
  }

  @Test("每个元素的类型、层次、跨行跨列、范围和文字，与 pdfinfo 所见相同")
  func elements() throws {
    let example = try BuiltExample.shared.get()
    let reading = try example.reading([.tags, .tagTexts])
    let ours = Self.flat(reading.tags)
    let theirs = Self.flat(example.structure)
    #expect(ours.count == theirs.count && ours.count > 2500)
    for (our, their) in zip(ours, theirs) { #expect(our == their) }
    #expect(ours.contains { $0.columnSpan > 1 } && ours.contains { $0.rowSpan > 1 })
    #expect(Set(ours.compactMap(\.scope)) == ["Row", "Column"])
    #expect(reading.properties.isTagged)
    #expect(reading.properties.language == "zh-CN")
  }

  @Test("05 表的数据格，就是 figures.csv 印出的数")
  func cells() throws {
    let example = try BuiltExample.shared.get()
    let reading = try example.reading([.tagTexts])
    let page = try #require(
      reading.pages.first { page in page.lines.contains { $0.text == "公开05表" } })
    let tables = reading.tags.flatMap { $0.all("Table") }
    let table = try #require(tables.first { $0.page == page.number })
    let rows = table.all("TR").map { $0.all("TD").map(\.wholeText) }.filter { !$0.isEmpty }
    var printed: [String: [String]] = [:]
    for line in example.figures.split(separator: "\n") where line.hasPrefix("05,") {
      let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      let isQuoted = fields[3].hasPrefix("\"")
      let figure = fields[3].drop { $0 == "\"" }.prefix { $0 != (isQuoted ? "\"" : ",") }
      printed[String(fields[1]), default: []].append(String(figure))
    }
    #expect(printed.count == 51)
    for (row, figures) in printed {
      #expect(rows.contains { $0.suffix(3) == figures[...] }, "\(row): \(figures)")
    }
    #expect(rows.count { $0.count >= 3 } == printed.count)
  }

  @Test("不要文字就没有文字，其余相同")
  func withoutTexts() throws {
    let example = try BuiltExample.shared.get()
    func bare(_ tag: ReadTag) -> ReadTag {
      var tag = tag
      tag.text = ""
      tag.children = tag.children.map(bare)
      return tag
    }
    let plain = try example.reading(.tags).tags
    #expect(plain == (try example.reading(.tagTexts).tags).map(bare))
    #expect(!plain.isEmpty && plain.allSatisfy { $0.wholeText.isEmpty })
  }

  /// A file with one page of content and a structure by hand.
  static func file(content: String, kids: String) -> [UInt8] {
    PDFFaultTests.pdf(
      [
        "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R/Lang(en)>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]/Resources 7 0 R>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        stream(content),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        """
        <</Type/StructTreeRoot/K \(kids)/RoleMap<</Zelle/TD/Wort/Silbe/Silbe/Wort>>\
        /ClassMap<</breit<</O/Table/ColSpan 3/RowSpan 2>>>>>>
        """,
        """
        <</Font<</F1 5 0 R/F2 9 0 R>>/XObject<</X 8 0 R>>/Properties<</P1<</MCID 4>>>>>>
        """,
        stream(
          "BT /F1 9 Tf (in form) Tj ET /X Do",
          keys: "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 7 0 R"),
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 10 0 R>>",
        stream(
          """
          1 begincodespacerange <0000> <FFFF> endcodespacerange
          1 beginbfchar <0001> <51B37B97> endbfchar
          2 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<516C> <D840DC00>] endbfrange
          """),
      ])
  }

  private static func stream(_ content: String, keys: String = "") -> String {
    "<<\(keys)/Length \(content.utf8.count)>>\nstream\n\(content)\nendstream"
  }

  /// Such a file as we read it.
  private func read(content: String, kids: String) throws -> PDFReading {
    let bytes = Self.file(content: content, kids: kids)
    return try #require(readPDF(bytes, as: "a.pdf", details: .tagTexts).value)
  }

  /// Content with all that texts can come from.
  static let content = #"""
    BT /F1 9 Tf /P <</MCID 0>> BDC (a\(b\)\101\
    c) Tj [(d) -20 (e)] TJ EMC (outside) Tj
    /P <</MCID 1>> BDC /Span <</ActualText <FEFF4E09>>> BDC (x) Tj EMC (y) ' EMC
    /P <</MCID 2>> BDC /F2 9 Tf <0001001000120020 0021 0099> Tj EMC ET
    /P <</MCID 3>> BDC /X Do EMC
    /P /P1 BDC BT /F1 9 Tf <41 4> Tj ET EMC
    BI /W 1 /H 1 ID ( /P EI EMC EMC
    /P <</MCID 5>> BDC q BT /F1 9 Tf Q (gone) Tj ET EMC
    """#

  /// A structure for it.
  static let kids = """
    [<</S/P/Pg 3 0 R/K[0 1]>> <</S/P/Pg 3 0 R/K 2>> <</S/P/Pg 3 0 R/K[3 4]>>
    <</S/Figure/Pg 3 0 R/K 5/ActualText(said)>>]
    """
  @Test("文字：转义、替代文字、表单、按名称引用的属性、没有编号的内容")
  func texts() throws {
    let reading = try read(content: Self.content, kids: Self.kids)
    #expect(
      reading.tags.map(\.text) == ["a(b)Acde三y", "决算一丂公\u{20000}\u{FFFD}", "in formA@", "said"])
    #expect(reading.tags.map(\.page) == [1, 1, 1, 1])
  }

  @Test("类型按 RoleMap 换成标准的，跨度可以来自 ClassMap")
  func roles() throws {
    let reading = try read(
      content: "",
      kids: """
        [<</S/Zelle/C/breit/A[<</O/Layout/RowSpan 9>> 0 <</O/Table/RowSpan 5/Scope/Row>>]>>
        <</S/Wort>> <</S/Unbekannt/K<</S/Table/Pg 3 0 R>>>>]
        """)
    #expect(reading.tags.map(\.kind) == ["TD", "Other", "Other"])
    #expect(reading.tags.map(\.rowSpan) == [5, 1, 1])
    #expect(reading.tags.map(\.columnSpan) == [3, 1, 1])
    #expect(reading.tags.map(\.scope) == ["Row", nil, nil])
    #expect(reading.tags[2].children.map(\.kind) == ["Table"])
    #expect(reading.tags[2].page == 1)
    #expect(reading.properties.language == "en")
  }
}
