internal import Domain
internal import Figures
internal import Layouts

/// Prints the numbers of sentences, and remembers which there are.
struct NumberPrinter {
  private let reckoner: Reckoner<QuantitySource>
  let defaults: NarrativeDefaults
  private let fiscalYear: Int
  /// All amounts and percentages that sentences print.
  private(set) var known = KnownFigures()

  init(_ reckoner: Reckoner<QuantitySource>, defaults: NarrativeDefaults, fiscalYear: Int) {
    self.reckoner = reckoner
    self.defaults = defaults
    self.fiscalYear = fiscalYear
  }

  /// An amount or a count.
  mutating func amount(
    _ quantity: NarrativeQuantity, _ printing: AmountPrinting?, nothing: String,
    row: NarrativeRow?
  ) -> String {
    let number = value(quantity, row)
    guard number.raw != 0, let value = number.value else { return nothing }
    return text(value, printing)
  }

  /// A part in per cent of a whole.
  mutating func share(_ layout: ShareLayout, row: NarrativeRow?) -> String {
    let share = Share(
      value(layout.part, row), of: value(layout.whole, row), decimals: layout.percent.decimals)
    return switch share {
    case .nothing: layout.nothing
    case .noBase: layout.noBase
    case .percentage(let percentage): percent(percentage, layout.percent)
    }
  }

  /// How a figure moved.
  mutating func change(_ layout: ChangeLayout, row: NarrativeRow?) -> String {
    let change = Change(of: value(layout.figure, row), against: value(layout.base, row))
    let wording = wording(of: change, layout)
    let ratio = change.ratio(decimals: layout.percent.decimals)
      .map { percent($0, layout.percent) }
    let texts = [
      WordingMark.difference: plain(change.difference.magnitude, layout.amount),
      .ratio: ratio ?? defaults.zeroPercent,
      .thisYear: plain(change.figure, layout.amount),
      .lastYear: plain(change.base, layout.amount),
    ]
    return filled(wording, texts)
  }

  private func wording(of change: Change, _ layout: ChangeLayout) -> WordingText {
    let wording = layout.wording
    let direction = change.direction
    if change.basis == .unknown { return wording.noPrior }
    if direction == .equal { return wording.equal }
    if isSlight(change, layout.amount) { return wording.slight }
    return switch change.basis {
    case .absent: wording.absent[direction]
    case .zero: wording.noBase[direction]
    case .negative: (wording.negative ?? wording.usual)[direction]
    case .positive, .unknown: wording.usual[direction]
    }
  }

  /// A wording with its amounts and years.
  private func filled(_ wording: WordingText, _ texts: [WordingMark: String]) -> String {
    wording.filled { mark in
      switch mark {
      case .fiscalYear: String(fiscalYear)
      case .priorYear: String(fiscalYear - 1)
      default: texts[mark] ?? ""
      }
    }
  }

  /// How far a budget was carried out.
  mutating func completion(_ layout: CompletionLayout, row: NarrativeRow?) -> String {
    let completion = Completion(
      of: value(layout.figure, row), against: value(layout.budget, row))
    let wording =
      switch completion.state {
      case .nothing: layout.wording.nothing
      case .noBase: layout.wording.noBase
      case .zero: layout.wording.zero
      case .rate: layout.wording.rate
      case .negative: layout.wording.negative ?? layout.wording.rate
      }
    let rate = completion.rate(decimals: layout.percent.decimals)
      .map { percent($0, layout.percent) }
    let texts = [
      WordingMark.rate: rate ?? defaults.zeroPercent,
      .figure: plain(completion.figure, layout.amount),
      .budget: plain(completion.budget, layout.amount),
      .difference: plain(completion.difference.magnitude, layout.amount),
    ]
    return filled(wording, texts)
  }

  /// Whether a section is printed.
  func holds(_ condition: ConditionLayout, row: NarrativeRow?) -> Bool {
    func raw(_ quantity: NarrativeQuantity) -> Int64 { value(quantity, row).raw }
    return switch condition {
    case .nonZero(let quantity): raw(quantity) != 0
    case .hasFacts(let quantity): value(quantity, row).value != nil
    case .known(let quantity): !value(quantity, row).isUnknown
    case .equal(let first, let second): raw(first) == raw(second)
    case .more(let first, let second): raw(first) > raw(second)
    case .less(let first, let second): raw(first) < raw(second)
    }
  }

  /// Whether a change is so great that there must be a reason for it.
  func needsReason(_ explained: ReasonLayout.Explained, row: NarrativeRow?) -> Bool {
    let change = Change(of: value(explained.figure, row), against: value(explained.base, row))
    return change.exceeds(percent: explained.limit) && !isSlight(change, explained.amount)
  }

  /// Whether a declared fact is missing.
  func isUnknown(_ fact: FactReference, row: NarrativeRow?) -> Bool {
    value(.named(.fact(fact)), row).isUnknown
  }

  private func value(_ quantity: NarrativeQuantity, _ row: NarrativeRow?) -> Quantity {
    reckoner.value(quantity, in: row?.subject)
  }
}

// MARK: - Single numbers

extension NumberPrinter {
  /// A number within a wording, where nothing is a number too.
  private mutating func plain(_ number: Quantity, _ printing: AmountPrinting) -> String {
    guard number.raw != 0, let value = number.value else { return defaults.zero }
    return text(value, printing)
  }

  private mutating func text(_ value: FigureValue, _ printing: AmountPrinting?) -> String {
    guard case .money(let money) = value, let printing else { return value.description }
    known.add(money)
    let shown = printing.format.shown(value)
    return (printing.isTrimmed ? shown.trimmed : shown).text(grouping: printing.format.grouping)
  }

  private mutating func percent(_ percentage: Percentage, _ printing: PercentPrinting) -> String {
    let text = percentage.text(grouping: printing.isGrouped, isTrimmed: printing.isTrimmed)
    known.add(percent: text)
    return text
  }

  /// Whether a change prints as nothing.
  private func isSlight(_ change: Change, _ printing: AmountPrinting) -> Bool {
    guard let value = change.difference.value, case .money = value else { return false }
    return printing.format.shown(value).units == 0
  }
}
