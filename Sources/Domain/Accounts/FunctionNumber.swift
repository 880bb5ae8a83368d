/// A function account as a number: what is grouped and looked up a thousand times, without texts.
public struct FunctionNumber: Hashable, Sendable {
  /// The digits of the code, read as a number.
  public let number: Int

  /// The number of an account.
  public init(_ account: FunctionAccount) {
    number = account.code.utf8.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private init(number: Int) { self.number = number }

  /// The level, from 0 (类): of 3, 5 or 7 digits, none of which begins with a zero.
  public var level: Int { number < 1_000 ? 0 : number < 100_000 ? 1 : 2 }

  /// The account above it at a level that is not below its own.
  public func above(atLevel level: Int) -> FunctionNumber {
    var number = number
    for _ in level..<self.level { number /= 100 }
    return FunctionNumber(number: number)
  }

  /// The account.
  public var account: FunctionAccount { FunctionAccount(unchecked: String(number)) }
}
