internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// What department.yaml says; a part is nil where it is missing or wrong.
struct DepartmentFile {
  var identity = Identity()
  var facts = DeclaredFacts()
}

/// Reads department.yaml: identity first, because facts may be kept by unit.
///
/// Declared amounts are added to the total of all amounts.
func readDepartment(
  _ source: DossierPart, under rules: DossierRules, total: inout AmountTotal, log: FindingLog
) -> DepartmentFile {
  var result = DepartmentFile()
  let parsed = source.value(family: log.family)
  log.report(parsed.findings)
  guard let value = parsed.value, let root = YAMLMap(value, log: log) else { return result }
  result.identity = IdentityReader(rules: rules, log: log).read(root)
  var reader = FactsReader(units: result.identity.units?.map(\.code), total: total, log: log)
  reader.read(root, by: FactTree(rules.facts))
  (result.facts, total) = (reader.facts, reader.total)
  root.finish()
  return result
}

/// The declared facts of a set by the keys that lead to them, in the set's order.
struct FactTree {
  /// A key with the fact that it declares, or with the keys below it.
  struct Branch {
    let key: String
    /// The fact declared here; nil for a key that only leads further.
    var fact: FactDeclaration?
    var below = FactTree()
  }

  private(set) var branches: [Branch] = []

  init() {}

  /// Arranges declarations by their keys.
  init(_ facts: [FactDeclaration]) {
    for fact in facts { insert(fact, along: fact.keys[...]) }
  }

  /// All facts below, in the set's order.
  var facts: [FactDeclaration] {
    branches.flatMap { branch in (branch.fact.map { [$0] } ?? []) + branch.below.facts }
  }

  private mutating func insert(_ fact: FactDeclaration, along keys: ArraySlice<String>) {
    guard let key = keys.first else { return }
    let index = branches.firstIndex { $0.key == key } ?? branches.endIndex
    if index == branches.endIndex { branches.append(Branch(key: key)) }
    if keys.count == 1 {
      branches[index].fact = fact
    } else {
      branches[index].below.insert(fact, along: keys.dropFirst())
    }
  }
}
