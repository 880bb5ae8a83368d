internal import Diagnostics
internal import SourceFiles

/// What several sheets state, put together by keys as department.yaml has it.
struct PathTree {
  /// A key, with what stands behind it or within.
  private struct Node {
    let key: String
    let place: SourcePlace
    var texts: [(text: String?, place: SourcePlace)] = []
    var whole: PlacedValue?
    var inner: [Node] = []

    /// Whether something is stated there, or within.
    var isStated: Bool {
      whole != nil || texts.contains { $0.text != nil } || inner.contains(where: \.isStated)
    }
  }

  /// The paths of what is stated item by item, a row each.
  let lists: Set<String>
  let log: FindingLog
  private var nodes: [Node] = []

  init(lists: Set<String>, log: FindingLog) {
    self.lists = lists
    self.log = log
  }

  /// Adds what a row states.
  mutating func add(_ entry: PathEntry) {
    Self.add(entry, entry.keys[...], to: &nodes, lists: lists, log: log)
  }

  /// Adds a value as a whole, which a sheet of its own states.
  mutating func add(_ value: PlacedValue, for key: String, at place: SourcePlace) {
    if let index = nodes.firstIndex(where: { $0.key == key }) {
      let first = nodes[index]
      if first.isStated {
        log.report(SheetFault.repeatedItem(key), at: place, related: [first.place])
      } else {
        nodes[index].whole = value
      }
      return
    }
    var node = Node(key: key, place: place)
    node.whole = value
    nodes.append(node)
  }

  private static func add(
    _ entry: PathEntry, _ keys: ArraySlice<String>, to nodes: inout [Node], lists: Set<String>,
    log: FindingLog
  ) {
    guard let key = keys.first else { return }
    let index = nodes.firstIndex { $0.key == key } ?? nodes.endIndex
    if index < nodes.endIndex, nodes[index].whole != nil {
      if entry.text != nil {
        log.report(SheetFault.repeatedItem(key), at: entry.place, related: [nodes[index].place])
      }
      return
    }
    if index == nodes.endIndex { nodes.append(Node(key: key, place: entry.place)) }
    if keys.count > 1 {
      return add(entry, keys.dropFirst(), to: &nodes[index].inner, lists: lists, log: log)
    }
    let path = entry.keys.joined(separator: ".")
    // A row that was left empty beside one that was filled in says nothing.
    let stated = nodes[index].texts.filter { $0.text != nil }
    if entry.text != nil, let first = stated.first, !lists.contains(path) {
      log.report(SheetFault.repeatedItem(path), at: entry.place, related: [first.place])
      return
    }
    nodes[index].texts.append((entry.text, entry.place))
  }

  /// All of it, as one value.
  func value(at place: SourcePlace) -> PlacedValue {
    Self.group(nodes, below: "", at: place, lists: lists, log: log)
  }

  private static func group(
    _ nodes: [Node], below path: String, at place: SourcePlace, lists: Set<String>, log: FindingLog
  ) -> PlacedValue {
    let entries = nodes.map { node -> PlacedValue.Entry in
      let path = path.isEmpty ? node.key : "\(path).\(node.key)"
      return PlacedValue.Entry(
        key: node.key, place: node.place,
        value: value(of: node, at: path, lists: lists, log: log))
    }
    return .group(entries, place)
  }

  private static func value(
    of node: Node, at path: String, lists: Set<String>, log: FindingLog
  ) -> PlacedValue {
    if let whole = node.whole { return whole }
    let stated = node.texts.filter { $0.text != nil }
    if !node.inner.isEmpty {
      if let stray = stated.first {
        log.report(SheetFault.itemAndGroup(path), at: stray.place, related: [node.inner[0].place])
      }
      return group(node.inner, below: path, at: node.place, lists: lists, log: log)
    }
    guard let first = stated.first else { return .nothing(node.place) }
    let texts = stated.map { PlacedValue.text($0.text ?? "", $0.place) }
    return lists.contains(path) ? .list(texts, first.place) : texts[0]
  }
}
