internal import Diagnostics
internal import Domain
internal import LastYear
internal import Layouts

/// Checks of a dossier against what is known of the year before; without that none is asked.
struct LastYearChecks {
  let accounts: FinalAccounts
  let set: LayoutSet
  let known: KnownYear?

  /// Asks a check.
  func ask(_ rule: LastYearCheck, _ told: inout DossierTelling) {
    guard let known else { return }
    switch rule {
    case .closings: closings(known, &told)
    case .balances: balances(known, &told)
    case .amounts: amounts(known, &told)
    case .numbers: numbers(known, &told)
    case .unitNames: unitNames(known, &told)
    case .accountNames: accountNames(known, &told)
    }
  }

  /// Tells two amounts that are not the same, as far as the rounding of one allows.
  private func compare(
    _ own: Money, _ former: Money, slack: Money, what: String, address: String,
    places: [SourcePlace], _ told: inout DossierTelling
  ) {
    told.compared()
    let apart = (own - former).magnitude
    guard apart > slack else { return }
    told.tell(
      "\(what)：本年填 \(AuditAmount.yuan(own))，上年是 \(AuditAmount.yuan(former))", address: address,
      places: places,
      sides: [
        CheckFinding.Side(words: "本年的卷宗", amount: AuditAmount.yuan(own), parts: []),
        CheckFinding.Side(words: "上年的材料", amount: AuditAmount.yuan(former), parts: []),
      ], difference: AuditAmount.yuan(apart))
  }

  // MARK: - Balances

  private struct Place: Hashable {
    let unit: String
    let fund: Fund
    let function: String
  }

  private func closings(_ known: KnownYear, _ told: inout DossierTelling) {
    guard let closings = known.closings else { return }
    var former: [Place: Money] = [:]
    for closing in closings {
      let place = Place(unit: closing.unit, fund: closing.fund, function: closing.function.code)
      former[place, default: .zero] += closing.amount
    }
    var own: [Place: (amount: Money, places: [SourcePlace])] = [:]
    for entry in accounts.ledger.entries(of: .openingBalance) {
      guard let unit = entry.key.unit, let fund = entry.key.fund, let function = entry.key.function
      else { continue }
      let place = Place(unit: unit, fund: fund, function: function.code)
      own[place, default: (.zero, [])].amount += entry.amount
      own[place, default: (.zero, [])].places += entry.places
    }
    let all = Set(former.keys).union(own.keys).sorted {
      ($0.unit, $0.fund.position, $0.function) < ($1.unit, $1.fund.position, $1.function)
    }
    for place in all {
      let name = accounts.accountNames.name(of: place.function, in: .function) ?? ""
      compare(
        own[place]?.amount ?? .zero, former[place] ?? .zero, slack: .zero,
        what: "单位 \(place.unit)，\(place.fund.rawValue)，\(place.function) \(name)，年初的数",
        address: "\(place.unit).\(place.function)", places: own[place]?.places ?? [], &told)
    }
  }

  private func balances(_ known: KnownYear, _ told: inout DossierTelling) {
    for balance in known.balances {
      let entries = accounts.ledger.entries(of: .openingBalance).filter { entry in
        entry.key.fund.map(balance.funds.contains) ?? false
      }
      let isOfAll = balance.funds.count == Fund.allCases.count
      let names = isOfAll ? "各种资金" : Self.words(balance.funds)
      compare(
        entries.map(\.amount).sum(), balance.amount, slack: balance.slack,
        what: "\(names)，年初的数合计", address: isOfAll ? "年初" : "年初.\(names)",
        places: entries.flatMap(\.places), &told)
    }
  }

  /// What some funds are called together.
  private static func words(_ funds: [Fund]) -> String {
    Set(funds) == Set(Fund.fiscalAppropriation)
      ? Fund.appropriation : funds.map(\.rawValue).joined(separator: "、")
  }

  // MARK: - Amounts of the year before

  private func amounts(_ known: KnownYear, _ told: inout DossierTelling) {
    let entries = accounts.ledger.entries(of: .priorYear)
    for group in KnownGroup.all(of: known) {
      let stated = entries.filter {
        $0.key.indicator == group.indicator && $0.key.fund == group.fund
      }
      // Where the dossier states no accounts, only the whole can be compared.
      let isWhole = group.amounts.count != 1 && stated.contains { $0.key.function == nil }
      if isWhole || group.amounts.contains(where: { $0.function == nil }) {
        compare(
          stated.map(\.amount).sum(), group.amounts.map(\.amount).sum(),
          slack: group.amounts.map(\.slack).sum(), what: group.name, address: group.address,
          places: stated.flatMap(\.places), &told)
        continue
      }
      compare(stated, with: group, &told)
    }
  }

