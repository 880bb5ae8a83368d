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
  private static let levels = 1...3

  func proseStyle(_ map: YAMLMap) -> ProseStyle? {
    defer { map.finish() }
    let page = nested("page", map, pageStyle)
    let lines = integer("linesPerPage", map, within: Self.linesPerPage)
    let body = nested("body", map) { proseText($0) }
    let indent = map.number("indent", within: 0...20)
    let headings = byLevel("headings", map, least: Self.levels.upperBound, heading)
    let caption = nested("caption", map) { proseText($0) }
    let cover = nested("cover", map, cover)
    let title = nested("contentsTitle", map) { proseText($0) }
    let entries = byLevel("contentsEntries", map, least: 1) { proseText($0) }
    guard let page, let lines, let body, let indent, let headings, let caption, let cover,
      let title, let entries
    else { return nil }
    return ProseStyle(
      page: page, linesPerPage: lines, body: body, indent: indent, headings: headings,
      caption: caption, cover: cover, contentsTitle: title, contentsEntries: entries)
  }

  private func heading(_ map: YAMLMap) -> HeadingStyle? {
    let isCentred = map.flag("centred")
    let startsPage = map.flag("startsPage")
    let above = blankLines("linesAbove", map)
    let below = blankLines("linesBelow", map)
    guard let text = proseText(map), let above, let below else { return nil }
    return HeadingStyle(
      text: text, isCentred: isCentred, startsPage: startsPage, linesAbove: above,
      linesBelow: below)
  }

  private func blankLines(_ key: String, _ map: YAMLMap) -> Int? {
    map.optional(key) == nil ? 0 : integer(key, map, within: Self.blankLines)
  }

  private func cover(_ map: YAMLMap) -> CoverStyle? {
    defer { map.finish() }
    let issuer = nested("issuer", map) { proseText($0) }
    let title = nested("title", map) { proseText($0) }
    let foot = nested("foot", map) { proseText($0) }
    guard let issuer, let title, let foot else { return nil }
    return CoverStyle(issuer: issuer, title: title, foot: foot)
  }

  /// A text style; lines stand on the page's grid where no height is written.
  private func proseText(_ map: YAMLMap) -> TextStyle? {
    defer { map.finish() }
    let font = map.string("font")
    let size = map.number("size", within: Self.typeSizes)
    let lineHeight =
      map.optional("lineHeight") == nil ? 1 : map.number("lineHeight", within: Self.lineHeights)
    guard let font, let size, let lineHeight else { return nil }
    return TextStyle(role: font, size: .pt(size), lineHeight: lineHeight)
  }

  private func nested<Value>(
    _ key: String, _ map: YAMLMap, _ read: (YAMLMap) -> Value?
  ) -> Value? {
    map.required(key).flatMap { YAMLMap($0, log: log) }.flatMap(read)
  }

  /// What stands behind the numbers of the levels, `1`, `2` and `3`, from the first on.
  ///
  /// - Parameter least: how many levels there must be.
  private func byLevel<Value>(
    _ key: String, _ map: YAMLMap, least: Int, _ read: (YAMLMap) -> Value?
  ) -> [Value]? {
    guard let levels = map.required(key).flatMap({ YAMLMap($0, log: log) }) else { return nil }
    defer { levels.finish() }
    let last = Self.levels.last { levels.has("\($0)") } ?? least
    let values = (1...max(last, least)).map { nested("\($0)", levels, read) }
    // Asked for all the same, or it would not be named among the keys that are known.
    for level in Self.levels { _ = levels.optional("\(level)") }
    let found = values.compactMap(\.self)
    return found.count == values.count ? found : nil
  }

  private func integer(_ key: String, _ map: YAMLMap, within limits: ClosedRange<Int>) -> Int? {
    guard let number = map.integer(key) else { return nil }
    guard limits.contains(number) else {
      let range = "\(limits.lowerBound) 到 \(limits.upperBound)"
      log.report(
        SetFault.outOfLimits(key, value: "\(number)", range: range, isWhole: true),
        at: map.optional(key)?.place ?? map.place)
      return nil
    }
    return number
  }
}
