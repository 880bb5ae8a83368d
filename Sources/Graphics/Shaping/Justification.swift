public import Geometry

/// How lines are made flush on both sides: by little in many places.
public struct Justification: Sendable {
  /// The room of a paragraph's first line.
  public let first: Length
  /// The room of each further line.
  public let further: Length
  /// What a gap between two characters gains on a line that needs nothing; it may be negative.
  public let gap: Length
  /// The least that a gap may gain.
  public let narrowest: Length
  /// The most that a gap gains before other means are tried.
  public let comfortable: Length
  /// The most that a gap may gain.
  public let widest: Length
  /// How much of its blank half a sign of punctuation within a line may lose anywhere.
  public let squeeze: Length
  /// How much it may lose where no break serves.
  public let hardSqueeze: Length

  /// A way of justifying by its measures.
  public init(
    first: Length, further: Length, gap: Length, narrowest: Length, comfortable: Length,
    widest: Length, squeeze: Length, hardSqueeze: Length
  ) {
    self.first = first
    self.further = further
    self.gap = gap
    self.narrowest = narrowest
    self.comfortable = comfortable
    self.widest = widest
    self.squeeze = squeeze
    self.hardSqueeze = hardSqueeze
  }
}
