internal import Diagnostics
internal import Domain

/// The books of a unit and fund that do not balance.
struct BalanceFault: Fault {
  let unit: String
  let fund: Fund
  let sums: BalanceSums

  var wording: FaultWording {
    let difference = (sums.received - sums.disposed).magnitude
    let greater = sums.received > sums.disposed ? "来源比去向多" : "去向比来源多"
    return FaultWording(
      code: "D100",
      what: "单位 \(unit) 的“\(fund.rawValue)”收支不平：\(greater) \(difference) 元"
        + "（来源 \(sums.received) 元，去向 \(sums.disposed) 元）",
      expected: side([.openingBalance, .income, .surplusUsed]) + " = "
        + side([.expenditure, .surplusDistribution, .closingBalance]),
      mend: "核对这个单位这种资金的收入、支出和 balances.csv 中的年初、年末结转和结余")
  }

  private func side(_ measures: [Measure]) -> String {
    measures.map { "\($0.rawValue) \(sums[$0])" }.joined(separator: " + ")
  }
}
