/// Collects what a comparison finds: each difference is put before the rules, and what was compared
/// is counted by group.
struct DifferenceLog {
  private var groups: [ComparedGroup] = []
  private var differences: [Difference] = []
  /// How far the comparison reached.
  var extent = ComparedExtent()
  /// Whether no difference counts so far.
  var isEmpty: Bool { differences.isEmpty }
  /// Whether anything was compared so far.
  var hasCompared: Bool { groups.contains { $0.compared > 0 } }
  /// What each rule kept out: by what files have in common, and how many have nothing so.
  private var kept: [(keys: Set<EntryKey>, others: Int)]
  private let rules: ComparisonRules
  private var places: [ComparedGroup.Name: Int] = [:]

  init(rules: ComparisonRules) {
    self.rules = rules
    kept = Array(repeating: ([], 0), count: rules.rules.count)
  }

  /// Counts things that were compared; the first call for a group gives it its place.
  mutating func compared(_ count: Int, file: String, group: String) {
    groups[place(of: file, group)].compared += count
  }

  /// Takes a difference, unless a rule says that it does not matter.
  ///
  /// The first rule that covers it counts it, so that the counts add up.
  ///
  /// - Returns: whether it counts.
  @discardableResult
  mutating func add(_ difference: Difference) -> Bool {
    var difference = difference
    _ = place(of: difference.file, difference.group)
    if let rule = rules.rules.firstIndex(where: { $0.covers(difference) }) {
      if let key = EntryKey(difference) {
        kept[rule].keys.insert(key)
      } else {
        kept[rule].others += 1
      }
      return false
    }
    difference.parts.removeAll { part in rules.rules.contains { $0.covers(part) } }
    differences.append(difference)
    return true
  }

  /// How many entries each rule kept out; one that several files have counts once.
  var uses: [Int] { kept.map { $0.keys.count + $0.others } }

  /// What is reported: group by group, in the order in which it was found, what several files have
  /// in common once; and the groups with the number of entries that are found in each.
  func merged() -> (groups: [ComparedGroup], differences: [Difference]) {
    let entries = EntryMerging(ordered).entries
    var groups = groups
    for entry in entries {
      let names =
        [ComparedGroup.Name(file: entry.file, group: entry.group)]
        + entry.also.map { ComparedGroup.Name(file: $0.file, group: $0.group) }
      for place in Set(names.compactMap { places[$0] }) { groups[place].different += 1 }
    }
    return (groups, entries)
  }

  private var ordered: [Difference] {
    var byGroup = Array(repeating: [Difference](), count: groups.count)
    for difference in differences {
      let name = ComparedGroup.Name(file: difference.file, group: difference.group)
      guard let place = places[name] else { continue }
      byGroup[place].append(difference)
    }
    return Array(byGroup.joined())
  }

  private mutating func place(of file: String, _ group: String) -> Int {
    let name = ComparedGroup.Name(file: file, group: group)
    if let place = places[name] { return place }
    places[name] = groups.count
    groups.append(ComparedGroup(name: name))
    return groups.count - 1
  }
}
