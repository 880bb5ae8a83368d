import Diagnostics
import Documents
import Domain
import Geometry
import Testing

@testable import Typesetting

@Suite("Cover, contents, text and forms in one document")
struct DocumentTypesetterTests {
  private let prose = ProseStyle(
    page: PageStyle(
      size: Size(width: .mm(210), height: .mm(297)),
      margins: Insets(top: .mm(37), right: .mm(26), bottom: .mm(35), left: .mm(28)),
      footer: PageNumberLine(before: "— ", after: " —"), footerDistance: .mm(28)),
    linesPerPage: 22, body: TextStyle(role: "正文", size: .pt(16), lineHeight: 1.8), indent: 2,
    headings: (1...3).map { level in
      HeadingStyle(
        text: TextStyle(role: "标题", size: .pt(level == 1 ? 22 : 16), lineHeight: 1.4),
        isCentred: level == 1, startsPage: level == 1, linesAbove: 0,
        linesBelow: level == 1 ? 1 : 0)
    },
    caption: TextStyle(role: "标题", size: .pt(12), lineHeight: 1),
    cover: CoverStyle(
      issuer: TextStyle(role: "公文标题", size: .pt(36), lineHeight: 1.4),
      title: TextStyle(role: "公文标题", size: .pt(28), lineHeight: 1.4),
      foot: TextStyle(role: "楷体", size: .pt(16), lineHeight: 1.6)),
    contentsTitle: TextStyle(role: "公文标题", size: .pt(22), lineHeight: 1.4),
    contentsEntries: ["标题", "正文"].map { TextStyle(role: $0, size: .pt(16), lineHeight: 1.8) })

  @Test(
    "a page with fewer than four lines is taken back by a line more on those before it",
    arguments: [
      (46, [23, 23]), (47, [22, 22, 3]), (48, [22, 22, 4]), (25, [22, 3]), (24, [22, 2]),
    ])
  func sparsePages(lines: Int, expected: [Int]) throws {
    // The measure has 27 characters a line, two less on the first.
    let text = String(repeating: "文", count: lines * 27 - 2)
    let pages = try set([.paragraph(Paragraph(text: text))]).pages
    #expect(pages.map { $0.texts.filter { $0.part == .paragraph }.count } == expected)
    // All pages of the text have one pitch, and fill the same area.
    let tops = pages[0].texts.filter { $0.part == .paragraph }.map(\.line.box.minY.points)
    let pitch = prose.pitch.points * 22 / Double(expected[0])
    #expect(zip(tops, tops.dropFirst()).allSatisfy { abs($1 - $0 - pitch) < 0.01 })
  }

  private func document(_ blocks: [Block], prose: ProseStyle?) throws -> Document {
    let style = Sample.style()
    let date = try #require(CalendarDate(written: "2024-09-20"))
    return Document(
      title: "某某局2023年度部门决算公开", author: "某某局", language: "zh-CN", date: date,
      style: DocumentStyle(
        formPage: style.formPage, formTitle: style.formTitle, headLine: style.headLine,
        note: style.note, pageNumber: style.pageNumber, table: style.table, prose: prose),
      blocks: blocks)
  }

  private func set(_ blocks: [Block]) throws -> DocumentTypesetter.Result {
    let document = try document(blocks, prose: prose)
    let result = DocumentTypesetter(document: document, measure: fakeMeasure).typeset()
    return try #require(result.value, "\(result.findings)")
  }

  private func heading(_ level: Int, _ text: String) -> Block {
    .heading(Heading(level: level, text: text))
  }

  private func text(_ lines: Int) -> Block {
    .paragraph(Paragraph(text: String(repeating: "字", count: 27 * lines)))
  }

  private var form: FormSheet {
    Sample.form(
      Sample.table(
        rows: (0..<43).map { index in
          Sample.row("\(index)", "支出", Sample.money(100, row: "\(index)", at: 2))
        }), fitsOnePage: true)
  }

  @Test("Headings just before a form stand above its title, and the form still fits on its page")
  func leads() throws {
    let plain = try set([.form(form)])
    let led = try set([text(1), heading(1, "第二部分　决算表"), heading(2, "一、表"), .form(form)])
    #expect(plain.pages.count == 1)
    #expect(led.pages.count == 2)
    let page = led.pages[1]
    let parts = page.texts.map(\.part)
    #expect(parts.prefix(3) == [.heading(1), .heading(2), .title])
    #expect(page.texts.prefix(3).map(\.block) == [1, 2, nil])
    let heights = page.texts.prefix(4).map(\.line.box.minY)
    #expect(heights == heights.sorted())
    #expect(heights[0] >= Sample.style().formPage.margins.top)
    let bottom = page.size.height - .mm(18)
    #expect(page.cells.allSatisfy { $0.box.maxY <= bottom + .pt(0.01) })
    let sizes = [plain, led].map { $0.pages.last?.cells.first?.lines.first?.box.size.height }
    #expect(sizes == [.pt(9), .pt(8)])
  }

