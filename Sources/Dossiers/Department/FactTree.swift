internal import Layouts

/// The declared facts of a set by the keys that lead to them, in the set's order.
struct FactTree {
  /// A key with the fact that it declares, or with the keys below it.
  struct Branch {
    let key: String
    /// The fact declared here; nil for a key that only leads further.
    var fact: FactDeclaration?
    var below = FactTree()
  }

  private(set) var branches: [Branch] = []

  init() {}

  /// Arranges declarations by their keys.
  init(_ facts: [FactDeclaration]) {
    for fact in facts { insert(fact, along: fact.keys[...]) }
  }

  /// All facts below, in the set's order.
  var facts: [FactDeclaration] {
    branches.flatMap { branch in (branch.fact.map { [$0] } ?? []) + branch.below.facts }
  }

  private mutating func insert(_ fact: FactDeclaration, along keys: ArraySlice<String>) {
    guard let key = keys.first else { return }
    let index = branches.firstIndex { $0.key == key } ?? branches.endIndex
    if index == branches.endIndex { branches.append(Branch(key: key)) }
    if keys.count == 1 {
      branches[index].fact = fact
    } else {
      branches[index].below.insert(fact, along: keys.dropFirst())
    }
  }
}
