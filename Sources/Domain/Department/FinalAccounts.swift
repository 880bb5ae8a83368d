/// A department's final accounts of one fiscal year: all that its disclosure is made from.
public struct FinalAccounts: Sendable {
  public let department: Department
  public let fiscalYear: Int
  /// 公开日期: the only date that outputs carry.
  public let publicationDate: CalendarDate
  public let ledger: Ledger
  public let declaredFacts: DeclaredFacts
  public let accountNames: AccountNames
  /// 项目支出绩效自评: in printed order; empty where the layout set has none.
  public let evaluations: [SelfEvaluation]

  public init(
    department: Department, fiscalYear: Int, publicationDate: CalendarDate, ledger: Ledger,
    declaredFacts: DeclaredFacts, accountNames: AccountNames,
    evaluations: [SelfEvaluation] = []
  ) {
    self.department = department
    self.fiscalYear = fiscalYear
    self.publicationDate = publicationDate
    self.ledger = ledger
    self.declaredFacts = declaredFacts
    self.accountNames = accountNames
    self.evaluations = evaluations
  }
}
