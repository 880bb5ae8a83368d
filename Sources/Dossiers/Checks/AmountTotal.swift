internal import Diagnostics
internal import Domain
internal import SourceFiles

/// The absolute amounts of a dossier added up, to keep every sum within ``Money/limit``.
struct AmountTotal {
  let log: FindingLog
  private var sum = Money.zero
  /// Whether the limit has been passed; sums might overflow then.
  private(set) var isPassed = false

  init(log: FindingLog) { self.log = log }

  /// Adds an amount, which is itself within the limit, and reports the one that passes it.
  mutating func add(_ amount: Money, at place: SourcePlace) {
    guard !isPassed else { return }
    sum += amount.magnitude
    if sum > Money.limit {
      isPassed = true
      log.report(ValueFault.totalTooLarge, at: place)
    }
  }
}
