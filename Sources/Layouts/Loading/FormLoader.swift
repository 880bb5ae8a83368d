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
    let scope = map.list("scope").compactMap { value in
      rules.selections.selection(value).map { (selection: $0, place: value.place) }
    }
    let columns = self.columns(map, printing: printing)
    // Without a grid nothing that follows could be judged.
    guard !columns.isEmpty else { return nil }
    let sections = self.sections(map, columns: columns)
    let notes = map.list("notes").compactMap { template($0) }
    let emptyNote = map.optional("empty").flatMap { template($0) }
    map.finish()
    guard let number, let title, let sheet, let orientation else { return nil }
    return FormLayout(
      number: number, code: code, title: title, sheetName: sheet, orientation: orientation,
      fitsOnePage: fits, head: head, columns: columns, sections: sections,
      scope: scope.map(\.selection), notes: notes, emptyNote: emptyNote,
      scopePlaces: scope.map(\.place), place: map.place)
  }

  private func headLine(_ value: YAMLValue) -> HeadLayout? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    let texts = ["left", "middle", "right"].map { key in
      map.optional(key).flatMap { template($0) } ?? TextTemplate(text: "")
    }
    map.finish()
    return HeadLayout(left: texts[0], middle: texts[1], right: texts[2])
  }

  /// A text of the form with places to fill in.
  private func template(_ value: YAMLValue) -> TextTemplate? {
    log.template(value, allowed: TextPlaceholder.ofForm)
  }

  private func columns(_ map: YAMLMap, printing: Printing) -> [ColumnLayout] {
    map.requiredList("columns").compactMap { column($0, printing: printing) }
  }

  private func column(_ value: YAMLValue, printing outer: Printing) -> ColumnLayout? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    let id = map.string("id")
    let widths = map.columnWidths()
    let content = map.required("show").flatMap { value in
      map.choice(
        value, of: "列的内容", among: ColumnLayout.Content.allCases.map { ($0.rawValue, $0) })
    }
    let level = content == .code ? map.optional("level").flatMap { map.accountLevel($0) } : nil
    let text = content == .text ? map.required("fact").flatMap { textPath($0) } : nil
    // Other columns print no figures, so that these keys would say nothing there.
    let holdsFigures = content == nil || content == .figure
    let rule = holdsFigures ? rules.columnRule(map) : nil
    let printing = holdsFigures ? rules.printing(map) : Printing()
    map.finish()
    // A column that lacks a part keeps its place, or header and blocks would seem wrong as well.
    return ColumnLayout(
      id: id ?? "", widths: widths, content: content ?? .label, codeLevel: level,
      textPath: text, rule: rule, printing: printing.completed(by: outer), place: map.place)
  }

  /// The path of a declared text of units.
  private func textPath(_ value: YAMLValue) -> String? {
    let path = value.text ?? ""
    return rules.declares(path, kinds: [.text], at: value.place) ? path : nil
  }

  /// The sections: those of the `sections` key, or the form itself as a single one.
  private func sections(_ map: YAMLMap, columns: [ColumnLayout]) -> [SectionLayout] {
    guard map.has("sections") else { return [section(map, columns: columns)] }
    return map.requiredList("sections").compactMap { value in
      guard let inner = YAMLMap(value, log: log) else { return nil }
      defer { inner.finish() }
      return section(inner, columns: columns)
    }
  }

  private func section(_ map: YAMLMap, columns: [ColumnLayout]) -> SectionLayout {
    let tiling = HeaderTiling(log: log, columnCount: columns.count)
    let header = tiling.cells(map.list("header"))
    let blocks: [BlockLayout]
    if map.has("blocks") {
      let values = map.requiredList("blocks")
      blocks = values.compactMap { block($0, columns: columns) }
      if let first = values.first, blocks.count == values.count {
        checkTiling(of: blocks, columnCount: columns.count, at: first.place)
      }
    } else {
      blocks = [
        BlockLayout(
          name: map.optionalString("name") ?? "", columns: columns.indices,
          rows: rows(map, in: columns))
      ]
    }
    let foot = FootLoader(
      log: log, rules: rules, rows: RowLoader(log: log, rules: rules, columnIDs: []),
      columns: columns)
    return SectionLayout(
      header: header, blocks: blocks, foot: map.list("foot").map { foot.row($0) })
  }

  private func rows(_ map: YAMLMap, in columns: some Sequence<ColumnLayout>) -> [RowLayout] {
    let ids = columns.filter { $0.content == .figure }.map(\.id)
    return RowLoader(log: log, rules: rules, columnIDs: ids).rows(map.requiredList("rows"))
  }

  private func block(_ value: YAMLValue, columns: [ColumnLayout]) -> BlockLayout? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    let name = map.string("name") ?? ""
    _ = map.required("columns")
    let ends = map.strings("columns")
    let positions = ends.map { end in columns.firstIndex { $0.id == end.text } }
    guard positions.count == 2, let first = positions[0], let last = positions[1], first <= last
    else {
      _ = rows(map, in: columns)
      log.report(GridFault.blockEnds(name: name), at: map.place)
      return nil
    }
    return BlockLayout(
      name: name, columns: first..<(last + 1), rows: rows(map, in: columns[first...last]))
  }

  /// Blocks side by side must cover the grid from left to right without gaps.
  private func checkTiling(of blocks: [BlockLayout], columnCount: Int, at place: SourcePlace) {
    var next = 0
    var isTiled = true
    for block in blocks where isTiled {
      isTiled = block.columns.lowerBound == next
      if isTiled { next = block.columns.upperBound }
    }
    guard !isTiled || next != columnCount else { return }
    log.report(GridFault.blocks(column: next, columnCount: columnCount), at: place)
  }
}
