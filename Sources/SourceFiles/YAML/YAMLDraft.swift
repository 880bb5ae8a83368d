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
  /// The tree that parts were last taken from, and where its sources are here; -1 for one that is not.
  private var last: (tree: YAMLTree, sources: [Int16])?

  var tree: YAMLTree { YAMLTree(sources, nodes: nodes) }

  mutating func append(_ draft: YAMLDraft) {
    if case .written(let value) = draft, copy(value) { return }
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

  /// Takes a value over as it stands, with all that lies within; false where that has other names of
  /// values further up.
  private mutating func copy(_ value: YAMLValue) -> Bool {
    let part = value.position..<Int(value.tree.nodes[value.position].end)
    for position in part {
      if case .alias = value.tree.nodes[position].kind { return false }
    }
    let shift = Int32(nodes.count - value.position)
    for position in part {
      var node = value.tree.nodes[position]
      node.source = source(node.source, of: value.tree)
      node.end += shift
      nodes.append(node)
    }
    return true
  }

  private mutating func node(of value: YAMLValue) -> YAMLTree.Node {
    var node = value.tree.nodes[value.position]
    node.source = source(node.source, of: value.tree)
    return node
  }

  /// Where a source of a tree is here.
  private mutating func source(_ source: Int16, of tree: YAMLTree) -> Int16 {
    if last?.tree !== tree { last = (tree, Array(repeating: -1, count: tree.sources.count)) }
    if let known = last?.sources[Int(source)], known >= 0 { return known }
    let text = tree.sources[Int(source)]
    let index = sourceIndices[text.file] ?? Int16(clamping: sources.count)
    if sourceIndices.updateValue(index, forKey: text.file) == nil { sources.append(text) }
    last?.sources[Int(source)] = index
    return index
  }
}
