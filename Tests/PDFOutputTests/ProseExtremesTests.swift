import Documents
import Geometry
import TestSupport
import Testing
import Typesetting

@Suite("Names and texts of unusual length")
struct ProseExtremesTests {
  private let longName = "某某省某某市某某县经济和信息化及数字产业发展与中小企业服务和民营经济促进工作领导小组办公室（大数据发展局、产业园区管理委员会）"

  /// What is printed of a block, over all of its lines and pages.
  private func printed(_ block: Int, _ set: TypesetDocument) -> String {
    set.pages.flatMap(\.texts).filter { $0.block == block && !isNumber($0.part) }
      .map(\.line.text).joined().filter { !$0.isWhitespace }
  }

  /// What is printed of a table's cells, by row and column, over all pages.
  private func cells(_ block: Int, _ set: TypesetDocument) -> [[Int]: String] {
    var cells: [[Int]: String] = [:]
    for cell in set.pages.flatMap(\.cells) where cell.block == block && !cell.isRepeated {
      let place = [cell.isHeader ? 0 : 1, cell.span.lowerBound, cell.columns.lowerBound]
      cells[place, default: ""] += cell.text.filter { !$0.isWhitespace }
    }
    return cells
  }

  private func cells(_ table: Table) -> [[Int]: String] {
    var cells: [[Int]: String] = [:]
    for section in table.sections {
      for (band, rows) in [section.header, section.body].enumerated() {
        for (row, content) in rows.enumerated() {
          for cell in content.cells {
            cells[[band, row, cell.column]] = cell.content.printed.filter { !$0.isWhitespace }
          }
        }
      }
    }
    return cells
  }

  private func isNumber(_ part: PlacedText.Part) -> Bool { part == .leader || part == .entryNumber }

  /// Every text stands in the text area and none on another.
  private func checkPages(_ set: TypesetDocument) {
    for (index, page) in set.pages.enumerated() where page.form.isEmpty {
      let margins = officialProse.page.margins
      let texts = page.texts.filter { $0.part != .pageNumber }
      for cell in page.cells {
        #expect(cell.box.minY >= margins.top - .pt(0.01), "page \(index + 1)")
        #expect(cell.box.maxY <= page.size.height - margins.bottom + .pt(0.01), "page \(index + 1)")
        #expect(cell.box.minX >= margins.left - .pt(0.01), "page \(index + 1)")
        #expect(cell.box.maxX <= page.size.width - margins.right + .pt(0.01), "page \(index + 1)")
        for line in cell.lines {
          #expect(line.box.minX >= cell.box.minX && line.box.maxX <= cell.box.maxX + .pt(0.01))
          #expect(line.box.minY >= cell.box.minY && line.box.maxY <= cell.box.maxY)
        }
        for text in texts {
          let isApart =
            text.line.box.maxY <= cell.box.minY || text.line.box.minY >= cell.box.maxY
          #expect(isApart, "page \(index + 1): \(text.line.text) on a table")
        }
      }
      for text in texts {
        let box = text.line.box
        #expect(box.minY >= margins.top - .pt(0.01), "page \(index + 1)")
        #expect(box.maxY <= page.size.height - margins.bottom + .pt(0.01), "page \(index + 1)")
        #expect(box.minX >= margins.left - .pt(0.01), "page \(index + 1): \(text.line.text)")
        #expect(
          box.maxX <= page.size.width - margins.right + .pt(0.1),
          "page \(index + 1): \(text.line.text)")
      }
      for (number, text) in texts.enumerated() {
        for other in texts[(number + 1)...] {
          let (a, b) = (text.line.box, other.line.box)
          let across = min(a.maxX, b.maxX) - max(a.minX, b.minX)
          let down = min(a.maxY, b.maxY) - max(a.minY, b.minY)
          #expect(
            across <= .pt(0.1) || down <= .pt(0.1),
            "page \(index + 1): \(text.line.text) on \(other.line.text)")
        }
      }
    }
  }

  @Test("Every block is printed whole, within the text area")
  func whole() throws {
    let document = try proseDocument()
    let set = try typesetSample(document)
    checkPages(set)
    for (number, block) in document.blocks.enumerated() {
      switch block {
      case .heading(let heading):
        #expect(printed(number, set) == heading.text.filter { !$0.isWhitespace })
      case .paragraph(let paragraph):
        #expect(printed(number, set) == paragraph.text.filter { !$0.isWhitespace })
      case .cover(let cover):
        #expect(printed(number, set) == cover.issuer + cover.title + cover.foot)
      case .table(let table):
        #expect(printed(number, set) == table.caption)
        #expect(cells(number, set) == cells(table.table))
      case .contents, .form, .pageBreak, .orientation: break
      }
    }
  }

  @Test("A name of 60 characters is wrapped on the cover in lines of nearly one length")
  func longIssuer() throws {
    #expect(longName.count >= 60)
    let set = try typesetSample(proseDocument(issuer: longName))
    checkPages(set)
    let lines = set.pages[0].texts.filter { $0.part == .coverIssuer }.map(\.line)
    #expect(lines.map(\.text).joined() == longName)
    #expect(lines.count > 1)
    // The size of the style is kept where there is room.
    #expect(Set(lines.map(\.box.size.height)) == [officialProse.cover.issuer.size])
    let lengths = lines.map(\.text.count)
    #expect((lengths.max() ?? 0) - (lengths.dropLast().min() ?? 0) <= 2, "\(lengths)")
  }

  @Test("A name that fills the cover is set smaller until all of the cover stands on its page")
  func hugeIssuer() throws {
    let name = String(repeating: longName, count: 4)
    let set = try typesetSample(proseDocument(issuer: name))
    checkPages(set)
    let lines = set.pages[0].texts.filter { $0.part == .coverIssuer }.map(\.line)
    #expect(lines.map(\.text).joined() == name)
    #expect(lines.allSatisfy { $0.box.size.height < officialProse.cover.issuer.size })
  }

  @Test("A duty of 5,000 characters goes on over pages, without a line lost or alone")
  func longDuty() throws {
    let duty = Paragraph(text: prose(100).text)
    #expect(duty.text.count > 5_000)
    let document = try proseDocument(duty: duty)
    let set = try typesetSample(document)
    checkPages(set)
    let block = try #require(
      document.blocks.firstIndex { if case .paragraph = $0 { true } else { false } })
    #expect(printed(block, set) == duty.text.filter { !$0.isWhitespace })
    let counts = set.pages.map { page in page.texts.count { $0.block == block } }
      .filter { $0 > 0 }
    #expect(counts.count > 5)
    #expect(counts.allSatisfy { $0 >= 2 })
  }

  @Test("A heading is never the last thing on a page, except the last one of the document")
  func headings() throws {
    let set = try typesetSample(proseDocument())
    let pages = set.pages.dropLast().filter { $0.form.isEmpty && $0.number != nil }
    #expect(pages.count > 1)
    for page in pages {
      let last = page.texts.last { $0.part != .pageNumber }
      let lastCell = page.cells.map(\.box.maxY).max() ?? .zero
      let isTable = last.map { $0.line.box.minY < lastCell } ?? true
      #expect(isTable || last?.part == .paragraph, "page \(page.number ?? 0)")
    }
  }
}
