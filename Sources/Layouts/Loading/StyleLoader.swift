internal import Diagnostics
internal import Documents
internal import Geometry
internal import SourceFiles

/// Reads page geometry and typography of a set.
struct StyleLoader {
  let log: FindingLog

  /// The style from the `page` and `styles` keys of set.yaml.
  func style(_ map: YAMLMap) -> DocumentStyle? {
    let page = map.required("page").flatMap { YAMLMap($0, log: log) }.flatMap(pageStyle)
    guard let styles = map.required("styles").flatMap({ YAMLMap($0, log: log) }) else { return nil }
    let title = textStyle("formTitle", styles)
    let head = textStyle("headLine", styles)
    let note = textStyle("note", styles)
    let pageNumber = textStyle("pageNumber", styles)
    let table = styles.required("table").flatMap { YAMLMap($0, log: log) }.flatMap(tableStyle)
    styles.finish()
    guard let page, let title, let head, let note, let pageNumber, let table else { return nil }
    return DocumentStyle(
      formPage: page, formTitle: title, headLine: head, note: note, pageNumber: pageNumber,
      table: table)
  }

  private func pageStyle(_ map: YAMLMap) -> PageStyle? {
    let size = lengths("size", map).map { Length.mm($0) }
    let margins = map.required("margins").flatMap { YAMLMap($0, log: log) }.flatMap(insets)
    let footer = map.string("footer")
    let distance = map.number("footerDistance")
    map.finish()
    guard size.count == 2, let margins, let footer, let distance else {
      if size.count != 2 {
        log.error(
          "113", at: map.place, what: "纸张尺寸 size 不是两个数", expected: "[宽, 高]，毫米",
          mend: "A4 写 [210, 297]")
      }
      return nil
    }
    return PageStyle(
      size: Size(width: size[0], height: size[1]), margins: margins, footer: footer,
      footerDistance: .mm(distance))
  }

  private func insets(_ map: YAMLMap) -> Insets? {
    let sides = ["top", "right", "bottom", "left"].map { map.number($0) }
    map.finish()
    guard let top = sides[0], let right = sides[1], let bottom = sides[2], let left = sides[3] else {
      return nil
    }
    return Insets(top: .mm(top), right: .mm(right), bottom: .mm(bottom), left: .mm(left))
  }

  private func textStyle(_ key: String, _ map: YAMLMap) -> TextStyle? {
    guard let style = map.required(key).flatMap({ YAMLMap($0, log: log) }) else { return nil }
    let font = style.string("font")
    let size = style.number("size")
    let lineHeight = style.number("lineHeight")
    style.finish()
    guard let font, let size, let lineHeight, isReadable(size, at: style.place) else { return nil }
    return TextStyle(role: font, size: .pt(size), lineHeight: lineHeight)
  }

  private func tableStyle(_ map: YAMLMap) -> TableStyle? {
    let header = map.string("header")
    let body = map.string("body")
    let figure = map.string("figure")
    let sizes = lengths("sizes", map)
    let lineHeight = map.number("lineHeight")
    let padding = map.required("padding").flatMap { YAMLMap($0, log: log) }.flatMap(insets)
    let rule = map.number("rule")
    map.finish()
    guard let header, let body, let figure, let lineHeight, let padding, let rule else { return nil }
    guard let smallest = sizes.min(), sizes == sizes.sorted(by: >) else {
      log.error(
        "113", at: map.place, what: "字号表 sizes 为空或不是从大到小", expected: "从大到小的字号，磅",
        mend: "例如 [10, 9.5, 9, 8.5, 8, 7.5, 7]")
      return nil
    }
    guard isReadable(smallest, at: map.place) else { return nil }
    return TableStyle(
      headerRole: header, bodyRole: body, figureRole: figure, sizes: sizes.map { .pt($0) },
      lineHeight: lineHeight, padding: padding, ruleWidth: .pt(rule))
  }

  private func lengths(_ key: String, _ map: YAMLMap) -> [Double] {
    guard map.required(key) != nil else { return [] }
    return map.strings(key).compactMap { item in
      if let number = Double(item.text), number.isFinite, number > 0 { return number }
      log.error(
        "004", at: item.place, what: "这里是“\(item.text)”", expected: "大于 0 的数字",
        mend: "改为大于 0 的数字")
      return nil
    }
  }

  /// No text of a submission is set smaller than 7 pt.
  private func isReadable(_ size: Double, at place: SourcePlace) -> Bool {
    guard size < 7 else { return true }
    log.error(
      "113", at: place, what: "字号 \(size) 磅", expected: "不小于 7 磅", mend: "改为 7 或更大")
    return false
  }
}
