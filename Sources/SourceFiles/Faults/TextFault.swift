internal import Diagnostics

/// Why the bytes of a file are no text.
enum TextFault: FileFormatFault {
  /// From this byte on, counted from 0, they are neither UTF-8 nor GB18030.
  case encoding(offset: Int)
  /// They were meant as UTF-8, which is broken at this byte.
  case damage(offset: Int)
  case missing
  case unreadable
  case foreign(ForeignFormat)

  private static let encodings = "UTF-8（带或不带 BOM）或 GB18030 编码的文本文件"
  private static let saveAgain = "重新打开原来的文件，另存为 UTF-8 编码（Excel、WPS 中选“CSV UTF-8（逗号分隔）”）"

  func wording(in family: String) -> FaultWording {
    switch self {
    case .encoding(let offset):
      FaultWording(
        code: "\(family)010", what: "第 \(offset + 1) 个字节起既不是 UTF-8，也不是 GB18030 编码",
        expected: Self.encodings, mend: Self.saveAgain)
    case .missing:
      FaultWording(
        code: "\(family)011", what: "没有这个文件", expected: "一个可以读取的文本文件",
        mend: "补上这个文件，或检查文件名和所在的文件夹")
    case .foreign(let format):
      FaultWording(
        code: "\(family)012", what: format.what, expected: Self.encodings, mend: Self.saveAgain)
    case .damage(let offset):
      FaultWording(
        code: "\(family)016", what: "UTF-8 编码在第 \(offset + 1) 个字节起损坏",
        expected: Self.encodings, mend: Self.saveAgain)
    case .unreadable:
      FaultWording(
        code: "\(family)017", what: "文件存在，但读不出来", expected: "一个可以读取的文本文件",
        mend: "检查文件的读取权限，确认它不是文件夹")
    }
  }
}

/// Formats that get saved under the name of a text file by mistake.
enum ForeignFormat {
  case utf16, workbook, oldWorkbook, binary

  /// The format of bytes; nil where they may be a text.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if bytes.withUnsafeBytes({ $0.has(byte: 0) }),
      bytes.count(where: { $0 == 0 }) * 8 > bytes.count
    {
      // Single ones are told at their place, as characters are.
      self = .binary
    } else {
      return nil
    }
  }

  /// What messages say of a file of the format.
  fileprivate var what: String {
    switch self {
    case .utf16: "文件是 UTF-16 编码的（Excel 的“Unicode 文本”）"
    case .workbook: "文件是 Excel 工作簿（xlsx），不是文本"
    case .oldWorkbook: "文件是旧版 Excel 工作簿（xls），不是文本"
    case .binary: "文件里有许多零字节，不是文本"
    }
  }
}
