internal import Diagnostics
internal import Domain

/// Faults of the self-evaluations.
enum EvaluationFault: Fault {
  /// What bears the name of their folder is none that can be listed.
  case noFolder(String)
  /// An entry of their folder that is no file of an evaluation.
  case foreignFile(String)
  /// A list without any row.
  case noRow(key: String)
  case repeated(project: String, unit: String)
  case noPoints(String, key: String)
  case weights(of: String, key: String, sum: Points, expected: Points)
  /// Points, each with the key that they stand behind.
  case aboveWeight(score: (key: String, Points), weight: (key: String, Points))
  case lossWithoutReason(
    score: (key: String, Points), weight: (key: String, Points), reason: String)
  case tooLong(key: String, count: Int, most: Int)

  var wording: FaultWording {
    switch self {
    case .noFolder(let name):
      FaultWording(
        code: "D110", what: "“\(name)”不是能读取的文件夹", expected: "文件夹，每张自评表一个 .yaml 文件",
        mend: "改为文件夹，或检查读取权限；没有自评表就删去")
    case .foreignFile(let name):
      FaultWording(
        code: "D111", severity: .warning, what: "“\(name)”不是 .yaml 文件，没有读取",
        expected: "自评表的文件名以 .yaml 结尾，按文件名排序", mend: "是自评表就改名，不是就移出这个文件夹")
    case .noRow(let key):
      FaultWording(
        code: "D112", what: "“\(key)”一行也没有", expected: "“\(key)”下至少一行，以“- ”开头",
        mend: "补上各行")
    case .repeated(let project, let unit):
      FaultWording(
        code: "D113", what: "单位 \(unit) 的项目\(quoted(project))有两张自评表",
        expected: "一个单位的一个项目一张", mend: "删去其中一张，或改正项目名称、预算单位")
    case .noPoints(let text, let key):
      FaultWording(
        code: "D114", what: "\(key)\(quoted(text))不是分数",
        expected: "0 到 \(Points.limit) 的数，最多两位小数", mend: "只写数字，不带单位")
    case .weights(let rows, let key, let sum, let expected):
      FaultWording(
        code: "D115", what: "\(rows)的\(key)合计 \(sum)", expected: "\(expected)",
        mend: "核对各项\(key)，使合计为 \(expected)；预算执行的分不写在指标里")
    case .aboveWeight(let score, let weight):
      FaultWording(
        code: "D116", what: "\(score.key) \(score.1) 大于\(weight.key) \(weight.1)",
        expected: "不超过 \(weight.1)", mend: "改正\(score.key)或\(weight.key)")
    case .lossWithoutReason(let score, let weight, let reason):
      FaultWording(
        code: "D117", severity: .warning,
        what: "\(weight.key) \(weight.1)，\(score.key) \(score.1)，没有写原因",
        expected: "扣分的指标写明“\(reason)”", mend: "补上“\(reason): …”")
    case .tooLong(let key, let count, let most):
      FaultWording(
        code: "D118", severity: .warning, what: "“\(key)”有 \(count) 个字",
        expected: "不超过 \(most) 个字，表上这样要求", mend: "缩短这段文字")
    }
  }
}

/// Faults of a project's money.
enum ProjectFundsFault: Fault {
  case amount(AmountFault, text: String, unit: MoneyUnit)
  case negative(String)
  case noBudget(key: String)
  /// Amounts, each with the key that it stands behind.
  case overspent(executed: (key: String, Money), annual: (key: String, Money))

  var wording: FaultWording {
    switch self {
    case .amount(.tooManyDecimals(let count), let text, let unit):
      FaultWording(
        code: "D121", what: "金额\(quoted(text))有 \(count) 位小数",
        expected: "以\(unit.rawValue)为单位，最多\(Self.numerals[unit.shift])位小数（精确到分）",
        mend: "按账上的金额改为\(Self.numerals[unit.shift])位以内的小数")
    case .amount(.tooLarge, let text, let unit):
      FaultWording(
        code: "D122", what: "金额\(quoted(text))太大", expected: "不超过 \(Money.limit) 元",
        mend: "核对金额的单位是不是\(unit.rawValue)，有没有多出的数字")
    case .amount(_, let text, let unit):
      FaultWording(
        code: "D120", what: "金额\(quoted(text))不是数",
        expected: "以\(unit.rawValue)为单位的数，如 649.62；没有就写 0",
        mend: "只写数字，不带单位和文字")
    case .negative(let text):
      FaultWording(
        code: "D123", what: "金额\(quoted(text))是负数", expected: "不小于 0 的数", mend: "去掉负号，或核对金额")
    case .noBudget(let key):
      FaultWording(
        code: "D124", severity: .warning, what: "\(key)合计为 0，算不出执行率，预算执行不得分",
        expected: "大于 0 的\(key)", mend: "核对\(key)；没有预算的项目不必自评")
    case .overspent(let executed, let annual):
      FaultWording(
        code: "D125", severity: .warning,
        what: "\(executed.key)合计 \(executed.1) 元，大于\(annual.key) \(annual.1) 元",
        expected: "执行数不超过\(annual.key)（含年中调整）", mend: "核对两个数")
    }
  }

  /// Numbers of decimals in words, from none.
  private static let numerals = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
}
