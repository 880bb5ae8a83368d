/// Sections one to four and seven: totals, and what they were a year ago.
extension NarrativeReckoning {
  /// Both sides of a total.
  private struct Sides {
    var income, expenditure: Int64
    var incomeBefore, expenditureBefore: Before
    /// The full name before 收入总计, and the one that 支出总计 has where it comes second.
    var name, second: String
    var separator: String

    var isSaid: Bool { incomeBefore.isSaid && expenditureBefore.isSaid }
    var first: Movement { Movement(income, from: incomeBefore) }
    var other: Movement { Movement(expenditure, from: expenditureBefore) }

    /// What became of them; nothing where nobody says what they were.
    func text(isNew: Bool = true) -> String {
      guard isSaid else { return "" }
      if !first.isSame {
        return "与上年相比，\(name)收入总计\(first.plain)\(separator)\(name)支出总计\(other.plain)。"
      }
      if !other.isSame { return "\(name)收入总计与上年相同，\(second)支出总计\(other.plain)。" }
      return isNew ? "\(name)收入、支出总计均与上年相同。" : ""
    }
  }

  mutating func totals() {
    let income = income() + balance(.used) + balance(.opening)
    let out = spent() + balance(.distribution) + balance(.closing)
    let sides = Sides(
      income: income, expenditure: out, incomeBefore: before("收入总计"),
      expenditureBefore: before("支出总计"), name: "", second: "", separator: "，")
    var text = "2023年度收入总计\(amount(income))万元，支出总计\(amount(out))万元。" + sides.text()
    if sides.isSaid {
      text += reason("说明.收支总体原因", "主要原因是", "。", of: income, from: sides.incomeBefore)
    }
    put("一", [text], adding: "收支总体")
  }

  /// A whole with its parts, each on a line.
  private func parts(_ head: String, _ whole: Int64, _ parts: [(String, Int64)]) -> [String] {
    ["\(head)\(amount(whole))万元，其中："]
      + parts.enumerated().map { index, part in
        "\(part.0)\(amount(part.1))万元\(share(part.1, of: whole))"
          + (index == parts.count - 1 ? "。" : "；")
      }
  }

  mutating func incomes() {
    let others = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
    let list =
      [("财政拨款收入", income { Self.fiscal.contains($0.source) })]
      + others.map { name in (name, income { $0.source == name }) }
    put("二", parts("2023年度收入合计", income(), list), adding: "收入")
  }

  mutating func expenditures() {
    let kinds = ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
    let list = kinds.map { kind in (kind, spent { $0.kind == kind }) }
    put("三", parts("2023年度支出合计", spent(), list), adding: "支出")
  }

  mutating func fiscalTotals() {
    let income =
      income { Self.fiscal.contains($0.source) }
      + balance(.opening) { Self.fiscal.contains($0.fund) }
    let out =
      spent { Self.fiscal.contains($0.fund) } + balance(.closing) { Self.fiscal.contains($0.fund) }
    let sides = Sides(
      income: income, expenditure: out, incomeBefore: before("财政拨款收入总计", fund: ""),
      expenditureBefore: before("财政拨款支出总计", fund: ""), name: "财政拨款", second: "财政拨款",
      separator: "；")
    var text = "2023年度财政拨款收入总计\(amount(income))万元，支出总计\(amount(out))万元。" + sides.text()
    if sides.isSaid {
      text += reason("说明.财政拨款收支原因", "主要原因是", "。", of: income, from: sides.incomeBefore)
    }
    put("四", [text], adding: "财政拨款收支")
  }

  mutating func fundTotals() {
    let fund = Self.governmentFund
    let income = income { $0.source == fund } + balance(.opening) { $0.fund == fund }
    let out = spent { $0.fund == fund } + balance(.closing) { $0.fund == fund }
    let isNew =
      model.ledger.incomes.contains { $0.source == fund }
      || model.ledger.expenditures.contains { $0.fund == fund }
      || model.ledger.balances.contains {
        $0.fund == fund && ($0.kind == .opening || $0.kind == .closing)
      }
    let sides = Sides(
      income: income, expenditure: out, incomeBefore: before("财政拨款收入总计", fund: fund),
      expenditureBefore: before("财政拨款支出总计", fund: fund), name: fund, second: "",
      separator: "；")
    let change = sides.text(isNew: isNew)
    var text =
      isNew
      ? "2023年度\(fund)收入总计\(amount(income))万元、支出总计\(amount(out))万元。" : "本年度无此项支出。"
    text += change
    if !change.isEmpty {
      text += reason("说明.政府性基金收支原因", "主要原因是", "。", of: income, from: sides.incomeBefore)
    }
    put("七", [text], adding: "政府性基金")
  }
}
