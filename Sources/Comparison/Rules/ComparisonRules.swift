public import Diagnostics
internal import Figures
public import FoundationEssentials
public import SourceFiles

/// The rules of a comparison, as they stand in a file beside the references.
///
/// ```yaml
/// ignore:
///   - {kind: metadata, property: created, reason: 每次生成的日期不同}
///   - {sheet: 封面, reason: 封面由各单位自行排版}
/// tolerate:
///   - {within: "0.01", address: "*!合计.*", reason: 参考文件按各行印出的数相加}
/// equal:
///   - {prints: [blank, zero, dash], reason: 上级软件把零印成空白或“-”}
/// ```
///
/// Conditions are `file`, `sheet`, `column`, `address`, `kind` and `property`, each a text or a list,
/// with `*` and `?` in names; a rule needs a reason and at least one condition.
public struct ComparisonRules: Hashable, Sendable {
  /// In the order of the file; the first that covers a difference counts it.
  public let rules: [ComparisonRule]

  /// Takes rules in the order in which they are asked.
  public init(_ rules: [ComparisonRule]) { self.rules = rules }

  /// No rules: every difference counts.
  public static let none = ComparisonRules([])

  /// Reads a file of rules.
  public static func read(_ url: URL, as file: String) -> Loaded<ComparisonRules> {
    let source = SourceText.read(url, as: file, family: family)
    guard let text = source.value else { return Loaded(nil, source.findings) }
    return parse(text)
  }

  /// Takes the text of a file of rules apart; every fault of it is reported.
  public static func parse(_ source: SourceText) -> Loaded<ComparisonRules> {
    let root = YAMLValue.parse(source, family: family)
    guard let value = root.value else { return Loaded(nil, root.findings) }
    let log = FindingLog(family: family)
    guard let map = YAMLMap(value, log: log) else { return Loaded(nil, log.findings) }
    let rules = RuleKind.allCases.flatMap { kind in
      map.list(kind.rawValue).compactMap { rule($0, kind, log) }
    }
    map.finish()
    return Loaded(log.findings.hasErrors ? nil : ComparisonRules(rules), log.findings)
  }

  /// The letter of the codes of what any YAML file can have wrong; those of workbooks begin with C.
  private static let family = "R"

  /// The lists of the file, in the order in which their rules are asked.
  private enum RuleKind: String, CaseIterable {
    case ignore, tolerate, equal
  }

  private static func rule(
    _ value: YAMLValue, _ list: RuleKind, _ log: FindingLog
  ) -> ComparisonRule? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    var rule = ComparisonRule(place: map.place, reason: map.string("reason") ?? "")
    rule.files = map.strings("file").map(\.text)
    rule.groups = map.strings("sheet").map(\.text)
    rule.columns = map.strings("column").map(\.text)
    rule.addresses = map.strings("address").map(\.text)
    rule.properties = map.strings("property").map(\.text)
    if let kinds = map.optional("kind") {
      rule.kinds = (kinds.items ?? [kinds]).compactMap { kind in
        map.choice(kind, of: "差异种类", among: Difference.Kind.allCases.map { ($0.rawValue, $0) })
      }
    }
    if list == .tolerate { rule.tolerance = tolerance(of: map) }
    if list == .equal { rule.prints = prints(of: map) }
    map.finish()
    if !rule.hasCondition, list == .ignore {
      log.report(RuleFault.unlimited, at: map.place)
    }
    return rule
  }

  private static func prints(of map: YAMLMap) -> Set<EmptyPrint> {
    guard let value = map.required("prints") else { return [] }
    let items = value.items ?? [value]
    let prints = items.compactMap { item in
      map.choice(item, of: "印法", among: EmptyPrint.allCases.map { ($0.rawValue, $0) })
    }
    if prints.count == items.count, Set(prints).count < 2 {
      map.log.report(RuleFault.onePrint, at: value.place)
    }
    return Set(prints)
  }

  private static func tolerance(of map: YAMLMap) -> PrintedNumber? {
    guard let value = map.required("within") else { return nil }
    if let number = value.text.flatMap({ PrintedNumber($0) }), number.units >= 0 { return number }
    map.log.report(RuleFault.noTolerance(value.kindName), at: value.place)
    return nil
  }
}

extension RuleUse {
  /// Says of a rule that matched nothing that it can go.
  var finding: Finding? {
    guard count == 0 else { return nil }
    return RuleFault.unused(reason: rule.reason).finding(at: rule.place)
  }
}
