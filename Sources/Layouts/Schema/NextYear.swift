public import Domain

/// What the year after takes over of a year that is published by a set.
public struct NextYear: Sendable {
  /// The amounts that the year after states as those of its prior year.
  public let amounts: [CarriedAmount]
  /// What the year is closed with, and the year after opened.
  public let balances: [CarriedBalance]

  /// Nothing is taken over.
  static let none = NextYear(amounts: [], balances: [])
}

/// An amount that the year after states as one of its prior year.
public struct CarriedAmount: Sendable {
  /// The indicator (指标) that it is stated under.
  public let indicator: String
  /// The fund that it is stated for; nil for all together.
  public let fund: Fund?
  /// The rows that have an amount each; nil for one amount alone.
  public let rows: CarriedRows?
  /// Where the amount comes from; of rows, of the row that is looked at.
  public let quantity: NarrativeQuantity
}

/// Rows of a form that have an amount each.
public struct CarriedRows: Hashable, Sendable {
  /// The number of the form.
  public let form: String
  /// The level of the rows' accounts, from 0 (类).
  public let level: Int
}

/// A balance that the year is closed with.
public struct CarriedBalance: Sendable {
  /// The funds whose balance it is, in the order of the law.
  public let funds: [Fund]
  /// Where the amount comes from.
  public let quantity: NarrativeQuantity
}
