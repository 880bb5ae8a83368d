internal import CXML

/// What the library's callbacks work on.
final class XMLContext {
  let source: any ByteSource
  let name: String
  /// The first error that the library told, and its line.
  fileprivate(set) var error: String?
  fileprivate(set) var line: Int?
  /// Whether the part begins with a document type, told before the library stumbles over it.
  private(set) var declaresDocumentType = false
  private var isAtStart = true

  init(_ source: any ByteSource, name: String) {
    self.source = source
    self.name = name
  }

  /// Fills a buffer of the library.
  fileprivate func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = source.read(into: buffer)
    if isAtStart, count > 0 {
      isAtStart = false
      let mark = Array("<!DOCTYPE".utf8)
      let head = buffer.prefix(min(count, 1024))
      declaresDocumentType = head.indices.contains { head[$0...].starts(with: mark) }
    }
    return count
  }

  /// The fault of elements inside one another without end.
  var tooDeep: FileFault { .beyondLimit(part: name, limit: "元素嵌套不超过 64 层") }
}

/// Reads from the source.
let readXMLBytes: xmlInputReadCallback = { opaque, buffer, count in
  guard let opaque, let buffer else { return -1 }
  let context = Unmanaged<XMLContext>.fromOpaque(opaque).takeUnretainedValue()
  let bytes = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
  return Int32(context.read(into: bytes))
}

/// The source closes itself.
let closeXMLBytes: xmlInputCloseCallback = { _ in 0 }

/// Keeps the first error; warnings are of no use to a clerk.
let noteXMLError: xmlStructuredErrorFunc = { opaque, error in
  guard let opaque, let error else { return }
  let context = Unmanaged<XMLContext>.fromOpaque(opaque).takeUnretainedValue()
  guard context.error == nil, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
  let text = error.pointee.message.map { String(cString: $0) } ?? ""
  context.error = String(text.prefix { $0 != "\n" }.prefix(200))
  context.line = Int(error.pointee.line)
}
