internal import Domain

extension AccountChart {
  /// The code above; nil for a 类.
  func parent(of code: String) -> String? {
    switch self {
    case .function: FunctionAccount(code)?.parent?.code
    case .economic: EconomicAccount(code)?.parent?.code
    }
  }

  /// Whether nothing can stand below a code.
  func isLowest(_ code: String) -> Bool {
    switch self {
    case .function: FunctionAccount(code)?.isLowestLevel ?? true
    case .economic: EconomicAccount(code)?.isLowestLevel ?? true
    }
  }
}

extension ListedAccount {
  /// The code of the account above; nil for a 类.
  var parentCode: String? { chart.parent(of: code) }
}
