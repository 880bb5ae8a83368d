public import Diagnostics

/// A mapping that is read key by key: each key that is asked for is ticked off, and what is left at
/// the end is reported with the nearest key that exists.
public final class YAMLMap {
  /// Where the mapping stands.
  public let place: SourcePlace
  /// Where whatever is wrong with the mapping is reported.
  public let log: FindingLog
  private let tree: YAMLTree
  private var keysInUse: KeysInUse

  /// Opens a mapping; reports and returns nil where the value is none.
  public init?(_ value: YAMLValue, log: FindingLog) {
    guard value.isMapping else {
      log.report(
        YAMLFault.wrongType(
          found: value.kindName, expected: "一组“键: 值”", mend: "改为缩进的“键: 值”，每行一个"),
        at: value.place)
      return nil
    }
    self.log = log
    place = value.place
    tree = value.tree
    keysInUse = KeysInUse(of: value)
  }

  /// The keys as written, in order.
  public var keys: [YAMLValue] { keysInUse.entries.map { tree.value(at: $0.key) } }

  /// The value of a key that may be missing; nil too where nothing is written behind it.
  public func optional(_ key: String) -> YAMLValue? {
    guard let value = keysInUse.ask(for: key, in: tree) else { return nil }
    return value.isNull ? nil : value
  }

  /// Those of some keys that are written, whatever stands behind them, in the order of the file.
  public func written(of keys: Set<String>) -> [String] {
    keysInUse.entries.compactMap { entry in
      tree.value(at: entry.key).text.flatMap { keys.contains($0) ? $0 : nil }
    }
  }

  /// Whether a key is written, whatever stands behind it.
  public func has(_ key: String) -> Bool { keysInUse.index(of: key, in: tree) != nil }

  /// Where a key is written; nil where it is not.
  public func place(of key: String) -> SourcePlace? {
    keysInUse.index(of: key, in: tree).map { tree.value(at: keysInUse.entries[$0].key).place }
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
    guard keysInUse.entries.contains(where: { !$0.isAsked }) else { return }
    let known = keysInUse.asked.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    for entry in keysInUse.entries where !entry.isAsked {
      let key = tree.value(at: entry.key)
      log.report(YAMLFault.unknownKey(key.text ?? key.kindName, known: known), at: key.place)
    }
  }
}

/// The keys of a mapping, and what was asked of them.
private struct KeysInUse {
  struct Entry {
    let hash: UInt64
    /// The positions of the key and of what stands behind it.
    let key: Int
    let value: Int
    /// Whether the key was asked for.
    var isAsked = false
  }

  private(set) var entries: [Entry] = []
  /// The keys that were asked for, written or not, some of them several times.
  private(set) var asked: [String] = []

  /// Room for as many keys as most mappings are asked for.
  private static let usualKeys = 12

  init(of value: YAMLValue) {
    let tree = value.tree
    entries.reserveCapacity(Int(tree.nodes[value.position].count))
    tree.forEachEntry(of: value.position) { key, value in
      entries.append(Entry(hash: tree.nodes[key].hash, key: key, value: value))
    }
    asked.reserveCapacity(Self.usualKeys)
  }

  /// The value of a key; notes that it was asked for.
  mutating func ask(for key: String, in tree: YAMLTree) -> YAMLValue? {
    asked.append(key)
    guard let index = index(of: key, in: tree) else { return nil }
    entries[index].isAsked = true
    return tree.value(at: entries[index].value)
  }

  func index(of key: String, in tree: YAMLTree) -> Int? {
    let hash = byteHash(key)
    return entries.firstIndex { $0.hash == hash && tree.nodes[$0.key].text == key }
  }
}

extension YAMLMap {
  /// A text that must be there.
  public func string(_ key: String) -> String? { required(key).flatMap { text(of: $0) } }

  /// A text that may be missing.
  public func optionalString(_ key: String) -> String? { optional(key).flatMap { text(of: $0) } }

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
    optional(key).map { strings(of: $0) } ?? []
  }

  /// The texts of a list, or a single text that stands for a list of one.
  public func strings(of value: YAMLValue) -> [(text: String, place: SourcePlace)] {
    (value.items ?? [value]).compactMap { item in text(of: item).map { ($0, item.place) } }
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

  // Inlinable, so that other modules have it made for the words at hand.

  /// One of the words of a closed vocabulary.
  ///
  /// - Parameters:
  ///   - what: what the words are, for the message (`资金性质`).
  ///   - words: every word with what it means.
  @inlinable public func choice<Value>(
    _ value: YAMLValue, of what: String, among words: [(String, Value)]
  ) -> Value? {
    guard let text = text(of: value) else { return nil }
    if let match = words.first(where: { $0.0.hasSameBytes(as: text) }) { return match.1 }
    log.report(YAMLFault.unknownWord(of: what, text, among: words.map(\.0)), at: value.place)
    return nil
  }

  /// The text of a value; reports a value that is none.
  public func text(of value: YAMLValue) -> String? {
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
