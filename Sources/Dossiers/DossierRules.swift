public import Diagnostics
public import Domain
public import Layouts

/// What a layout set prescribes for a dossier; of the rest of the set a reader knows nothing.
public struct DossierRules: Sendable {
  /// The set's name, for messages.
  public var setName: String
  /// The year that the set was issued for.
  public var year: Int
  /// The facts that department.yaml may or must declare.
  public var facts: [FactDeclaration]
  /// The types that a budget unit may have.
  public var unitTypes: [String]
  /// The indicators (指标) of prior-year amounts.
  public var priorYearIndicators: [String]
  /// The indicators that are added up whatever their fund, so that an amount without a fund is that of
  /// all funds together.
  public var indicatorsOverFunds: Set<String>
  /// Those of the indicators that are stated together or not at all.
  public var priorYearTogether: [[String]]
  /// The expenditure that must name an economic account.
  public var economicRequired: [Selection]
  /// The names of the set's catalogues.
  public var accountNames: AccountNames
  /// The names of the year that people have brought in; without a value where their file is faulty.
  public var broughtNames = Loaded(AccountNames(), [])
  /// The economic accounts that forms print whether anything is booked on them or not.
  public var listedAccounts: [EconomicAccount] = []
  /// What people write in place of the words of the tables.
  public var vocabulary: Vocabulary
  /// What is prescribed for self-evaluations; nil leaves their folder unread.
  public var evaluation: EvaluationRules?

  /// The rules of a layout set.
  ///
  /// - Parameter catalogues: the names that people have brought in; nil for none.
  public init(_ set: LayoutSet, catalogues: UserCatalogues? = nil) {
    self.init(
      setName: set.name, year: set.year, facts: set.facts, unitTypes: set.unitTypes,
      priorYearIndicators: set.priorYearIndicators,
      indicatorsOverFunds: set.indicatorsOverFunds, economicRequired: set.economicRequired,
      accountNames: set.accountNames, vocabulary: set.vocabulary, evaluation: set.evaluation,
      priorYearTogether: set.priorYearTogether)
    listedAccounts = set.listedAccounts
    if let catalogues { broughtNames = catalogues.names(ofYear: set.year) }
  }

  /// Rules stated one by one.
  public init(
    setName: String, year: Int, facts: [FactDeclaration], unitTypes: [String],
    priorYearIndicators: [String], indicatorsOverFunds: Set<String> = [],
    economicRequired: [Selection], accountNames: AccountNames,
    vocabulary: Vocabulary = Vocabulary(), evaluation: EvaluationRules? = nil,
    priorYearTogether: [[String]] = []
  ) {
    self.setName = setName
    self.year = year
    self.facts = facts
    self.unitTypes = unitTypes
    self.priorYearIndicators = priorYearIndicators
    self.indicatorsOverFunds = indicatorsOverFunds
    self.economicRequired = economicRequired
    self.accountNames = accountNames
    self.vocabulary = vocabulary
    self.evaluation = evaluation
    self.priorYearTogether = priorYearTogether
  }
}
