import Diagnostics
import Documents
import Geometry
import Layouts
import TestSupport
import Testing

/// How text is set where a set does not say otherwise: GB/T 9704—2012.
@Suite("正文式样的默认值")
struct ProseDefaultsTests {
  /// The style of the set of sentences with another `prose`.
  private func style(_ prose: String) throws -> ProseStyle {
    var set = try NarrativeSet()
    try set.replace(from: "  prose:\n", to: "evaluation:\n", in: "set", with: prose)
    let loaded = try set.load()
    return try #require(loaded.set?.style.prose, "\(loaded.printed)")
  }

  private func text(_ role: String, _ size: Double) -> TextStyle {
    TextStyle(role: role, size: .pt(size), lineHeight: 1)
  }

  @Test("没有 prose：A4，天头 37、订口 28、22 行，三号仿宋，标题黑体、楷体，大标题小标宋")
  func standard() throws {
    let style = try style("")
    #expect(style.page.size == Size(width: .mm(210), height: .mm(297)))
    let margins = style.page.margins
    #expect(
      margins == Insets(top: .mm(37), right: .mm(26), bottom: .mm(35), left: .mm(28)))
    #expect(style.linesPerPage == 22 && style.indent == 2)
    #expect(style.body == text("正文", 16))
    #expect(style.headings.map(\.text) == [text("公文标题", 22), text("标题", 16), text("楷体", 16)])
    #expect(style.headings.map(\.isCentred) == [true, false, false])
    #expect(style.headings.map(\.startsPage) == [true, false, false])
    #expect(style.contentsEntries.map(\.role) == ["标题", "正文"])
    // Sets of forms alone have them too, and the shipped set leaves all but one to them.
    #expect(try SampleSet().load().set?.style.prose == style)
    let shipped = LayoutLibrary(root: Project.url("Layouts")).load("shanxi-2023")
    #expect(
      shipped.value?.style.prose == (try self.style("  prose: {page: {footerDistance: 9}}\n")))
    #expect(try self.style("  prose: {}\n") == style)
  }

  @Test("写出的键各自代替默认值，其余不变")
  func single() throws {
    let standard = try style("")
    let own = try style(
      """
        prose:
          page: {margins: {top: 30}}
          body: {size: 15}
          headings: [{centred: false}, {font: 楷体, linesAbove: 1}, {}]
          cover: {title: {size: 30}}
          contentsEntries: [{size: 14}]

      """)
    #expect(own.page.margins.top == .mm(30))
    #expect(own.page.margins.left == standard.page.margins.left)
    #expect(own.page.footer == standard.page.footer && own.page.size == standard.page.size)
    #expect(own.body == text("正文", 15))
    #expect(own.headings.map(\.text) == [text("公文标题", 22), text("楷体", 16), text("楷体", 16)])
    #expect(own.headings.map(\.isCentred) == [false, false, false])
    #expect(own.headings.map(\.linesBelow) == [1, 0, 0])
    #expect(own.headings.map(\.linesAbove) == [0, 1, 0])
    #expect(own.cover.title == text("公文标题", 30) && own.cover.issuer == standard.cover.issuer)
    #expect(own.contentsEntries == [text("标题", 14)])
    #expect(own.linesPerPage == standard.linesPerPage && own.caption == standard.caption)
  }
}
