/// A ledger as the reckoning knows it: plain rows, amounts in 分.
///
/// It shares no code with the project.
public struct LedgerModel: Sendable {
  public struct Income: Sendable {
    public var unit, source, function: String
    public var fen: Int64

    public init(unit: String, source: String, function: String, fen: Int64) {
      self.unit = unit
      self.source = source
      self.function = function
      self.fen = fen
    }
  }

  public struct Expenditure: Sendable {
    public var unit, fund, kind, function: String
    /// Empty where none is given.
    public var economic: String
    public var fen: Int64

    public init(
      unit: String, fund: String, kind: String, function: String, economic: String, fen: Int64
    ) {
      self.unit = unit
      self.fund = fund
      self.kind = kind
      self.function = function
      self.economic = economic
      self.fen = fen
    }
  }

  /// One amount of balances.csv; each becomes a row of its own.
  public struct Balance: Sendable {
    public enum Kind: Int, Sendable, CaseIterable { case opening, used, distribution, closing }

    public var unit, fund, function: String
    public var kind: Kind
    public var fen: Int64

    public init(unit: String, fund: String, function: String, kind: Kind, fen: Int64) {
      self.unit = unit
      self.fund = fund
      self.function = function
      self.kind = kind
      self.fen = fen
    }
  }

  public var incomes: [Income]
  public var expenditures: [Expenditure]
  public var balances: [Balance]
  /// 政府采购: 货物, 工程, 服务.
  public var purchases: [Int64]
  /// The eight kinds of vehicles, then equipment.
  public var holdings: [Int64]
  /// 因公出国, 购置, 运行, 接待; budget and final.
  public var publicBudget: [Int64]
  public var publicFinal: [Int64]
  /// From a unit's code to its type.
  public let unitTypes: [String: String]

  public init(
    incomes: [Income], expenditures: [Expenditure], balances: [Balance], purchases: [Int64],
    holdings: [Int64], publicBudget: [Int64], publicFinal: [Int64], unitTypes: [String: String]
  ) {
    self.incomes = incomes
    self.expenditures = expenditures
    self.balances = balances
    self.purchases = purchases
    self.holdings = holdings
    self.publicBudget = publicBudget
    self.publicFinal = publicFinal
    self.unitTypes = unitTypes
  }
}

/// The fund that an income belongs to.
public func fund(ofSource source: String) -> String {
  source.hasSuffix("财政拨款") ? source : "其他"
}

/// A sequence of pseudo-random numbers that a printed seed repeats (SplitMix64).
public struct Dice: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