  /// Compares the amounts of an indicator and fund account by account.
  private func compare(
    _ stated: [LedgerEntry], with group: KnownGroup, _ told: inout DossierTelling
  ) {
    var rest = stated
    for amount in group.amounts {
      guard let function = amount.function else { continue }
      let own = rest.filter { $0.key.function?.isWithin(function) ?? false }
      rest.removeAll { $0.key.function?.isWithin(function) ?? false }
      compare(
        own.map(\.amount).sum(), amount.amount, slack: amount.slack,
        what: "\(group.name)，\(function.code)", address: "\(group.address).\(function.code)",
        places: own.flatMap(\.places), &told)
    }
    for entry in rest {
      let code = entry.key.function?.code ?? ""
      compare(
        entry.amount, .zero, slack: .zero, what: "\(group.name)，\(code)",
        address: "\(group.address).\(code)", places: entry.places, &told)
    }
  }

  private func numbers(_ known: KnownYear, _ told: inout DossierTelling) {
    for fact in set.facts {
      guard let former = fact.priorOf else { continue }
      for number in known.numbers[former] ?? [] {
        guard case .money(let amount) = number.value,
          let own = accounts.declaredFacts.fact(fact.path, unit: number.unit),
          case .money(let money) = own.value
        else { continue }
        compare(
          money, amount, slack: number.slack, what: "“\(fact.path)”", address: fact.path,
          places: [own.place], &told)
      }
    }
  }

  // MARK: - Names

  private func unitNames(_ known: KnownYear, _ told: inout DossierTelling) {
    let department = accounts.department
    let former = known.identity
    if let name = former.name {
      told.looked(at: 1)
      if !areSameName(name, department.name) {
        told.tell(
          "部门上年叫“\(name)”，本年叫“\(department.name)”", address: department.code, places: [])
      }
    }
    for unit in department.units {
      guard let old = former.units.first(where: { $0.code == unit.code }) else { continue }
      told.looked(at: 1)
      guard !areSameName(old.name, unit.name) || old.type != unit.type else { continue }
      told.tell(
        "单位 \(unit.code) 上年是“\(old.name)”（\(old.type)），本年是“\(unit.name)”（\(unit.type)）",
        address: unit.code, places: [])
    }
    guard !former.units.isEmpty else { return }
    for old in former.units where department.unit(old.code) == nil {
      told.looked(at: 1)
      told.tell("上年的单位 \(old.code) \(old.name) 本年没有", address: old.code, places: [])
    }
  }

  private func accountNames(_ known: KnownYear, _ told: inout DossierTelling) {
    let keys = accounts.ledger.entries.filter { $0.key.measure != .priorYear }.map(\.key)
    let functions = Set(keys.flatMap { $0.function?.lineage.map(\.code) ?? [] })
    let economics = Set(keys.flatMap { $0.economic?.lineage.map(\.code) ?? [] })
    for former in known.names {
      let used = former.chart == .function ? functions : economics
      guard used.contains(former.code),
        let name = accounts.accountNames.name(of: former.code, in: former.chart)
      else { continue }
      told.looked(at: 1)
      guard !areSameName(name, former.name) else { continue }
      told.tell(
        "科目 \(former.code) 上年叫“\(former.name)”，本年叫“\(name)”", address: former.code, places: [])
    }
  }
}

/// The amounts of an indicator and fund.
private struct KnownGroup {
  let indicator: String
  let fund: Fund?
  let amounts: [KnownYear.Amount]

  /// What people call it.
  var name: String { indicator + (fund.map { "（\($0.rawValue)）" } ?? "") }
  /// What reasons cite it by.
  var address: String { indicator + (fund.map { ".\($0.rawValue)" } ?? "") }

  /// All that is known, in its order.
  static func all(of known: KnownYear) -> [KnownGroup] {
    var groups: [KnownGroup] = []
    for amount in known.amounts {
      guard !groups.contains(where: { $0.indicator == amount.indicator && $0.fund == amount.fund })
      else { continue }
      groups.append(
        KnownGroup(
          indicator: amount.indicator, fund: amount.fund,
          amounts: known.amounts.filter {
            $0.indicator == amount.indicator && $0.fund == amount.fund
          }))
    }
    return groups
  }
}
