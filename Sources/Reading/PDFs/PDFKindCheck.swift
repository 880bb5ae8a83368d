/// What stands in the place of a PDF file, as messages say it.
///
/// Files come by mail and from web pages; what was saved under the wrong name is told by its first
/// bytes, not by its name.
enum StrangeFile: String {
  case empty = "文件是空的（0 字节）"
  case workbook = "文件是 Excel 工作簿（xlsx），不是 PDF"
  case letter = "文件是 Word 文档（docx），不是 PDF"
  case fixedLayout = "文件是 OFD 版式文件，不是 PDF"
  case archive = "文件是压缩文件（zip），不是 PDF"
  case oldOffice = "文件是旧版 Office 文件（xls、doc），不是 PDF"
  case picture = "文件是图片，不是 PDF"
  case webPage = "文件是网页（HTML），不是 PDF"
  case text = "文件是文本，不是 PDF"
  case unknown = "不是 PDF：开头没有“%PDF-”，也不是认识的其他格式"

  /// Nil for a file that begins as a PDF does.
  ///
  /// Readers look for the mark in the first 1024 bytes (ISO 32000-1, annex H, note 13).
  init?(_ bytes: [UInt8]) {
    let head = bytes.prefix(1024)
    if Self.contains(head, "%PDF-") { return nil }
    if bytes.isEmpty {
      self = .empty
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = Self.archive(bytes)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldOffice
    } else if Self.pictures.contains(where: { bytes.starts(with: $0) }) {
      self = .picture
    } else if !head.contains(0), let text = Self.text(head) {
      let start = text.prefix(200).lowercased()
      self = start.contains("<html") || start.contains("<!doctype html") ? .webPage : .text
    } else {
      self = .unknown
    }
  }

  private static let pictures: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38], [0x42, 0x4D],
    [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A],
  ]

  /// Which kind of archive it is, by the names of its parts; they stand uncompressed at the ends.
  private static func archive(_ bytes: [UInt8]) -> StrangeFile {
    for part in [bytes.prefix(4096), bytes.suffix(8192)] {
      if contains(part, "xl/") { return .workbook }
      if contains(part, "word/") { return .letter }
      if contains(part, "OFD.xml") { return .fixedLayout }
    }
    return .archive
  }

  /// The beginning of a text, whose last character may be cut; nil for bytes that are none.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    for cut in 0..<min(4, bytes.count) {
      if let text = String(validating: bytes.dropLast(cut), as: UTF8.self) { return text }
    }
    return nil
  }

  static func contains(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard bytes.count >= word.count else { return false }
      return bytes.indices.dropLast(word.count - 1).contains { start in
        bytes[start..<start + word.count].elementsEqual(word)
      }
    }
  }
}
