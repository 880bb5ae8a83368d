public import Domain

/// What is known of the year before: from its dossier, from the files that were made of it, or from what
/// was published.
public struct KnownYear: Sendable {
  /// How exactly its amounts are known.
  public enum Precision: Sendable {
    /// To the 分.
    case exact
    /// As they are printed.
    case printed
  }

  /// An amount that the year after states as one of its prior year.
  public struct Amount: Hashable, Sendable {
    /// The indicator (指标) that it is stated under.
    public let indicator: String
    /// The fund that it is of; nil for all together.
    public let fund: Fund?
    /// The account that it is of; nil for all.
    public let function: FunctionAccount?
    /// What it comes to.
    public let amount: Money
    /// By how much it may be off, for numbers that were rounded.
    public let slack: Money
  }

  /// What the year was closed with.
  public struct Balance: Hashable, Sendable {
    /// The funds whose balance it is.
    public let funds: [Fund]
    /// What it comes to.
    public let amount: Money
    /// By how much it may be off, for numbers that were rounded.
    public let slack: Money
  }

  /// What a unit closed the year with on an account.
  public struct Closing: Hashable, Sendable {
    /// The unit's code.
    public let unit: String
    /// The fund that it is of.
    public let fund: Fund
    /// The account that it is booked on.
    public let function: FunctionAccount
    /// What it comes to; never zero.
    public let amount: Money
  }

  /// What an account was called.
  public struct Name: Hashable, Sendable {
    /// The chart of the account.
    public let chart: AccountChart
    /// The account's code.
    public let code: String
    /// What it was called.
    public let name: String

    /// Pairs an account with its name.
    public init(chart: AccountChart, code: String, name: String) {
      (self.chart, self.code, self.name) = (chart, code, name)
    }
  }

  /// Whose year it was; parts that nothing tells are nil, or empty.
  public struct Identity: Sendable {
    /// The department's code.
    public var code: String?
    /// The department's name.
    public var name: String?
    /// The department's units.
    public var units: [BudgetUnit]

    /// What is known of a department.
    public init(code: String? = nil, name: String? = nil, units: [BudgetUnit] = []) {
      (self.code, self.name, self.units) = (code, name, units)
    }
  }

  /// The fiscal year.
  public let year: Int
  /// The name of the layout set by which it was published.
  public let layoutSet: String
  /// Whose year it was.
  public let identity: Identity
  /// How exactly its amounts are known.
  public let precision: Precision
  /// The amounts for prior-year.csv, zeros among them.
  public let amounts: [Amount]
  /// The indicators, with their fund, whose amounts are not known.
  public let unknown: [(indicator: String, fund: Fund?)]
  /// What it was closed with, as far as that is known.
  public let balances: [Balance]
  /// What each unit closed it with; nil where that is not known.
  public let closings: [Closing]?
  /// The declared numbers that are known, by their paths: `三公经费.公务接待费.决算`; of those that are
  /// kept by unit those of each.
  public let numbers: [String: [DeclaredNumber]]
  /// The declared facts; nil where no dossier is at hand.
  public let declared: DeclaredFacts?
  /// The names of the accounts that were printed, sorted by chart and code.
  public let names: [Name]

  /// A declared number.
  public struct DeclaredNumber: Hashable, Sendable {
    /// The unit that declares it; nil for the whole department.
    public let unit: String?
    /// What it is: money or a count.
    public let value: DeclaredValue
    /// By how much an amount may be off.
    public let slack: Money
  }
}
