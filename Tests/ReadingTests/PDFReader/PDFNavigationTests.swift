import Foundation
import Readings
import TestSupport
import Testing

/// Pages, properties, outline and links of our own PDF, held against poppler's and qpdf's tools.
@Suite("读 PDF 的页、书签和链接")
struct PDFNavigationTests {
  private let example: BuiltExample
  private let reading: PDFReading

  init() throws {
    example = try BuiltExample.shared.get()
    reading = try example.reading(.all)
  }

  /// What `pdfinfo` says of something.
  private func information(_ key: String) -> String? {
    example.information.first { $0.hasPrefix(key + ":") }
      .map { $0.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces) }
  }

  @Test("页数、大小和页码标签")
  func pages() throws {
    #expect(information("Pages") == String(reading.pages.count))
    #expect(reading.pages.map(\.number) == Array(1...reading.pages.count))
    #expect(reading.pages.map(\.label) == example.navigation.labels)
    let sizes = example.information.filter { $0.hasPrefix("Page ") && $0.contains(" size: ") }
    #expect(sizes.count == reading.pages.count)
    for (page, line) in zip(reading.pages, sizes) {
      let numbers = line.split(separator: " ").compactMap { Double($0) }.filter { $0 > 100 }
      try #require(numbers.count == 2)
      #expect(abs(page.width - numbers[0]) < 0.01 && abs(page.height - numbers[1]) < 0.01)
    }
    #expect(reading.pages.contains { $0.width > $0.height })
  }

  @Test("标题、作者、日期等属性")
  func properties() {
    let properties = reading.properties
    #expect(properties.title == information("Title"))
    #expect(properties.author == information("Author"))
    #expect(properties.subject == information("Subject"))
    #expect(properties.creator == information("Creator"))
    #expect(properties.producer == information("Producer"))
    #expect(properties.keywords == nil)
    #expect(reading.version == information("PDF version"))
    #expect(properties.created?.hasPrefix("2024-09-20T00:00:00") == true)
    #expect(properties.modified == properties.created)
    #expect(properties.isTagged)
  }

  @Test("书签的文字、层次和页，与 qpdf 所见相同")
  func outline() {
    let theirs = example.navigation.outline
    #expect(reading.outline.map(\.title) == theirs.map(\.title))
    #expect(reading.outline.map(\.level) == theirs.map(\.level))
    #expect(reading.outline.map(\.target?.page) == theirs.map(\.page))
    #expect(reading.outline.count > 20)
  }

  @Test("每个链接的位置、去处和高度，与 qpdf 所见相同")
  func links() {
    let ours = reading.pages.flatMap { page in page.links.map { (page, $0) } }
    #expect(ours.count == example.navigation.links.count)
    #expect(ours.count > 20)
    for theirs in example.navigation.links {
      let found = ours.contains { page, link in
        guard case .page(let target, let top) = link.target, let top else { return false }
        let height = reading.pages[target - 1].height
        return page.number == theirs.page && target == theirs.target
          && abs(link.area.left - theirs.area[0]) < 0.01
          && abs(page.height - link.area.bottom - theirs.area[1]) < 0.01
          && abs(link.area.right - theirs.area[2]) < 0.01
          && abs(page.height - link.area.top - theirs.area[3]) < 0.01
          && abs(height - top - theirs.height) < 1
      }
      #expect(found, "\(theirs)")
    }
  }
}
