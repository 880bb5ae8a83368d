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
  case weights(sum: Points, expected: Points)
  case aboveWeight(score: Points, weight: Points)
  case lossWithoutReason(score: Points, weight: Points)

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
    case .weights(let sum, let expected):
      FaultWording(
        code: "D115", what: "各项指标的\(EvaluationKey.weight)合计 \(sum)", expected: "\(expected)",
        mend: "核对各项\(EvaluationKey.weight)，使合计为 \(expected)；预算执行的分不写在指标里")
    case .aboveWeight(let score, let weight):
      FaultWording(
        code: "D116", what: "\(EvaluationKey.score) \(score) 大于\(EvaluationKey.weight) \(weight)",
        expected: "不超过 \(weight)", mend: "改正\(EvaluationKey.score)或\(EvaluationKey.weight)")
    case .lossWithoutReason(let score, let weight):
      FaultWording(
        code: "D117", severity: .warning,
        what: "\(EvaluationKey.weight) \(weight)，\(EvaluationKey.score) \(score)，没有写原因",
        expected: "扣分的指标写明“\(EvaluationKey.reason)”", mend: "补上“\(EvaluationKey.reason): …”")
    }
  }
}

/// Faults of a project's money, which is stated in 万元.
enum ProjectFundsFault: Fault {
  case amount(AmountFault, text: String)
  case negative(String)
  case noBudget
  case overspent(executed: Money, annual: Money)

  var wording: FaultWording {
    switch self {
    case .amount(.tooManyDecimals(let count), let text):
      FaultWording(
        code: "D121", what: "金额\(quoted(text))有 \(count) 位小数",
        expected: "以万元为单位，最多六位小数（精确到分）", mend: "按账上的金额改为六位以内的小数")
    case .amount(.tooLarge, let text):
      FaultWording(
        code: "D122", what: "金额\(quoted(text))太大", expected: "不超过 \(Money.limit) 元",
        mend: "核对金额的单位是不是万元，有没有多出的数字")
    case .amount(_, let text):
      FaultWording(
        code: "D120", what: "金额\(quoted(text))不是数", expected: "以万元为单位的数，如 649.625；没有就写 0",
        mend: "只写数字，不带单位和文字")
    case .negative(let text):
      FaultWording(
        code: "D123", what: "金额\(quoted(text))是负数", expected: "不小于 0 的数", mend: "去掉负号，或核对金额")
    case .noBudget:
      FaultWording(
        code: "D124", severity: .warning,
        what: "\(EvaluationKey.annual)合计为 0，算不出执行率，预算执行不得分",
        expected: "大于 0 的\(EvaluationKey.annual)", mend: "核对\(EvaluationKey.annual)；没有预算的项目不必自评")
    case .overspent(let executed, let annual):
      FaultWording(
        code: "D125", severity: .warning,
        what: "\(EvaluationKey.executed)合计 \(executed) 元，大于\(EvaluationKey.annual) \(annual) 元",
        expected: "执行数不超过\(EvaluationKey.annual)（含年中调整）", mend: "核对两个数")
    }
  }
}
