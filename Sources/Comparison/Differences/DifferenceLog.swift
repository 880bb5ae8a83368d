/// Collects what a comparison finds: each difference is put before the rules, and what was compared
/// is counted by group.
struct DifferenceLog {
  private(set) var groups: [ComparedGroup] = []
  private(set) var differences: [Difference] = []
  private(set) var uses: [Int]
  private let rules: ComparisonRules
  private var places: [ComparedGroup.Name: Int] = [:]

  init(rules: ComparisonRules) {
    self.rules = rules
    uses = Array(repeating: 0, count: rules.rules.count)
  }

  /// Counts things that were compared; the first call for a group gives it its place.
  mutating func compared(_ count: Int, file: String, group: String) {
    groups[place(of: file, group)].compared += count
  }

  /// Takes a difference, unless a rule says that it does not matter.
  ///
  /// The first rule that covers it counts it, so that the counts add up.
  mutating func add(_ difference: Difference) {
    let place = place(of: difference.file, difference.group)
    if let rule = rules.rules.firstIndex(where: { $0.covers(difference) }) {
      uses[rule] += 1
      return
    }
    groups[place].different += 1
    differences.append(difference)
  }

  /// The differences group by group, in the order in which they were found.
  var ordered: [Difference] {
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
