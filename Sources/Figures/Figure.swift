public import Diagnostics
public import Domain

/// One cell of a form that shows a number: composed from facts, or read from a file.
///
/// It is the one type for a printed number with its place in a form; every renderer prints the same
/// one, and comparison and audit judge the same whoever made it.
public struct Figure: Hashable, Sendable {
  /// What a cell shows; a blank, a zero and `——` are three different things.
  public enum Content: Hashable, Sendable {
    /// Nothing is printed.
    case blank
    /// `——`, in whatever strokes.
    case dash
    /// A number with the decimals that are printed.
    case number(FixedDecimal)
    /// Something that is none of these.
    case text
  }

  /// The cell by its ids; nil where no layout set says which cell it is, as in a list of figures.
  public let key: FigureKey?
  /// The cell as people cite it.
  public let address: FigureAddress
  /// What is printed: `5,924.67`, an empty text for a blank, `——`.
  public let printed: String
  /// What that shows.
  public let content: Content
  /// The unit of the printed number: 万元; nil where it is not known.
  public let unit: String?
  /// The exact value; nil where no fact falls on the cell, it shows a standing `——`, or only the
  /// printed number is known.
  public let value: FigureValue?
  /// The unit of the exact value: 元; nil where it is not known.
  public let exactUnit: String?
  /// How it was printed; nil where it was read.
  public let format: NumberFormat?
  /// The places of the facts behind it, in reading order, each once.
  public let sources: [SourcePlace]
  /// Where it was read; nil where it was composed.
  public let place: Place?

  /// The sign of a cell that is never filled.
  public static let dash = "——"

  /// The rounded number that is printed; nil where the cell shows no number.
  public var shown: FixedDecimal? {
    if case .number(let number) = content { number } else { nil }
  }

  /// The exact value in ``exactUnit``: money in 元 with two decimals, counts as digits; empty where
  /// there is none.
  public var exact: String { value?.description ?? "" }
}

extension Figure {
  /// Makes the figure of a value, by saying how it is printed.
  ///
  /// - Parameters:
  ///   - value: the exact value; nil where no fact falls on the cell.
  ///   - none: what is printed without a fact.
  ///   - zero: what is printed when the facts come to exactly nothing; a value that merely rounds to
  ///     nothing prints its zeros.
  ///   - sources: the places of the facts behind it.
  public init(
    key: FigureKey? = nil, address: FigureAddress, value: FigureValue?, format: NumberFormat,
    none: EmptyStyle, zero: EmptyStyle, sources: [SourcePlace]
  ) {
    let style: EmptyStyle =
      switch value {
      case nil: none
      case .some(let value): value.isZero ? zero : .number
      }
    let (printed, content): (String, Content) =
      switch style {
      case .blank: ("", .blank)
      case .dash: (Figure.dash, .dash)
      case .number: Self.print(value ?? .count(0), by: format)
      }
    self.init(
      key: key, address: address, printed: printed, content: content, unit: format.unit,
      value: value, exactUnit: format.exactUnit, format: format, sources: sources, place: nil)
  }

  private static func print(
    _ value: FigureValue, by format: NumberFormat
  ) -> (String, Content) {
    let number = format.shown(value)
    return (number.text(grouping: format.grouping), .number(number))
  }

  /// A figure that was read from a file.
  ///
  /// - Parameters:
  ///   - printed: what is printed, without space around it.
  ///   - content: what that shows.
  ///   - unit: the unit of the printed number; nil where the file does not tell.
  ///   - value: the exact value, where the file tells it.
  public init(
    key: FigureKey? = nil, address: FigureAddress, printed: String, content: Content,
    unit: String? = nil, value: FigureValue? = nil, exactUnit: String? = nil,
    sources: [SourcePlace] = [], at place: Place
  ) {
    self.init(
      key: key, address: address, printed: printed, content: content, unit: unit, value: value,
      exactUnit: exactUnit, format: nil, sources: sources, place: place)
  }

  /// The figure with a key, which says where in its form it stands.
  public func named(by key: FigureKey?) -> Figure {
    Figure(
      key: key, address: address, printed: printed, content: content, unit: unit, value: value,
      exactUnit: exactUnit, format: format, sources: sources, place: place)
  }

  /// The figure with an exact value, where the printed number is all that is known of it.
  public func valued(_ value: FigureValue) -> Figure {
    Figure(
      key: key, address: address, printed: printed, content: content, unit: unit, value: value,
      exactUnit: exactUnit, format: format, sources: sources, place: place)
  }

  /// The figure with what another list knows of it: unit, exact value and the facts behind it.
  public func explained(by other: Figure) -> Figure {
    Figure(
      key: key, address: address, printed: printed, content: content, unit: other.unit ?? unit,
      value: other.value ?? value, exactUnit: other.exactUnit ?? exactUnit, format: format,
      sources: other.sources, place: place)
  }
}
