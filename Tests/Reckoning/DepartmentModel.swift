/// A department as the sentences of part three speak of it: its ledger, and what it declares.
///
/// It shares no code with the project.
public struct DepartmentModel: Sendable {
  /// An opening budget.
  public struct Budget: Sendable {
    public var fund, function: String
    public var fen: Int64

    public init(fund: String, function: String, fen: Int64) {
      self.fund = fund
      self.function = function
      self.fen = fen
    }
  }

  /// A figure of the year before; fund and function are empty where none is given.
  public struct Prior: Sendable {
    public var indicator, fund, function: String
    public var fen: Int64

    public init(indicator: String, fund: String, function: String, fen: Int64) {
      self.indicator = indicator
      self.fund = fund
      self.function = function
      self.fen = fen
    }
  }

  /// A self-evaluation, its amounts in 分.
  public struct Evaluation: Sendable {
    public var fund, grade: String
    public var annual, executed: Int64

    public init(fund: String, grade: String, annual: Int64, executed: Int64) {
      self.fund = fund
      self.grade = grade
      self.annual = annual
      self.executed = executed
    }
  }

  public var ledger: LedgerModel
  public var budgets: [Budget] = []
  public var priors: [Prior] = []
  /// 因公出国, 购置, 运行, 接待 a year ago; nil where it is not declared.
  public var publicPrior: [Int64?] = [nil, nil, nil, nil]
  /// 团组, 人次, 购置辆数, 保有量, then 国内, 外事 and 国外, each 批次 and 人次.
  public var counts: [Int64?] = Array(repeating: nil, count: 10)
  /// 授予中小企业, 授予小微企业.
  public var awarded: [Int64?] = [nil, nil]
  /// The clerk's texts by path: `说明.收支总体原因`.
  public var texts: [String: String] = [:]
  /// The reasons of the classes by code.
  public var classReasons: [String: String] = [:]
  public var evaluations: [Evaluation] = []
  /// Names of accounts by code.
  public var functionNames: [String: String] = [:]
  public var economicNames: [String: String] = [:]

  public init(_ ledger: LedgerModel) { self.ledger = ledger }
}
