internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reports amounts of budget and prior year that would be counted twice.
///
/// Such amounts may stand for a whole as well as for a part: a code for all below it, a row without a
/// code for all codes, one without a unit for all units, and, where the set adds an indicator over all
/// funds, one without a fund for all funds. Rows of one indicator must therefore lie apart: of two
/// that have a part in common, adding both up would count it twice.
struct OverlapCheck {
  let log: FindingLog
  /// The indicators that the set adds up whatever their fund.
  let indicatorsOverFunds: Set<String>

  /// How much a row says of itself; what is not said is meant as a whole.
  fileprivate struct Depth: Hashable {
    /// How many levels its code has; 0 without one.
    let levels: Int
    let hasUnit: Bool
    let hasFund: Bool

    func common(with other: Depth) -> Depth {
      Depth(
        levels: min(levels, other.levels), hasUnit: hasUnit && other.hasUnit,
        hasFund: hasFund && other.hasFund)
    }
  }

  /// A row that stands for a whole, and the rows found within it.
  private struct Clash {
    let whole: LedgerFact
    var parts: [LedgerFact]
  }

  /// So many parts are named beside the whole.
  private static let mostParts = 5

  func check(_ facts: [LedgerFact]) {
    let facts = withoutRepeated(facts.filter { measuresApart.contains($0.key.measure) })
    let groups = Dictionary(grouping: facts, by: depth)
    let depths = groups.keys.sorted {
      ($0.levels, $0.hasUnit ? 1 : 0, $0.hasFund ? 1 : 0)
        < ($1.levels, $1.hasUnit ? 1 : 0, $1.hasFund ? 1 : 0)
    }
    var clashes: [SourcePlace: Clash] = [:]
    for (number, whole) in depths.enumerated() {
      for part in depths[(number + 1)...] {
        let common = whole.common(with: part)
        let parts = Dictionary(grouping: groups[part] ?? []) { $0.key.part(at: common) }
        for fact in groups[whole] ?? [] {
          guard let found = parts[fact.key.part(at: common)] else { continue }
          clashes[fact.place, default: Clash(whole: fact, parts: [])].parts += found
        }
      }
    }
    for (_, clash) in clashes.sorted(by: { $0.key < $1.key }) { report(clash) }
  }

  /// The first row of each key; reports those that come again.
  private func withoutRepeated(_ facts: [LedgerFact]) -> [LedgerFact] {
    var first: [LedgerKey: SourcePlace] = [:]
    return facts.filter { fact in
      guard let place = first[fact.key] else {
        first[fact.key] = fact.place
        return true
      }
      log.report(
        OverlapFault.repeated(fact.key, line: place.line), at: fact.place, related: [place])
      return false
    }
  }

  private func depth(of fact: LedgerFact) -> Depth {
    let key = fact.key
    return Depth(
      levels: key.function.map { $0.level + 1 } ?? 0, hasUnit: key.unit != nil,
      // Where funds are told apart, a row without one is a series of its own.
      hasFund: key.fund != nil || !indicatorsOverFunds.contains(key.indicator ?? ""))
  }

  /// Codes below another are told one by one, where they stand; all else where the whole stands.
  private func report(_ clash: Clash) {
    let whole = clash.whole
    var parts: [LedgerFact] = []
    for part in clash.parts.sorted(by: { $0.place < $1.place }) {
      if let above = whole.key.function, let code = part.key.function, above != code,
        whole.key.unit == part.key.unit, whole.key.fund == part.key.fund
      {
        log.report(
          AccountFault.besidePrefix(code.code, prefix: above.code), at: part.place,
          related: [whole.place])
      } else {
        parts.append(part)
      }
    }
    guard !parts.isEmpty else { return }
    log.report(
      OverlapFault.whole(whole.key, parts: parts.map(\.key)), at: whole.place,
      related: parts.prefix(Self.mostParts).map(\.place))
  }
}

extension LedgerKey {
  /// What is left of the key when no more is said than at a depth.
  fileprivate func part(at depth: OverlapCheck.Depth) -> LedgerKey {
    var key = self
    key.function = depth.levels == 0 ? nil : function?.lineage[depth.levels - 1]
    if !depth.hasUnit { key.unit = nil }
    if !depth.hasFund { key.fund = nil }
    return key
  }
}
