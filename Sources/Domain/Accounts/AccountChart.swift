/// Which of the two charts an account belongs to, by the name that ledgers use.
public enum AccountChart: String, CaseIterable, Sendable, FixedTerm {
  case function = "支出功能"
  case economic = "支出经济"
}

/// The names of the levels of accounts, 类 first.
public let accountLevelNames = ["类", "款", "项"]

/// What is asked of codes whose chart is known only when the program runs.
extension AccountChart {
  /// The digits of a code by level, 类 first.
  public var levelDigits: [Int] {
    switch self {
    case .function: FunctionAccount.levelDigits
    case .economic: EconomicAccount.levelDigits
    }
  }

  /// Whether a code is one of the chart's.
  public func hasAccount(_ code: String) -> Bool {
    switch self {
    case .function: FunctionAccount(code) != nil
    case .economic: EconomicAccount(code) != nil
    }
  }

  /// Whether nothing can stand below a code.
  public func isLowestLevel(_ code: String) -> Bool { code.utf8.count == levelDigits.last }

  /// A code and those above it, 类 first.
  public func lineage(of code: String) -> [String] {
    levelDigits.filter { $0 <= code.utf8.count }.map { String(code.prefix($0)) }
  }

  /// The code above; nil for a 类.
  public func parent(of code: String) -> String? { lineage(of: code).dropLast().last }

  /// What the level of a code is called.
  public func levelName(of code: String) -> String {
    levelDigits.firstIndex(of: code.utf8.count).map { accountLevelNames[$0] } ?? ""
  }
}
