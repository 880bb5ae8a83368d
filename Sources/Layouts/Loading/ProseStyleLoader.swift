internal import Diagnostics
internal import Documents
internal import Geometry
internal import SourceFiles

/// Reads how cover, contents and running text are set.
extension StyleLoader {
  /// Lines of a page, and blank lines around a heading.
  private static let linesPerPage = 5...80
  private static let blankLines = 0...20
  /// The levels of headings.
  private static let levels = 3
  /// Lines of prose stand on the page's grid, whatever a style says.
  private static let gridLineHeight = 1.0

  func proseStyle(_ map: YAMLMap) -> ProseStyle? {
    defer { map.finish() }
    let page = map.required("page").flatMap { YAMLMap($0, log: log) }.flatMap(pageStyle)
    let lines = integer("linesPerPage", map, within: Self.linesPerPage)
    let body = proseText("body", map)
    let indent = map.number("indent", within: 0...20)
    let headings = map.requiredList("headings").compactMap { YAMLMap($0, log: log) }
      .compactMap(heading)
    checkCount(headings.count, of: "headings", within: Self.levels...Self.levels, map)
    let cover = map.required("cover").flatMap { YAMLMap($0, log: log) }.flatMap(cover)
    let title = proseText("contentsTitle", map)
    let entries = map.requiredList("contentsEntries").compactMap { YAMLMap($0, log: log) }
      .compactMap { style in
        defer { style.finish() }
        return proseText(style)
      }
    checkCount(entries.count, of: "contentsEntries", within: 1...Self.levels, map)
    guard let page, let lines, let body, let indent, let cover, let title,
      headings.count == Self.levels, !entries.isEmpty
    else { return nil }
    return ProseStyle(
      page: page, linesPerPage: lines, body: body, indent: indent, headings: headings,
      cover: cover, contentsTitle: title, contentsEntries: entries)
  }

  private func heading(_ map: YAMLMap) -> HeadingStyle? {
    defer { map.finish() }
    let text = proseText(map)
    let isCentred = map.flag("centred")
    let startsPage = map.flag("startsPage")
    let above = map.has("linesAbove") ? integer("linesAbove", map, within: Self.blankLines) : 0
    let below = map.has("linesBelow") ? integer("linesBelow", map, within: Self.blankLines) : 0
    guard let text, let above, let below else { return nil }
    return HeadingStyle(
      text: text, isCentred: isCentred, startsPage: startsPage, linesAbove: above,
      linesBelow: below)
  }

  private func cover(_ map: YAMLMap) -> CoverStyle? {
    defer { map.finish() }
    let styles = ["issuer", "title", "foot"].map { proseText($0, map) }
    guard let issuer = styles[0], let title = styles[1], let foot = styles[2] else { return nil }
    return CoverStyle(issuer: issuer, title: title, foot: foot)
  }

  private func proseText(_ key: String, _ map: YAMLMap) -> TextStyle? {
    guard let style = map.required(key).flatMap({ YAMLMap($0, log: log) }) else { return nil }
    defer { style.finish() }
    return proseText(style)
  }

  /// A text style whose line height may be left to the grid.
  private func proseText(_ style: YAMLMap) -> TextStyle? {
    let font = style.string("font")
    let size = style.number("size", within: Self.typeSizes)
    let lineHeight =
      style.optional("lineHeight") == nil
      ? Self.gridLineHeight : style.number("lineHeight", within: Self.lineHeights)
    guard let font, let size, let lineHeight else { return nil }
    return TextStyle(role: font, size: .pt(size), lineHeight: lineHeight)
  }

  private func integer(_ key: String, _ map: YAMLMap, within limits: ClosedRange<Int>) -> Int? {
    guard let number = map.integer(key) else { return nil }
    guard limits.contains(number) else {
      let range = "\(limits.lowerBound) 到 \(limits.upperBound)"
      log.error(
        "113", at: map.optional(key)?.place ?? map.place, what: "\(key): \(number)",
        expected: range, mend: "改为 \(range) 之间的整数")
      return nil
    }
    return number
  }

  private func checkCount(
    _ count: Int, of key: String, within limits: ClosedRange<Int>, _ map: YAMLMap
  ) {
    guard let value = map.optional(key), let written = value.items?.count, written == count,
      count > 0, !limits.contains(count)
    else { return }
    let range =
      limits.count == 1 ? "\(limits.lowerBound)" : "\(limits.lowerBound) 到 \(limits.upperBound)"
    log.error(
      "113", at: value.place, what: "\(key) 有 \(count) 级", expected: "\(range) 级",
      mend: "每级标题写一项")
  }
}
