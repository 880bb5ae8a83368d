internal import Diagnostics
internal import Documents
internal import Geometry
internal import SourceFiles

/// Reads page geometry and typography of a set.
///
/// The limits are wide; they keep out what no sheet of paper has and no typesetter can work with.
struct StyleLoader {
  let log: FindingLog

  /// The key of `styles` for text, which a set with text must have.
  static let proseKey = "prose"
  /// The mark in the page number's line that stands for the number.
  private static let pageMark = "{页码}"
  /// The mark in the line of a form that goes on that stands for its title.
  private static let titleMark = "{表名}"
  /// Lengths of paper and margins in mm.
  static let paper = 0.0...2_000
  /// Sizes of type in pt: no text of a submission is set smaller than 7 pt.
  static let typeSizes = 7.0...200
  /// From line to line, as a multiple of the size.
  static let lineHeights = 1.0...5

  /// The style from the `page` and `styles` keys of set.yaml.
  func style(_ map: YAMLMap) -> DocumentStyle? {
    let page = map.required("page").flatMap { YAMLMap($0, log: log) }.flatMap(pageStyle)
    guard let styles = map.required("styles").flatMap({ YAMLMap($0, log: log) }) else { return nil }
    let title = textStyle("formTitle", styles)
    let head = textStyle("headLine", styles)
    let note = textStyle("note", styles)
    let pageNumber = textStyle("pageNumber", styles)
    let table = styles.required("table").flatMap { YAMLMap($0, log: log) }.flatMap(tableStyle)
    let prose = styles.optional(Self.proseKey).flatMap { YAMLMap($0, log: log) }.flatMap(proseStyle)
    styles.finish()
    guard let page, let title, let head, let note, let pageNumber, let table else { return nil }
    return DocumentStyle(
      formPage: page, formTitle: title, headLine: head, note: note, pageNumber: pageNumber,
      table: table, prose: prose)
  }

  func pageStyle(_ map: YAMLMap) -> PageStyle? {
    let size = paperSize(map)
    let margins = map.required("margins").flatMap { YAMLMap($0, log: log) }.flatMap(insets)
    let footer = map.required("footer").flatMap(footer)
    let distance = map.number("footerDistance", within: Self.paper)
    let edge = footerEdge(map)
    let continuation = map.optional("continued").flatMap(continuation)
    map.finish()
    guard let size, let margins, let footer, let distance else { return nil }
    return PageStyle(
      size: size, margins: margins, footer: footer, footerDistance: .mm(distance),
      footerEdge: edge, continuation: continuation)
  }

  /// The key `continued`: the title of a form that goes on, in which nothing but it is filled in.
  private func continuation(_ value: YAMLValue) -> Continuation? {
    parted(value, by: Self.titleMark, line: "续表", example: "\(Self.titleMark)（续）").map {
      Continuation(before: $0.before, after: $0.after)
    }
  }

  /// The key `footerEdge`: from the outer edge to the page number's line; nil where it is not written.
  func footerEdge(_ map: YAMLMap) -> Length? {
    guard map.optional("footerEdge") != nil else { return nil }
    return map.number("footerEdge", within: Self.paper).map { .mm($0) }
  }

  /// The key `size`: the sheet held upright.
  func paperSize(_ map: YAMLMap) -> Size? {
    guard let size = map.numbers("size", within: 50...Self.paper.upperBound) else { return nil }
    guard size.count == 2 else {
      log.report(SetFault.paper, at: map.place)
      return nil
    }
    return Size(width: .mm(size[0]), height: .mm(size[1]))
  }

  /// The page number's line, in which nothing but the number is filled in.
  func footer(_ value: YAMLValue) -> PageNumberLine? {
    parted(value, by: Self.pageMark, line: "页码", example: "— \(Self.pageMark) —").map {
      PageNumberLine(before: $0.before, after: $0.after)
    }
  }

  /// What stands before and behind the only mark of a text.
  private func parted(
    _ value: YAMLValue, by mark: String, line: String, example: String
  ) -> (before: String, after: String)? {
    let text = value.text ?? ""
    let rest = text.split(separator: mark, omittingEmptySubsequences: false)
    guard rest.count == 2, !rest.contains(where: { $0.contains { "{}".contains($0) } }) else {
      log.report(SetFault.mark(text, of: line, mark: mark, example: example), at: value.place)
      return nil
    }
    return (String(rest[0]), String(rest[1]))
  }

  private func insets(_ map: YAMLMap) -> Insets? {
    let sides = ["top", "right", "bottom", "left"].map { map.number($0, within: Self.paper) }
    map.finish()
    guard let top = sides[0], let right = sides[1], let bottom = sides[2], let left = sides[3]
    else {
      return nil
    }
    return Insets(top: .mm(top), right: .mm(right), bottom: .mm(bottom), left: .mm(left))
  }

  private func textStyle(_ key: String, _ map: YAMLMap) -> TextStyle? {
    guard let style = map.required(key).flatMap({ YAMLMap($0, log: log) }) else { return nil }
    let font = style.string("font")
    let size = style.number("size", within: Self.typeSizes)
    let lineHeight = style.number("lineHeight", within: Self.lineHeights)
    style.finish()
    guard let font, let size, let lineHeight else { return nil }
    return TextStyle(role: font, size: .pt(size), lineHeight: lineHeight)
  }

  private func tableStyle(_ map: YAMLMap) -> TableStyle? {
    let header = map.string("header")
    let body = map.string("body")
    let figure = map.string("figure")
    let strong = map.optionalString("strong")
    let levelIndent =
      map.has("levelIndent") ? map.number("levelIndent", within: 0...20) : 0
    let written = map.numbers("sizes", within: Self.typeSizes)
    let lineHeight = map.number("lineHeight", within: Self.lineHeights)
    let padding = map.required("padding").flatMap { YAMLMap($0, log: log) }.flatMap(insets)
    let fitting = map.has("fittingPaddings") ? map.numbers("fittingPaddings", within: 0...20) : []
    let figurePadding =
      map.has("figurePadding") ? map.number("figurePadding", within: 0...20) : nil
    let words = headWords(map)
    let rule = map.number("rule", within: 0...10)
    map.finish()
    let sizes = written.flatMap { TypeSizes($0.map { .pt($0) }) }
    if written != nil, sizes == nil {
      log.report(SetFault.sizes(isOwn: false), at: map.place)
      return nil
    }
    // The first that fits is taken, so that a larger one further down would never be.
    if let fitting, fitting != fitting.sorted(by: >) {
      log.report(SetFault.fittingPaddings, at: map.place)
      return nil
    }
    guard let header, let body, let figure, let sizes, let lineHeight, let padding, let rule,
      let levelIndent
    else { return nil }
    return TableStyle(
      headerRole: header, bodyRole: body, figureRole: figure, strongRole: strong,
      levelIndent: .mm(levelIndent), sizes: sizes, lineHeight: lineHeight, padding: padding,
      figurePadding: figurePadding.map { .mm($0) },
      headWords: words, fittingPaddings: (fitting ?? []).map { .mm($0) }, ruleWidth: .pt(rule))
  }

  /// The words that headings do not take apart.
  private func headWords(_ map: YAMLMap) -> HeadWords {
    guard let text = map.optionalString("headWords") else { return HeadWords() }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if let word = words.first(where: { $0.unicodeScalars.count < 2 }) {
      log.report(SetFault.headWord(word), at: map.optional("headWords")?.place ?? map.place)
    }
    return HeadWords(words)
  }
}
