internal import Diagnostics
internal import Domain
internal import Layouts

/// Checks of the ledger by itself.
struct LedgerChecks {
  let accounts: FinalAccounts
  /// All entries, in the order of the ledger.
  let entries: [LedgerEntry]
  private let unitTypes: [String: String]
  private let entriesByMeasure: [Measure: [LedgerEntry]]

  init(_ accounts: FinalAccounts) {
    self.accounts = accounts
    entries = accounts.ledger.entries
    entriesByMeasure = Dictionary(grouping: entries, by: \.key.measure)
    unitTypes = Dictionary(
      accounts.department.units.map { ($0.code, $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  /// Asks a check.
  func ask(_ rule: LedgerCheck, _ told: inout DossierTelling) {
    switch rule {
    case .forbidden(let taken, let exceptions): forbidden(taken, except: exceptions, &told)
    case .uncovered(let taken, let cover, let group): uncovered(taken, by: cover, group, &told)
    case .itemBalance(let taken): itemBalance(taken, &told)
    case .negative(let taken): negative(taken, &told)
    case .fundAccounts(let fund, let functions): fundAccounts(of: fund, functions, &told)
    case .projectCodes: projectCodes(&told)
    case .ownTransfers(let transfers): ownTransfers(transfers, &told)
    case .idleUnit: idleUnits(&told)
    case .unnamed(let indicators): unnamed(indicators, &told)
    }
  }

  /// The entries that selections may take, by what they measure.
  func entries(for selections: [Selection]) -> [LedgerEntry] {
    let measures = selections.map(\.measure)
    guard !measures.contains(nil) else { return entries }
    let wanted = Set(measures.compactMap { $0 })
    if wanted.count == 1, let measure = wanted.first { return entriesByMeasure[measure] ?? [] }
    return entries.filter { wanted.contains($0.key.measure) }
  }

  /// Whether a selection takes an entry.
  func takes(_ selection: Selection, _ entry: LedgerEntry) -> Bool {
    let unitType = selection.unitTypes == nil ? nil : entry.key.unit.flatMap { unitTypes[$0] }
    return selection.takes(entry.key, unitType: unitType)
  }

  /// The name behind an account's code.
  func named(_ function: FunctionAccount) -> String {
    let name = accounts.accountNames.name(of: function.code, in: .function) ?? ""
    return "\(function.code) \(name)"
  }
}

// MARK: - What there must not be

extension LedgerChecks {
  private func forbidden(
    _ taken: [Selection], except exceptions: [Selection], _ told: inout DossierTelling
  ) {
    for entry in entries(for: taken) where entry.amount != .zero {
      told.looked(at: 1)
      guard taken.contains(where: { takes($0, entry) }),
        !exceptions.contains(where: { takes($0, entry) })
      else { continue }
      tell(entry, &told)
    }
  }

  private func negative(_ taken: [Selection], _ told: inout DossierTelling) {
    for entry in entries(for: taken) where taken.contains(where: { takes($0, entry) }) {
      told.looked(at: 1)
      if entry.amount < .zero { tell(entry, &told) }
    }
  }

  private func tell(_ entry: LedgerEntry, _ told: inout DossierTelling) {
    told.tell(
      "\(entry.key.words)：\(AuditAmount.of(entry.amount))", address: entry.key.address,
      places: entry.places)
  }

  private func unnamed(_ indicators: [String], _ told: inout DossierTelling) {
    for entry in entriesByMeasure[.priorYear] ?? [] {
      guard let indicator = entry.key.indicator, indicators.contains(indicator) else { continue }
      told.looked(at: 1)
      guard entry.key.fund == nil || entry.key.function == nil else { continue }
      let missing = entry.key.fund == nil ? TableHeading.fund : .function
      told.tell(
        "上年“\(indicator)”\(AuditAmount.of(entry.amount)) 没有填“\(missing.rawValue)”",
        address: [indicator, entry.key.function?.code].compactMap { $0 }.joined(separator: "."),
        places: entry.places)
    }
  }

  /// Units without any amount in the year's books; a budget alone is none.
  private func idleUnits(_ told: inout DossierTelling) {
    let apart: Set<Measure> = [.openingBudget, .priorYear]
    let busy = Set(
      entries.filter { $0.amount != .zero && !apart.contains($0.key.measure) }
        .compactMap(\.key.unit))
    for unit in accounts.department.units {
      told.looked(at: 1)
      guard !busy.contains(unit.code) else { continue }
      told.tell(
        "单位 \(unit.code) \(unit.name) 在各本账里没有一笔数", address: unit.code, places: [])
    }
  }
}

// MARK: - What must have its like

extension LedgerChecks {
  /// What is covered: an account with a fund, or a unit.
  private struct Covered: Hashable {
    var function: FunctionNumber?
    var fund: Fund?
    var unit: String?
  }

  private func covered(_ key: LedgerKey, _ group: CoveredGroup) -> Covered? {
    switch group {
    case .unit: return key.unit.map { Covered(unit: $0) }
    case .level(let level):
      guard let function = key.function.map(FunctionNumber.init), function.level >= level else {
        return nil
      }
      return Covered(function: function.above(atLevel: level), fund: key.fund)
    }
  }

  /// Accounts or units with amounts of one selection and none of another.
  ///
  /// Where no account at all has such amounts, that is one fault, and another check's.
  private func uncovered(
    _ taken: Selection, by cover: Selection, _ group: CoveredGroup, _ told: inout DossierTelling
  ) {
    var order: [Covered] = []
    var sums: [Covered: (amount: Money, places: [SourcePlace])] = [:]
    var others: Set<Covered> = []
    for entry in entries(for: [taken, cover]) {
      let isTaken = entry.amount != .zero && takes(taken, entry)
      let isCover = takes(cover, entry)
      guard isTaken || isCover, let key = covered(entry.key, group) else { continue }
      if isCover { others.insert(key) }
      guard isTaken else { continue }
      if sums[key] == nil { order.append(key) }
      sums[key, default: (.zero, [])].amount += entry.amount
      sums[key]?.places += entry.places
    }
    if others.isEmpty, group != .unit {
      told.missed()
      return
    }
    for key in order {
      told.looked(at: 1)
      guard !others.contains(key), let sum = sums[key] else { continue }
      let parts = [
        key.unit.map { "单位 \($0)" }, key.fund?.rawValue, key.function.map { named($0.account) },
      ]
      told.tell(
        parts.compactMap { $0 }.joined(separator: "，") + "：\(AuditAmount.of(sum.amount))",
        address: key.unit ?? key.function?.account.code ?? "", places: sum.places.sorted())
    }
  }
}

extension LedgerKey {
  /// What was booked, in words.
  var words: String {
    let parts = [
      unit.map { "单位 \($0)" }, source?.rawValue ?? fund?.rawValue,
      kind?.rawValue ?? (source == nil ? measure.rawValue : nil),
      function.map { "\(TableHeading.function.rawValue) \($0.code)" },
      economic.map { "\(TableHeading.economic.rawValue) \($0.code)" }, indicator,
    ]
    return parts.compactMap { $0 }.joined(separator: "，")
  }

  /// How reasons cite it.
  var address: String {
    [unit, function?.code, economic?.code].compactMap { $0 }.joined(separator: ".")
  }
}
