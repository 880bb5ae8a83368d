internal import Diagnostics
internal import SourceFiles

/// Reads which indicators prior-year.csv may state, and which of them belong together.
struct PriorYearLoader {
  let log: FindingLog

  /// The indicators; each item is one, or a list of those that are stated together or not at all.
  func indicators(
    _ map: YAMLMap
  ) -> (all: [(text: String, place: SourcePlace)], together: [[String]]) {
    guard let value = map.optional("priorYear") else { return ([], []) }
    var all: [(text: String, place: SourcePlace)] = []
    var together: [[String]] = []
    for item in value.items ?? [value] {
      let names = (item.items ?? [item]).compactMap(name)
      all += names
      if item.items != nil { together.append(names.map(\.text)) }
    }
    return (all, together)
  }

  private func name(_ value: YAMLValue) -> (text: String, place: SourcePlace)? {
    if let text = value.text { return (text, value.place) }
    log.report(
      YAMLFault.wrongType(found: value.kindName, expected: "一个指标，或一起填写的几个指标"),
      at: value.place)
    return nil
  }
}
