internal import Diagnostics
internal import Figures
internal import SourceFiles

/// Reads which money a build shows at a glance.
struct GlanceLoader {
  let log: FindingLog
  let quantities: NarrativeQuantities
  /// The set's own printing of figures.
  let printing: Printing

  /// The entries in order; nothing of those that have faults.
  func entries(_ items: [YAMLValue]) -> [GlanceEntry] {
    // A set without a format at all is told so elsewhere.
    guard let format = printing.format, let first = items.first else { return [] }
    guard case .money = format.kind else {
      log.report(GlanceFault.format, at: first.place)
      return []
    }
    var seen: [String: SourcePlace] = [:]
    return items.compactMap { item in
      guard let map = YAMLMap(item, log: log) else { return nil }
      defer { map.finish() }
      let name = map.string("name")
      if let name, let first = seen.updateValue(map.place, forKey: name) {
        log.report(CitationFault.repeatedItem(name), at: map.place, related: [first])
      }
      guard let loaded = quantities.quantity(map), let name else { return nil }
      guard loaded.quantity.names.isEmpty else {
        log.report(GlanceFault.otherSource(name), at: map.place)
        return nil
      }
      if loaded.kind == .count { log.report(GlanceFault.count(name), at: map.place) }
      return GlanceEntry(name: name, quantity: loaded.quantity, format: format)
    }
  }
}
