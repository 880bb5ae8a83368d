/// A value that is being put together of several files.
indirect enum YAMLDraft {
  typealias Entry = (key: YAMLValue, value: YAMLDraft)

  /// As a file has it.
  case written(YAMLValue)
  /// A list, with the value whose place it takes.
  case sequence([YAMLDraft], at: YAMLValue)
  /// A mapping, with the value whose place it takes.
  case mapping([Entry], at: YAMLValue)

  /// What was written where it stands.
  var origin: YAMLValue {
    switch self {
    case .written(let value): value
    case .sequence(_, let origin), .mapping(_, let origin): origin
    }
  }

  /// The items of a list; nil for anything else.
  var items: [YAMLDraft]? {
    switch self {
    case .written(let value): value.items?.map(YAMLDraft.written)
    case .sequence(let items, _): items
    case .mapping: nil
    }
  }

  /// The keys of a mapping with their values; nil for anything else.
  var entries: [Entry]? {
    switch self {
    case .written(let value): value.entries?.map { ($0.key, .written($0.value)) }
    case .mapping(let entries, _): entries
    case .sequence: nil
    }
  }

  var isNull: Bool { if case .written(let value) = self { value.isNull } else { false } }

  /// The text of a scalar.
  var text: String? { if case .written(let value) = self { value.text } else { nil } }

  /// The mapping without some keys; anything else as it is.
  func without(_ keys: Set<String>) -> YAMLDraft {
    guard let entries else { return self }
    let rest = entries.filter { entry in entry.key.text.map { !keys.contains($0) } ?? true }
    return .mapping(rest, at: origin)
  }

  /// The value, with every part in its own file's place.
  var value: YAMLValue {
    if case .written(let value) = self { return value }
    var builder = YAMLTreeBuilder()
    builder.append(self)
    return YAMLValue(tree: builder.tree, position: 0)
  }
}

extension YAMLValue {
  /// Whether both are the same key of a mapping.
  func isSameKey(as other: YAMLValue) -> Bool {
    guard let text, let other = other.text else { return false }
    return text.hasSameBytes(as: other)
  }
}

/// Puts the parts of a draft behind one another, as a file's own parts stand.
private struct YAMLTreeBuilder {
  private var nodes: [YAMLTree.Node] = []
  private var sources: [SourceText] = []
  /// The places of the sources by the names of their files.
  private var sourceIndices: [String: Int16] = [:]

  var tree: YAMLTree { YAMLTree(sources, nodes: nodes) }

  mutating func append(_ draft: YAMLDraft) {
    let position = nodes.count
    nodes.append(node(of: draft.origin))
    if let items = draft.items {
      (nodes[position].kind, nodes[position].text) = (.sequence, "")
      nodes[position].count = Int32(items.count)
      for item in items { append(item) }
    } else if let entries = draft.entries {
      (nodes[position].kind, nodes[position].text) = (.mapping, "")
      nodes[position].count = Int32(entries.count)
      for entry in entries {
        append(.written(entry.key))
        append(entry.value)
      }
    }
    nodes[position].end = Int32(nodes.count)
  }

  private mutating func node(of value: YAMLValue) -> YAMLTree.Node {
    var node = value.tree.nodes[value.position]
    let source = value.tree.sources[Int(node.source)]
    let index = sourceIndices[source.file] ?? Int16(clamping: sources.count)
    if sourceIndices.updateValue(index, forKey: source.file) == nil { sources.append(source) }
    node.source = index
    return node
  }
}
