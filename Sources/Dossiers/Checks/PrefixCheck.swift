internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reports amounts of budget and prior year that are booked both at an account and below it.
///
/// Such amounts may stand at any level, but of a code and its own prefix only one may have any in
/// one fund (of one unit and indicator), or adding both up would count twice.
func checkPrefixes(_ facts: [LedgerFact], log: FindingLog) {
  let measures: [Measure] = [.openingBudget, .priorYear]
  let facts = facts.filter { measures.contains($0.key.measure) }
  // The first place of each key; a key says all that must be equal but for the code's length.
  var places: [LedgerKey: SourcePlace] = [:]
  for fact in facts where places[fact.key] == nil { places[fact.key] = fact.place }
  for fact in facts where places[fact.key] == fact.place {
    guard let account = fact.key.function else { continue }
    for above in account.lineage.dropLast() {
      var key = fact.key
      key.function = above
      guard let place = places[key] else { continue }
      log.report(
        AccountFault.besidePrefix(account.code, prefix: above.code), at: fact.place,
        related: [place])
    }
  }
}
