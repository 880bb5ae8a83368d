internal import CXML

/// Owns a reader of the library, and what its callbacks work on.
final class XMLOwner {
  let library: xmlTextReaderPtr
  let context: XMLContext

  /// The library is set up once, before several threads use it.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Opens a reader without network and without output; nil where memory is short.
  init?(_ source: any ByteSource, name: String) {
    _ = Self.isReady
    context = XMLContext(source, name: name)
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_COMPACT.rawValue
    let opaque = Unmanaged.passUnretained(context).toOpaque()
    let opened = xmlReaderForIO(
      readXMLBytes, closeXMLBytes, opaque, nil, nil, Int32(bitPattern: options))
    guard let opened else { return nil }
    library = opened
    xmlTextReaderSetStructuredErrorHandler(library, noteXMLError, opaque)
  }

  deinit { xmlFreeTextReader(library) }
}
