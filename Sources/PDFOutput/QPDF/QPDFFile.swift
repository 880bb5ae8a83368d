internal import CQPDF

/// The library that packs PDFs, with its version: their bytes depend on it.
public var packingLibrary: String { "qpdf \(String(cString: qpdf_get_qpdf_version()))" }

/// An object of a file; of use only with the file that gave it.
struct QPDFObject {
  fileprivate let handle: qpdf_oh
}

/// A PDF file in memory whose objects can be changed.
///
/// The library tells what goes wrong after the fact and carries on; here everything that it has to
/// say, warnings too, is thrown. A file of our own gives no cause for any.
struct QPDFFile: ~Copyable {
  private let library: qpdf_data
  /// A copy of the bytes: the library reads from them as long as it lives.
  private let source: UnsafeMutableBufferPointer<CChar>

  /// Opens a file.
  init(_ bytes: [UInt8]) throws(PDFFault) {
    source = .allocate(capacity: bytes.count)
    _ = UnsafeMutableRawBufferPointer(source).initializeMemory(as: UInt8.self, from: bytes)
    library = qpdf_init()
    qpdf_silence_errors(library)
    qpdf_set_suppress_warnings(library, 1)
    // What needs repair is not what we have drawn.
    qpdf_set_attempt_recovery(library, 0)
    _ = qpdf_read_memory(library, "drawing", source.baseAddress, UInt64(source.count), nil)
    try check("read the drawing")
  }

  deinit {
    var library: qpdf_data? = library
    qpdf_cleanup(&library)
    source.deallocate()
  }

  /// The catalogue.
  var root: QPDFObject { QPDFObject(handle: qpdf_get_root(library)) }

  /// The pages in order.
  func pages() throws(PDFFault) -> [QPDFObject] {
    let count = qpdf_get_num_pages(library)
    try check("count the pages")
    return (0..<max(0, Int(count))).map { QPDFObject(handle: qpdf_get_page_n(library, $0)) }
  }

  /// Sets a date or text of the information dictionary.
  func setInformation(_ key: String, to text: String) throws(PDFFault) {
    qpdf_set_info_key(library, key, text)
    try check("set \(key)")
  }

  /// The value of a key; null where there is none.
  func value(_ key: String, of dictionary: QPDFObject) throws(PDFFault) -> QPDFObject {
    let value = qpdf_oh_get_key(library, dictionary.handle, key)
    try check("read \(key)")
    return QPDFObject(handle: value)
  }

  /// The name that is the value of a key, with its slash.
  func name(_ key: String, of dictionary: QPDFObject) throws(PDFFault) -> String {
    let value = try value(key, of: dictionary)
    let name = qpdf_oh_get_name(library, value.handle).map { String(cString: $0) }
    try check("read \(key)")
    return name ?? ""
  }

  /// The items of an array; any other object stands for an array of itself.
  func items(_ object: QPDFObject) throws(PDFFault) -> [QPDFObject] {
    guard qpdf_oh_is_array(library, object.handle) != 0 else { return [object] }
    let count = qpdf_oh_get_array_n_items(library, object.handle)
    let items = (0..<count).map {
      QPDFObject(handle: qpdf_oh_get_array_item(library, object.handle, $0))
    }
    try check("read an array")
    return items
  }

  /// A whole number; nil for any other object.
  func integer(_ object: QPDFObject) throws(PDFFault) -> Int? {
    guard qpdf_oh_is_integer(library, object.handle) != 0 else { return nil }
    let number = Int(qpdf_oh_get_int_value(library, object.handle))
    try check("read a number")
    return number
  }

  /// An array of objects.
  func array(_ items: [QPDFObject]) throws(PDFFault) -> QPDFObject {
    let array = qpdf_oh_new_array(library)
    for item in items { qpdf_oh_append_item(library, array, item.handle) }
    try check("make an array")
    return QPDFObject(handle: array)
  }

  /// Adds an item to the array of a key; what is no array yet becomes its first item.
  func append(_ item: QPDFObject, to key: String, of dictionary: QPDFObject) throws(PDFFault) {
    let value = try value(key, of: dictionary)
    if qpdf_oh_is_array(library, value.handle) != 0 {
      qpdf_oh_append_item(library, value.handle, item.handle)
      try check("add to \(key)")
    } else {
      let isMissing = qpdf_oh_is_null(library, value.handle) != 0
      try set(key, of: dictionary, to: array(isMissing ? [item] : [value, item]))
    }
  }

  /// Replaces an item of an array.
  func setItem(_ index: Int, of array: QPDFObject, to item: QPDFObject) throws(PDFFault) {
    guard (0..<Int(qpdf_oh_get_array_n_items(library, array.handle))).contains(index) else {
      throw PDFFault("qpdf", doing: "set item \(index)", reason: "there is none")
    }
    qpdf_oh_set_array_item(library, array.handle, Int32(index), item.handle)
    try check("set item \(index)")
  }

  /// Sets the value of a key.
  func set(
    _ key: String, of dictionary: QPDFObject, to value: QPDFObject
  ) throws(PDFFault) {
    qpdf_oh_replace_key(library, dictionary.handle, key, value.handle)
    try check("set \(key)")
  }

  /// A name, given with its slash.
  func name(_ name: String) -> QPDFObject {
    QPDFObject(handle: qpdf_oh_new_name(library, name))
  }

  /// A text.
  func string(_ text: String) -> QPDFObject {
    QPDFObject(handle: qpdf_oh_new_unicode_string(library, text))
  }

  /// The object that is written so in a PDF.
  func parse(_ text: String) throws(PDFFault) -> QPDFObject {
    let object = qpdf_oh_parse(library, text)
    try check("read “\(text)”")
    return QPDFObject(handle: object)
  }

  /// The file as it is now, packed: small objects stand compressed in streams, and what is
  /// compressed already stays as it is.
  func write() throws(PDFFault) -> [UInt8] {
    _ = qpdf_init_write_memory(library)
    try check("begin to write")
    qpdf_set_object_stream_mode(library, qpdf_o_generate)
    // Or the identity would be made from the clock and the file's name.
    qpdf_set_deterministic_ID(library, 1)
    // Archives ask for it (ISO 19005-2, 6.1.7.1).
    qpdf_set_newline_before_endstream(library, 1)
    _ = qpdf_write(library)
    try check("write")
    return Array(
      UnsafeBufferPointer(
        start: qpdf_get_buffer(library), count: qpdf_get_buffer_length(library)))
  }

  /// Throws what the library has to say since it was asked last.
  private func check(_ doing: String) throws(PDFFault) {
    var told: qpdf_error?
    if qpdf_has_error(library) != 0 {
      told = qpdf_get_error(library)
    } else if qpdf_more_warnings(library) != 0 {
      told = qpdf_next_warning(library)
    }
    guard let told else { return }
    let text = qpdf_get_error_full_text(library, told).map { String(cString: $0) }
    throw PDFFault("qpdf", doing: doing, reason: text ?? "no reason given")
  }
}
