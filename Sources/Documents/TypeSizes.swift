public import Geometry

/// Sizes of type to choose from: one at least, the largest first.
public struct TypeSizes: Hashable, Sendable {
  /// All sizes, the largest first.
  public let all: [Length]
  /// The smallest that may ever be used.
  public let smallest: Length

  /// The sizes of a list; nil for a list that is empty or not from large to small.
  public init?(_ sizes: [Length]) {
    guard let smallest = sizes.last, sizes == sizes.sorted(by: >) else { return nil }
    all = sizes
    self.smallest = smallest
  }

  /// A size with smaller ones, in whatever order they are given.
  public init(_ size: Length, _ others: Length...) {
    all = ([size] + others).sorted(by: >)
    smallest = others.reduce(size) { min($0, $1) }
  }

  /// The size to begin with.
  public var largest: Length { all.first ?? smallest }
}
