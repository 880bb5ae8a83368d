internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reports what money of the treasury cannot be: kinds of expenditure and uses of a surplus that by
/// their definition are other money's, and for which its forms have no line.
///
/// - Parameters:
///   - kind: the place of the row's kind of expenditure.
///   - amounts: the row's amounts that are read so far.
/// - Returns: whether there is nothing to report.
func checkFund(
  of key: LedgerKey, kind: SourcePlace?,
  amounts: [(measure: Measure, amount: Money, place: SourcePlace)], log: FindingLog
) -> Bool {
  guard let fund = key.fund else { return true }
  var isSound = true
  if let kind, let word = key.kind, !fund.expenditureKinds.contains(word) {
    log.report(FundFault.kind(word, fund: fund), at: kind)
    isSound = false
  }
  // A zero books nothing: some write it where others leave the field empty.
  for (measure, amount, place) in amounts where amount != .zero && !fund.mayBear(measure) {
    log.report(FundFault.measure(measure, fund: fund), at: place)
    isSound = false
  }
  return isSound
}
