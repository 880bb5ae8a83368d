internal import Diagnostics
internal import Readings

extension FileFault {
  /// The fault as a message about a file that ought to be a workbook.
  func workbookFinding(file: String) -> Finding { finding(at: SourcePlace(file: file)) }
}

extension FileFault: Fault {
  var wording: FaultWording {
    let (code, what, expected, mend) = parts
    return FaultWording(
      code: code, what: what, expected: expected ?? "一个没有损坏、没有加密的 Excel 工作簿（.xlsx）", mend: mend)
  }

  private var parts: (code: String, what: String, expected: String?, mend: String) {
    let again = "重新取得这个文件，或在 Excel、WPS 中打开后另存为 .xlsx"
    switch self {
    case .unreadable(let exists):
      return (
        "C020", exists ? "文件存在，但读不出来" : "没有这个文件", "一个可以读取的文件",
        exists ? "检查文件的读取权限，确认它不是文件夹" : "检查文件名和所在的文件夹"
      )
    case .empty: return ("C021", "文件是空的", nil, "重新取得或重新生成这个文件")
    case .otherKind(let kind):
      return ("C022", "文件不是工作簿，而是\(kind.nameInText)", nil, Self.mend(of: kind))
    case .encrypted(let part):
      let subject = part.map { "压缩包里的 \($0) " } ?? "文件"
      return ("C023", "\(subject)加了密码", nil, "在 Excel、WPS 中用密码打开，去掉密码后另存为 .xlsx")
    case .truncated: return ("C024", "文件不完整：压缩包的目录缺失或损坏", nil, again)
    case .noWorkbook:
      return ("C025", "文件是 ZIP 压缩包，里面没有工作簿", nil, "如果工作簿在压缩包里，先解压，再指定其中的 .xlsx 文件")
    case .missingPart(let part): return ("C026", "工作簿缺少一部分：\(part)", nil, again)
    case .damaged(let part, let reason):
      return ("C018", "\(part) 的数据已损坏（\(reason)）", nil, again)
    case .malformed(let part, let line, let reason):
      let place = line > 0 ? "\(part) 第 \(line) 行" : part
      return ("C027", "\(place)不合格式：\(reason)", "由 Excel、WPS 等程序完整写出的工作簿", again)
    case .declaresDocumentType(let part):
      return (
        "C028", "\(part) 带有 DTD（文档类型声明），可能有害，没有读取", "没有 DTD 的工作簿",
        "不要使用这个文件；向提供者要一份由 Excel、WPS 保存的"
      )
    case .beyondLimit(let part, let limit):
      let subject = part.map { "\($0) " } ?? "文件"
      return (
        "C029", "\(subject)超出限度，可能有害，没有读完", limit,
        "不要使用这个文件；如果它确实是账表，拆成几个较小的工作簿"
      )
    }
  }

  private static func mend(of kind: FileKind) -> String {
    switch kind {
    case .oldWorkbook, .binaryWorkbook, .openDocument: "在 Excel、WPS 中打开，另存为 .xlsx"
    case .text: "在 Excel、WPS 中打开，另存为 .xlsx；figures.csv 和 cells.csv 保持 .csv 的文件名"
    case .pdf: "比较 PDF 时，文件名以 .pdf 结尾；否则改指定对应的 .xlsx 文件"
    default: "检查是否指定了正确的文件"
    }
  }
}
