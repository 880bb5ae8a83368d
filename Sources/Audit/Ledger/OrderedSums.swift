internal import Domain

/// What amounts are told apart by: a unit, a fund, an account, or some of these.
struct BookedGroup {
  /// The position of the unit among those of the department.
  var unit: Int?
  var fund: Fund?
  var function: FunctionNumber?

  /// A number that no other group has: accounts have seven digits at most, and funds are fewer than ten.
  ///
  /// Groups are looked up by it, since there are tables of numbers already; for one of groups the
  /// runtime would first have to make a type, which takes longer than adding a ledger up.
  var number: Int {
    (unit.map { $0 + 1 } ?? 0) * 100_000_000 + (fund.map { $0.position + 1 } ?? 0) * 10_000_000
      + (function?.number ?? 0)
  }
}

/// Amounts added up by group, in the order in which the groups first occur.
struct OrderedSums {
  /// What the entries of a group come to, and their positions.
  struct Sum {
    let group: BookedGroup
    var amount = Money.zero
    var positions: [Int] = []
  }

  private(set) var inOrder: [Sum] = []
  private var places: [Int: Int] = [:]

  mutating func add(_ amount: Money, of position: Int, to group: BookedGroup) {
    let number = group.number
    let place = places[number] ?? inOrder.count
    if place == inOrder.count {
      places[number] = place
      inOrder.append(Sum(group: group))
    }
    inOrder[place].amount += amount
    inOrder[place].positions.append(position)
  }
}
