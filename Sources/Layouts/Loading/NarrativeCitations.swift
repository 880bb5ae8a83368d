internal import Diagnostics
internal import Domain
internal import SourceFiles

extension SetLoader {
  /// Checks of a set that has no faults as a whole: what it cites of itself, its files, its years.
  func checkCitations(
    _ map: YAMLMap, year: Int, rules: RuleLoader, names: AccountNames, hasText: Bool
  ) {
    guard !log.findings.hasErrors else { return }
    CitationChecks(
      log: log, usage: rules.usage, facts: rules.facts, names: names, hasText: hasText,
      set: name
    ).check()
    let parts = map.optional("document").flatMap { YAMLMap($0, log: log) }?.list("parts") ?? []
    let texts = parts.compactMap { part in
      part.entries?.first { $0.key.text == "text" }?.value.text
    }
    let files = SetFiles(log: log, root: root, name: name)
    files.check(
      forms: Set(map.strings("forms").map(\.text)), texts: Set(texts),
      checks: Set(map.optional("checks")?.scalars ?? []))
    files.checkYear(of: name, year, at: map.optional("year")?.place ?? map.place)
    // The catalogue of another year that is inherited is better than none.
    for (_, value) in map.optional("catalogues")?.entries ?? []
    where value.place.isOwn(ofSet: name) {
      files.checkYear(of: value.text ?? "", year, at: value.place)
    }
  }
}

extension NarrativeLayout {
  /// Whether a part of the document is written by a template.
  var hasText: Bool { parts.contains { if case .text = $0 { true } else { false } } }
}
