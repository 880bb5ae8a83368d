public import Figures

/// The document around and between the forms: cover, contents, and the parts in printed order.
public struct NarrativeLayout: Sendable {
  /// The first page; nil for a document without one.
  public let cover: CoverLayout?
  /// The heading of the contents (目录); nil for a document without them.
  public let contents: String?
  /// The parts in printed order.
  public let parts: [PartLayout]
  /// What templates may quote, in the order of values.yaml.
  public let values: [NarrativeValue]
  /// How numbers are printed where a value does not say.
  public let defaults: NarrativeDefaults
}

/// What is printed on the cover.
public struct CoverLayout: Sendable {
  /// Who publishes, above the title.
  public let issuer: TextTemplate
  /// The title in the middle of the page.
  public let title: TextTemplate
  /// The date or the place, at the foot of the page; may be empty.
  public let foot: TextTemplate
}

/// A part of the document.
public enum PartLayout: Sendable {
  /// Headings and paragraphs, written by a template.
  ///
  /// `isPart` says whether its headings of level 1 begin parts of the document, which are numbered and
  /// may be asked for one by one.
  case text(ProseTemplate, isPart: Bool)
  /// All forms: a heading, and the entry of each in the contents.
  case forms(heading: TextTemplate, entry: TextTemplate)
  /// All self-evaluations.
  case evaluations(EvaluationsPart)
}

/// The part of the self-evaluations.
public struct EvaluationsPart: Sendable {
  /// The heading above all of them.
  public let heading: TextTemplate
  /// The entry of each in the contents.
  public let entry: RecordText
  /// The entry of those whose project several units evaluated.
  public let sharedEntry: RecordText
  /// The paragraph that stands in their place where there is none.
  public let none: TextTemplate
}

/// How numbers are printed in sentences unless a value says otherwise.
public struct NarrativeDefaults: Sendable {
  /// What is printed for exactly nothing: `0`; behind it stands the sign of percents.
  public let zero: String
  /// How percentages are printed.
  public let percent: PercentPrinting
  /// How amounts and counts are printed.
  public let amount: AmountPrinting

  /// Exactly nothing, in percent.
  public var zeroPercent: String { zero + Percentage.sign }
}

/// How an amount or a count is printed in a sentence.
public struct AmountPrinting: Hashable, Sendable {
  /// The number format of money; counts are printed as digits.
  public var format: NumberFormat
  /// Whether zeros behind the point are dropped: 49.50 → 49.5.
  public var isTrimmed: Bool
}

/// How a percentage is printed.
public struct PercentPrinting: Hashable, Sendable {
  /// The digits behind the point to which it is rounded.
  public var decimals: Int
  /// Whether zeros behind the point are dropped: 12.50 → 12.5.
  public var isTrimmed: Bool
  /// Whether thousands are separated by commas.
  public var isGrouped: Bool
}