  @Test("Forms alone come out as one by one, numbered throughout")
  func formsOnly() throws {
    let result = try set([.form(form), .form(form)])
    let alone = try (1...2).flatMap { number in
      try #require(
        FormTypesetter(form: form, style: Sample.style(), measure: fakeMeasure)
          .typeset(firstNumber: number).value)
    }
    #expect(result.pages == alone)
    #expect(result.outline.map(\.title) == Array(repeating: "公开05表 一般公共预算财政拨款支出决算表", count: 2))
    #expect(result.outline.map(\.level) == [1, 1])
    let top = Sample.style().formPage.margins.top
    #expect(result.outline.map(\.y) == [top, top])
  }

  @Test("The contents take as many pages as they need, and the body still begins with 1")
  func longContents() throws {
    let parts = (1...30).flatMap { [heading(2, "第\($0)节"), text(20)] }
    let result = try set(
      [
        .cover(Cover(issuer: "某某局", title: "决算公开", foot: "")), .contents(Contents(title: "目录")),
      ] + parts)
    let numbers = result.pages.map(\.number)
    #expect(numbers.prefix(4) == [nil, nil, nil, 1])
    #expect(numbers.compactMap { $0 } == Array(1...numbers.compactMap { $0 }.count))
    let contents = result.pages[1...2].flatMap(\.texts)
    let printed = contents.filter { $0.part == .entryNumber }.compactMap { Int($0.line.text) }
    let links = result.pages[1...2].flatMap(\.links)
    #expect(printed.count == 30 && links.count == 30)
    for (index, link) in links.enumerated() {
      let page = result.pages[link.target.page]
      #expect(page.number == printed[index])
      let heading = try #require(page.texts.first { $0.line.text == "第\(index + 1)节" })
      #expect(heading.line.box.minY >= link.target.y)
    }
    // Leaders end at one place and numbers at another, whatever their width.
    let edges = { (part: PlacedText.Part) in
      Set(contents.filter { $0.part == part }.map { ($0.line.box.maxX.points * 10).rounded() })
    }
    #expect(edges(.leader).count == 1 && edges(.entryNumber).count == 1)
  }

  @Test("The contents list the levels that the set gives styles for; the outline has them all")
  func listedLevels() throws {
    let result = try set([
      .contents(Contents(title: "目录")), heading(1, "甲"), text(1), heading(2, "乙"), text(1),
      heading(3, "丙"), text(30), heading(2, "丁"), text(1), .form(form),
    ])
    let contents = result.pages[0]
    let titles = contents.texts.compactMap { text in
      if case .contentsEntry = text.part { text.line.text } else { nil }
    }
    #expect(titles == ["甲", "乙", "丁"])
    #expect(result.outline.map(\.title) == ["甲", "乙", "丙", "丁"])
    // Links are those of the listed headings, and lead past the one that is not listed.
    let listed = result.outline.filter { titles.contains($0.title) }
    #expect(contents.links.map(\.target) == listed.map { Destination(page: $0.page, y: $0.y) })
    #expect(contents.links.map(\.target.page) == [1, 1, 2])
  }

  @Test("A long entry wraps with its further lines indented, and its number stands on the last")
  func longEntry() throws {
    let title = String(repeating: "很长的标题", count: 12)
    let result = try set([
      .contents(Contents(title: "目录")), heading(1, title), text(1), heading(2, "短"), text(1),
    ])
    let page = result.pages[0]
    let lines = page.texts.filter { $0.part == .contentsEntry(1) }.map(\.line)
    #expect(lines.map(\.text).joined() == title)
    #expect(lines.count == 3)
    #expect(lines[1].box.minX == lines[0].box.minX + .pt(32))
    let number = try #require(page.texts.first { $0.part == .entryNumber })
    #expect(number.line.origin.y == lines[2].origin.y)
    let link = try #require(page.links.first)
    #expect(link.areas.count == 3)
    #expect(abs((link.areas[2].maxX - number.line.box.maxX).points) < 0.01)
    #expect(lines.allSatisfy { $0.box.maxX < number.line.box.minX })
  }

  @Test("The outline is a tree even where a level is left out")
  func levels() throws {
    let result = try set([
      heading(2, "甲"), text(1), heading(3, "乙"), text(1), heading(1, "丙"), text(1), heading(3, "丁"),
      text(1), heading(2, "戊"), text(1),
    ])
    #expect(result.outline.map(\.title) == ["甲", "乙", "丙", "丁", "戊"])
    #expect(result.outline.map(\.level) == [1, 2, 1, 2, 2])
  }

  @Test("Text in a set that does not say how it is set is a finding, and so is type without room")
  func faults() throws {
    let unstyled = try document([text(1), .form(form)], prose: nil)
    let missing = DocumentTypesetter(document: unstyled, measure: fakeMeasure).typeset()
    #expect(missing.value == nil)
    #expect(missing.findings.map(\.code) == ["X131"])
    let huge = ProseStyle(
      page: prose.page, linesPerPage: 22,
      body: TextStyle(role: "正文", size: .pt(700), lineHeight: 1), indent: 0,
      headings: prose.headings, caption: prose.caption, cover: prose.cover,
      contentsTitle: prose.contentsTitle,
      contentsEntries: prose.contentsEntries)
    let result = DocumentTypesetter(
      document: try document([text(1)], prose: huge), measure: fakeMeasure
    ).typeset()
    #expect(result.findings.map(\.code) == ["X130"])
    let place = try #require(result.findings.first?.place)
    #expect(DiagnosticPrinter.text(of: place) == "“字字字字字字字字字字字字字字字…”")
  }

  @Test("A cover whose texts no page holds is a finding, and nothing is cut off")
  func fullCover() throws {
    let cover = Cover(issuer: String(repeating: "局", count: 4000), title: "决算", foot: "今日")
    let document = try document([.cover(cover)], prose: prose)
    let result = DocumentTypesetter(document: document, measure: fakeMeasure).typeset()
    #expect(result.value == nil)
    #expect(result.findings.map(\.code) == ["X132"])
  }

  @Test("What has no text stands nowhere, and leaves no entry")
  func empty() throws {
    let result = try set([
      .contents(Contents(title: "")), heading(1, " \n"), .paragraph(Paragraph(text: "")), text(1),
    ])
    #expect(result.outline.isEmpty)
    #expect(result.pages.map(\.number) == [1])
  }
}
