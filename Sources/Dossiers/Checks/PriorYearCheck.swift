internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Totals of the year before of which a side is missing.
struct PriorYearFault: Fault {
  let stated: String
  let missing: String
  let fund: Fund?
  let unit: String?

  var wording: FaultWording {
    let which =
      (unit.map { "单位 \($0) 的" } ?? "") + (fund.map { "“\($0.rawValue)”的" } ?? "不分资金性质的")
    return FaultWording(
      code: "D280", what: "\(which)“\(stated)”有上年数，“\(missing)”没有",
      expected: "“\(stated)”和“\(missing)”都填，或都不填；没有发生的填 0",
      mend: "在 prior-year.csv 中补上“\(missing)”的一行，资金性质与这一行相同；上年数不清楚的，删去这一行")
  }
}

extension FindingLog {
  /// Whether a file has errors, so that what it lacks may be what they are about.
  func hasErrors(in file: String) -> Bool {
    findings.contains { finding in
      guard finding.severity == .error, case .source(let place)? = finding.place else {
        return false
      }
      return place.file == file
    }
  }
}

/// Reports each prior-year total whose other side is not stated, at its first row.
///
/// The sides are held against each other fund by fund, and unit by unit where both are booked so.
func checkPriorYear(_ facts: [LedgerFact], together: [[String]], log: FindingLog) {
  let facts = facts.filter { $0.key.measure == .priorYear }
  for group in together {
    for stated in group {
      let rows = facts.filter { $0.key.indicator == stated }
      for missing in group where missing != stated {
        let others = facts.filter { $0.key.indicator == missing }
        var told: Set<LedgerKey> = []
        for row in rows {
          let sameFund = others.filter { $0.key.fund == row.key.fund }
          let isWhole = row.key.unit == nil || sameFund.contains { $0.key.unit == nil }
          let hasOther =
            isWhole ? !sameFund.isEmpty : sameFund.contains { $0.key.unit == row.key.unit }
          let key = LedgerKey(measure: .priorYear, unit: row.key.unit, fund: row.key.fund)
          guard !hasOther, told.insert(key).inserted else { continue }
          log.report(
            PriorYearFault(
              stated: stated, missing: missing, fund: row.key.fund, unit: row.key.unit),
            at: row.place)
        }
      }
    }
  }
}
