import Diagnostics
import Documents
import Geometry
import Layouts
import TestSupport
import Testing

/// How text is set in the base set, which others inherit: GB/T 9704—2012.
@Suite("正文的式样")
struct OfficialProseTests {
  /// The style of the set of sentences with another `prose`.
  private func style(_ prose: String) throws -> ProseStyle? {
    var set = try NarrativeSet()
    try set.replace(from: "  prose:\n", to: "evaluation:\n", in: "set", with: prose)
    return try set.load().set?.style.prose
  }

  private func text(_ role: String, _ size: Double) -> TextStyle {
    TextStyle(role: role, size: .pt(size), lineHeight: 1)
  }

  @Test("A4，天头 37、订口 28、22 行，三号仿宋，标题黑体、楷体，大标题小标宋；山西只改页码的位置")
  func official() throws {
    let shipped = LayoutLibrary(root: Project.url("Layouts")).load("shanxi-2023")
    let style = try #require(shipped.value?.style.prose)
    #expect(style.page.size == Size(width: .mm(210), height: .mm(297)))
    let margins = style.page.margins
    #expect(
      margins == Insets(top: .mm(37), right: .mm(26), bottom: .mm(35), left: .mm(28)))
    #expect(style.page.footerDistance == .mm(9) && style.page.footerEdge == .mm(31))
    #expect(style.linesPerPage == 22 && style.indent == 2)
    #expect(style.body == text("正文", 16))
    #expect(style.headings.map(\.text) == [text("公文标题", 22), text("标题", 16), text("楷体", 16)])
    #expect(style.headings.map(\.isCentred) == [true, false, false])
    #expect(style.headings.map(\.startsPage) == [true, false, false])
    #expect(style.headings.map(\.linesBelow) == [1, 0, 0])
    #expect(style.contentsEntries.map(\.role) == ["标题", "正文"])
  }

  @Test("没有 prose 的版式没有文字；有文字而没有 prose，说明缺少它")
  func missing() throws {
    #expect(try SampleSet().load().set?.style.prose == nil)
    var set = try NarrativeSet()
    try set.replace(from: "  prose:\n", to: "evaluation:\n", in: "set", with: "")
    let loaded = try set.load()
    #expect(loaded.set == nil && loaded.printed.contains("缺少“prose”"), "\(loaded.printed)")
    #expect(try style("  prose: {}\n") == nil)
  }
}
