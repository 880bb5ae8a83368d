public import Domain

extension Selection {
  /// The terms by which a layout set states the selection: measure, sources, funds, kinds, accounts and
  /// types of units, each in the order of the law.
  ///
  /// - Parameter unitTypes: all types of units, in the order of the set.
  public func words(unitTypes: [String]) -> [String] {
    var words = [measure?.rawValue].compactMap { $0 }
    words += terms(sources, fiscal: IncomeSource.fiscalAppropriation)
    words += terms(funds, fiscal: Fund.fiscalAppropriation)
    words += terms(kinds)
    words += functions?.map(\.code) ?? []
    words += economics?.map(\.code) ?? []
    words += self.unitTypes.map { types in unitTypes.filter(types.contains) } ?? []
    return words
  }

  /// The terms of a set, those of the treasury by the word for all of them.
  private func terms<Term: FixedTerm & CaseIterable>(
    _ terms: Set<Term>?, fiscal: [Term] = []
  ) -> [String] {
    guard let terms else { return [] }
    let hasAll = !fiscal.isEmpty && terms.isSuperset(of: fiscal)
    let rest = hasAll ? terms.subtracting(fiscal) : terms
    return (hasAll ? [SelectionLoader.appropriation] : [])
      + Term.allCases.filter(rest.contains).map(\.rawValue)
  }
}
