internal import CPoppler
internal import Readings

/// An open PDF file.
///
/// poppler may not be called from two threads for one document. The value cannot be copied and is
/// not `Sendable`, so it stays on the thread that opened it; other threads may read other files
/// meanwhile (poppler guards what its documents share).
struct PopplerFile: ~Copyable {
  let document: OpaquePointer
  /// The library reads from the bytes as long as it lives.
  private let source: PDFBytes

  /// Opens a file.
  init(_ bytes: PDFBytes) throws(PDFFileFault) {
    source = bytes
    let view = g_bytes_new_static(bytes.buffer.baseAddress, gsize(bytes.buffer.count))
    defer { g_bytes_unref(view) }
    var fault: UnsafeMutablePointer<GError>?
    guard let opened = poppler_document_new_from_bytes(view, nil, &fault) else {
      throw Self.fault(fault)
    }
    document = opened
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  /// Takes over an error of the library.
  private static func fault(_ fault: UnsafeMutablePointer<GError>?) -> PDFFileFault {
    guard let fault else { return .damaged("") }
    defer { g_error_free(fault) }
    guard fault.pointee.domain == poppler_error_quark(),
      fault.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
    else { return .damaged(String(cString: fault.pointee.message)) }
    return .encrypted
  }

  /// How many pages the file says it has.
  var pageCount: Int { max(0, Int(poppler_document_get_n_pages(document))) }

  /// `1.7`.
  var version: String {
    var (major, minor): (guint, guint) = (0, 0)
    poppler_document_get_pdf_version(document, &major, &minor)
    return "\(major).\(minor)"
  }

  /// Opens a page.
  ///
  /// - Parameter number: from 1.
  /// - Returns: nil where the page tree has none in that place.
  func page(_ number: Int) -> PopplerPageHandle? {
    poppler_document_get_page(document, Int32(number - 1)).map(PopplerPageHandle.init)
  }

  /// Title, author, dates and so on; the language poppler-glib 22.12 does not tell.
  func properties() -> PDFProperties {
    PDFProperties(
      title: text(poppler_document_get_title(document)),
      author: text(poppler_document_get_author(document)),
      subject: text(poppler_document_get_subject(document)),
      keywords: text(poppler_document_get_keywords(document)),
      creator: text(poppler_document_get_creator(document)),
      producer: text(poppler_document_get_producer(document)),
      created: date(poppler_document_get_creation_date_time(document)),
      modified: date(poppler_document_get_modification_date_time(document)))
  }

  /// The fonts of all pages, each once, by name.
  func fonts() -> [ReadFont] {
    let scan = poppler_font_info_new(document)
    defer { poppler_font_info_free(scan) }
    var found = Set<ReadFont>()
    var iterator: OpaquePointer?
    guard poppler_font_info_scan(scan, Int32(pageCount), &iterator) != 0, iterator != nil else {
      return []
    }
    defer { poppler_fonts_iter_free(iterator) }
    repeat {
      let name = fontName(poppler_fonts_iter_get_name(iterator))
      found.insert(
        ReadFont(
          name: name.withoutSubsetMark,
          kind: fontKind(poppler_fonts_iter_get_font_type(iterator)),
          isEmbedded: poppler_fonts_iter_is_embedded(iterator) != 0,
          isSubset: poppler_fonts_iter_is_subset(iterator) != 0))
    } while poppler_fonts_iter_next(iterator) != 0
    // Two fonts of one name may differ in nothing but whether they are in the file.
    return found.sorted { left, right in
      (left.name, left.kind, left.isEmbedded ? 1 : 0, left.isSubset ? 1 : 0)
        < (right.name, right.kind, right.isEmbedded ? 1 : 0, right.isSubset ? 1 : 0)
    }
  }
}

/// A font's name as a text: what is no UTF-8 is GBK, in which Chinese programs write names without
/// saying so.
func fontName(_ bytes: UnsafePointer<CChar>?) -> String {
  guard let bytes else { return "" }
  if let text = String(validatingCString: bytes) { return text }
  guard let converted = g_convert(bytes, -1, "UTF-8", "GB18030", nil, nil, nil) else {
    return String(cString: bytes)
  }
  defer { g_free(converted) }
  return String(cString: converted)
}

/// Takes over a text that the library allocated; nil for none and for an empty one.
func text(_ owned: UnsafeMutablePointer<CChar>?) -> String? {
  guard let owned else { return nil }
  defer { g_free(owned) }
  let text = String(cString: owned)
  return text.isEmpty ? nil : text
}

/// Takes over a date of the library, as ISO 8601 writes it.
private func date(_ owned: OpaquePointer?) -> String? {
  guard let owned else { return nil }
  defer { g_date_time_unref(owned) }
  return text(g_date_time_format_iso8601(owned))
}

/// The kinds of fonts by the names that poppler's own tools print.
private func fontKind(_ kind: PopplerFontType) -> String {
  switch kind {
  case POPPLER_FONT_TYPE_TYPE1: "Type 1"
  case POPPLER_FONT_TYPE_TYPE1C: "Type 1C"
  case POPPLER_FONT_TYPE_TYPE1COT: "Type 1C (OT)"
  case POPPLER_FONT_TYPE_TYPE3: "Type 3"
  case POPPLER_FONT_TYPE_TRUETYPE: "TrueType"
  case POPPLER_FONT_TYPE_TRUETYPEOT: "TrueType (OT)"
  case POPPLER_FONT_TYPE_CID_TYPE0: "CID Type 0"
  case POPPLER_FONT_TYPE_CID_TYPE0C: "CID Type 0C"
  case POPPLER_FONT_TYPE_CID_TYPE0COT: "CID Type 0C (OT)"
  case POPPLER_FONT_TYPE_CID_TYPE2: "CID TrueType"
  case POPPLER_FONT_TYPE_CID_TYPE2OT: "CID TrueType (OT)"
  default: "unknown"
  }
}

extension String {
  /// A font's name without `ABCDEF+`, the mark of a subset (ISO 32000-1, 9.6.4), which differs from
  /// file to file.
  var withoutSubsetMark: String {
    let mark = utf8.prefix(7)
    guard mark.count == 7, mark.last == UInt8(ascii: "+"),
      mark.dropLast().allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return self }
    return String(dropFirst(7))
  }
}
