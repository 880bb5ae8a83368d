public import Diagnostics
internal import Documents

extension SpreadsheetError {
  /// How many UTF-16 units Excel takes into a cell.
  static let mostCharacters = 32_767

  /// How the error is told, beginning with what was being done.
  public var wording: FaultWording {
    switch kind {
    case .sheetName(let name, let fault):
      told("X201", "工作表名“\(name)”\(fault.what)", fault.expected, "在版式中改正工作表名")
    case .noSheets: told("X202", "没有可写的表", "至少一张表", "检查版式的表单清单或 --forms 的选择")
    case .outsideTable:
      told("X203", "单元格超出表格", "单元格在列数以内，跨行不越过表头或表体", "检查版式中此表的列、跨列和跨行")
    case .outsideSheet:
      told("X204", "单元格超出工作表", "不超过 1048576 行、16384 列", "缩短此表，或分为几张表")
    case .overlap(let range):
      told("X205", "与已写入的单元格 \(range) 重叠", "每个位置只属于一个单元格", "检查版式中此表的跨列和跨行")
    case .textTooLong(let count):
      told("X206", "文字有 \(count) 个字符", "不超过 \(Self.mostCharacters) 个字符", "缩短这段文字")
    case .controlCharacter(let code):
      told("X207", "文字含有控制字符 U+\(hexadecimal(code))", "只含可见文字、空格、制表符和换行", "删去该字符")
    case .numberTooLong(let number):
      told("X208", "数字 \(number) 超过 15 位", "不超过 15 位有效数字，Excel 只保留这么多", "改用更大的金额单位，或减少小数位")
    case .footerTooLong(let count):
      told("X209", "页脚有 \(count) 个字符", "连同字体说明不超过 255 个字符", "在版式中缩短页脚")
    case .paper(let size):
      told("X210", "不认识的纸张 \(size)", "A4（210×297 毫米）或 A3（297×420 毫米）", "在版式中改正纸张大小")
    case .repeatedSheetName(let name):
      told("X211", "工作表名“\(name)”重复（不区分大小写）", "每张工作表的名称不同", "在版式中改正工作表名")
    case .file(let reason):
      told(
        "X220", "文件不能写入，\(reason.what)", reason.expected, reason.mend, cause: .machine)
    case .library(let number, let reason):
      told(
        "X221", "libxlsxwriter 报告错误 \(number)：\(reason)", "磁盘和临时文件夹可写且有空间",
        "检查磁盘；若无异常，这是程序的缺陷，请连同此信息报告", cause: .machine)
    }
  }

  private func told(
    _ code: String, _ what: String, _ expected: String, _ mend: String, cause: FaultCause = .input
  ) -> FaultWording {
    FaultWording(
      code: code, cause: cause, what: "\(doing)：\(what)", expected: expected, mend: mend)
  }
}

extension SheetNameFault {
  fileprivate var what: String {
    switch self {
    case .empty: "是空的"
    case .tooLong(let count): "有 \(count) 个字符"
    case .forbiddenCharacter(let character): "含有不允许的字符 \(character)"
    case .apostropheAtEnd: "以单引号开头或结尾"
    case .escape: "里有一段会被读成另一个字（_x 加四位十六进制数字加 _）"
    }
  }

  fileprivate var expected: String {
    switch self {
    case .empty: "至少一个字符"
    case .tooLong: "不超过 \(SheetNameRule.limit) 个字符"
    case .forbiddenCharacter: "不含 [ ] : * ? / \\ 和控制字符"
    case .apostropheAtEnd: "首尾不是单引号"
    case .escape: "不含这样的一段"
    }
  }
}

/// A code point as it is usually written: at least four hexadecimal digits.
private func hexadecimal(_ code: UInt32) -> String {
  let digits = String(code, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
