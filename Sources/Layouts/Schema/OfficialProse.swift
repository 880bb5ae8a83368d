internal import Documents
internal import Geometry

extension ProseStyle {
  /// How prose is set where a set does not say otherwise.
  ///
  /// As GB/T 9704—2012 asks of official documents (5.2.1 and 5.2.2: A4, margins, 三号仿宋, 22 lines a
  /// page; 7.3.3: headings 黑体 and 楷体; 7.5: page numbers at the outer edge), with a title in 小标宋. What the standard leaves open follows
  /// common practice.
  ///
  /// Fonts are roles of `Fonts/roles.yaml`.
  static let official = ProseStyle(
    page: PageStyle(
      size: Size(width: .mm(210), height: .mm(297)),
      margins: Insets(top: .mm(37), right: .mm(26), bottom: .mm(35), left: .mm(28)),
      footer: PageNumberLine(before: "— ", after: " —"), footerDistance: .mm(25),
      // A character in from the text area.
      footerEdge: .mm(31)),
    linesPerPage: 22, body: text("正文", 16), indent: 2,
    headings: [
      HeadingStyle(
        text: text("公文标题", 22), isCentred: true, startsPage: true, linesAbove: 0, linesBelow: 1),
      HeadingStyle(
        text: text("标题", 16), isCentred: false, startsPage: false, linesAbove: 0, linesBelow: 0),
      HeadingStyle(
        text: text("楷体", 16), isCentred: false, startsPage: false, linesAbove: 0, linesBelow: 0),
    ],
    caption: text("标题", 12),
    cover: CoverStyle(
      issuer: text("公文标题", 26), title: text("公文标题", 36), foot: text("正文", 16)),
    // Parts and their sections; the headings below those are left to the outline.
    contentsTitle: text("公文标题", 22), contentsEntries: [text("标题", 16), text("正文", 16)])

  /// Lines of prose stand on the page's grid, whatever a style says.
  private static func text(_ role: String, _ size: Double) -> TextStyle {
    TextStyle(role: role, size: .pt(size), lineHeight: 1)
  }
}
