/// The units in which amounts are stated.
public enum MoneyUnit: String, CaseIterable, Sendable {
  case yuan = "元"
  case thousand = "千元"
  case tenThousand = "万元"
  case million = "百万元"
  case hundredMillion = "亿元"

  /// How many digits of 分 the unit cuts off.
  public var shift: Int {
    switch self {
    case .yuan: 2
    case .thousand: 5
    case .tenThousand: 6
    case .million: 8
    case .hundredMillion: 10
    }
  }
}
