internal import Diagnostics
internal import Domain
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
  _ source: SourceText, under rules: DossierRules, total: inout AmountTotal, log: FindingLog
) -> DepartmentFile {
  var result = DepartmentFile()
  let parsed = YAMLValue.parse(source, family: log.family)
  log.report(parsed.findings)
  guard let value = parsed.value, let root = YAMLMap(value, log: log) else { return result }
  result.identity = IdentityReader(rules: rules, log: log).read(root)
  var reader = FactsReader(units: result.identity.units?.map(\.code), total: total, log: log)
  reader.read(root, by: FactTree(rules.facts))
  (result.facts, total) = (reader.facts, reader.total)
  root.finish()
  return result
}
