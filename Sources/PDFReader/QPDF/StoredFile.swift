internal import CQPDF
internal import Glibc

/// An object of a PDF file; of use only with the file that gave it.
struct StoredObject {
  fileprivate let handle: qpdf_oh
}

/// The objects of a PDF file as they are stored, for what poppler does not tell.
///
/// poppler-glib 22.12 answers for a cell's row span, column span and scope only if the element is a
/// whole table (poppler-structure-element.cc checks the kind), has no door to the language in the
/// catalogue, and draws a page anew for each text of the structure.
///
/// Whatever is missing or of another type than was asked for comes as nil or empty: the file is a
/// stranger's. The class is not `Sendable`; a file stays on the thread that opened it.
final class StoredFile {
  private let library: qpdf_data
  /// The library reads from the bytes as long as it lives.
  private let source: PDFBytes

  /// Opens a file; nil for one that the library cannot make sense of.
  init?(_ bytes: PDFBytes) {
    source = bytes
    library = qpdf_init()
    qpdf_silence_errors(library)
    qpdf_set_suppress_warnings(library, 1)
    let content = bytes.buffer.assumingMemoryBound(to: CChar.self)
    let status = qpdf_read_memory(library, "file", content.baseAddress, UInt64(content.count), nil)
    // Bit 0 means warnings, bit 1 errors (qpdf-c.h).
    guard status & 2 == 0 else { return nil }
    qpdf_push_inherited_attributes_to_page(library)
  }

  deinit {
    var library: qpdf_data? = library
    qpdf_cleanup(&library)
  }

  /// `1.7`.
  var version: String { qpdf_get_pdf_version(library).map { String(cString: $0) } ?? "" }

  /// The catalogue.
  var root: StoredObject { StoredObject(handle: qpdf_get_root(library)) }

  /// The pages in order.
  func pages(limit: Int) -> [StoredObject] {
    let count = min(Int(qpdf_get_num_pages(library)), limit)
    return (0..<max(0, count)).map { StoredObject(handle: qpdf_get_page_n(library, $0)) }
  }

  /// The value of a key; nil where there is none.
  func value(_ key: String, of object: StoredObject) -> StoredObject? {
    let holder: qpdf_oh
    switch qpdf_oh_get_type_code(library, object.handle) {
    case ot_dictionary: holder = object.handle
    case ot_stream: holder = qpdf_oh_get_dict(library, object.handle)
    default: return nil
    }
    let value = qpdf_oh_get_key(library, holder, key)
    return qpdf_oh_is_null(library, value) != 0 ? nil : StoredObject(handle: value)
  }

  /// The items of an array; any other object stands for an array of itself.
  func items(_ object: StoredObject?, limit: Int) -> [StoredObject] {
    guard let object else { return [] }
    guard qpdf_oh_is_array(library, object.handle) != 0 else { return [object] }
    let count = min(Int(qpdf_oh_get_array_n_items(library, object.handle)), limit)
    return (0..<max(0, count)).map {
      StoredObject(handle: qpdf_oh_get_array_item(library, object.handle, Int32($0)))
    }
  }

  /// A whole number.
  func integer(_ object: StoredObject?) -> Int? {
    guard let object, qpdf_oh_is_integer(library, object.handle) != 0 else { return nil }
    return Int(qpdf_oh_get_int_value(library, object.handle))
  }

  /// A number, whole or not.
  func decimal(_ object: StoredObject?) -> Double? {
    guard let object, qpdf_oh_is_number(library, object.handle) != 0 else { return nil }
    return qpdf_oh_get_numeric_value(library, object.handle)
  }

  /// The keys of a dictionary, each with its slash.
  func keys(_ object: StoredObject) -> [String] {
    guard qpdf_oh_is_dictionary(library, object.handle) != 0 else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(library, object.handle)
    while qpdf_oh_dict_more_keys(library) != 0 {
      if let key = qpdf_oh_dict_next_key(library) { keys.append(String(cString: key)) }
    }
    return keys
  }

  /// Whether the library had to guess anything of the file so far, or the file is encrypted.
  var isDoubtful: Bool { qpdf_more_warnings(library) != 0 || qpdf_is_encrypted(library) != 0 }

  /// A name without its slash.
  func name(_ object: StoredObject?) -> String? {
    guard let object, qpdf_oh_is_name(library, object.handle) != 0,
      let name = qpdf_oh_get_name(library, object.handle)
    else { return nil }
    return String(String(cString: name).dropFirst())
  }

  /// A text, whatever its encoding in the file.
  func text(_ object: StoredObject?) -> String? {
    guard let object, qpdf_oh_is_string(library, object.handle) != 0,
      let text = qpdf_oh_get_utf8_value(library, object.handle)
    else { return nil }
    return String(cString: text)
  }

  /// Whether an object has keys.
  func isDictionary(_ object: StoredObject) -> Bool {
    qpdf_oh_is_dictionary(library, object.handle) != 0
  }

  /// The number of an object that stands by itself in the file; 0 for one inside another.
  func number(of object: StoredObject) -> Int {
    Int(qpdf_oh_get_object_id(library, object.handle))
  }

  /// The unpacked bytes of a stream.
  func data(of stream: StoredObject?) -> [UInt8]? {
    guard let stream, qpdf_oh_is_stream(library, stream.handle) != 0 else { return nil }
    return taken { bytes, count in
      qpdf_oh_get_stream_data(
        library, stream.handle, qpdf_dl_generalized, nil, &bytes, &count)
    }
  }

  /// The unpacked content of a page, its parts put together.
  func content(of page: StoredObject) -> [UInt8]? {
    taken { bytes, count in
      qpdf_oh_get_page_content_data(library, page.handle, &bytes, &count)
    }
  }

  /// Takes over bytes that the library allocates.
  private func taken(
    _ call: (inout UnsafeMutablePointer<UInt8>?, inout Int) -> QPDF_ERROR_CODE
  ) -> [UInt8]? {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = call(&bytes, &count)
    defer { free(bytes) }
    guard status & 2 == 0, let bytes else { return nil }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
