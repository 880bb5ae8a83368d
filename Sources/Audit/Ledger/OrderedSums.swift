internal import Domain

/// Amounts added up by what they are of, in the order in which that first occurs.
struct OrderedSums<Key: Hashable> {
  /// What entries come to, and their positions.
  struct Sum {
    var amount = Money.zero
    var positions: [Int] = []
  }

  private var order: [Key] = []
  private var sums: [Sum] = []
  private var places: [Key: Int] = [:]

  mutating func add(_ amount: Money, of position: Int, to key: Key) {
    let place: Int
    if let known = places[key] {
      place = known
    } else {
      place = order.count
      places[key] = place
      order.append(key)
      sums.append(Sum())
    }
    sums[place].amount += amount
    sums[place].positions.append(position)
  }

  var inOrder: [(key: Key, sum: Sum)] { zip(order, sums).map { ($0, $1) } }
}
