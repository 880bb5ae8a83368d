public import Diagnostics
public import Domain
public import Figures
public import Layouts

/// What the ledger, the declared facts and the evaluations of a dossier come to, for whoever reckons with
/// them beside the figures of the forms.
public struct DossierQuantities {
  private let values: QuantityValues

  /// Looks at a dossier's accounts by the declarations of a set.
  public init(_ accounts: FinalAccounts, by set: LayoutSet) {
    let facts = FactTable(accounts, declarations: set.facts, isPlaced: false)
    values = QuantityValues(
      accounts: accounts, facts: facts,
      rows: NarrativeRows(accounts: accounts, facts: facts, book: FigureBook([])), lists: [:])
  }

  /// The entries of the ledger by what they are.
  public var booked: BookedEntries { values.facts.booked }

  /// The quantities of some names; lists, which are a narrative's own, have no items here.
  public func quantities(_ names: Set<QuantitySource>) -> [QuantitySource: NamedQuantity] {
    values.quantities(named: names)
  }

  /// The places of the facts behind a quantity, in reading order.
  ///
  /// - Parameter subject: the account or unit that is looked at; nil for none.
  public func places(of source: QuantitySource, subject: String?) -> [SourcePlace] {
    values.places(of: source, subject: subject)
  }

  /// The prior-year amounts behind a quantity; none where it is no sum of such.
  public func priorYearAmounts(of source: QuantitySource) -> [Money] {
    guard case .ledger(let quantity) = source, quantity.selection.measure == .priorYear else {
      return []
    }
    return values.bookings(of: quantity, subject: nil).map(\.amount)
  }
}
