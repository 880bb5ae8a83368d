internal import Domain
internal import Layouts

extension TextChecks {
  /// Amounts that equal no figure of the dossier; rates and rough numbers are not held against any.
  ///
  /// A text of an evaluation is held against that evaluation, the values of its indicators among its
  /// figures, and the forms. Amounts in a row that add up to a figure are its parts.
  func typedAmounts(_ parts: Set<TextCheck.Part>, _ check: CheckLayout) -> TextTelling {
    look(in: parts, check) { text in
      let amounts = text.scanned.amounts().filter { !isRate($0, in: text.scanned) }
      guard !amounts.isEmpty else { return [] }
      let own = text.evaluation.map { ownAmounts(accounts.evaluations[$0]) }
      func isKnown(_ amount: TypedAmount) -> Bool {
        if let own {
          own.has(amount) || knownAmounts.common.has(amount)
        } else {
          knownAmounts.all.has(amount)
        }
      }
      let strangers = amounts.indices.filter { !isKnown(amounts[$0]) }
      return strangers.filter { !isPart($0, of: amounts, isKnown) }.map { index in
        let amount = amounts[index]
        let around = text.quotation(at: amount.offset, count: amount.text.unicodeScalars.count)
        return ("\(around)\(telling(of: amount, own: own))", amount.offset)
      }
    }
  }

  private func telling(of amount: TypedAmount, own: AmountList?) -> String {
    guard let fen = amount.fen else { return "，精确到不足一分，不会是任何一个数" }
    let near = own?.nearest(to: fen) ?? knownAmounts.all.nearest(to: fen)
    let hint = near.map { "，最接近的是 \(AuditAmount.money(fen: Int128($0)))" } ?? ""
    return "（即 \(AuditAmount.money(fen: Int128(fen)))）与哪个数都不相等\(hint)"
  }

  /// Whether it says itself, or in its clause before it, that it is a rate or a limit, or is rough.
  private func isRate(_ amount: TypedAmount, in text: ScannedText) -> Bool {
    if amount.isRate || amount.isRough { return true }
    let end = amount.offset + amount.text.unicodeScalars.count
    let clause = text.clause(around: amount.offset..<end)
    return rules.rateWords.occurs(in: text.scalars, within: clause.lowerBound..<amount.offset)
      || end < text.scalars.count && rules.rateWords.match(in: text.scalars, at: end) != nil
  }

  /// So many amounts in a row are added up at most.
  private static let mostParts = 12

  /// Whether an amount and some that follow one another around it add up to a figure.
  private func isPart(
    _ index: Int, of amounts: [TypedAmount], _ isKnown: (TypedAmount) -> Bool
  ) -> Bool {
    for start in max(0, index - Self.mostParts)...index {
      var (sum, step) = (Int64.zero, amounts[start].step)
      for end in start..<min(amounts.count, start + Self.mostParts) {
        guard let fen = amounts[end].fen else { break }
        let (next, overflow) = sum.addingReportingOverflow(fen)
        if overflow { break }
        (sum, step) = (next, min(step, amounts[end].step))
        let whole = TypedAmount(
          fen: sum, step: step, number: "", unit: "", text: "", offset: 0, isRough: false,
          isRate: false)
        if end > start, end >= index, isKnown(whole) { return true }
      }
    }
    return false
  }

  /// The amounts of an evaluation: its money by source and in all, how it moved from one stage to the
  /// next, and those of its indicators.
  private func ownAmounts(_ evaluation: SelfEvaluation) -> AmountList {
    let type = evaluation.rules.type
    var amounts: [Money] = []
    func add(_ money: [Money]) {
      amounts += money
      amounts += zip(money, money.dropFirst()).map { $0 - $1 }
    }
    add(evaluation.statedAmounts)
    for list in type.lists {
      let stated = list.fields.filter { $0.numberKind == .money }.map(\.name)
      for row in evaluation.record.rows(list.key) {
        add(
          stated.compactMap { name in
            if case .money(let money) = type.number(name, ofRow: row) { money } else { nil }
          })
      }
    }
    let indicators = evaluation.indicators.flatMap { row in
      (row.names + row.values).flatMap { ScannedText($0).amounts().compactMap(\.fen) }
    }
    return AmountList(amounts.map(\.fen) + indicators)
  }
}
