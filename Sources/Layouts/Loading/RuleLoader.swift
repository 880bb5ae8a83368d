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

  /// The rule among the keys of a row, a column or a cell; nil where there is none.
  ///
  /// - Parameter references: turns the entries of `sum` into references.
  func rule(
    _ map: YAMLMap, references: (YAMLValue) -> [CellReference]
  ) -> CellRule? {
    var rules: [CellRule] = []
    if let value = map.optional("select") {
      rules += selections.selection(value).map { [.select($0)] } ?? []
    }
    if let value = map.optional("sum") { rules.append(.sum(references(value))) }
    if map.flag("sumOfLeaves") { rules.append(.sumOfLeaves) }
    if let value = map.optional("fact"), let path = fact(value) { rules.append(.fact(path: path)) }
    if rules.count > 1 {
      log.error(
        "107", at: map.place, what: "select、sum、sumOfLeaves、fact 写了不止一个",
        expected: "其中一个", mend: "留下一个")
    }
    return rules.first
  }

  /// How figures are printed, among the keys of a form, a column or a row.
  func printing(_ map: YAMLMap) -> Printing {
    var printing = Printing()
    if let value = map.optional("format") {
      let words = formats.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      printing.format = map.choice(value, of: "数字格式", among: words)
    }
    printing.none = emptyStyle("none", map)
    printing.zero = emptyStyle("zero", map)
    return printing
  }

  private func emptyStyle(_ key: String, _ map: YAMLMap) -> EmptyStyle? {
    map.optional(key).flatMap { value in
      map.choice(value, of: "空格写法", among: EmptyStyle.allCases.map { ($0.rawValue, $0) })
    }
  }

  /// The path of a declared fact that can be printed as a figure.
  private func fact(_ value: YAMLValue) -> String? {
    let path = value.text ?? ""
    guard let declaration = facts.first(where: { $0.path == path }) else {
      let guess = nearest(to: path, among: facts.map(\.path))
      log.error(
        "112", at: value.place, what: "版式没有声明事实“\(path)”",
        expected: "set.yaml 的 facts 中的一个 path",
        mend: guess.map { "您是否想写“\($0)”？" } ?? "先在 set.yaml 的 facts 中声明")
      return nil
    }
    guard declaration.kind == .money || declaration.kind == .count else {
      log.error(
        "112", at: value.place, what: "事实“\(path)”是\(declaration.kind.rawValue)，不能作为数字打印",
        expected: "金额或数量", mend: "改用另一个事实，或改它的 type")
      return nil
    }
    return path
  }
}
