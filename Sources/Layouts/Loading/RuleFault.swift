internal import Diagnostics

/// What can be wrong with a selection of ledger amounts or with the rule of a cell, as it is written.
enum RuleFault: Fault {
  /// None or several of the keys of which there must be one.
  case choice([String], of: [String])
  /// The two keys of a column that cannot go together.
  case selectAndSum
  case emptySum
  case range(first: String, last: String)
  case emptySelection(String)
  /// A key of a selection that its measure does not have.
  case measureWithout(key: String, measure: String, owner: String)
  /// A text that is no account code; the chart is nil where accounts of both charts may stand.
  case account(String, chart: String?, digits: [Int])

  var wording: FaultWording {
    switch self {
    case .choice(let written, let keys):
      FaultWording(
        code: "L107",
        what: written.isEmpty ? "没有说明这一格是什么数" : "\(written.joined(separator: "、")) 写在了一起",
        expected: "\(keys.joined(separator: "、")) 中的一个",
        mend: written.isEmpty ? "补上其中一个" : "留下一个")
    case .account(let text, let chart, let digits):
      FaultWording(
        code: "L111", what: "“\(text)”不是\(chart ?? "")科目代码",
        expected: chart == nil ? "3、5 或 7 位数字" : "\(list(digits)) 位数字之一",
        mend: chart == nil ? "核对科目代码" : "核对科目代码的位数，去掉字母、空格和全角数字")
    case .selectAndSum:
      FaultWording(
        code: "L167", what: "select、sum 写在了一起", expected: "其中一个", mend: "留下一个")
    case .emptySum:
      FaultWording(
        code: "L168", what: "sum 里什么也没有", expected: "至少一个 id", mend: "写上要加的 id，或删去 sum")
    case .range(let first, let last):
      FaultWording(
        code: "L169", what: "范围“\(first)..\(last)”在这一块里找不到，或次序颠倒",
        expected: "同一块中自上而下的两个行 id", mend: "核对两个 id 和它们的次序")
    case .emptySelection(let key):
      FaultWording(
        code: "L170", what: "\(key) 里什么也没有", expected: "至少一项",
        mend: "写上要选的，或删去 \(key)（不限）")
    case .measureWithout(let key, let measure, let owner):
      FaultWording(
        code: "L171", what: "“\(measure)”的数不分 \(key)，这样什么也选不到",
        expected: "\(key) 只与 measure: \(owner) 一起写", mend: "去掉 \(key)，或改 measure")
    }
  }

  private func list(_ digits: [Int]) -> String {
    digits.map(String.init).joined(separator: "、")
  }
}
