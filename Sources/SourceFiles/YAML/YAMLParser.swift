internal import CYAML
internal import Diagnostics

/// Takes a YAML text apart with libyaml, whose parser never leaves this type.
struct YAMLParser: ~Copyable {
  /// Why a text is not YAML, in libyaml's words; lines and columns count from 1.
  enum Fault: Error {
    case syntax(problem: String, line: Int, column: Int)
    /// A character that YAML does not allow, by the number of bytes before it.
    case character(offset: Int)
    /// Keys that a mapping has twice, and where one of them stands first and again.
    case repeatedKeys([String], first: SourcePlace, again: SourcePlace)
  }

  /// Deeper files are not written by people, and would be read by as many calls within each other.
  private static let greatestDepth = 200
  /// A file of a few lines, in which names stand for lists of names, would be read for hours.
  private static let mostRepeated = 100_000
  /// Most files have no more than one value in so many bytes.
  private static let usualBytes = 10

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let source: SourceText
  /// Whether a text that will be printed, where a tab is a blank, may have one.
  private let mayHaveTabs: Bool
  private var nodes: [YAMLTree.Node] = []
  /// The hashes of the keys of all mappings that are being read, those of the innermost last.
  private var keyHashes: [UInt64] = []
  /// Where a value with a name stands, and how many values it is, those that it repeats included.
  private var anchors: [String: (position: Int, count: Int)] = [:]
  /// How many values stand for others further up, as often as they would be read.
  private var repeated = 0
  private var depth = 0

