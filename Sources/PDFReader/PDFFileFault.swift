internal import Diagnostics
internal import Readings

/// What keeps a PDF file from being read, or casts doubt on what was read.
enum PDFFileFault: Error, Fault {
  case unreadable(exists: Bool)
  /// Whatever stands in the place of a PDF.
  case otherKind(FileKind)
  case tooLarge(Int, limit: Int)
  /// The end of the file is missing.
  case cut
  /// With the library's words.
  case damaged(String)
  case encrypted
  case noPages
  case tooManyPages(Int, limit: Int)
  case missingPage(Int, of: Int)
  case tooMuchText(page: Int, limit: Int)
  /// Streams that unpack to more than a number of bytes.
  case overpacked(limit: Int)
  /// A stream that shows more than a number of bytes of text.
  case overfull(limit: Int)
  case tooManyObjects(limit: Int)
  case tooSlow(page: Int, seconds: Int)
  /// The machine lacks what tells the characters of fonts that are not embedded; with the library's
  /// words.
  case missingEncodings(String)
  /// The library read on where the file is broken; with its words. A warning.
  case mended(String)

  /// What shows without opening the file; nil for one that begins and ends as a PDF does.
  init?(_ bytes: [UInt8], limits: PDFLimits) {
    let kind = FileKind(ofWhole: bytes)
    if kind != .pdf {
      self = .otherKind(kind)
    } else if bytes.count > limits.bytes {
      self = .tooLarge(bytes.count, limit: limits.bytes)
    } else if !bytes.suffix(2048).contains(Array("%%EOF".utf8)) {
      // The library would rebuild what is left of a cut file, and the missing pages would pass for
      // a difference. Readers look for the mark in the last 1024 bytes.
      self = .cut
    } else {
      return nil
    }
  }

  /// The fault as people read it.
  func finding(file: String) -> Finding { finding(at: SourcePlace(file: file)) }

  var wording: FaultWording {
    let (code, what, expected, mend) = parts
    return FaultWording(
      code: code, severity: isDoubt ? .warning : .error, cause: cause, what: what,
      expected: expected, mend: mend)
  }

  private var cause: FaultCause { if case .missingEncodings = self { .machine } else { .input } }

  private var isDoubt: Bool {
    if case .mended = self { true } else { false }
  }

  private typealias Parts = (code: String, what: String, expected: String, mend: String)

