public import Diagnostics

/// A mapping that is read key by key: each key that is asked for is ticked off, and what is left at
/// the end is reported with the nearest key that exists.
public final class YAMLMap {
  /// Where the mapping stands.
  public let place: SourcePlace
  /// Where whatever is wrong with the mapping is reported.
  public let log: FindingLog
  private let entries: [(key: YAMLNode, value: YAMLNode)]
  private var asked: [String] = []
  /// The hashes of the keys that were asked for: texts are dear to hold against each other.
  private var askedHashes: [UInt64] = []

  /// Opens a mapping; reports and returns nil where the value is none.
  public init?(_ value: YAMLValue, log: FindingLog) {
    guard case .mapping(let entries) = value.node.content else {
      log.report(
        YAMLFault.wrongType(
          found: value.kindName, expected: "一组“键: 值”", mend: "改为缩进的“键: 值”，每行一个"),
        at: value.place)
      return nil
    }
    self.entries = entries
    self.log = log
    place = value.place
  }

  /// The keys as written, in order.
  public var keys: [YAMLValue] { entries.map { YAMLValue(node: $0.key) } }

  /// The value of a key that may be missing; nil too where nothing is written behind it.
  public func optional(_ key: String) -> YAMLValue? {
    let hash = byteHash(key)
    if !askedHashes.contains(hash) {
      asked.append(key)
      askedHashes.append(hash)
    }
    guard let value = entry(key, hash)?.value else { return nil }
    return value.isNull ? nil : YAMLValue(node: value)
  }

  /// Those of some keys that are written, whatever stands behind them, in the order of the file.
  public func written(of keys: Set<String>) -> [String] {
    entries.compactMap { entry in entry.key.text.flatMap { keys.contains($0) ? $0 : nil } }
  }

  /// Whether a key is written, whatever stands behind it.
  public func has(_ key: String) -> Bool { entry(key, byteHash(key)) != nil }

  /// Where a key is written; nil where it is not.
  public func place(of key: String) -> SourcePlace? {
    entry(key, byteHash(key)).map { YAMLValue(node: $0.key).place }
  }

  private func entry(_ key: String, _ hash: UInt64) -> (key: YAMLNode, value: YAMLNode)? {
    entries.first { $0.key.hash == hash && $0.key.text == key }
  }

  /// The value of a key; reports it where it is missing.
  public func required(_ key: String) -> YAMLValue? {
    if let value = optional(key) { return value }
    if let written = self.place(of: key) {
      log.report(YAMLFault.emptyKey(key, isRequired: true), at: written)
    } else {
      log.report(YAMLFault.missingKey(key), at: place)
    }
    return nil
  }

  /// Reports every key that nobody asked for.
  public func finish() {
    for key in keys where !askedHashes.contains(key.node.hash) {
      log.report(YAMLFault.unknownKey(key.text ?? key.kindName, known: asked), at: key.place)
    }
  }
}

extension YAMLMap {
  /// A text that must be there.
  public func string(_ key: String) -> String? { required(key).flatMap { string($0) } }

  /// A text that may be missing.
  public func optionalString(_ key: String) -> String? { optional(key).flatMap { string($0) } }

  /// A whole number that must be there.
  public func integer(_ key: String) -> Int? { required(key).flatMap { integer($0) } }

  /// A whole number that may be missing.
  public func optionalInteger(_ key: String) -> Int? { optional(key).flatMap { integer($0) } }

  /// A number that must be there; for lengths, never for money.
  public func number(_ key: String) -> Double? { required(key).flatMap { number($0) } }

  /// A number that may be missing.
  public func optionalNumber(_ key: String) -> Double? { optional(key).flatMap { number($0) } }

  /// `true` or `false`; false where it is missing.
  public func flag(_ key: String) -> Bool {
    guard let value = optional(key) else { return false }
    switch value.text {
    case "true": return true
    case "false": return false
    default:
      wrongType(value, expected: "true 或 false")
      return false
    }
  }

  /// A list of texts, or a single text that stands for a list of one; empty where it is missing.
  public func strings(_ key: String) -> [(text: String, place: SourcePlace)] {
    guard let value = optional(key) else { return [] }
    return (value.items ?? [value]).compactMap { item in
      string(item).map { ($0, item.place) }
    }
  }

  /// The items of a list; empty where it is missing.
  public func list(_ key: String) -> [YAMLValue] {
    guard let value = optional(key) else { return [] }
    guard let items = value.items else {
      wrongType(value, expected: "一个列表（每项以“- ”开头，或写在 [ ] 里）")
      return []
    }
    return items
  }

  /// One of the words of a closed vocabulary.
  ///
  /// - Parameters:
  ///   - what: what the words are, for the message (`资金性质`).
  ///   - words: every word with what it means.
  public func choice<Value>(
    _ value: YAMLValue, of what: String, among words: [(String, Value)]
  ) -> Value? {
    guard let text = string(value) else { return nil }
    if let match = words.first(where: { $0.0.hasSameBytes(as: text) }) { return match.1 }
    log.report(YAMLFault.unknownWord(of: what, text, among: words.map(\.0)), at: value.place)
    return nil
  }

  private func string(_ value: YAMLValue) -> String? {
    if let text = value.text { return text }
    wrongType(value, expected: "文字")
    return nil
  }

  private func integer(_ value: YAMLValue) -> Int? {
    if let number = value.text.flatMap({ Int($0) }) { return number }
    wrongType(value, expected: "整数")
    return nil
  }

  private func number(_ value: YAMLValue) -> Double? {
    if let number = value.text.flatMap({ Double($0) }), number.isFinite { return number }
    wrongType(value, expected: "数字")
    return nil
  }

  private func wrongType(_ value: YAMLValue, expected: String) {
    log.report(YAMLFault.wrongType(found: value.kindName, expected: expected), at: value.place)
  }
}
