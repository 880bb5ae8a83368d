internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Checks of a set as a whole: that what it declares is cited, and that codes which it asks for exist.
///
/// They are made of sets without faults alone: what a fault leaves out would be missed here again.
struct CitationChecks {
  let log: FindingLog
  let usage: SetUsage
  let facts: [FactDeclaration]
  let names: AccountNames
  /// Whether the set has text; without any, what only sentences could cite is left unjudged.
  let hasText: Bool
  /// The set's name: what it inherits need not be cited.
  let set: String

  func check() {
    checkFacts()
    checkAccounts()
    var kinds: [SetUsage.Kind] = [.format]
    if hasText { kinds += [.indicator, .wording, .value] }
    for kind in kinds {
      for (name, place) in usage.idle(kind) where place.isOwn(ofSet: set) {
        log.report(CitationFault.idle(kind, name), at: place)
      }
    }
  }

  private func checkFacts() {
    let cited = usage.names(of: .fact)
    for fact in facts where !cited.contains(fact.path) && fact.place.isOwn(ofSet: set) {
      let isNumber = fact.kind == .money || fact.kind == .count
      guard fact.isRequired || isNumber || hasText else { continue }
      log.report(
        fact.isRequired
          ? CitationFault.requiredFact(fact.path) : CitationFault.idle(.fact, fact.path),
        at: fact.place)
    }
  }

  private func checkAccounts() {
    for asked in usage.accounts
    where asked.place.isOwn(ofSet: set) && names.name(of: asked.code, in: asked.chart) == nil {
      log.report(
        CitationFault.unknownAccount(asked.code, chart: asked.chart.rawValue), at: asked.place)
    }
  }
}
