internal import Composition
internal import Domain
internal import Layouts

/// How far off prior-year amounts may be that were taken from a published file.
///
/// Such amounts end where print ends (百元, for 万元 with two decimals). The parts of a total that was
/// rounded by itself need not come to it, and nobody can mend that.
struct PriorYearRounding {
  /// By a sum of prior-year amounts, half of a last decimal for each that ends where print ends, in
  /// millionths of 元.
  private let slacks: [QuantitySource: Int128]

  /// - Parameter half: half of the last decimal that is printed.
  init(_ names: Set<QuantitySource>, of dossier: DossierQuantities?, half: Money) {
    guard let dossier, half > .zero else {
      slacks = [:]
      return
    }
    var slacks: [QuantitySource: Int128] = [:]
    for name in names {
      let rounded = dossier.priorYearAmounts(of: name).count { amount in
        amount != .zero && amount.fen % (2 * half.fen) == 0
      }
      if rounded > 0 { slacks[name] = Int128(rounded) * Int128(half.fen) * 10_000 }
    }
    self.slacks = slacks
  }

  /// How far off a quantity may be, in millionths of 元; 0 for any other than prior-year amounts.
  func slack(of name: QuantitySource) -> Int128 { slacks[name] ?? 0 }
}
