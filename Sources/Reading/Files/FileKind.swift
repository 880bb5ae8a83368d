/// What a file is by its first bytes, whatever its name says.
enum FileKind: Hashable {
  case zip, pdf, oldWorkbook, encryptedDocument, oldDocument, picture, rtf, xml, html
  case otherArchive, text, unknown
  // Told by what an archive holds.
  case binaryWorkbook, wordDocument, presentation, openDocument

  /// Judges the beginning of a file.
  init(of bytes: [UInt8]) {
    let signatures: [([UInt8], FileKind)] = [
      (Array("PK\u{3}\u{4}".utf8), .zip), (Array("PK\u{5}\u{6}".utf8), .zip),
      (Array("{\\rtf".utf8), .rtf), ([0x89, 0x50, 0x4E, 0x47], .picture),
      ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture),
      (Array("BM".utf8), .picture), (Array("Rar!".utf8), .otherArchive),
      ([0x37, 0x7A, 0xBC, 0xAF], .otherArchive), ([0x1F, 0x8B], .otherArchive),
    ]
    if let match = signatures.first(where: { bytes.starts(with: $0.0) }) {
      self = match.1
    } else if bytes.starts(with: Self.compoundMark) {
      self = Self.kind(ofCompound: bytes)
    } else if Self.isPDF(bytes) {
      self = .pdf
    } else {
      self = Self.kind(ofText: bytes)
    }
  }

  /// What it is called in messages.
  var name: String {
    switch self {
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
    case .binaryWorkbook: "二进制的 Excel 工作簿（xlsb）"
    case .wordDocument: "Word 文档"
    case .presentation: "演示文稿"
    case .openDocument: "ODF 文件（例如 ods）"
    }
  }

  private static let compoundMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Readers of PDF allow anything within the first kilobyte before the mark.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    let head = bytes.prefix(1024)
    return head.indices.contains { bytes[$0...].starts(with: mark) }
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
    return printable * 8 >= head.count || text.contains("\n") ? .text : .unknown
  }
}
