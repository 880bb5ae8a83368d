internal import Diagnostics
internal import Domain
internal import Layouts

/// Checks of the ledger by itself.
struct LedgerChecks {
  let accounts: FinalAccounts
  let booked: BookedEntries

  init(_ accounts: FinalAccounts, _ booked: BookedEntries) {
    self.accounts = accounts
    self.booked = booked
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
    let (wanted, excepted) = (booked.taking(taken), booked.taking(exceptions))
    for booking in booked.bookings(measuredBy: taken) where booking.amount != .zero {
      told.looked(at: 1)
      guard wanted.takes(booking), !excepted.takes(booking) else { continue }
      tell(booking, &told)
    }
  }

  private func negative(_ taken: [Selection], _ told: inout DossierTelling) {
    let wanted = booked.taking(taken)
    for booking in booked.bookings where wanted.takes(booking) {
      told.looked(at: 1)
      if booking.amount < .zero { tell(booking, &told) }
    }
  }

  private func tell(_ booking: BookedEntries.Booking, _ told: inout DossierTelling) {
    let entry = booked.entries[booking.position]
    told.tell(
      "\(entry.key.words)：\(AuditAmount.of(entry.amount))", address: entry.key.address,
      places: entry.places)
  }

  private func unnamed(_ indicators: [String], _ told: inout DossierTelling) {
    for entry in accounts.ledger.entries(of: .priorYear) {
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
    let units = accounts.department.units
    var areBusy = Array(repeating: false, count: units.count)
    for booking in booked.bookings where booking.amount != .zero {
      let sort = booked.sorts[booking.sort]
      if sort.measure == .openingBudget || sort.measure == .priorYear { continue }
      if let unit = sort.unit { areBusy[unit] = true }
    }
    for (unit, isBusy) in zip(units, areBusy) {
      told.looked(at: 1)
      guard !isBusy else { continue }
      told.tell(
        "单位 \(unit.code) \(unit.name) 在各本账里没有一笔数", address: unit.code, places: [])
    }
  }
}

// MARK: - What must have its like

extension LedgerChecks {
  /// What is covered: an account with a fund, or a unit.
  private func covered(_ booking: BookedEntries.Booking, _ group: CoveredGroup) -> BookedGroup? {
    let sort = booked.sort(booking)
    switch group {
    case .unit: return sort.unit.map { BookedGroup(unit: $0) }
    case .level(let level):
      guard let function = booking.function, function.level >= level else { return nil }
      return BookedGroup(fund: sort.fund, function: function.above(atLevel: level))
    }
  }

  /// Accounts or units with amounts of one selection and none of another.
  ///
  /// Where no account at all has such amounts, that is one fault, and another check's.
  private func uncovered(
    _ taken: Selection, by cover: Selection, _ group: CoveredGroup, _ told: inout DossierTelling
  ) {
    let (wanted, covering) = (booked.taking([taken]), booked.taking([cover]))
    let others = Set(
      booked.bookings.lazy.filter(covering.takes).compactMap { covered($0, group)?.number })
    var sums = OrderedSums()
    for booking in booked.bookings where booking.amount != .zero && wanted.takes(booking) {
      guard let covered = covered(booking, group) else { continue }
      sums.add(booking.amount, of: booking.position, to: covered)
    }
    if others.isEmpty, group != .unit {
      told.missed()
      return
    }
    for sum in sums.inOrder {
      told.looked(at: 1)
      guard !others.contains(sum.group.number) else { continue }
      let unit = sum.group.unit.map { accounts.department.units[$0].code }
      let function = sum.group.function?.account
      let parts = [
        unit.map { "单位 \($0)" }, sum.group.fund?.rawValue, function.map(named),
      ]
      told.tell(
        parts.compactMap { $0 }.joined(separator: "，") + "：\(AuditAmount.of(sum.amount))",
        address: unit ?? function?.code ?? "", places: booked.places(sum.positions))
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
