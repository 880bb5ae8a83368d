internal import Diagnostics
internal import Figures

/// What may be wrong with a table that is to be a form.
enum RecognitionFault: Fault {
  case tooLarge
  case noTables
  /// - header: whether the header at least is like the nearest form's.
  case unrecognised(nearest: String?, header: Bool)
  case contradiction(code: String, taken: String)
  case twice(form: String, used: Place)
  case missingColumns(form: String, [String])
  case unknownColumns(form: String, [String])
  case missingRows(form: String, [String])
  case unknownRows(form: String, [String])
  case repeatedRows(form: String, [String])
  case doubtful(form: String, [String])
  case notNumbers(form: String, [String])
  case missingHeader(form: String, [String])

  /// The words of the fault; comparing goes on, so all are warnings.
  var wording: FaultWording {
    let (code, what, expected, mend) = parts
    return FaultWording(
      code: code, severity: .warning, what: what, expected: expected, mend: mend)
  }

  private var parts: (code: String, what: String, expected: String, mend: String) {
    switch self {
    case .tooLarge:
      (
        "C060", "这个表太大，没有当作公开表识别",
        "不超过 \(CellGrid.limit.rows) 行、\(CellGrid.limit.columns) 列",
        "如果这是公开表，请删去表格以外的内容"
      )
    case .noTables:
      (
        "C072", "这个 PDF 里没有带格线的表，无法识别公开表",
        "表的各格有格线，文字可以选取", "改用 XLSX，或由原文件重新导出 PDF，不要用扫描件"
      )
    case .unrecognised(let nearest, let header):
      (
        "C061",
        "没有认出这是版式里的哪一张表" + (nearest.map { "；最接近的是\($0)" } ?? ""),
        header ? "表号或表名，以及大部分的行，与版式一致" : "表头的各栏与版式一致",
        "核对表号、表名和表头，或换用这份文件的版式"
      )
    case .contradiction(let code, let taken):
      (
        "C062", "表上印的是“\(code)”，内容却是\(taken)，按内容识别",
        "表号与表名、表头一致", "改正表号"
      )
    case .twice(let form, let used):
      (
        "C063", "又有一个表是\(form)，没有采用", "每张表只出现一次", "采用的是 \(used.cited)；删去多余的一个"
      )
    case .missingColumns(let form, let names):
      ("C064", "\(form)缺少这些列：\(list(names))", "版式的各列都在", "核对表头的文字和栏次")
    case .unknownColumns(let form, let names):
      ("C065", "\(form)有版式没有的列：\(list(names))", "只有版式的列", "这些列没有比较；核对表头")
    case .missingRows(let form, let names):
      ("C066", "\(form)缺少这些行：\(list(names))", "版式的各行都在", "核对项目的文字和行次")
    case .unknownRows(let form, let names):
      ("C067", "\(form)有版式没有的行：\(list(names))", "只有版式的行", "这些行没有比较；核对文字、代码和行次")
    case .repeatedRows(let form, let names):
      ("C068", "\(form)有重复的行：\(list(names))", "每行只出现一次", "采用了前面的一行；删去重复的")
    case .doubtful(let form, let names):
      (
        "C069", "\(form)的行次、栏次或文字与版式不同：\(list(names))", "两者都与版式一致",
        "按其中一致的一个识别；请核对"
      )
    case .notNumbers(let form, let names):
      ("C070", "\(form)的数字格里不是数：\(list(names))", "数、空白或——", "改为数字")
    case .missingHeader(let form, let names):
      ("C071", "\(form)没有这几段的表头：\(list(names))", "各段的表头都在", "各行按行次和文字识别；请核对")
    }
  }

  /// At most so many are named.
  private static let limit = 6

  private func list(_ names: [String]) -> String {
    let shown = names.prefix(Self.limit).joined(separator: "，")
    return names.count > Self.limit ? "\(shown) 等 \(names.count) 处" : shown
  }
}

extension Place {
  /// The place as a message cites it that names several.
  var cited: String { DiagnosticPrinter.text(of: self) }
}
