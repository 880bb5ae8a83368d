public import Diagnostics
public import Figures

/// A value that templates quote by its key.
public struct NarrativeValue: Sendable {
  /// What a value is: a closed set, so that a set cannot reckon otherwise than by these.
  public enum Content: Sendable {
    /// An amount of money; `nothing` is printed for none and for exactly nothing.
    case amount(NarrativeQuantity, AmountPrinting, nothing: String)
    /// A number of things.
    case count(NarrativeQuantity, nothing: String)
    case share(ShareLayout)
    case change(ChangeLayout)
    case completion(CompletionLayout)
    case condition(ConditionLayout)
    case reason(ReasonLayout)
    /// Prints nothing; where it stands in a line that is printed, the lack of one of these numbers is a
    /// warning.
    case expected([FactReference])
    case text(TextSource)
    case list(ListLayout)
  }

  /// The name by which templates quote the value.
  public let key: String
  /// What the value is.
  public let content: Content
  /// Where values.yaml describes it.
  public let place: SourcePlace
}

/// A part in per cent of a whole.
public struct ShareLayout: Sendable {
  /// What is divided.
  public let part: NarrativeQuantity
  /// What it is divided by.
  public let whole: NarrativeQuantity
  /// How the share is printed.
  public let percent: PercentPrinting
  /// Printed where the part is nothing.
  public let nothing: String
  /// Printed where the whole is nothing or less.
  public let noBase: String
}

/// How a figure moved against another one.
public struct ChangeLayout: Sendable {
  /// The figure of this year, or whatever else is held against the base.
  public let figure: NarrativeQuantity
  /// What the figure is held against: that of the year before, a budget.
  public let base: NarrativeQuantity
  /// The wordings to choose from.
  public let wording: ChangeWording
  /// How amounts in the wording are printed.
  public let amount: AmountPrinting
  /// How the percentage in the wording is printed.
  public let percent: PercentPrinting
}

/// The wordings of a change, by its sign.
public struct ChangeWording: Hashable, Sendable {
  /// The figure is above the base.
  public let more: WordingText
  /// The figure is below the base.
  public let less: WordingText
  /// Figure and base are the same.
  public let equal: WordingText
  /// The base is stated as nothing and the figure is not: there is no percentage.
  public let noBase: SignedWording
  /// There is no such item among those that the dossier states of the base.
  public let absent: SignedWording
  /// The base is less than nothing; nil to take the percentage of its size.
  public let negative: SignedWording?
  /// The dossier does not say what the base was.
  public let noPrior: WordingText
  /// The difference prints as nothing though it is not.
  public let slight: WordingText

  /// The wordings of a change that has a percentage.
  public var usual: SignedWording { SignedWording(more: more, less: less) }
}

/// A wording for each way that a figure can move: the size of a difference bears no sign.
public struct SignedWording: Hashable, Sendable {
  /// The figure is above the base.
  public let more: WordingText
  /// The figure is below the base.
  public let less: WordingText

  /// The wording of a direction; of one that is none, that of growth.
  public subscript(direction: Change.Direction) -> WordingText {
    direction == .less ? less : more
  }
}

/// How far a budget was carried out.
public struct CompletionLayout: Sendable {
  /// What was spent or received.
  public let figure: NarrativeQuantity
  /// What was planned.
  public let budget: NarrativeQuantity
  /// The wordings to choose from.
  public let wording: CompletionWording
  /// How amounts in the wording are printed.
  public let amount: AmountPrinting
  /// How the percentage in the wording is printed.
  public let percent: PercentPrinting
}

/// The wordings of a completion.
public struct CompletionWording: Hashable, Sendable {
  /// There was a budget, and something came of it.
  public let rate: WordingText
  /// There was a budget and nothing was spent.
  public let zero: WordingText
  /// There was neither a budget nor a figure.
  public let nothing: WordingText
  /// There was a figure without a budget.
  public let noBase: WordingText
  /// The budget is less than nothing; nil to print the rate all the same.
  public let negative: WordingText?
}

/// A wording with places for the figures of a change or a completion.
public typealias WordingText = PlaceholderText<WordingMark>

/// What may stand between the braces of a wording.
public enum WordingMark: String, CaseIterable, Sendable {
  case difference = "差额"
  case ratio = "幅度"
  case thisYear = "本年"
  case lastYear = "上年"
  case rate = "率"
  case figure = "决算"
  case budget = "预算"
  case fiscalYear = "年度"
  case priorYear = "上年度"
}

/// What a section of a template depends on.
public enum ConditionLayout: Sendable {
  case nonZero(NarrativeQuantity)
  /// Whether any fact falls on it, though together they may come to nothing.
  case hasFacts(NarrativeQuantity)
  /// Whether the dossier says anything of it.
  case known(NarrativeQuantity)
  case equal(NarrativeQuantity, NarrativeQuantity)
  case more(NarrativeQuantity, NarrativeQuantity)
  case less(NarrativeQuantity, NarrativeQuantity)
}

/// The clerk's reason for a change.
public struct ReasonLayout: Sendable {
  /// The change that the reason explains, and the per cent above which there must be one.
  public struct Explained: Sendable {
    /// The figure whose change is explained.
    public let figure: NarrativeQuantity
    /// What the figure is held against.
    public let base: NarrativeQuantity
    /// The change in per cent, up or down, above which the lack of a reason is a warning.
    public let limit: Int
    /// How the change is printed: one that prints as nothing needs no reason.
    public let amount: AmountPrinting
  }

  /// The declared fact that holds the reason.
  public let fact: FactReference
  /// The change that calls for it; nil for a reason that is never missed.
  public let explained: Explained?
  /// The sentence around the reason; left out with it.
  public let text: ReasonText
}

/// A text around a clerk's reason.
public typealias ReasonText = PlaceholderText<ReasonMark>

/// What may stand between the braces around a reason.
public enum ReasonMark: String, CaseIterable, Sendable {
  case reason = "原因"
}

/// A declared fact, or the one of a list's row: by account, or by unit.
public struct FactReference: Hashable, Sendable {
  /// The path of the declared fact.
  public let path: String
  /// Whether the fact is that of the list's row.
  public let isOfRow: Bool

  /// Feeds a hasher with the bytes of the path, which has one spelling.
  public func hash(into hasher: inout Hasher) {
    var path = path
    path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(isOfRow)
  }
}

/// Where a text comes from.
public enum TextSource: Sendable {
  /// Written in the set.
  case template(TextTemplate)
  /// Written by the clerk; each line is a paragraph. Where one is expected, its lack is a warning.
  case fact(FactReference, isExpected: Bool)
  /// From the row of a list.
  case row(RowText)
}

/// What a row of a list says of itself.
public enum RowText: Hashable, Sendable {
  case name
  case code
  /// The type of a unit.
  case type
  /// Its place in the list: 一, 二, …
  case ordinal
  /// Its place in the list: 1, 2, …
  case number
  /// The name of its account's level, from 0 (类).
  case account(level: Int)
}
