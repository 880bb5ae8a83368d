import Diagnostics
import PDFReader
import Readings
import TestSupport
import Testing

/// The text of our own PDF as we read it, held against poppler's own tools.
@Suite("读 PDF 的文字")
struct PDFTextTests {
  private let example: BuiltExample

  init() throws { example = try BuiltExample.shared.get() }

  @Test("pdftotext -bbox 的每个词都在，位置相同")
  func words() throws {
    let reading = try example.reading([])
    #expect(reading.pages.count == example.words.count)
    var count = 0
    for (page, words) in zip(reading.pages, example.words) {
      let ours = page.lines.flatMap(\.words)
      for word in words {
        count += 1
        // Where the font changes without a gap, poppler begins a word and we do not.
        let isThere = ours.contains { holds($0, word) }
        #expect(isThere, "page \(page.number): \(word)")
      }
      let theirs = words.map(\.text).joined().unicodeScalars.sorted()
      #expect(ours.map(\.text).joined().unicodeScalars.sorted() == theirs, "page \(page.number)")
    }
    #expect(count > 1900)
  }

  private func holds(_ ours: ReadWord, _ theirs: PDFWord) -> Bool {
    let slack = 0.01
    return ours.text.contains(theirs.text) && ours.box.left <= theirs.left + slack
      && ours.box.right >= theirs.right - slack && abs(ours.box.top - theirs.top) < 1
      && abs(ours.box.bottom - theirs.bottom) < 1
      && (ours.text != theirs.text || abs(ours.box.width - (theirs.right - theirs.left)) < slack)
  }

  @Test("表的一行是一行，从左到右；段落的一行是一行，行内的标点前后没有空格")
  func lines() throws {
    let reading = try example.reading([])
    func lines(_ text: String) -> [String] {
      let page = reading.pages.first { page in page.lines.contains { $0.text == text } }
      return page?.lines.map(\.text) ?? []
    }
    let form = lines("公开05表")
    #expect(form.contains("2080501 行政单位离退休 102.62 29.25 73.37"))
    #expect(form.contains("科目代码 科目名称 小计 基本支出 项目支出"))
    #expect(lines("公开01表").contains("八、其他收入 8 186.23 八、社会保障和就业支出 39 268.58"))
    #expect(
      lines("收入支出决算总表").prefix(4) == [
        "第二部分 2023年度部门决算表", "收入支出决算总表", "公开01表", "部门名称：襄垣县工业和信息化局 2023年度 金额单位：万元",
      ])
    let prose = reading.pages.flatMap(\.lines).map(\.text)
    #expect(prose.contains("节能环保支出（类）年初预算2,341.20万元，支出决算"))
  }

  @Test("行从上到下，行内的词从左到右，框包住其中的词")
  func order() throws {
    let pages = try example.reading([]).pages
    #expect(pages.count == example.words.count)
    for page in pages {
      for (above, below) in zip(page.lines, page.lines.dropFirst()) {
        #expect(above.box.bottom < below.box.bottom + 2, "page \(page.number): \(below.text)")
      }
      for line in page.lines {
        #expect(!line.words.isEmpty)
        #expect(line.words.map(\.box.left) == line.words.map(\.box.left).sorted())
        for word in line.words { #expect(line.box.union(word.box) == line.box) }
        #expect(
          line.box.left >= 0 && line.box.right <= page.width && line.box.bottom <= page.height)
      }
    }
  }

  @Test("字体和字号：每一段合起来就是这一行，字体都在文件的字体里")
  func runs() throws {
    let reading = try example.reading(.fonts)
    let names = Set(reading.fonts.map(\.name))
    #expect(Set(reading.fonts).count == reading.fonts.count && names.count > 3)
    for page in reading.pages {
      for line in page.lines {
        #expect(line.runs.map(\.text).joined() == line.words.map(\.text).joined())
        #expect(names.isSuperset(of: line.runs.map(\.font)), "\(line.runs)")
      }
    }
    let title = reading.pages[0].lines[0].runs
    #expect(title.count == 1 && title[0].size > 20)
    let listed = example.fonts.dropFirst(2).compactMap { $0.split(separator: " ").first }
      .map { $0.drop { $0 != "+" }.dropFirst() }
    #expect(reading.fonts.map(\.name) == listed.map(String.init).sorted())
    // Latin letters stand in fonts of their own.
    #expect(Set(reading.fonts.map(\.kind)) == ["CID TrueType", "TrueType"])
    #expect(reading.fonts.allSatisfy { $0.isEmbedded && $0.isSubset })
  }

  @Test("没有要的部分不读")
  func details() throws {
    let reading = try example.reading([])
    #expect(reading.fonts.isEmpty && reading.outline.isEmpty && reading.tags.isEmpty)
    #expect(reading.properties == PDFProperties() && !reading.version.isEmpty)
    #expect(reading.pages.count == example.words.count)
    #expect(reading.pages.allSatisfy { $0.links.isEmpty && $0.lines.allSatisfy(\.runs.isEmpty) })
    let all = try example.reading([.all, .tagTexts])
    #expect(all.version == reading.version && all.properties.title != nil)
    #expect(all.pages.map { $0.lines.map(\.text) } == reading.pages.map { $0.lines.map(\.text) })
  }

  @Test("同时读几份，结果与单独读相同")
  func concurrency() async throws {
    let expected = try example.reading([.all, .tagTexts])
    let bytes = example.pdf
    let readings = await withTaskGroup(of: PDFReading?.self) { group in
      for _ in 0..<6 {
        group.addTask { readPDF(bytes, as: "a.pdf", details: [.all, .tagTexts]).value }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(readings.count == 6)
    for reading in readings { #expect(reading == expected) }
  }
}
