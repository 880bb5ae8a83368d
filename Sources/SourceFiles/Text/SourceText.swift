public import Diagnostics
public import FoundationEssentials

/// The text of a file that a person wrote, decoded without being told how it was saved.
public struct SourceText: Sendable {
  /// The name that messages print.
  public let file: String
  /// The text, without a byte order mark.
  public let text: String
  /// The file as it was read, so that whoever records what was read need not read it again.
  public let bytes: [UInt8]

  /// A text that is already at hand.
  public init(file: String, text: String) {
    self.init(file: file, text: text, bytes: Array(text.utf8))
  }

  private init(file: String, text: String, bytes: [UInt8]) {
    self.file = file
    self.text = text
    self.bytes = bytes
  }

  /// The lines, for quoting in messages; they end where ``CSVFile`` ends them and editors do: at LF,
  /// CRLF and CR, not at the rarer separators that Unicode has beside.
  public var lines: [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map(String.init)
  }

  /// Decodes the bytes of a file: UTF-8 with or without byte order mark, otherwise GB18030.
  ///
  /// GB18030 is what Excel saves in China. A text that is valid UTF-8 is taken as UTF-8: a GB18030
  /// text of Chinese characters practically never is.
  ///
  /// - Parameter family: the letter of the finding codes, `D` or `L`.
  public static func decode(
    _ bytes: [UInt8], file: String, family: String
  ) -> Loaded<SourceText> {
    if let foreign = ForeignFormat(bytes) {
      return Loaded(nil, [foreign.finding(file: file, family: family)])
    }
    let hasMark = bytes.starts(with: utf8Mark)
    let content = hasMark ? bytes.dropFirst(utf8Mark.count) : bytes[...]
    if let text = String(validating: content, as: UTF8.self) {
      return Loaded(SourceText(file: file, text: text, bytes: bytes), [])
    }
    if hasMark || isDamagedUTF8(content) {
      return Loaded(nil, [damageFinding(content, file: file, family: family)])
    }
    switch decodeGB18030(content) {
    case .success(let text):
      return Loaded(SourceText(file: file, text: text, bytes: bytes), [])
    case .failure(let fault):
      let finding = Finding(
        "\(family)010", at: place(of: fault.offset, in: content, file: file),
        what: "第 \(fault.offset + 1) 个字节起既不是 UTF-8，也不是 GB18030 编码",
        expected: encodings, mend: saveAgain)
      return Loaded(nil, [finding])
    }
  }

  /// Reads and decodes a file.
  ///
  /// - Returns: the text, or the finding that says why there is none.
  public static func read(_ url: URL, as file: String, family: String) -> Loaded<SourceText> {
    do {
      return decode(Array(try Data(contentsOf: url)), file: file, family: family)
    } catch {
      let exists = FileManager.default.fileExists(atPath: url.path)
      let finding = Finding(
        "\(family)011", at: SourcePlace(file: file),
        what: exists ? "文件存在，但读不出来" : "没有这个文件",
        expected: "一个可以读取的文本文件",
        mend: exists ? "检查文件的读取权限，确认它不是文件夹" : "补上这个文件，或检查文件名和所在的文件夹")
      return Loaded(nil, [finding])
    }
  }
}

private let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]
private let encodings = "UTF-8（带或不带 BOM）或 GB18030 编码的文本文件"
private let saveAgain = "重新打开原来的文件，另存为 UTF-8 编码（Excel、WPS 中选“CSV UTF-8（逗号分隔）”）"

/// Whether bytes that are no valid UTF-8 were meant as such: most of their Chinese characters are.
///
/// Read as GB18030, a text with one broken byte would turn into nonsense without any error. The
/// three-byte sequences of UTF-8 are rare in GB18030 texts, broken sequences are everywhere there.
private func isDamagedUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
  let broken: Unicode.Scalar = "\u{FFFD}"
  let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
  let intact = scalars.count { $0.value >= 0x800 && $0 != broken }
  return intact > scalars.count { $0 == broken }
}

/// Says where bytes that were meant as UTF-8 are broken.
private func damageFinding(
  _ bytes: ArraySlice<UInt8>, file: String, family: String
) -> Finding {
  let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
  let offset = text.prefix { $0 != "\u{FFFD}" }.reduce(0) { $0 + UTF8.width($1) }
  return Finding(
    "\(family)010", at: place(of: offset, in: bytes, file: file),
    what: "UTF-8 编码在第 \(offset + 1) 个字节起损坏", expected: encodings, mend: saveAgain)
}

/// The line on which a byte stands.
private func place(of offset: Int, in bytes: ArraySlice<UInt8>, file: String) -> SourcePlace {
  let line = bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
  return SourcePlace(file: file, line: line)
}

/// Formats that get saved under the name of a text file by mistake.
private enum ForeignFormat {
  case utf16, workbook, oldWorkbook, binary

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if bytes.contains(0) {
      self = .binary
    } else {
      return nil
    }
  }

  func finding(file: String, family: String) -> Finding {
    let what =
      switch self {
      case .utf16: "文件是 UTF-16 编码的（Excel 的“Unicode 文本”）"
      case .workbook: "文件是 Excel 工作簿（xlsx），不是文本"
      case .oldWorkbook: "文件是旧版 Excel 工作簿（xls），不是文本"
      case .binary: "文件里有零字节，不是文本"
      }
    return Finding(
      "\(family)012", at: SourcePlace(file: file), what: what,
      expected: encodings, mend: saveAgain)
  }
}
