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

  /// The style that the keys make with ``ProseStyle/official`` where they are not written.
  func proseStyle(_ map: YAMLMap) -> ProseStyle? {
    defer { map.finish() }
    let standard = ProseStyle.official
    let page = nested("page", map, or: standard.page, prosePage)
    let lines = written("linesPerPage", map, or: standard.linesPerPage) {
      integer($0, map, within: Self.linesPerPage)
    }
    let body = nested("body", map, or: standard.body) { proseText($0, over: standard.body) }
    let indent = written("indent", map, or: standard.indent) { map.number($0, within: 0...20) }
    let headings = list("headings", map, or: standard.headings) { heading($0, over: $1) }
    checkCount("headings", within: Self.levels...Self.levels, map)
    let caption = nested("caption", map, or: standard.caption) {
      proseText($0, over: standard.caption)
    }
    let cover = nested("cover", map, or: standard.cover, cover)
    let title = nested("contentsTitle", map, or: standard.contentsTitle) {
      proseText($0, over: standard.contentsTitle)
    }
    let entries = list("contentsEntries", map, or: standard.contentsEntries) {
      proseText($0, over: $1)
    }
    checkCount("contentsEntries", within: 1...Self.levels, map)
    guard let page, let lines, let body, let indent, let caption, let cover, let title,
      let headings, headings.count == Self.levels, let entries, !entries.isEmpty
    else { return nil }
    return ProseStyle(
      page: page, linesPerPage: lines, body: body, indent: indent, headings: headings,
      caption: caption, cover: cover, contentsTitle: title, contentsEntries: entries)
  }

  private func prosePage(_ map: YAMLMap) -> PageStyle? {
    let standard = ProseStyle.official.page
    defer { map.finish() }
    let size = written("size", map, or: standard.size) { _ in paperSize(map) }
    let margins = nested("margins", map, or: standard.margins, proseMargins)
    let footer = written("footer", map, or: standard.footer) {
      map.required($0).flatMap { self.footer($0) }
    }
    let distance = length("footerDistance", map, or: standard.footerDistance)
    let edge = footerEdge(map) ?? standard.footerEdge
    guard let size, let margins, let footer, let distance else { return nil }
    return PageStyle(
      size: size, margins: margins, footer: footer, footerDistance: distance, footerEdge: edge)
  }

  private func proseMargins(_ map: YAMLMap) -> Insets? {
    let standard = ProseStyle.official.page.margins
    defer { map.finish() }
    let top = length("top", map, or: standard.top)
    let right = length("right", map, or: standard.right)
    let bottom = length("bottom", map, or: standard.bottom)
    let left = length("left", map, or: standard.left)
    guard let top, let right, let bottom, let left else { return nil }
    return Insets(top: top, right: right, bottom: bottom, left: left)
  }

  private func heading(_ map: YAMLMap, over standard: HeadingStyle) -> HeadingStyle? {
    let isCentred = flag("centred", map, or: standard.isCentred)
    let startsPage = flag("startsPage", map, or: standard.startsPage)
    let above = written("linesAbove", map, or: standard.linesAbove) {
      integer($0, map, within: Self.blankLines)
    }
    let below = written("linesBelow", map, or: standard.linesBelow) {
      integer($0, map, within: Self.blankLines)
    }
    guard let text = proseText(map, over: standard.text), let above, let below else { return nil }
    return HeadingStyle(
      text: text, isCentred: isCentred, startsPage: startsPage, linesAbove: above,
      linesBelow: below)
  }

  private func cover(_ map: YAMLMap) -> CoverStyle? {
    let standard = ProseStyle.official.cover
    defer { map.finish() }
    let issuer = nested("issuer", map, or: standard.issuer) { proseText($0, over: standard.issuer) }
    let title = nested("title", map, or: standard.title) { proseText($0, over: standard.title) }
    let foot = nested("foot", map, or: standard.foot) { proseText($0, over: standard.foot) }
    guard let issuer, let title, let foot else { return nil }
    return CoverStyle(issuer: issuer, title: title, foot: foot)
  }

  /// A text style, of which each key may be left out.
  private func proseText(_ map: YAMLMap, over standard: TextStyle) -> TextStyle? {
    defer { map.finish() }
    let font = written("font", map, or: standard.role) { map.string($0) }
    let size = written("size", map, or: standard.size) {
      map.number($0, within: Self.typeSizes).map { .pt($0) }
    }
    let lineHeight = written("lineHeight", map, or: standard.lineHeight) {
      map.number($0, within: Self.lineHeights)
    }
    guard let font, let size, let lineHeight else { return nil }
    return TextStyle(role: font, size: size, lineHeight: lineHeight)
  }

  /// What a key says; the standard where it is not written.
  private func written<Value>(
    _ key: String, _ map: YAMLMap, or standard: Value, _ read: (String) -> Value?
  ) -> Value? {
    guard map.has(key) else {
      // Asked for all the same, or it would not be named among the keys that are known.
      _ = map.optional(key)
      return standard
    }
    return read(key)
  }

  private func nested<Value>(
    _ key: String, _ map: YAMLMap, or standard: Value, _ read: (YAMLMap) -> Value?
  ) -> Value? {
    written(key, map, or: standard) { key in
      map.required(key).flatMap { YAMLMap($0, log: log) }.flatMap(read)
    }
  }

  /// The items of a list, each over the standard's of its place, or over the standard's last.
  private func list<Value>(
    _ key: String, _ map: YAMLMap, or standard: [Value], _ read: (YAMLMap, Value) -> Value?
  ) -> [Value]? {
    guard let last = standard.last else { return nil }
    return written(key, map, or: standard) { key in
      let items = map.requiredList(key)
      let values = items.enumerated().compactMap { index, item in
        YAMLMap(item, log: log).flatMap {
          read($0, standard.indices.contains(index) ? standard[index] : last)
        }
      }
      return values.count == items.count ? values : nil
    }
  }

  private func flag(_ key: String, _ map: YAMLMap, or standard: Bool) -> Bool {
    written(key, map, or: standard) { map.flag($0) } ?? standard
  }

  private func length(_ key: String, _ map: YAMLMap, or standard: Length) -> Length? {
    written(key, map, or: standard) { map.number($0, within: Self.paper).map { .mm($0) } }
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

  private func checkCount(_ key: String, within limits: ClosedRange<Int>, _ map: YAMLMap) {
    guard let value = map.optional(key), let count = value.items?.count, count > 0,
      !limits.contains(count)
    else { return }
    let range =
      limits.count == 1 ? "\(limits.lowerBound)" : "\(limits.lowerBound) 到 \(limits.upperBound)"
    log.report(ProseStyleFault.levels(key, count: count, range: range), at: value.place)
  }
}
