/// What a ledger must be refused for, by rules that are written down here once more.
extension LedgerModel {
  /// Rows that money of the treasury cannot have: kinds of expenditure that are other money's.
  public var kindsRefused: Int {
    expenditures.count { isFiscal($0.fund) && !["基本支出", "项目支出"].contains($0.kind) }
  }

  /// Amounts that money of the treasury cannot have: a surplus used up or distributed.
  public var surplusesRefused: Int {
    balances.count {
      isFiscal($0.fund) && ($0.kind == .used || $0.kind == .distribution) && $0.fen != 0
    }
  }

  private func isFiscal(_ fund: String) -> Bool { fund != "其他" }
}
