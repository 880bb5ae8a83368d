internal import Diagnostics
internal import Domain
internal import Layouts

/// A ledger amount that a form must show and that no leaf, a closed one, or several take.
struct CoverageFault: Fault {
  /// A leaf that takes the amount.
  struct Taker {
    let name: String
    let isClosed: Bool
  }

  let form: FormLayout
  let entry: LedgerEntry
  let takers: [Taker]

  var wording: FaultWording {
    let form = "\(form.number) \(form.title)"
    guard let first = takers.first else {
      return FaultWording(
        code: "D201", what: "\(subject)在“\(form)”里没有一格可以列入",
        expected: "这张表的一行一列正好接收这笔数", mend: "核对科目、资金性质和类别；如无误，版式缺这一行，请补充版式")
    }
    guard takers.count > 1 else {
      return FaultWording(
        code: "D203", what: "\(subject)落在“\(form)”的“\(first.name)”，那里印“——”，不列数",
        expected: "没有账落在印“——”的格上", mend: "核对科目和支出类别")
    }
    let names = takers.map(\.name).joined(separator: "”和“")
    return FaultWording(
      code: "D202", what: "\(subject)在“\(form)”里同时列入“\(names)”",
      expected: "每笔数只列入一格", mend: "版式有误：缩小其中一格的选择")
  }

  /// The fault at the first row behind the amount, with the form beside it.
  ///
  /// The row may be right and the form wrong; that two cells take one amount is the form's fault alone.
  var finding: Finding {
    let places = entry.places.prefix(6)
    if takers.count > 1 { return finding(at: form.place, related: Array(places)) }
    return finding(
      at: places.first.map { .source($0) }, related: [form.place] + places.dropFirst())
  }

  /// What the amount is, as a clerk would say it.
  private var subject: String {
    let key = entry.key
    let parts = [
      key.function.map { "功能科目 \($0)" }, key.economic.map { "经济科目 \($0)" },
      key.fund?.rawValue, key.source?.rawValue, key.kind?.rawValue,
    ].compactMap { $0 }
    let measure = key.kind == nil && key.source == nil ? key.measure.rawValue : ""
    return parts.joined(separator: "、") + "的\(measure) \(entry.amount) 元"
  }
}
