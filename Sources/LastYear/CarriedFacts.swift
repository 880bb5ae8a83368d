internal import Domain
internal import Dossiers
internal import Layouts

/// What a dossier declares beside its ledgers, as far as it is taken over.
extension Beginning {
  /// Texts are taken over to be gone over, numbers only where the new year asks for last year's.
  mutating func setFacts() {
    var (texts, numbers, begun) = (0, 0, 0)
    for fact in set.facts {
      if let former = fact.priorOf {
        if setNumber(fact, from: known.numbers[former] ?? []) { numbers += 1 }
      } else if fact.isByUnit, !known.identity.units.isEmpty {
        texts += setByUnit(fact) ? 1 : 0
      } else if let value = text(of: fact) {
        draft.department.set(value, at: fact.keys, note: Self.textNote)
        texts += 1
      }
      if fact.isOfOneYear, known.declared?.states(fact) == true { begun += 1 }
    }
    if texts > 0 {
      carried.append("文字 \(texts) 项（department.yaml），每项旁边注明“\(Self.textNote)”")
      open.append("逐项核对沿用的文字")
    }
    if numbers > 0 { carried.append("上年决算等申报的上年数 \(numbers) 项（department.yaml）") }
    if begun > 0 { open.append("说明当年变动的文字 \(begun) 项没有沿用，按新一年的情况写") }
    open.append("填写新一年的各张表和 department.yaml 里留空的项目")
  }

  /// Writes a number that last year declared as that of its own.
  private mutating func setNumber(
    _ fact: FactDeclaration, from numbers: [KnownYear.DeclaredNumber]
  ) -> Bool {
    guard fact.isByUnit else {
      guard let number = numbers.first(where: { $0.unit == nil }) else { return false }
      draft.department.set(.text(number.value.written), at: fact.keys, note: numberNote)
      return true
    }
    let entries = numbers.compactMap { number in
      number.unit.map { DraftGroup.Entry($0, .text(number.value.written)) }
    }
    guard !entries.isEmpty else { return false }
    draft.department.set(.group(DraftGroup(entries)), at: fact.keys, note: numberNote)
    return true
  }

  /// Writes a key for each unit, with its text where that is taken over.
  ///
  /// - Returns: whether a text was.
  private mutating func setByUnit(_ fact: FactDeclaration) -> Bool {
    var isCarried = false
    let entries = known.identity.units.map { unit in
      let former = fact.isCarried ? known.declared?.fact(fact.path, unit: unit.code)?.value : nil
      if former != nil { isCarried = true }
      return DraftGroup.Entry(
        unit.code, former?.draft ?? .nothing, note: former == nil ? nil : Self.textNote)
    }
    draft.department.set(.group(DraftGroup(entries)), at: fact.keys)
    return isCarried
  }

  /// A text that is taken over; nil for any other fact, and where last year had none.
  private func text(of fact: FactDeclaration) -> DraftValue? {
    guard fact.isCarried, let declared = known.declared else { return nil }
    guard fact.kind == .textByAccount else { return declared.fact(fact.path)?.value.draft }
    let entries = declared.accounts(of: fact.path).compactMap { code in
      declared.fact(fact.path, account: code).map { DraftGroup.Entry(code, $0.value.draft) }
    }
    return entries.isEmpty ? nil : .group(DraftGroup(entries))
  }
}

extension FactDeclaration {
  /// Whether last year's may stand in the new year: texts that speak of more than one year.
  fileprivate var isCarried: Bool {
    switch kind {
    case .text, .list, .textByAccount: !isOfOneYear
    case .money, .count: false
    }
  }
}

extension DeclaredFacts {
  /// Whether anything is declared for a fact.
  fileprivate func states(_ declaration: FactDeclaration) -> Bool {
    fact(declaration.path) != nil || !accounts(of: declaration.path).isEmpty
  }
}

extension DeclaredValue {
  /// The value as a dossier writes it.
  fileprivate var draft: DraftValue {
    switch self {
    case .list(let items): .list(items.map { .text($0) })
    case .text(let text): .text(text)
    case .money, .count: .text(written)
    }
  }

  /// A number as a dossier writes it.
  fileprivate var written: String {
    switch self {
    case .money(let money): money.description
    case .count(let count): String(count)
    case .text(let text): text
    case .list(let items): items.joined(separator: "\n")
    }
  }
}
