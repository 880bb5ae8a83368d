internal import CXML

/// Reads XML as a stream of elements, at constant memory.
///
/// Nothing outside of the bytes is read, entities of its own and document types are refused, and
/// nothing is printed. The stream stands at one element at a time; see ``children(_:)``.
struct XMLStream: ~Copyable {
  /// What comes next.
  enum Event {
    case start, end, text
  }

  /// Open elements at once; the formats that are read need a dozen.
  private static let deepest = 64
  /// Keeps the library's reader alive; it is used through the copy of its pointer.
  private let owner: XMLOwner
  private let library: xmlTextReaderPtr
  /// The library reports no end for an element without contents.
  private var endsAtOnce = false
  /// How many elements are open, the one at which the stream stands included.
  private(set) var depth = 0

  private init(_ owner: XMLOwner) {
    self.owner = owner
    library = owner.library
  }

  /// Opens a part and goes to its root element.
  ///
  /// - Parameter name: the part's name for messages.
  static func open(_ source: any ByteSource, name: String) throws(FileFault) -> XMLStream {
    guard let owner = XMLOwner(source, name: name) else {
      throw .malformed(part: name, line: 0, reason: "libxml2 没有打开")
    }
    var stream = XMLStream(owner)
    while let event = try stream.next() {
      if case .start = event { return stream }
    }
    throw stream.fault("没有根元素")
  }

  /// Goes on by one event; nil at the end of the document.
  mutating func next() throws(FileFault) -> Event? {
    if endsAtOnce {
      endsAtOnce = false
      depth -= 1
      return .end
    }
    while true {
      let outcome = xmlTextReaderRead(library)
      guard outcome == 1 else {
        if outcome == 0, owner.context.error == nil, owner.context.source.fault == nil {
          return nil
        }
        throw failure()
      }
      switch xmlTextReaderNodeType(library) {
      case 1:
        depth += 1
        guard depth <= Self.deepest else { throw owner.context.tooDeep }
        endsAtOnce = xmlTextReaderIsEmptyElement(library) == 1
        return .start
      case 15:
        depth -= 1
        return .end
      // Text, marked sections, blanks.
      case 3, 4, 13, 14: return .text
      case 10: throw .declaresDocumentType(part: owner.context.name)
      default: continue
      }
    }
  }

  /// What stopped the library.
  private func failure() -> FileFault {
    if let fault = owner.context.source.fault { return fault }
    if owner.context.declaresDocumentType {
      return .declaresDocumentType(part: owner.context.name)
    }
    let line = Int(xmlTextReaderGetParserLineNumber(library))
    return fault(owner.context.error ?? "不是完整的 XML", line: owner.context.line ?? line)
  }

  /// A fault of the part at a line, by default where the stream stands.
  func fault(_ reason: String, line: Int? = nil) -> FileFault {
    .malformed(
      part: owner.context.name, line: line ?? Int(xmlTextReaderGetParserLineNumber(library)),
      reason: reason)
  }

  /// The part's name for messages.
  var part: String { owner.context.name }

  /// Whether the element has this name, whatever its namespace's prefix.
  func isNamed(_ name: StaticString) -> Bool {
    XMLName.equal(xmlTextReaderConstLocalName(library), name)
  }

  /// The element's name without prefix.
  var name: String {
    xmlTextReaderConstLocalName(library).map { String(cString: $0) } ?? ""
  }

  /// Gives every attribute of the element with its name and value, which are valid for the call.
  ///
  /// Attributes of other namespaces are left out, but for the ids of relationships.
  func attributes(
    _ body: (_ name: XMLName, _ value: UnsafeBufferPointer<UInt8>) throws(FileFault) -> Void
  ) throws(FileFault) {
    guard xmlTextReaderMoveToFirstAttribute(library) == 1 else { return }
    defer { xmlTextReaderMoveToElement(library) }
    repeat {
      guard let name = xmlTextReaderConstLocalName(library),
        let value = xmlTextReaderConstValue(library)
      else { continue }
      let attribute = XMLName(name)
      guard xmlTextReaderConstPrefix(library) == nil || attribute.isOfAnyNamespace else { continue }
      try body(attribute, UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
    } while xmlTextReaderMoveToNextAttribute(library) == 1
  }

  /// Gives every attribute of the element with its namespace, those of any namespace.
  func everyAttribute(
    _ body: (_ name: String, _ namespace: String?, _ value: String) throws(FileFault) -> Void
  ) throws(FileFault) {
    guard xmlTextReaderMoveToFirstAttribute(library) == 1 else { return }
    defer { xmlTextReaderMoveToElement(library) }
    repeat {
      guard xmlTextReaderIsNamespaceDecl(library) != 1,
        let name = xmlTextReaderConstLocalName(library),
        let value = xmlTextReaderConstValue(library)
      else { continue }
      let namespace = xmlTextReaderConstNamespaceUri(library).map { String(cString: $0) }
      try body(String(cString: name), namespace, String(cString: value))
    } while xmlTextReaderMoveToNextAttribute(library) == 1
  }

  /// The element's namespace; nil for none.
  var namespace: String? {
    xmlTextReaderConstNamespaceUri(library).map { String(cString: $0) }
  }

  /// Appends the piece of text at which the stream stands.
  func appendText(to bytes: inout [UInt8]) {
    guard let value = xmlTextReaderConstValue(library) else { return }
    bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
  }
}
