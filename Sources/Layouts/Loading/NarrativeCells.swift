internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// Quantities that are cells of forms and declared facts.
extension NarrativeQuantities {
  /// A cell by its ids: `form!row.column`.
  func cell(_ value: YAMLValue) -> LoadedQuantity? {
    let text = value.text ?? ""
    let parts = text.split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false)
    let ids =
      parts.last?.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false) ?? []
    guard parts.count == 2, ids.count == 2 else {
      log.error(
        "133", at: value.place, what: "“\(text)”不是一格的地址",
        expected: "“表!行的 id.列的 id”，例如 01!income-total.amount",
        mend: "补全表、行和列")
      return nil
    }
    let (form, key) = (String(parts[0]), CellKey(row: String(ids[0]), column: String(ids[1])))
    guard let columns = columns(of: form, at: value.place) else { return nil }
    let quantity = Quantity.cell(form: form, key)
    guard forms.isKnown(form) else { return LoadedQuantity(quantity: quantity, kind: nil) }
    guard let cell = forms.cell(key, of: form) else {
      let isColumn = columns.contains(key.column)
      let word = isColumn ? key.row : key.column
      let words = isColumn ? forms.rows(of: form) : columns.sorted()
      let guess = nearest(to: word, among: words)
      log.error(
        "133", at: value.place, what: "表 \(form) 里没有“\(key.row).\(key.column)”这一格",
        expected: isColumn ? "这一列里的行 id，科目树的行写科目代码" : "这张表的数字列的 id",
        mend: guess.map { "您是否想写“\($0)”？" } ?? "核对 forms/\(form).yaml 里的 id")
      return nil
    }
    return LoadedQuantity(quantity: quantity, kind: cell.numberKind)
  }

  /// The figure columns of a form; reports a form that the set does not have.
  func columns(of form: String, at place: SourcePlace) -> Set<String>? {
    if let columns = forms.columns(of: form) { return columns }
    log.error(
      "133", at: place, what: "没有编号为“\(form)”的表",
      expected: "下列之一：" + forms.numbers.joined(separator: "、"), mend: "改正表的编号")
    return nil
  }

  /// Cells of the list's row.
  func row(
    _ names: [(text: String, place: SourcePlace)], at place: SourcePlace
  ) -> LoadedQuantity? {
    guard case .rows(let form) = scope else {
      outsideRows("row", at: place)
      return nil
    }
    let known = names.filter { isColumn($0, of: form) }
    guard !known.isEmpty, known.count == names.count else { return nil }
    let kinds = Set(known.compactMap { forms.kind(ofColumn: $0.text, in: form) })
    return LoadedQuantity(
      quantity: .row(columns: known.map(\.text)), kind: kinds.count == 1 ? kinds.first : nil,
      size: known.count)
  }

  /// Whether a form has the figure column; reports one that it has not.
  func isColumn(_ name: (text: String, place: SourcePlace), of form: String) -> Bool {
    let columns = forms.columns(of: form) ?? []
    guard !columns.contains(name.text) else { return true }
    let guess = nearest(to: name.text, among: columns.sorted())
    log.error(
      "133", at: name.place, what: "表 \(form) 没有数字列“\(name.text)”",
      expected: "下列之一：" + columns.sorted().joined(separator: "、"),
      mend: guess.map { "您是否想写“\($0)”？" } ?? "改为上列之一")
    return false
  }

  /// A declared number.
  func fact(_ value: YAMLValue, _ map: YAMLMap) -> LoadedQuantity? {
    guard let (reference, fact) = reference(value, map, kinds: [.money, .count]) else { return nil }
    return LoadedQuantity(
      quantity: .fact(reference), kind: fact.kind == .money ? .money : .count)
  }

  /// A declared fact of one of some kinds, and whether the row's own is meant (`by`).
  func reference(
    _ value: YAMLValue, _ map: YAMLMap, kinds: [FactDeclaration.Kind]
  ) -> (FactReference, FactDeclaration)? {
    let isOfRow = isOfRow(map)
    let path = value.text ?? ""
    guard let fact = rules.facts.first(where: { $0.path == path }) else {
      let guess = nearest(to: path, among: rules.facts.map(\.path))
      log.error(
        "112", at: value.place, what: "版式没有声明事实“\(path)”",
        expected: "set.yaml 的 facts 中的一个 path",
        mend: guess.map { "您是否想写“\($0)”？" } ?? "先在 set.yaml 的 facts 中声明")
      return nil
    }
    guard kinds.contains(fact.kind) else {
      log.error(
        "112", at: value.place, what: "事实“\(path)”是\(fact.kind.rawValue)",
        expected: kinds.map(\.rawValue).joined(separator: "或"), mend: "改用另一个事实，或改它的 type")
      return nil
    }
    let isByAccount = fact.kind == .textByAccount
    let fits = isOfRow ? isByAccount ? isInRows : fact.isByUnit && scope == .units : !isByAccount
    guard fits else {
      log.error(
        "134", at: value.place, what: "事实“\(path)”在这里\(isOfRow ? "分不到" : "要分到")每一行",
        expected: "按科目文字写在表的行的列表里、按单位的写在单位的列表里，各加 by: \(Self.ownRow)",
        mend: isOfRow ? "去掉 by，或移到相应的列表里" : "移到表的行的列表里，加上 by: \(Self.ownRow)")
      return nil
    }
    return (FactReference(path: path, isOfRow: isOfRow), fact)
  }

  private var isInRows: Bool { if case .rows = scope { true } else { false } }

  private func isOfRow(_ map: YAMLMap) -> Bool {
    guard let value = map.optional("by") else { return false }
    return map.choice(value, of: "分法", among: [(Self.ownRow, true)]) ?? false
  }
}
