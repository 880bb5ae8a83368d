internal import Diagnostics
internal import Figures

/// What may be wrong with a table that is to be a form.
enum RecognitionFault: Fault {
  case tooLarge
  case noTables
  /// - header: whether the header at least is like the nearest form's.
  /// - radicals: whether radicals stand in the place of typed characters.
  case unrecognised(nearest: String?, header: Bool, radicals: Bool)
  /// Pages that look like forms; empty where nothing tells which.
  case unreadPages([Int], forms: [String], UnreadReason)
  /// Forms that stand in one table with another, which was read.
  case severalForms(read: String?, others: [String])
  /// Texts of a form that are spelled otherwise and were read as the same.
  case folded(form: String, [String])
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
      code: code, severity: severity, what: what, expected: expected, mend: mend)
  }

  private var severity: Severity { if case .folded = self { .note } else { .warning } }

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
    case .unrecognised(let nearest, let header, let radicals):
      (
        "C061",
        "没有认出这是版式里的哪一张表，没有比较" + (nearest.map { "；最接近的是\($0)" } ?? ""),
        radicals
          ? "表里的字是平常的汉字，不是字形相同的部首符号"
          : header ? "表号或表名，以及大部分的行，与版式一致" : "表头的各栏与版式一致",
        radicals ? Self.radicalsMend : "核对表号、表名和表头，或换用这份文件的版式"
      )
    case .unreadPages(let pages, let forms, let reason):
      (
        "C116",
        "\(Self.cited(pages))"
          + (forms.isEmpty ? "" : "像是\(forms.joined(separator: "、"))，却")
          + "没有读出，没有比较：\(Self.text(of: reason))",
        Self.expected(reason), Self.mend(reason)
      )
    case .severalForms(let read, let others):
      (
        "C117",
        "一个表里有几张公开表：\(read.map { "读了\($0)，" } ?? "")没有读出\(others.joined(separator: "、"))，没有比较",
        "每张公开表单独一个工作表，或单独一个表格", "把各张表分开，再比较"
      )
    case .folded(let form, let names):
      ("C118", "\(form)有写法不同的文字，按相同识别：\(list(names))", "与版式的写法一致", "不必改动；要一致，就照版式改写")
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

  private static let radicalsMend = "这份文件把汉字写成了部首符号（例如 ⼀、⽅）：由原文件重新导出，或换一个导出程序"

  private static func cited(_ pages: [Int]) -> String {
    guard let first = pages.first, let last = pages.last, first != last else {
      return "第 \(pages.first ?? 0) 页"
    }
    return "第 \(first)–\(last) 页"
  }

  private static func text(of reason: UnreadReason) -> String {
    switch reason {
    case .picture: "页上没有文字，多半是扫描件"
    case .turned: "页上的文字是横躺或倒置的"
    case .radicals: "页上的字写成了部首符号"
    case .rules: "表的格线读不出来（没有格线、缺边线、颜色太浅，或是虚线、点线）"
    }
  }

  private static func expected(_ reason: UnreadReason) -> String {
    switch reason {
    case .picture: "文字可以选取的页面"
    case .turned: "文字从左到右的页面"
    case .radicals: "平常的汉字"
    case .rules: "表的各格四边都有深色的实线"
    }
  }

  private static func mend(_ reason: UnreadReason) -> String {
    switch reason {
    case .picture: "由原文件导出 PDF，不要用扫描件"
    case .turned: "把页面转正后重新导出，或改用 XLSX"
    case .radicals: radicalsMend
    case .rules: "给表格加上黑色实线的全部框线再导出，或改用 XLSX"
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
