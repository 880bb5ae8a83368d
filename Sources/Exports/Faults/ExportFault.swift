internal import Diagnostics
internal import Domain

/// What can be wrong with an export, or with what becomes of it.
enum ExportFault: Fault {
  /// A column that the mapping does not have, with texts that stand in it.
  case newColumn(String, samples: [String])
  case noHead
  case dataAboveHead
  case amount(AmountFault, text: String, unit: String)
  case tooLarge(String)
  case noValue(ExportCell.Trouble)
  case emptyField(heading: String, column: String)
  /// A word that stands for nothing, with the rows that have it; its choices, or what it may mean.
  case unknownWord(String, heading: String, rows: String, choices: [String])
  case unclearWord(String, heading: String, rows: String, meanings: [String], reason: String)
  case otherChart(String, chart: String, name: String, meanings: [String])
  case total(String, SumDifference)
  case parent(String, SumDifference)
  case columnTotal(String, SumDifference)
  case hidden(count: Int)
  case sums(what: String, export: Money, table: Money)
  case nothing
  case equalRows(count: Int, rows: Int)
  case otherYear(String, year: Int)

  var wording: FaultWording {
    switch self {
    case .newColumn(let name, let samples):
      FaultWording(
        code: "K221", what: "\(quoted(name))栏不在对照表里；其中写着\(Self.list(samples))",
        expected: "导出表的每一栏都在对照表里", mend: "把下面一行加到“\(MappingKey.columns)”里，写明去处",
        paste: ["  \(yamlText(name)): \(ExportMapping.undecidedWord)"])
    case .noHead:
      FaultWording(
        code: "K222", what: "没有找到表头", expected: "一行里有两个认得的栏名（如单位、科目、金额）",
        mend: "核对是不是这张工作表；换一张的用 --sheet")
    case .dataAboveHead:
      FaultWording(
        code: "K223", what: "表头上面有一行数", expected: "表头上面只有标题、单位和日期", mend: "核对表头是哪几行；把这一行移到表头下面，或删去")
    case .amount(let fault, let text, let unit): Self.amount(fault, text, unit)
    case .tooLarge(let text):
      FaultWording(
        code: "K226", what: "到\(quoted(text))为止，金额（不论正负）加起来已经太大",
        expected: "\(Money.limit) 元以内", mend: "核对金额的单位和小数点")
    case .noValue(.error(let name)):
      FaultWording(
        code: "K227", what: "这一格是 \(name)", expected: "金额", mend: "在 Excel 里改好公式再保存，或填上数字")
    case .noValue(.unreckoned):
      FaultWording(
        code: "K228", what: "这一格的公式没有算出的结果", expected: "金额", mend: "用 Excel 或 WPS 打开，保存一次")
    case .emptyField(let heading, let column):
      FaultWording(
        code: "K229", what: "有金额，“\(heading)”（\(column)）却是空的", expected: "每一行都有“\(heading)”",
        mend: "补上；空白等于同上一行的，在对照表的“\(MappingKey.filled)”里写上这一栏；是合计行的，写上“合计”")
    case .unknownWord(let word, let heading, let rows, let choices):
      FaultWording(
        code: "K230", what: "不知道\(quoted(word))是哪一个“\(heading)”（\(rows)）",
        expected: choices.isEmpty ? "科目代码" : oneOf(choices),
        mend: "在对照表“\(MappingKey.words)”的“\(heading)”里写明", paste: Self.paste(word, heading))
    case .unclearWord(let word, let heading, let rows, let meanings, let reason):
      FaultWording(
        code: "K231", what: "\(quoted(word))说不准是哪一个“\(heading)”（\(rows)）：\(reason)",
        expected: oneOf(meanings), mend: "在对照表“\(MappingKey.words)”的“\(heading)”里写明",
        paste: Self.paste(word, heading))
    case .otherChart(let code, let chart, let name, let meanings):
      FaultWording(
        code: "K232", what: "\(code)（\(name)）是\(chart)的科目", expected: "部门预算支出经济分类的款",
        mend: meanings.isEmpty
          ? "改取部门经济分类那一栏"
          : "改取部门经济分类那一栏；没有的，在“\(MappingKey.words)”里写明是 \(meanings.joined(separator: "、")) 中的哪一个")
    case .total(let word, let difference):
      FaultWording(
        code: "K233",
        what: "“\(word)”\(difference.stated)，它所合计的各行相加是 \(difference.sum)，差 \(difference.size)",
        expected: "合计等于各行之和", mend: "核对是不是漏了行、重了行，或金额不是原数；合计行本身不对的，删去它")
    case .parent(let code, let difference):
      FaultWording(
        code: "K234",
        what: "科目 \(code) 一行是 \(difference.stated)，它下面各行相加是 \(difference.sum)，差 \(difference.size)",
        expected: "上级科目等于下级之和", mend: "核对下级科目是不是齐全；上级行本身不对的，删去它")
    case .columnTotal(let name, let difference):
      FaultWording(
        code: "K235",
        what:
          "\(quoted(name))是 \(difference.stated)，同一行各金额栏相加是 \(difference.sum)，差 \(difference.size)",
        expected: "合计等于各栏之和", mend: "核对是不是少取了一栏；这一栏不是合计的，在对照表里改写去处")
    case .hidden(let count):
      FaultWording(
        code: "K236", severity: .warning, what: "从这里起有 \(count) 行是隐藏的，也取了", expected: "看得见的行",
        mend: "核对；不要的行，在导出表里删去而不是隐藏或筛选")
    case .sums(let what, let export, let table):
      FaultWording(
        code: "K237", what: "\(what)：导出表 \(export)，要写的表 \(table)", expected: "两边相等",
        mend: "没有写出表；请把这份导出表的样子告诉作者")
    case .nothing:
      FaultWording(
        code: "K238", what: "没有一行可以取", expected: "表头下面有金额的行", mend: "核对工作表和对照表里的金额栏")
    case .equalRows(let count, let rows):
      FaultWording(
        code: "K239", severity: .note, what: "有 \(count) 行除金额以外都与别的行相同，金额相加，写成 \(rows) 行",
        expected: "一种情况一行", mend: "本来就是几笔的不必理会；重复导出的，删去重复的行")
    case .otherYear(let title, let year):
      FaultWording(
        code: "K240", severity: .warning, what: "标题写着\(quoted(title))，卷宗是 \(year) 年度的",
        expected: "同一年度的导出表", mend: "核对是不是拿错了年份")
    }
  }

  private static func amount(_ fault: AmountFault, _ text: String, _ unit: String) -> FaultWording {
    switch fault {
    case .tooManyDecimals(let count):
      FaultWording(
        code: "K224", what: "金额\(quoted(text))有 \(count) 位小数，以\(unit)为单位，小于一分",
        expected: "精确到分", mend: "核对金额单位；是算出来的数，换成原数")
    case .empty, .notANumber, .tooLarge, .otherUnit:
      FaultWording(
        code: "K225", what: "\(quoted(text))不是金额", expected: "以\(unit)为单位的数字",
        mend: "改正这一格；这一栏不是金额的，在对照表里改写去处")
    }
  }

  private static func paste(_ word: String, _ heading: String) -> [String] {
    [
      "\(MappingKey.words):", "  \(heading):",
      "    \(yamlText(word)): \(ExportMapping.undecidedWord)",
    ]
  }

  private static func list(_ samples: [String]) -> String {
    samples.prefix(3).map(quoted).joined(separator: "、")
  }
}
