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
      log.report(NarrativeQuantityFault.address(text), at: value.place)
      return nil
    }
    let (form, key) = (String(parts[0]), CellKey(row: String(ids[0]), column: String(ids[1])))
    guard let columns = columns(of: form, at: value.place) else { return nil }
    let quantity = NarrativeQuantity.figure(FigureKey(form: form, cell: key))
    guard forms.isKnown(form) else { return LoadedQuantity(quantity: quantity, kind: nil) }
    guard let cell = forms.cell(key, of: form) else {
      let isColumn = columns.contains(key.column)
      log.report(
        NarrativeQuantityFault.unknownCell(
          form: form, row: key.row, column: key.column, isColumn: isColumn,
          known: isColumn ? forms.rows(of: form) : columns.sorted()),
        at: value.place)
      return nil
    }
    return LoadedQuantity(quantity: quantity, kind: cell.numberKind)
  }

  /// The figure columns of a form; reports a form that the set does not have.
  func columns(of form: String, at place: SourcePlace) -> Set<String>? {
    if let columns = forms.columns(of: form) { return columns }
    log.report(NarrativeQuantityFault.unknownForm(form, known: forms.numbers), at: place)
    return nil
  }

  /// Cells of the list's row.
  func row(
    _ names: [(text: String, place: SourcePlace)], at place: SourcePlace
  ) -> LoadedQuantity? {
    guard case .rows(let forms) = scope, let form = forms.first else {
      outsideRows("row", at: place)
      return nil
    }
    guard forms.count == 1 else {
      log.report(NarrativeValueFault.severalForms, at: place)
      return nil
    }
    let known = names.filter { isColumn($0, of: form) }
    guard !known.isEmpty, known.count == names.count else { return nil }
    let kinds = Set(known.compactMap { self.forms.kind(ofColumn: $0.text, in: form) })
    return LoadedQuantity(
      quantity: .row(columns: known.map(\.text)), kind: kinds.count == 1 ? kinds.first : nil,
      size: known.count)
  }

  /// Whether a form has the figure column; reports one that it has not.
  func isColumn(_ name: (text: String, place: SourcePlace), of form: String) -> Bool {
    let columns = forms.columns(of: form) ?? []
    guard !columns.contains(name.text) else { return true }
    log.report(
      NarrativeQuantityFault.unknownColumn(form: form, name.text, known: columns.sorted()),
      at: name.place)
    return false
  }

  /// A declared number.
  func fact(_ value: YAMLValue, _ map: YAMLMap) -> LoadedQuantity? {
    guard let (reference, fact) = reference(value, map, kinds: [.money, .count]) else { return nil }
    return LoadedQuantity(
      quantity: .named(.fact(reference)), kind: fact.kind == .money ? .money : .count)
  }

  /// A declared fact of one of some kinds, and whether the row's own is meant (`by`).
  func reference(
    _ value: YAMLValue, _ map: YAMLMap, kinds: [FactDeclaration.Kind]
  ) -> (FactReference, FactDeclaration)? {
    let isOfRow = isOfRow(map)
    let path = value.text ?? ""
    rules.usage.cite(.fact, path)
    guard let fact = rules.facts.first(where: { $0.path == path }) else {
      log.report(FactFault.undeclared(path, known: rules.facts.map(\.path)), at: value.place)
      return nil
    }
    guard kinds.contains(fact.kind) else {
      log.report(
        FactFault.otherKind(
          path, kind: fact.kind.rawValue,
          needed: kinds.map(\.rawValue).joined(separator: "或"), isFigure: false),
        at: value.place)
      return nil
    }
    let isByAccount = fact.kind == .textByAccount
    let fits = isOfRow ? isByAccount ? isInRows : fact.isByUnit && scope == .units : !isByAccount
    guard fits else {
      log.report(
        NarrativeQuantityFault.factOfRow(path, isOfRow: isOfRow, word: Self.ownRow),
        at: value.place)
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
