public import Domain
public import Figures

/// An exact amount or number, wherever a submission has it.
public typealias NarrativeQuantity = QuantityExpression<QuantitySource>

/// A quantity that composing hands over to whoever reckons with it.
public enum QuantitySource: Hashable, Sendable {
  /// A declared fact; one that is kept by unit is added up, unless it is that of a list's row.
  case fact(FactReference)
  /// Ledger amounts, added up.
  case ledger(LedgerQuantity)
  /// How many units the department has; nil for units of every type.
  case units(types: [String]?)
  /// How many items a list has, by its key.
  case items(list: String)
  /// Self-evaluations: how many there are, or an amount of theirs added up.
  case evaluations(EvaluationQuantity)
}

/// Self-evaluations, counted or added up.
public struct EvaluationQuantity: Hashable, Sendable {
  /// The name of the amount that is added; nil for how many there are.
  public let amount: String?
  /// Only those of these funds; nil for all.
  public let funds: Set<Fund>?
  /// Only those of these grades; nil for all.
  public let grades: Set<String>?

  /// Whether an evaluation is counted.
  public func takes(_ evaluation: SelfEvaluation) -> Bool {
    (funds.map { funds in evaluation.fund.map(funds.contains) ?? false } ?? true)
      && (grades.map { grades in evaluation.grade.map(grades.contains) ?? false } ?? true)
  }
}

extension LedgerQuantity {
  /// Feeds a hasher with what tells most quantities apart; the sets of a selection are dear to hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(selection.measure)
    hasher.combine(selection.functions?.first?.code)
    hasher.combine(selection.economics?.first?.code)
    hasher.combine(selection.funds?.count)
    hasher.combine(selection.kinds?.count)
    hasher.combine(indicator?.utf8.count)
    hasher.combine(isOfFunction)
    hasher.combine(isOfEconomic)
  }
}

/// Ledger amounts, added up.
public struct LedgerQuantity: Hashable, Sendable {
  /// Which amounts are added.
  public let selection: Selection
  /// The indicator (指标) of prior-year amounts.
  public let indicator: String?
  /// Whether only amounts booked without a fund are taken: those of all funds together.
  public let isWithoutFund: Bool
  /// Whether only amounts within the function account of the list's row are taken.
  public let isOfFunction: Bool
  /// Whether only amounts within the economic account of the list's row are taken.
  public let isOfEconomic: Bool
}

/// A list: its items, and the values that a template may quote of each.
public struct ListLayout: Sendable {
  /// What the list has an item for.
  public let source: ListSource
  /// What a template may quote of an item, in the order of values.yaml.
  public let values: [NarrativeValue]
}

/// What a list has an item for.
public enum ListSource: Sendable {
  case rows(RowList)
  /// The department's units; nil for those of every type.
  case units(types: [String]?)
  /// The texts of a declared list.
  case facts(path: String)
}

/// Rows of a form.
public struct RowList: Sendable {
  /// Which rows.
  public enum Level: Hashable, Sendable {
    /// Accounts of a level, from 0 (类).
    case account(Int)
    /// Accounts of every level.
    case accounts
    /// Lines with a wording.
    case lines
  }

  /// The numbers of the forms whose rows are listed; accounts of several forms are listed once.
  public let forms: [String]
  /// Which of its rows are listed.
  public let level: Level
  /// Only rows with something in one of these columns; nil for all rows.
  public let nonZero: [String]?
  /// Only accounts below one of these; nil for all.
  public let within: [String]?
  /// Accounts with such ledger amounts have an item though the form has no row for them.
  public let with: [LedgerQuantity]
}