  private var parts: Parts {
    switch self {
    case .unreadable(let exists):
      (
        "C030", exists ? "文件存在，但读不出来" : "没有这个文件", "一个可以读取的 PDF 文件",
        exists ? "检查文件的读取权限，确认它不是文件夹" : "检查文件名和所在的文件夹"
      )
    case .otherKind(let kind):
      ("C031", Self.text(of: kind), "以“%PDF-”开头的 PDF 文件", Self.mend(of: kind))
    case .cut:
      (
        "C032", "文件不完整：末尾没有结束标记“%%EOF”", "完整的 PDF 文件，末尾有“%%EOF”",
        "多半没有下载完或没有复制完：重新下载、复制或生成"
      )
    case .damaged(let reason):
      (
        "C033", "文件开头像 PDF，但打不开" + Self.quoted(reason), "没有损坏的 PDF 文件",
        "重新下载、复制或生成；用阅读器打开能看到内容的，可以另存或打印为 PDF 再比较"
      )
    case .encrypted:
      (
        "C034", "文件有打开口令（或不认识的加密），没有口令读不出内容", "没有打开口令的 PDF 文件",
        "用口令打开后另存一份没有口令的，再比较这一份"
      )
    case .tooLarge(let size, let limit):
      (
        "C035", "文件有 \(size >> 20) MB，超过 \(limit >> 20) MB 的上限", "一个部门的公开文件，不会有这么大",
        "确认拿对了文件；图片太多的，把正文另存为一份"
      )
    case .tooManyPages(let count, let limit):
      (
        "C050", "文件有 \(count) 页，超过 \(limit) 页的上限", "一个部门的公开文件，不会有这么多页",
        "确认拿对了文件；多份合在一起的，拆开再比较"
      )
    case .tooMuchText(let page, let limit):
      (
        "C051", "读到第 \(page) 页，文字已经超过 \(limit) 个字的上限", "一个部门的公开文件，不会有这么多字",
        "确认拿对了文件；文件可能是有意做坏的"
      )
    case .overpacked(let limit):
      (
        "C052", "文件里有的数据解压后超过 \(limit >> 20) MB 的上限", "解压后大小正常的数据", Self.suspect
      )
    case .overfull(let limit):
      (
        "C053", "文件里有一页或一段内容的文字超过 \(limit) 个字节的上限", "一页的文字，不会有这么多", Self.suspect
      )
    case .tooManyObjects(let limit):
      (
        "C054", "文件自称的对象超过 \(limit) 个的上限", "一个部门的公开文件，不会有这么多对象", Self.suspect
      )
    case .tooSlow(let page, let seconds):
      (
        "C036", "读了 \(seconds) 秒，只读到第 \(page) 页的前一页", "一个部门的公开文件，一秒之内能读完",
        "确认拿对了文件；文件可能是有意做坏的，用阅读器打印为 PDF 再比较"
      )
    case .noPages:
      ("C037", "文件里一页也没有", "至少有一页的 PDF 文件", "重新下载、复制或生成")
    case .missingPage(let number, let count):
      (
        "C039", "文件说有 \(count) 页，第 \(number) 页却找不到", "每一页都在的 PDF 文件",
        "文件已经损坏：重新下载、复制或生成"
      )
    case .missingEncodings(let reason):
      (
        "C123", "文件用了没有嵌入的中文字体，这台机器读不出它的文字" + Self.quoted(reason),
        "装有 poppler 的中文编码（Debian 的 poppler-data）",
        "安装软件包 poppler-data（scripts/packages build，或 apt-get install poppler-data），再比较一次"
      )
    case .mended(let reason):
      (
        "C038", "文件有损坏的地方，跳过之后读了其余的" + Self.quoted(reason), "没有损坏的 PDF 文件",
        "比较的结果可能不全；重新下载、复制或生成后再比较"
      )
    }
  }

  /// What shows before a page is read: such files are made to fill the memory.
  private static let suspect = "确认拿对了文件；文件可能是有意做坏的，用阅读器打印为 PDF 再比较"

  /// The library's words, which are English, for whoever mends the file.
  private static func quoted(_ reason: String) -> String {
    reason.isEmpty ? "" : "（poppler：\(reason.prefix(120))）"
  }

  private static func text(of kind: FileKind) -> String {
    switch kind {
    case .empty: "文件是空的（0 字节）"
    case .unknown: "不是 PDF：开头没有“%PDF-”，也不是认识的其他格式"
    default: "文件是\(kind.nameInText)，不是 PDF"
    }
  }

  private static func mend(of kind: FileKind) -> String {
    switch kind {
    case .workbook: "确认拿对了文件；要比较工作簿，把文件名改为以 .xlsx 结尾"
    case .picture: "这里只能比较有文字的 PDF；找到做成图片之前的文件，导出为 PDF"
    case .html: "下载到的可能是登录页或提示页：在浏览器中打开，重新下载 PDF"
    case .zip, .otherArchive: "先解压，再比较其中的 PDF"
    case .wordDocument, .presentation, .openDocument, .fixedLayout, .oldDocument, .oldWorkbook,
      .binaryWorkbook, .encryptedDocument, .rtf:
      "用原来的软件打开，另存或导出为 PDF"
    case .empty: "重新下载、复制或生成"
    case .pdf, .xml, .text, .unknown: "确认拿对了文件；重新下载、复制或生成"
    }
  }
}
