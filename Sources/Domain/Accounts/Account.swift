/// A code of a hierarchical chart of accounts: the code of each level is a prefix of the next.
public protocol Account: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The digits that a code has at each level, 类 first.
  static var levelDigits: [Int] { get }
  /// The code, digits alone.
  var code: String { get }
  /// Makes an account of a code that is already known to be well formed.
  init(unchecked code: String)
}

extension Account {
  /// Makes an account of a code; nil when it has other characters than digits or another length
  /// than one of the chart's levels.
  public init?(_ code: String) {
    guard Self.levelDigits.contains(code.utf8.count),
      code.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    self.init(unchecked: code)
  }

  // Inlinable, so that other modules have them made for the chart at hand: they are asked thousands of
  // times what lies within what.

  /// The level, from 0 (类).
  @inlinable public var level: Int { Self.levelDigits.firstIndex(of: code.utf8.count) ?? 0 }

  /// Whether the code is of the chart's lowest level: 项 for functions, 款 for economic accounts.
  public var isLowestLevel: Bool { level == Self.levelDigits.count - 1 }

  /// The account above; nil for a 类.
  public var parent: Self? { level > 0 ? ancestor(digits: Self.levelDigits[level - 1]) : nil }

  /// The account and those above it, 类 first.
  @inlinable public var lineage: [Self] {
    Self.levelDigits.prefix(level + 1).map { ancestor(digits: $0) }
  }

  /// The digits that a level adds to the code of the level above; nil below the account's own level.
  public func digits(ofLevel level: Int) -> Substring? {
    guard (0...self.level).contains(level) else { return nil }
    let start = level == 0 ? 0 : Self.levelDigits[level - 1]
    return code.dropFirst(start).prefix(Self.levelDigits[level] - start)
  }

  /// Whether this is the given account or one below it.
  @inlinable public func isWithin(_ other: Self) -> Bool { code.hasPrefix(other.code) }

  /// Orders by code as text, so that an account stands right before those below it.
  public static func < (left: Self, right: Self) -> Bool { left.code < right.code }

  /// The code.
  public var description: String { code }

  @inlinable func ancestor(digits: Int) -> Self {
    Self(unchecked: String(Substring(code.utf8.prefix(digits))))
  }
}

/// An account of 支出功能分类科目: 类 3, 款 5, 项 7 digits.
public struct FunctionAccount: Account {
  /// 类 3, 款 5, 项 7 digits.
  public static let levelDigits = [3, 5, 7]
  /// The code, digits alone: `2080501`.
  public let code: String
  /// Makes an account of a code that is already known to be well formed.
  public init(unchecked code: String) { self.code = code }
}

/// An account of 支出经济分类科目 (departments' part): 类 3, 款 5 digits.
public struct EconomicAccount: Account {
  /// 类 3, 款 5 digits.
  public static let levelDigits = [3, 5]
  /// The code, digits alone: `30201`.
  public let code: String
  /// Makes an account of a code that is already known to be well formed.
  public init(unchecked code: String) { self.code = code }
}
