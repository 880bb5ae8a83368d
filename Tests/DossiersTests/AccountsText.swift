import Domain

extension FinalAccounts {
  /// All that the tests look at, one fact a line, so that two readings can be compared.
  var text: String {
    var lines = ["\(department.code) \(department.name) \(fiscalYear) \(publicationDate)"]
    lines += department.units.map { "\($0.code) \($0.name) \($0.type)" }
    lines += ledger.entries.map { "\($0.key.text) = \($0.amount) @ \($0.places)" }
    return lines.joined(separator: "\n")
  }
}

extension LedgerKey {
  /// What the key names, in a fixed order.
  var text: String {
    let parts = [
      measure.rawValue, unit, fund?.rawValue, source?.rawValue, kind?.rawValue, function?.code,
      economic?.code, indicator,
    ]
    return parts.map { $0 ?? "-" }.joined(separator: " ")
  }
}
