internal import CYAML

/// Takes a YAML text apart with libyaml, whose parser never leaves this type.
struct YAMLParser: ~Copyable {
  /// Why a text is not YAML, in libyaml's words; lines and columns count from 1.
  enum Fault: Error {
    case syntax(problem: String, line: Int, column: Int)
    /// A character that YAML does not allow, by the number of bytes before it.
    case character(offset: Int)
    /// Keys that a mapping has twice, and where one of them stands first and again.
    case repeatedKeys([String], first: YAMLNode, again: YAMLNode)
  }

  /// Deeper files are not written by people, and would be read by as many calls within each other.
  private static let greatestDepth = 200

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let source: SourceText
  private var anchors: [String: YAMLNode] = [:]
  private var depth = 0

  private init(_ source: SourceText) {
    self.source = source
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The value of a text; nil where there is none.
  static func parse(_ source: SourceText) throws(Fault) -> YAMLNode? {
    var parser = YAMLParser(source)
    var text = source.text
    let result = text.withUTF8 { bytes in
      // The library reads from the bytes until the end of the file.
      yaml_parser_set_input_string(parser.parser, bytes.baseAddress, bytes.count)
      return Result { () throws(Fault) in try parser.document() }
    }
    return try result.get()
  }

  private mutating func document() throws(Fault) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return root
      case YAML_DOCUMENT_START_EVENT:
        guard root == nil else { throw fault("found another document", at: event.start_mark) }
        root = try value()
      default: break
      }
    }
  }

  /// The next value; nil where the mapping, list or document ends.
  private mutating func value() throws(Fault) -> YAMLNode? {
    var event = try next()
    defer { yaml_event_delete(&event) }
    let mark = event.start_mark
    let content: YAMLNode.Content
    let anchor: UnsafeMutablePointer<yaml_char_t>?
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      content = .scalar(String(decoding: bytes, as: UTF8.self), style(scalar.style))
      anchor = scalar.anchor
    case YAML_SEQUENCE_START_EVENT:
      content = .sequence(try items(at: mark))
      anchor = event.data.sequence_start.anchor
    case YAML_MAPPING_START_EVENT:
      content = .mapping(try entries(at: mark))
      anchor = event.data.mapping_start.anchor
    case YAML_ALIAS_EVENT:
      guard let node = anchors[String(cString: event.data.alias.anchor)] else {
        throw fault("found undefined alias", at: mark)
      }
      return node
    default: return nil
    }
    let node = YAMLNode(
      content, at: source.place(line: Int(mark.line) + 1, column: Int(mark.column) + 1),
      isPrinted: source.rule == .printed)
    if let anchor { anchors[String(cString: anchor)] = node }
    return node
  }

  private mutating func items(at mark: yaml_mark_t) throws(Fault) -> [YAMLNode] {
    try enter(at: mark)
    var items: [YAMLNode] = []
    while let item = try value() { items.append(item) }
    depth -= 1
    return items
  }

  private mutating func entries(
    at mark: yaml_mark_t
  ) throws(Fault) -> [(key: YAMLNode, value: YAMLNode)] {
    try enter(at: mark)
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    while let key = try value(), let value = try value() { entries.append((key, value)) }
    depth -= 1
    try checkKeys(entries.map(\.key))
    return entries
  }

  private mutating func enter(at mark: yaml_mark_t) throws(Fault) {
    depth += 1
    guard depth <= Self.greatestDepth else { throw fault("Maximum nesting level", at: mark) }
  }

  private func haveRepeatedHashes(_ keys: [YAMLNode]) -> Bool {
    // Most mappings have a few keys only.
    if keys.count <= 8 {
      return keys.indices.contains { index in
        keys[..<index].contains { $0.hash == keys[index].hash }
      }
    }
    var firsts = Set<UInt64>(minimumCapacity: keys.count)
    return !keys.allSatisfy { firsts.insert($0.hash).inserted }
  }

  /// Refuses keys that are written twice.
  private func checkKeys(_ keys: [YAMLNode]) throws(Fault) {
    guard haveRepeatedHashes(keys) else { return }
    var known: [String: YAMLNode] = [:]
    var repeated: [(first: YAMLNode, again: YAMLNode)] = []
    for key in keys {
      guard case .scalar(let text, _) = key.content else { continue }
      if let first = known[text] {
        repeated.append((first, key))
      } else {
        known[text] = key
      }
    }
    let names = Set(repeated.compactMap(\.first.text)).sorted()
    guard let name = names.first,
      let pair = repeated.first(where: { $0.first.text == name })
    else { return }
    throw .repeatedKeys(names, first: pair.first, again: pair.again)
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

  private func style(_ style: yaml_scalar_style_t) -> YAMLNode.Style {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE: .plain
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    default: .other
    }
  }
}
