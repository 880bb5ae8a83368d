internal import Domain

/// The names that titles do not take apart: of the department and its units, with and without the
/// place that they have in common before their own (襄垣县), and of the ledger's function accounts.
func titleWords(of accounts: FinalAccounts) -> [String] {
  let department = accounts.department
  let names = [department.name] + department.units.map(\.name)
  let place = names.dropFirst().reduce(department.name) { $0.commonPrefix(with: $1) }
  // A department of one name alone has no place that anybody could tell.
  let own = Set(names).count > 1 ? names.map { String($0.dropFirst(place.count)) } : []
  let codes = Set(accounts.ledger.entries.compactMap(\.key.function))
  let functions = codes.sorted().compactMap {
    accounts.accountNames.name(of: $0.code, in: .function)
  }
  var seen: Set<String> = []
  return (names + own + functions).filter { $0.count > 1 && seen.insert($0).inserted }
}

extension String {
  /// What both texts begin with.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
