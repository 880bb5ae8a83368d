internal import Diagnostics

/// Faults of cells that people filled in, whatever they are about.
enum CellFault: Fault {
  /// How many columns are read: no table has nearly as many.
  static let lastColumn = 256

  /// A formula without what it gives.
  case noResult(String)
  case error(String)
  case noNumber(String)
  case noDay(String)
  /// Cells of several rows that are merged.
  case merged(String)
  /// Rows or a column that are not shown and have something in them.
  case hidden(String)
  /// A sheet that is not shown and is read.
  case hiddenSheet(String)
  /// Numbers that people have written on a sheet of which nothing is read.
  case idleNumbers(count: Int)
  /// Something that stands further right than any table goes.
  case tooFarRight(String)

  var wording: FaultWording {
    switch self {
    case .noResult(let formula):
      FaultWording(
        code: "D360", what: "公式\(quoted("=" + formula))没有算出的值", expected: "数或文字，或带有算出的值的公式",
        mend: "在 Excel、WPS 或 LibreOffice 里打开，保存一次；或把公式换成它的值（选择性粘贴—数值）")
    case .error(let name):
      FaultWording(
        code: "D361", what: "公式出错：\(name)", expected: "数或文字", mend: "改正公式，或换成它应有的值")
    case .noNumber(let text):
      FaultWording(
        code: "D362", what: "\(quoted(text))不是能读的数", expected: "普通的数", mend: "重新填写这一格")
    case .noDay(let serial):
      FaultWording(
        code: "D363", what: "日期的序号 \(serial) 不是一个日子", expected: "日历上的日子",
        mend: "写作 年-月-日")
    case .merged(let range):
      FaultWording(
        code: "D364", what: "单元格 \(range) 上下合并了", expected: "每行各填各的",
        mend: "取消合并，每一行都填上自己的内容")
    case .hidden(let what):
      FaultWording(
        code: "D365", severity: .warning, what: "\(what)是隐藏的，照样读取", expected: "要填报的都看得见",
        mend: "取消隐藏，核对里面的内容；不要的，删去整行或整列")
    case .hiddenSheet(let name):
      FaultWording(
        code: "D366", severity: .warning, what: "工作表“\(name)”是隐藏的，照样读取", expected: "要填报的都看得见",
        mend: "取消隐藏，核对里面的内容")
    case .idleNumbers(let count):
      FaultWording(
        code: "D369", severity: .warning, what: "这张表不读取，从这一格起填了 \(count) 个数", expected: "这张表由程序填写",
        mend: "数移到要填报的工作表里；是公式变成了数的，不必管它")
    case .tooFarRight(let text):
      FaultWording(
        code: "D368", what: "\(quoted(text))在第 \(CellFault.lastColumn) 列的右边", expected: "内容都在表头下面",
        mend: "删去这一格，或移到表头下面")
    }
  }
}
