public import Diagnostics

/// A value that is put together of cells, as a YAML file would have it.
public indirect enum PlacedValue: Sendable {
  /// A key with what stands behind it.
  public struct Entry: Sendable {
    /// The key.
    public let key: String
    /// Where it is written.
    public let place: SourcePlace
    /// What stands behind it.
    public let value: PlacedValue

    /// A key where it is written, with its value.
    public init(key: String, place: SourcePlace, value: PlacedValue) {
      self.key = key
      self.place = place
      self.value = value
    }
  }

  case nothing(SourcePlace)
  case text(String, SourcePlace)
  case list([PlacedValue], SourcePlace)
  /// Keys with their values, none twice.
  case group([Entry], SourcePlace)

  var place: SourcePlace {
    switch self {
    case .nothing(let place), .text(_, let place), .list(_, let place), .group(_, let place): place
    }
  }
}

extension YAMLValue {
  /// The value that cells make up; each part of it stands in its own cell.
  public init(_ value: PlacedValue) {
    var builder = PlacedTreeBuilder()
    builder.append(value)
    self.init(tree: builder.tree, position: 0)
  }
}

/// Puts the parts of a value behind one another, as a file's own parts stand.
private struct PlacedTreeBuilder {
  private var nodes: [YAMLTree.Node] = []
  private var sources: [SourceText] = []
  private var sourceIndices: [String: Int16] = [:]

  var tree: YAMLTree { YAMLTree(sources, nodes: nodes) }

  mutating func append(_ value: PlacedValue) {
    let position = nodes.count
    switch value {
    case .nothing(let place): append(.nothing, at: place)
    case .text(let text, let place):
      append(text.contains(where: \.isNewline) ? .literal : .text, text, at: place)
    case .list(let items, let place):
      append(.sequence, at: place)
      nodes[position].count = Int32(items.count)
      for item in items { append(item) }
    case .group(let entries, let place):
      append(.mapping, at: place)
      nodes[position].count = Int32(entries.count)
      for entry in entries {
        append(.text, entry.key, isKey: true, at: entry.place)
        append(entry.value)
      }
    }
    nodes[position].end = Int32(nodes.count)
  }

  private mutating func append(
    _ kind: YAMLTree.Kind, _ text: String = "", isKey: Bool = false, at place: SourcePlace
  ) {
    let index = sourceIndices[place.file] ?? Int16(clamping: sources.count)
    if sourceIndices.updateValue(index, forKey: place.file) == nil {
      sources.append(SourceText(cellsOf: place.file))
    }
    nodes.append(
      YAMLTree.Node(
        kind: kind, text: text, hash: isKey ? byteHash(text) : 0,
        line: Int32(clamping: place.line), column: Int32(clamping: place.column), source: index,
        end: Int32(nodes.count + 1)))
  }
}

/// What was made of a part of a dossier that another module reads, so that it can be handed on, to
/// other tasks too.
public struct KeptValue: Sendable {
  private let tree: YAMLTree?
  private let position: Int
  private let findings: [Finding]

  /// Keeps what was read.
  public init(_ loaded: Loaded<YAMLValue>) {
    (tree, position) = (loaded.value?.tree, loaded.value?.position ?? 0)
    findings = loaded.findings
  }

  /// What was read, with what was found in reading it.
  public var loaded: Loaded<YAMLValue> {
    Loaded(tree.map { YAMLValue(tree: $0, position: position) }, findings)
  }
}
