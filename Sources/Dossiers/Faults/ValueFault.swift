internal import Diagnostics
internal import Domain

/// Faults of a single field: words, units and amounts.
enum ValueFault: Fault {
  case empty(heading: String)
  /// A word that is none of the vocabulary's; further words of it that have a meaning there.
  case unknownWord(String, heading: String, words: [String], others: [String] = [])
  /// A unit that department.yaml does not have.
  case unknownUnit(String, units: [String])
  case amount(AmountFault, text: String)
  /// The absolute amounts up to here are together more than the program reckons with.
  case totalTooLarge

  var wording: FaultWording {
    switch self {
    case .empty(let heading):
      FaultWording(
        code: "D050", what: "“\(heading)”没有填", expected: "每行都填“\(heading)”", mend: "补上，或删去这一行")
    case .unknownWord(let text, let heading, let words, let others):
      FaultWording(
        code: "D051", what: "不认识的\(heading)\(quoted(text))", expected: oneOf(words),
        mend: nearest(to: text, among: words, apartFrom: others).map { "您是否想写“\($0)”？" }
          ?? "改为上列之一")
    case .unknownUnit(let text, let units):
      FaultWording(
        code: "D052", what: "department.yaml 里没有单位\(quoted(text))", expected: oneOf(units),
        mend: correction(
          of: text, among: units, otherwise: "改正单位代码，或在 department.yaml 的“单位”里补上它"))
    case .amount(let fault, let text): amountWording(fault, text)
    case .totalTooLarge:
      FaultWording(
        code: "D064", what: "到这一笔为止，各笔金额（不计正负）合计超过 \(Money.limit) 元",
        expected: "全部金额合计不超过 \(Money.limit) 元", mend: "核对金额的单位对不对，有没有多出的数字")
    }
  }

  private func amountWording(_ fault: AmountFault, _ text: String) -> FaultWording {
    switch fault {
    case .empty:
      FaultWording(
        code: "D060", what: "没有填金额", expected: "以元为单位的数；没有发生额就写 0",
        mend: "补上金额，或删去这一行")
    case .notANumber:
      FaultWording(
        code: "D061", what: "金额\(quoted(text))不是数", expected: "以元为单位的数，如 1234.50 或 1,234.50",
        mend: "去掉单位、文字和公式；科学计数的改用数值格式")
    case .tooManyDecimals(let count):
      FaultWording(
        code: "D062", what: "金额\(quoted(text))有 \(count) 位小数",
        expected: "以元为单位，最多两位小数", mend: "按原始凭证改为两位小数；万元数要先换算成元")
    case .otherUnit(let unit):
      FaultWording(
        // Without the amount, so that a column of such amounts is told once.
        code: "D248", what: "金额以\(unit.name)为单位", expected: "以元为单位的数，如 1234.50",
        mend: "\(conversion(of: unit))，去掉“\(unit.name)”")
    case .tooLarge:
      FaultWording(
        code: "D063", what: "金额\(quoted(text))太大", expected: "不超过 \(Money.limit) 元",
        mend: "核对金额的单位是不是元，有没有多出的数字")
    }
  }
}
