public import Diagnostics

/// A department's final accounts of one fiscal year: all that its disclosure is made from.
public struct FinalAccounts: Sendable {
  /// Whose accounts they are.
  public let department: Department
  /// The year that was accounted for: `2023`.
  public let fiscalYear: Int
  /// 公开日期: the only date that outputs carry.
  public let publicationDate: CalendarDate
  /// The amounts of all ledger files, added up by key.
  public let ledger: Ledger
  /// What the dossier declares beside its ledgers.
  public let declaredFacts: DeclaredFacts
  /// The names of the accounts: those of the layout set, and those that the dossier adds.
  public let accountNames: AccountNames
  /// 项目支出绩效自评: in printed order; empty where the layout set has none.
  public let evaluations: [SelfEvaluation]
  /// Where the year before is; nil where the dossier does not say.
  public let lastYear: LastYearPlace?

  /// Takes what was read; without evaluations there are none.
  public init(
    department: Department, fiscalYear: Int, publicationDate: CalendarDate, ledger: Ledger,
    declaredFacts: DeclaredFacts, accountNames: AccountNames,
    evaluations: [SelfEvaluation] = [], lastYear: LastYearPlace? = nil
  ) {
    self.department = department
    self.fiscalYear = fiscalYear
    self.publicationDate = publicationDate
    self.ledger = ledger
    self.declaredFacts = declaredFacts
    self.accountNames = accountNames
    self.evaluations = evaluations
    self.lastYear = lastYear
  }
}

/// Where a dossier says that the year before is.
public struct LastYearPlace: Hashable, Sendable {
  /// The path as it is written, from the dossier's folder.
  public let path: String
  /// Where it is written.
  public let place: SourcePlace

  /// Pairs a path with the place where it is written.
  public init(path: String, place: SourcePlace) {
    self.path = path
    self.place = place
  }
}
