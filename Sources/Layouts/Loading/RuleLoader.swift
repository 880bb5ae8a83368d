internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// Reads what cells show and how they are printed.
struct RuleLoader {
  let log: FindingLog
  let selections: SelectionLoader
  let formats: [String: NumberFormat]
  let facts: [FactDeclaration]
  /// What is cited of the set's declarations.
  var usage: SetUsage { selections.usage }

  /// The rule among the keys of a row, a cell or a foot's figure; nil where there is none.
  ///
  /// - Parameters:
  ///   - isRequired: whether one of the keys must be there.
  ///   - references: turns the entries of `sum` into references.
  func rule(
    _ map: YAMLMap, isRequired: Bool = false, references: (YAMLValue) -> [CellReference]
  ) -> CellRule? {
    let keys = ["select", "sum", "sumOfLeaves", "fact"]
    let written = keys.filter { map.optional($0) != nil }
    var rule: CellRule?
    if let value = map.optional("select") {
      rule = selections.selection(value).map { .select($0) }
    }
    if let value = map.optional("sum") { rule = .sum(sum(value, references: references)) }
    if map.flag("sumOfLeaves") { rule = .sumOfLeaves }
    if let value = map.optional("fact"), let path = fact(value) { rule = .fact(path: path) }
    if written.count > 1 || (isRequired && written.isEmpty) {
      log.report(RuleFault.choice(written, of: keys), at: map.place)
    }
    return rule
  }

  /// The rule of a column: facts narrowed by the row, or other columns of the row.
  func columnRule(_ map: YAMLMap) -> CellRule? {
    let select = map.optional("select")
    let sum = map.optional("sum")
    if let select, sum != nil {
      log.report(RuleFault.selectAndSum, at: select.place)
    }
    if let sum {
      return .sum(
        self.sum(sum) { value in
          (value.items ?? [value]).compactMap { item in
            item.text.map { CellReference(row: nil, column: $0) }
          }
        })
    }
    return select.flatMap { selections.selection($0) }.map { .select($0) }
  }

  /// The references of a `sum`, of which there must be one at least.
  private func sum(
    _ value: YAMLValue, references: (YAMLValue) -> [CellReference]
  ) -> [CellReference] {
    if value.items?.isEmpty == true {
      log.report(RuleFault.emptySum, at: value.place)
    }
    return references(value)
  }

  /// How figures are printed, among the keys of a form, a column or a row.
  func printing(_ map: YAMLMap) -> Printing {
    var printing = Printing()
    if let value = map.optional("format") {
      if let name = value.text { usage.cite(.format, name) }
      let words = formats.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      printing.format = map.choice(value, of: "数字格式", among: words)
    }
    (printing.none, printing.zero) = emptyStyles(map)
    return printing
  }

  /// What is printed without a number and for zero, among the keys of a mapping.
  func emptyStyles(_ map: YAMLMap) -> (none: EmptyStyle?, zero: EmptyStyle?) {
    (emptyStyle("none", map), emptyStyle("zero", map))
  }

  private func emptyStyle(_ key: String, _ map: YAMLMap) -> EmptyStyle? {
    map.optional(key).flatMap { value in
      map.choice(value, of: "空格写法", among: EmptyStyle.allCases.map { ($0.rawValue, $0) })
    }
  }

  /// The path of a declared fact that can be printed as a figure.
  private func fact(_ value: YAMLValue) -> String? {
    let path = value.text ?? ""
    return declares(path, kinds: [.money, .count], at: value.place) ? path : nil
  }

  /// Whether the set declares a fact of one of some kinds; reports it where it does not.
  func declares(_ path: String, kinds: [FactDeclaration.Kind], at place: SourcePlace) -> Bool {
    usage.cite(.fact, path)
    guard let declaration = facts.first(where: { $0.path == path }) else {
      log.report(FactFault.undeclared(path, known: facts.map(\.path)), at: place)
      return false
    }
    guard kinds.contains(declaration.kind) else {
      log.report(
        FactFault.otherKind(
          path, kind: declaration.kind.rawValue,
          needed: kinds.map(\.rawValue).joined(separator: "或"), isFigure: kinds.contains(.money)),
        at: place)
      return false
    }
    return true
  }
}
