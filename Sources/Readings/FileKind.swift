/// What a file is by its bytes, whatever its name says.
///
/// Files come by mail and from web pages; what was saved under the wrong name ought to be called by
/// what it is, and in the same words wherever it is met.
public enum FileKind: Hashable, Sendable {
  case empty, zip, pdf, oldWorkbook, encryptedDocument, oldDocument, picture, rtf, xml, html
  case otherArchive, text, unknown
  // Told by what an archive holds.
  case workbook, binaryWorkbook, wordDocument, presentation, openDocument, fixedLayout

  /// Judges the beginning of a file.
  ///
  /// What an archive holds is left open: it is ``zip``.
  public init(of bytes: [UInt8]) {
    if bytes.isEmpty {
      self = .empty
    } else if let match = Self.signatures.first(where: { bytes.starts(with: $0.0) }) {
      self = match.1
    } else if bytes.starts(with: Self.compoundMark) {
      self = Self.kind(ofCompound: bytes)
    } else if bytes.prefix(1024).holds("%PDF-") {
      // Readers look for the mark in the first 1024 bytes (ISO 32000-1, annex H, note 13).
      self = .pdf
    } else {
      self = Self.kind(ofText: bytes)
    }
  }

  /// Judges a whole file, an archive by the names of its parts, without opening it.
  public init(ofWhole bytes: [UInt8]) {
    let kind = FileKind(of: bytes)
    self = kind == .zip ? Self.kind(ofArchive: bytes) : kind
  }

  /// What it is called in messages.
  public var name: String {
    switch self {
    case .empty: "空文件（0 字节）"
    case .zip: "ZIP 压缩包"
    case .pdf: "PDF 文件"
    case .oldWorkbook: "旧版 Excel 工作簿（xls）"
    case .encryptedDocument: "加了密码的 Office 文件"
    case .oldDocument: "旧版 Office 文件"
    case .picture: "图片"
    case .rtf: "RTF 文档"
    case .xml: "XML 文本"
    case .html: "网页（HTML）"
    case .otherArchive: "别的格式的压缩包"
    case .text: "文本文件（例如 CSV）"
    case .unknown: "无法识别的文件"
    case .workbook: "Excel 工作簿（xlsx）"
    case .binaryWorkbook: "二进制的 Excel 工作簿（xlsb）"
    case .wordDocument: "Word 文档"
    case .presentation: "演示文稿"
    case .openDocument: "ODF 文件（例如 ods）"
    case .fixedLayout: "OFD 版式文件"
    }
  }

  /// The name as it goes on behind a Chinese character: with a space before Latin letters.
  public var nameInText: String { (name.first?.isASCII == true ? " " : "") + name }

  private static let signatures: [([UInt8], FileKind)] = [
    (Array("PK\u{3}\u{4}".utf8), .zip), (Array("PK\u{5}\u{6}".utf8), .zip),
    (Array("{\\rtf".utf8), .rtf), ([0x89, 0x50, 0x4E, 0x47], .picture),
    ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture),
    ([0x49, 0x49, 0x2A, 0x00], .picture), ([0x4D, 0x4D, 0x00, 0x2A], .picture),
    (Array("BM".utf8), .picture), (Array("Rar!".utf8), .otherArchive),
    ([0x37, 0x7A, 0xBC, 0xAF], .otherArchive), ([0x1F, 0x8B], .otherArchive),
  ]

  private static let compoundMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// The names of parts stand uncompressed: of the first ones at the beginning, of all in the table
  /// of contents at the end.
  private static func kind(ofArchive bytes: [UInt8]) -> FileKind {
    let names: [(StaticString, FileKind)] = [
      ("xl/workbook.bin", .binaryWorkbook), ("xl/", .workbook), ("word/", .wordDocument),
      ("ppt/", .presentation), ("OFD.xml", .fixedLayout), ("opendocument", .openDocument),
    ]
    let ends = [bytes.prefix(4096), bytes.suffix(8192)]
    return names.first { name, _ in ends.contains { $0.holds(name) } }?.1 ?? .zip
  }

  /// Looks for the names of the streams that a compound file (MS-CFB 2.6) has in its directory: its
  /// entries begin at multiples of 128 bytes.
  private static func kind(ofCompound bytes: [UInt8]) -> FileKind {
    let names: [(String, FileKind)] = [
      ("EncryptedPackage", .encryptedDocument), ("Workbook", .oldWorkbook), ("Book", .oldWorkbook),
    ]
    // UTF-16, little end first, closed by a zero.
    let patterns = names.map { name, kind in
      (name.utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] } + [0, 0], kind)
    }
    for offset in stride(from: 512, to: bytes.count, by: 128) {
      let match = patterns.first { bytes[offset...].starts(with: $0.0) }
      if let match { return match.1 }
    }
    return .oldDocument
  }

  private static func kind(ofText bytes: [UInt8]) -> FileKind {
    let head = bytes.prefix(4096)
    guard !head.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }) else {
      return .unknown
    }
    let text = String(decoding: head, as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if text.hasPrefix("<?xml") { return .xml }
    if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") { return .html }
    // Chinese text in any encoding has bytes beyond ASCII in pairs; noise has no line of text.
    let printable = head.count { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x0D }
    let isText = printable * 8 >= head.count || text.contains("\n") || isUTF8(head)
    return isText ? .text : .unknown
  }
}

extension FileKind {
  /// Whether bytes are text in UTF-8, whose last character may be cut.
  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    (0..<min(4, bytes.count)).contains { cut in
      String(validating: bytes.dropLast(cut), as: UTF8.self) != nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a word in ASCII stands anywhere among the bytes.
  fileprivate func holds(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard count >= word.count else { return false }
      return indices.dropLast(word.count - 1).contains { start in
        self[start..<start + word.count].elementsEqual(word)
      }
    }
  }
}