  private init(_ source: SourceText) {
    self.source = source
    let signs = [UInt8(ascii: "\t"), UInt8(ascii: "\\")]
    mayHaveTabs = source.rule == .printed && signs.contains(where: source.text.has)
    nodes.reserveCapacity(source.text.utf8.count / Self.usualBytes)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The values of a text; nil where there is none.
  static func parse(_ source: SourceText) throws(Fault) -> YAMLTree? {
    var parser = YAMLParser(source)
    var text = source.text
    let result = text.withUTF8 { bytes in
      // The library reads from the bytes until the end of the file.
      yaml_parser_set_input_string(parser.parser, bytes.baseAddress, bytes.count)
      return Result { () throws(Fault) in try parser.readDocument() }
    }
    try result.get()
    return parser.nodes.isEmpty ? nil : YAMLTree([source], nodes: parser.nodes)
  }

  private mutating func readDocument() throws(Fault) {
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return
      case YAML_DOCUMENT_START_EVENT:
        guard nodes.isEmpty else { throw fault("found another document", at: event.start_mark) }
        _ = try readValue()
      default: break
      }
    }
  }

  /// Reads the next value; false where the mapping, list or document ends.
  private mutating func readValue(isKey: Bool = false) throws(Fault) -> Bool {
    var event = try next()
    defer { yaml_event_delete(&event) }
    let mark = event.start_mark
    let (position, repeatedBefore) = (nodes.count, repeated)
    let anchor: UnsafeMutablePointer<yaml_char_t>?
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let written = String(decoding: bytes, as: UTF8.self)
      let text = mayHaveTabs ? written.tabsReplaced : written
      append(kind(scalar.style, written), text, isKey: isKey, at: mark)
      anchor = scalar.anchor
    case YAML_SEQUENCE_START_EVENT:
      append(.sequence, at: mark)
      try readItems(of: position, at: mark)
      anchor = event.data.sequence_start.anchor
    case YAML_MAPPING_START_EVENT:
      append(.mapping, at: mark)
      try readEntries(of: position, at: mark)
      anchor = event.data.mapping_start.anchor
    case YAML_ALIAS_EVENT:
      guard let target = anchors[String(cString: event.data.alias.anchor)] else {
        throw fault("found undefined alias", at: mark)
      }
      repeated += target.count
      guard repeated <= Self.mostRepeated else { throw fault("Too many aliases", at: mark) }
      appendAlias(of: target.position, isKey: isKey)
      return true
    default: return false
    }
    if let anchor {
      let count = nodes.count - position + repeated - repeatedBefore
      anchors[String(cString: anchor)] = (position, count)
    }
    return true
  }

  private mutating func append(
    _ kind: YAMLTree.Kind, _ text: String = "", isKey: Bool = false, at mark: yaml_mark_t
  ) {
    nodes.append(
      YAMLTree.Node(
        kind: kind, text: text, hash: isKey && kind.isText ? byteHash(text) : 0,
        line: Int32(truncatingIfNeeded: mark.line + 1),
        column: Int32(truncatingIfNeeded: mark.column + 1), end: Int32(nodes.count + 1)))
  }

  private mutating func appendAlias(of target: Int, isKey: Bool) {
    let node = nodes[target]
    let isScalar = node.kind != .sequence && node.kind != .mapping
    nodes.append(
      YAMLTree.Node(
        kind: isScalar ? node.kind : .alias(of: Int32(target)), text: node.text,
        hash: isKey && node.kind.isText ? byteHash(node.text) : 0, line: node.line,
        column: node.column, end: Int32(nodes.count + 1)))
  }

  private mutating func readItems(of position: Int, at mark: yaml_mark_t) throws(Fault) {
    try enter(at: mark)
    while try readValue() { nodes[position].count += 1 }
    leave(position)
  }

  private mutating func readEntries(of position: Int, at mark: yaml_mark_t) throws(Fault) {
    try enter(at: mark)
    let first = keyHashes.count
    while true {
      let key = nodes.count
      guard try readValue(isKey: true) else { break }
      keyHashes.append(nodes[key].hash)
      guard try readValue() else { break }
      nodes[position].count += 1
    }
    leave(position)
    if hasRepeated(keyHashes[first...]) { try checkKeys(of: position) }
    keyHashes.removeLast(keyHashes.count - first)
  }

  private mutating func enter(at mark: yaml_mark_t) throws(Fault) {
    depth += 1
    guard depth <= Self.greatestDepth else { throw fault("Maximum nesting level", at: mark) }
  }

  private mutating func leave(_ position: Int) {
    depth -= 1
    nodes[position].end = Int32(nodes.count)
  }

  private func hasRepeated(_ hashes: ArraySlice<UInt64>) -> Bool {
    // Most mappings have a few keys only.
    if hashes.count <= 8 {
      return hashes.indices.contains { hashes[..<$0].contains(hashes[$0]) }
    }
    var firsts = Set<UInt64>(minimumCapacity: hashes.count)
    return !hashes.allSatisfy { firsts.insert($0).inserted }
  }

  /// Refuses keys that are written twice.
  private func checkKeys(of position: Int) throws(Fault) {
    var known: [String: Int] = [:]
    var repeated: [(name: String, first: Int, again: Int)] = []
    let tree = YAMLTree([source], nodes: nodes)
    tree.forEachEntry(of: position) { key, _ in
      guard nodes[key].kind.isText else { return }
      let name = nodes[key].text
      if let first = known[name] {
        repeated.append((name, first, key))
      } else {
        known[name] = key
      }
    }
    let names = Set(repeated.map(\.name)).sorted()
    guard let name = names.first, let pair = repeated.first(where: { $0.name == name }) else {
      return
    }
    throw .repeatedKeys(
      names, first: tree.value(at: pair.first).place, again: tree.value(at: pair.again).place)
  }

  private func next() throws(Fault) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 0 else { return event }
    if parser.pointee.error == YAML_READER_ERROR {
      throw .character(offset: Int(parser.pointee.problem_offset))
    }
    let problem = parser.pointee.problem.map { String(cString: $0) }
    throw fault(problem ?? "", at: parser.pointee.problem_mark)
  }

  private func fault(_ problem: String, at mark: yaml_mark_t) -> Fault {
    .syntax(problem: problem, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private func kind(_ style: yaml_scalar_style_t, _ written: String) -> YAMLTree.Kind {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE: written.meansNothing ? .nothing : .text
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    default: .text
    }
  }
}

extension String {
  /// Whether a scalar without quotes says that there is nothing.
  fileprivate var meansNothing: Bool {
    guard utf8.count <= 4 else { return false }
    return switch self {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  /// The text with a blank for each tab.
  fileprivate var tabsReplaced: String {
    guard has(byte: UInt8(ascii: "\t")) else { return self }
    var scalars = unicodeScalars
    scalars.replaceTabs()
    return String(scalars)
  }
}
