internal import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import Geometry
internal import SourceFiles

/// Reads the form of a self-evaluation.
struct EvaluationFormLoader {
  let log: FindingLog
  let rules: RuleLoader
  let style: DocumentStyle?
  /// What there is to show.
  let evaluation: EvaluationRules

  func form(_ root: YAMLValue) -> EvaluationForm? {
    guard let map = YAMLMap(root, log: log) else { return nil }
    let number = map.string("number")
    let title = map.required("title").flatMap { name($0) }
    let titles = map.optional("titles").flatMap { YAMLMap($0, log: log) }.map(titlesByEnding)
    let sheet = map.required("sheet").flatMap { name($0) }
    let orientation = map.required("page").flatMap { value in
      map.choice(
        value, of: "页面方向", among: PageOrientation.allCases.map { ($0.rawValue, $0) })
    }
    let fits = map.flag("fit")
    let sizes = sizes(map)
    let head = map.list("head").compactMap(headLine)
    let printing = EvaluationFormats(map, rules: rules)
    let columns = map.requiredList("columns").compactMap(column)
    // Without a grid nothing that follows could be judged.
    guard !columns.isEmpty else { return nil }
    checkColumns(columns, orientation: orientation, at: map.place)
    let reader = EvaluationSectionLoader(
      log: log, rules: rules, evaluation: evaluation, printing: printing,
      columnCount: columns.count)
    let sections = map.requiredList("sections").compactMap(reader.section)
    let notes = map.list("notes").compactMap { whole($0) }
    map.finish()
    guard let number, let title, let sheet, let orientation else { return nil }
    return EvaluationForm(
      number: number, title: title, titlesByEnding: titles ?? [], sheetName: sheet,
      orientation: orientation, fitsOnePage: fits, sizes: sizes, head: head, columns: columns,
      sections: sections, notes: notes,
      projectMark: RecordMark(rawValue: evaluation.type.field(.project)?.name ?? ""),
      place: map.place)
  }

  private func name(_ value: YAMLValue) -> RecordText? {
    log.template(value, allowed: evaluation.nameMarks)
  }

  private func whole(_ value: YAMLValue) -> RecordText? {
    log.template(value, allowed: evaluation.marks(of: nil))
  }

  private func titlesByEnding(_ map: YAMLMap) -> [TitleByEnding] {
    map.keys.compactMap { key in
      guard let ending = key.text, let title = map.required(ending).flatMap({ name($0) }) else {
        return nil
      }
      return TitleByEnding(ending: ending, title: title)
    }
  }

  /// Sizes of type of the form's own.
  private func sizes(_ map: YAMLMap) -> TypeSizes? {
    guard map.has("sizes"), let sizes = map.numbers("sizes", within: StyleLoader.typeSizes) else {
      return nil
    }
    if let sizes = TypeSizes(sizes.map { .pt($0) }) { return sizes }
    log.report(SetFault.sizes(isOwn: true), at: map.place(of: "sizes") ?? map.place)
    return nil
  }

  private func headLine(_ value: YAMLValue) -> EvaluationHead? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    let texts = ["left", "middle", "right"].map { key in
      map.optional(key).flatMap { whole($0) } ?? RecordText(text: "")
    }
    map.finish()
    return EvaluationHead(left: texts[0], middle: texts[1], right: texts[2])
  }

  private func column(_ value: YAMLValue) -> EvaluationColumn? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    let id = map.string("id")
    let widths = map.columnWidths()
    map.finish()
    // A column that lacks a part keeps its place, or the rows would seem wrong as well.
    return EvaluationColumn(id: id ?? "", widths: widths, place: map.place)
  }

  private func checkColumns(
    _ columns: [EvaluationColumn], orientation: PageOrientation?, at place: SourcePlace
  ) {
    let checks = FormChecks(log: log, style: style, facts: [], names: AccountNames())
    var ids: [String: SourcePlace] = [:]
    for column in columns {
      checks.unique(column.id, .columnID, at: column.place, among: &ids)
    }
    if let orientation {
      checks.checkWidths(columns.map(\.widths), on: orientation, at: place)
    }
  }
}

/// The number formats of an evaluation's figures, by the kind of number.
struct EvaluationFormats {
  private(set) var formats: [RecordNumber.Kind: NumberFormat] = [:]
  private var none = EmptyStyle.blank
  private var zero = EmptyStyle.number

  /// The keys and what they are for.
  private static let keys: [(String, RecordNumber.Kind)] = [
    ("money", .money), ("rate", .rate), ("points", .points),
  ]

  /// Reads `printing` of the form.
  init(_ map: YAMLMap, rules: RuleLoader) {
    guard let inner = map.required("printing").flatMap({ YAMLMap($0, log: map.log) }) else {
      return
    }
    defer { inner.finish() }
    for (key, kind) in Self.keys {
      formats[kind] = inner.required(key).flatMap { rules.format($0, of: kind, inner) }
    }
    let styles = rules.emptyStyles(inner)
    none = styles.none ?? none
    zero = styles.zero ?? zero
  }

  /// How a figure is printed, by what its cell says and else by the form; nil, where a finding says
  /// why there is no format.
  func printing(
    of kind: RecordNumber.Kind, _ cell: YAMLMap, rules: RuleLoader
  ) -> EvaluationPrinting? {
    let own = cell.optional("format").map { rules.format($0, of: kind, cell) }
    let styles = rules.emptyStyles(cell)
    guard let format = own ?? formats[kind] else { return nil }
    return EvaluationPrinting(
      format: format, none: styles.none ?? none, zero: styles.zero ?? zero)
  }
}

extension RuleLoader {
  /// A number format by name, for a kind of number.
  fileprivate func format(
    _ value: YAMLValue, of kind: RecordNumber.Kind, _ map: YAMLMap
  ) -> NumberFormat? {
    let words = formats.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if let name = value.text { usage.cite(.format, name) }
    guard let format = map.choice(value, of: "数字格式", among: words) else { return nil }
    let isMoney = if case .money = format.kind { true } else { false }
    let isNumber = if case .decimal = format.kind { true } else { false }
    let isFitting = kind == .money ? isMoney : isNumber
    guard isFitting else {
      let needed = kind == .money ? "money" : "number"
      log.report(
        EvaluationCellFault.format(value.text ?? "", needed: needed), at: value.place)
      return nil
    }
    return format
  }
}
