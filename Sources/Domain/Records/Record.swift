public import Diagnostics

/// A record as a dossier states it; what it may hold is said by a ``RecordType``.
public struct Record: Hashable, Sendable {
  /// A value as it is stated.
  public enum Value: Hashable, Sendable {
    /// Words; of a unit, fund or account its code or term.
    case text(String)
    case money(Money)
    case points(Points)
  }

  /// What is stated, by the fields' names; what is not stated is missing.
  public let values: [String: Value]
  /// The rows that are stated, by their list's key.
  public let lists: [String: [Record]]
  /// Where the record, or the row, begins in its file.
  public let place: SourcePlace

  /// Takes what a file states.
  public init(values: [String: Value], lists: [String: [Record]] = [:], place: SourcePlace) {
    self.values = values
    self.lists = lists
    self.place = place
  }

  /// The words of a field; empty where none are stated.
  public func text(_ name: String) -> String {
    if case .text(let text) = values[name] { text } else { "" }
  }

  /// The points of a field.
  public func points(_ name: String) -> Points? {
    if case .points(let points) = values[name] { points } else { nil }
  }

  /// The rows of a list.
  public func rows(_ key: String) -> [Record] { lists[key] ?? [] }
}

extension Record.Value {
  /// The number that it is; nil for words.
  fileprivate var number: RecordNumber? {
    switch self {
    case .text: nil
    case .money(let money): .money(money)
    case .points(let points): .points(points)
    }
  }
}

// MARK: - What follows

extension RecordType {
  /// A number of a row of a list, stated or derived; nil where there is none.
  public func number(_ name: String, ofRow row: Record) -> RecordNumber? {
    if let stated = row.values[name]?.number { return stated }
    return derived.first { $0.name == name }.flatMap { value in
      reckoned(value.rule) { number($0, ofRow: row) }
    }
  }

  /// A number of a whole record: stated once, derived, or the rows that have such a number added up.
  public func number(_ name: String, of record: Record) -> RecordNumber? {
    if let stated = record.values[name]?.number { return stated }
    if let value = derived.first(where: { $0.name == name }) {
      return reckoned(value.rule) { number($0, of: record) }
    }
    guard let list = lists.first(where: { $0.fields.contains { $0.name == name } }) else {
      return nil
    }
    return sum(record.rows(list.key).map { $0.values[name]?.number })
  }

  private func reckoned(
    _ rule: DerivedValue.Rule, _ number: (String) -> RecordNumber?
  ) -> RecordNumber? {
    switch rule {
    case .difference(let first, let second):
      switch (number(first), number(second)) {
      case (.money(let first), .money(let second)): .money(first - second)
      default: nil
      }
    case .percentage(let part, let whole):
      share(number(part), of: number(whole), in: 100_00).map {
        .rate(FixedDecimal(units: $0, decimals: 2))
      }
    case .earned(let weight, let part, let whole):
      share(number(part), of: number(whole), in: weight.hundredths).map {
        .points(min(Points(hundredths: $0), weight))
      }
    case .sum(let parts): sum(parts.map(number))
    case .points(let points): .points(points)
    }
  }

  /// Numbers of one kind, added; nil where there is none.
  private func sum(_ numbers: [RecordNumber?]) -> RecordNumber? {
    numbers.compactMap(\.self).reduce(nil) { sum, number in
      switch (sum, number) {
      case (nil, _): number
      case (.money(let first), .money(let second)): .money(first + second)
      case (.points(let first), .points(let second)): .points(first + second)
      default: sum
      }
    }
  }

  /// `units × part / whole`, rounded half away from zero; nil for a whole of nothing, or where the share
  /// is beyond all numbers.
  ///
  /// It follows from exact amounts, never from a printed rate.
  private func share(_ part: RecordNumber?, of whole: RecordNumber?, in units: Int64) -> Int64? {
    guard let part = part?.raw, let whole = whole?.raw, whole != 0 else { return nil }
    // The product can be greater than 2^63.
    return Int64(exactly: roundedQuotient(Int128(part) * Int128(units), by: Int128(whole)))
  }
}

extension RecordNumber {
  /// The number in its smallest unit.
  fileprivate var raw: Int64 {
    switch self {
    case .money(let money): money.fen
    case .points(let points): points.hundredths
    case .rate(let rate): rate.units
    }
  }
}
