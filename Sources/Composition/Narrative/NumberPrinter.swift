internal import Domain
internal import Figures
internal import Layouts

/// Prints the numbers of sentences, and remembers which there are.
struct NumberPrinter {
  let quantities: QuantityEvaluation
  let defaults: NarrativeDefaults
  /// All amounts and percentages that sentences print.
  private(set) var known = KnownFigures()

  init(quantities: QuantityEvaluation, defaults: NarrativeDefaults) {
    self.quantities = quantities
    self.defaults = defaults
  }

  /// An amount or a count.
  mutating func amount(
    _ quantity: Quantity, _ printing: AmountPrinting?, nothing: String, row: NarrativeRow?
  ) -> String {
    let number = quantities.value(quantity, row: row)
    guard number.raw != 0, let value = number.value else { return nothing }
    return text(value, printing)
  }

  /// A part in per cent of a whole.
  mutating func share(_ layout: ShareLayout, row: NarrativeRow?) -> String {
    let part = quantities.value(layout.part, row: row).raw
    let whole = quantities.value(layout.whole, row: row).raw
    guard part != 0 else { return layout.nothing }
    return percent(part, of: whole, layout.percent) ?? layout.noBase
  }

  /// How a figure moved.
  mutating func change(_ layout: ChangeLayout, row: NarrativeRow?) -> String {
    let figure = quantities.value(layout.figure, row: row)
    let base = quantities.value(layout.base, row: row)
    let difference = figure + (-base)
    let size = difference.raw < 0 ? -difference : difference
    let wording: WordingText
    if base.isUnknown {
      wording = layout.wording.noPrior
    } else if difference.raw == 0 {
      wording = layout.wording.equal
    } else if base.raw == 0 {
      wording = layout.wording.noBase
    } else if let slight = layout.wording.slight, roundsToNothing(size, layout.amount) {
      wording = slight
    } else {
      wording = difference.raw > 0 ? layout.wording.more : layout.wording.less
    }
    let ratio = percent(size.raw, of: abs(base.raw), layout.percent)
    // The wording without a base speaks of growth; a figure below nothing keeps its sign there.
    let shown = base.raw == 0 ? difference : size
    let texts = [
      WordingMark.difference: plain(shown, layout.amount),
      .ratio: ratio ?? defaults.zeroPercent,
      .thisYear: plain(figure, layout.amount), .lastYear: plain(base, layout.amount),
    ]
    return wording.filled { texts[$0] ?? "" }
  }

  /// How far a budget was carried out.
  mutating func completion(_ layout: CompletionLayout, row: NarrativeRow?) -> String {
    let figure = quantities.value(layout.figure, row: row)
    let budget = quantities.value(layout.budget, row: row)
    let difference = figure + (-budget)
    let wording =
      switch (figure.raw == 0, budget.raw == 0) {
      case (true, true): layout.wording.nothing
      case (false, true): layout.wording.noBase
      case (true, false): layout.wording.zero
      case (false, false): layout.wording.rate
      }
    let rate = figure.raw == 0 ? nil : percent(figure.raw, of: budget.raw, layout.percent)
    let texts = [
      WordingMark.rate: rate ?? defaults.zeroPercent,
      .figure: plain(figure, layout.amount), .budget: plain(budget, layout.amount),
      .difference: plain(difference.raw < 0 ? -difference : difference, layout.amount),
    ]
    return wording.filled { texts[$0] ?? "" }
  }

  /// Whether a section is printed.
  func holds(_ condition: ConditionLayout, row: NarrativeRow?) -> Bool {
    func raw(_ quantity: Quantity) -> Int64 { quantities.value(quantity, row: row).raw }
    return switch condition {
    case .nonZero(let quantity): raw(quantity) != 0
    case .known(let quantity): !quantities.value(quantity, row: row).isUnknown
    case .equal(let first, let second): raw(first) == raw(second)
    case .more(let first, let second): raw(first) > raw(second)
    case .less(let first, let second): raw(first) < raw(second)
    }
  }

  /// Whether a change is so great that there must be a reason for it.
  func needsReason(_ explained: ReasonLayout.Explained, row: NarrativeRow?) -> Bool {
    let figure = quantities.value(explained.figure, row: row)
    let base = quantities.value(explained.base, row: row)
    guard !base.isUnknown else { return false }
    let difference = Int128(figure.raw) - Int128(base.raw)
    return difference.magnitude * 100 > Int128(base.raw).magnitude * UInt128(explained.limit)
  }
}

// MARK: - Single numbers

extension NumberPrinter {
  /// A number within a wording, where nothing is a number too.
  private mutating func plain(_ number: QuantityValue, _ printing: AmountPrinting) -> String {
    guard number.raw != 0, let value = number.value else { return defaults.zero }
    return text(value, printing)
  }

  private mutating func text(_ value: FigureValue, _ printing: AmountPrinting?) -> String {
    guard case .money(let money) = value, let printing else {
      return switch value {
      case .money(let money): money.description
      case .count(let count): String(count)
      case .decimal(let decimal): decimal.description
      }
    }
    known.add(money)
    let text = printing.format.shown(value).text(grouping: printing.format.grouping)
    return printing.isTrimmed ? text.withoutTrailingZeros : text
  }

  private mutating func percent(
    _ part: Int64, of whole: Int64, _ printing: PercentPrinting
  ) -> String? {
    guard let percentage = Percentage(part, of: whole, decimals: printing.decimals) else {
      return nil
    }
    let text = percentage.text(printing)
    known.add(percent: text)
    return text
  }

  private func roundsToNothing(_ number: QuantityValue, _ printing: AmountPrinting) -> Bool {
    guard case .money? = number.value, let value = number.value else { return false }
    return printing.format.shown(value).units == 0
  }
}
