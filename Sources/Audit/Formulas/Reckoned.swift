internal import Domain
internal import Figures
internal import Layouts

/// What a side comes to, on a scale on which every kind of number can be held against another.
struct Reckoned {
  /// In millionths: of 元 for money, of one for counts and other numbers.
  let millionths: Int128
  /// How far rounding in print may have carried it off, in the same unit.
  let slack: Int128
  /// Whether it is money; nil for nothing, which is of every kind.
  let isMoney: Bool?

  /// The number that a side comes to; nil where it is not known.
  init?(
    _ expression: NarrativeQuantity, by reckoner: Reckoner<QuantitySource>,
    row: Reckoner<QuantitySource>.Row, in book: AuditedBook, rounding: PriorYearRounding
  ) {
    let quantity = reckoner.value(expression, in: row)
    guard !quantity.isUnknown else { return nil }
    millionths = Self.millionths(quantity.value)
    isMoney = quantity.value.map { if case .money = $0 { true } else { false } }
    slack = Self.slack(of: expression) { expression in
      let quantity = reckoner.value(expression, in: row)
      return Self.millionths(quantity.value)
    } ofFigure: { key in
      Int128(book.slack(of: key)) * Self.scale(book.book.figure(key)?.value)
    } ofNamed: {
      rounding.slack(of: $0)
    }
  }

  private static func millionths(_ value: FigureValue?) -> Int128 {
    Int128(value?.raw ?? 0) * scale(value)
  }

  private static func scale(_ value: FigureValue?) -> Int128 {
    switch value {
    case nil, .count: 1_000_000
    case .money: 10_000
    case .decimal(let decimal): powerOfTen(max(0, 6 - decimal.decimals))
    }
  }

  /// Each rounded figure may be off by half of its last decimal, and so may their sum by all of them.
  private static func slack(
    of expression: NarrativeQuantity, _ value: (NarrativeQuantity) -> Int128,
    ofFigure: (FigureKey) -> Int128, ofNamed: (QuantitySource) -> Int128
  ) -> Int128 {
    func slack(of part: NarrativeQuantity) -> Int128 {
      Self.slack(of: part, value, ofFigure: ofFigure, ofNamed: ofNamed)
    }
    switch expression {
    case .figure(let key): return ofFigure(key)
    case .named(let name): return ofNamed(name)
    case .row, .constant: return 0
    case .sum(let parts):
      return parts.map { slack(of: $0) }.reduce(0, +)
    case .difference(let first, let second):
      return slack(of: first) + slack(of: second)
    case .multiple(let times, let part):
      return Int128(times.magnitude) * slack(of: part)
    case .percentage(let part, let whole):
      let own = slack(of: part)
      let base = slack(of: whole)
      let size = Int128(value(whole).magnitude)
      guard own + base > 0, size > 0 else { return 0 }
      // Both may be off: the quotient by the sum of their shares, and by its own rounding.
      let share = Int128(value(part).magnitude) * 100_000_000 / size
      return own * 100_000_000 / size + share * base / size + 5_000
    }
  }
}
