internal import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import Geometry
internal import SourceFiles

/// Reads one form of a set.
struct FormLoader {
  let log: FindingLog
  let rules: RuleLoader
  /// What the set says of printing where the form says nothing.
  var outerPrinting = Printing()

  func form(_ root: YAMLValue) -> FormLayout? {
    guard let map = YAMLMap(root, log: log) else { return nil }
    let number = map.string("form")
    let code = map.optionalString("code") ?? ""
    let title = map.string("title")
    let sheet = map.string("sheet")
    let orientation = map.required("page").flatMap { value in
      map.choice(
        value, of: "页面方向", among: PageOrientation.allCases.map { ($0.rawValue, $0) })
    }
    let fits = map.flag("fit")
    let head = map.list("head").compactMap(headLine)
    let printing = rules.printing(map).completed(by: outerPrinting)
    let scope = map.list("scope").compactMap(rules.selections.selection)
    let columns = self.columns(map, printing: printing)
    let sections = self.sections(map, columns: columns)
    let notes = map.list("notes").compactMap(template)
    let emptyNote = map.optional("empty").flatMap(template)
    map.finish()
    guard let number, let title, let sheet, let orientation, !columns.isEmpty else { return nil }
    return FormLayout(
      number: number, code: code, title: title, sheetName: sheet, orientation: orientation,
      fitsOnePage: fits, head: head, columns: columns, sections: sections, scope: scope,
      notes: notes, emptyNote: emptyNote, place: map.place)
  }

  private func headLine(_ value: YAMLValue) -> HeadLayout? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    let texts = ["left", "middle", "right"].map { key in
      map.optional(key).flatMap(template) ?? TextTemplate(text: "")
    }
    map.finish()
    return HeadLayout(left: texts[0], middle: texts[1], right: texts[2])
  }

  /// A text with places to fill in; reports a name between braces that means nothing.
  func template(_ value: YAMLValue) -> TextTemplate? {
    guard let text = value.text else {
      log.error(
        "004", at: value.place, what: "这里是\(value.kindName)", expected: "文字", mend: "改为文字")
      return nil
    }
    do {
      return try TextTemplate(text)
    } catch {
      let names = TextTemplate.Placeholder.allCases.map(\.rawValue)
      let guess = nearest(to: error.name, among: names)
      log.error(
        "101", at: value.place, what: "不认识的占位“{\(error.name)}”",
        expected: names.map { "{\($0)}" }.joined(separator: "、") + " 之一",
        mend: guess.map { "您是否想写“{\($0)}”？" } ?? "改为上列之一，或去掉花括号")
      return nil
    }
  }

  private func columns(_ map: YAMLMap, printing: Printing) -> [ColumnLayout] {
    guard map.required("columns") != nil else { return [] }
    return map.list("columns").compactMap { column($0, printing: printing) }
  }

  private func column(_ value: YAMLValue, printing outer: Printing) -> ColumnLayout? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    let id = map.string("id")
    let width = map.number("width")
    let content = map.required("show").flatMap { value in
      map.choice(
        value, of: "列的内容", among: ColumnLayout.Content.allCases.map { ($0.rawValue, $0) })
    }
    let rule = rules.rule(map) { value in
      (value.items ?? [value]).compactMap { item in
        item.text.map { CellReference(row: nil, column: $0) }
      }
    }
    let printing = rules.printing(map).completed(by: outer)
    map.finish()
    guard let id, let width, let content else { return nil }
    if !(width > 0) {
      log.error("113", at: map.place, what: "列宽 \(width)", expected: "大于 0 的毫米数", mend: "改为实际列宽")
    }
    return ColumnLayout(
      id: id, width: .mm(max(width, 0)), content: content, rule: rule, printing: printing,
      place: map.place)
  }

  /// The sections: those of the `sections` key, or the form itself as a single one.
  private func sections(_ map: YAMLMap, columns: [ColumnLayout]) -> [SectionLayout] {
    guard map.has("sections") else { return [section(map, columns: columns)] }
    return map.list("sections").compactMap { value in
      guard let inner = YAMLMap(value, log: log) else { return nil }
      defer { inner.finish() }
      return section(inner, columns: columns)
    }
  }

  private func section(_ map: YAMLMap, columns: [ColumnLayout]) -> SectionLayout {
    let tiling = HeaderTiling(log: log, columnCount: columns.count)
    let header = tiling.cells(map.list("header"))
    let rowLoader = RowLoader(log: log, rules: rules, columnIDs: columns.map(\.id))
    let blocks: [BlockLayout]
    if map.has("blocks") {
      blocks = map.list("blocks").compactMap { block($0, columns: columns, rows: rowLoader) }
    } else {
      blocks = [
        BlockLayout(
          name: map.optionalString("name") ?? "", columns: columns.indices,
          rows: rowLoader.rows(map.list("rows")))
      ]
    }
    checkTiling(of: blocks, columnCount: columns.count, at: map.place)
    let foot = FootLoader(log: log, rules: rules, rows: rowLoader, columnCount: columns.count)
    return SectionLayout(
      header: header, blocks: blocks, foot: map.list("foot").map { foot.row($0) })
  }

  private func block(
    _ value: YAMLValue, columns: [ColumnLayout], rows: RowLoader
  ) -> BlockLayout? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    let name = map.string("name") ?? ""
    let layouts = rows.rows(map.list("rows"))
    _ = map.required("columns")
    let ends = map.strings("columns")
    let positions = ends.map { end in columns.firstIndex { $0.id == end.text } }
    guard positions.count == 2, let first = positions[0], let last = positions[1], first <= last
    else {
      log.error(
        "109", at: map.place, what: "块“\(name)”的 columns 不是两个列 id，或次序颠倒",
        expected: "[第一列的 id, 最后一列的 id]", mend: "核对 columns 中各列的 id")
      return nil
    }
    return BlockLayout(name: name, columns: first..<(last + 1), rows: layouts)
  }

  /// Blocks side by side must cover the grid from left to right without gaps.
  private func checkTiling(of blocks: [BlockLayout], columnCount: Int, at place: SourcePlace) {
    var next = 0
    for block in blocks {
      guard block.columns.lowerBound == next else { break }
      next = block.columns.upperBound
    }
    guard next != columnCount else { return }
    log.error(
      "109", at: place, what: "各块没有依次占满表格的列（到第 \(next) 列为止）",
      expected: "各块从左到右首尾相接，共 \(columnCount) 列", mend: "核对各块的 columns")
  }
}
