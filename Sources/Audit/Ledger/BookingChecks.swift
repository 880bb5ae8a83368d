internal import Diagnostics
internal import Domain
internal import Layouts

/// Checks of what is booked where: funds, projects, transfers and the balance of each account.
extension LedgerChecks {
  /// Money of the fund on other accounts, and other money of the treasury on the fund's.
  ///
  /// Of a 类 nobody can say whose it is where only accounts below it are the fund's.
  func fundAccounts(
    of own: Fund, _ functions: [FunctionAccount], _ told: inout DossierTelling
  ) {
    let ofFund = Set(functions.map { FunctionNumber($0).number })
    func isOwn(_ function: FunctionNumber) -> Bool {
      (0...function.level).contains { ofFund.contains(function.above(atLevel: $0).number) }
    }
    var sums = OrderedSums()
    for booking in booked.bookings where booking.amount != .zero {
      guard let fund = booked.sort(booking).fund, fund.isFiscal, let function = booking.function,
        function.level > 0 || ofFund.contains(function.number), fund == own || isOwn(function)
      else { continue }
      sums.add(
        booking.amount.magnitude, of: booking.position,
        to: BookedGroup(fund: fund, function: function))
    }
    for sum in sums.inOrder {
      guard let fund = sum.group.fund, let function = sum.group.function else { continue }
      let isOwn = isOwn(function)
      told.looked(at: 1)
      guard isOwn != (fund == own) else { continue }
      told.tell(
        isOwn
          ? "\(named(function.account)) 是“\(own.rawValue)”的科目，账上记在“\(fund.rawValue)”"
          : "“\(own.rawValue)”记在 \(named(function.account))，不是这种资金的科目",
        address: function.account.code, places: booked.places(sum.positions))
    }
  }

  // MARK: - Projects

  /// Project codes on expenditure of another kind than that of projects.
  ///
  /// Some systems give a code to whatever is spent: then only a code of both kinds is told.
  func projectCodes(_ told: inout DossierTelling) {
    var order: [String] = []
    var rows: [String: (project: [SourcePlace], other: [SourcePlace])] = [:]
    var count = (coded: 0, all: 0)
    for booking in booked.bookings {
      guard let kind = booked.sort(booking).kind else { continue }
      let entry = booked.entries[booking.position]
      let isProject = kind == .project
      if !isProject {
        count.all += entry.places.count
        count.coded += entry.projects.count
      }
      for row in entry.projects {
        if rows[row.code] == nil { order.append(row.code) }
        if isProject {
          rows[row.code, default: ([], [])].project.append(row.place)
        } else {
          rows[row.code, default: ([], [])].other.append(row.place)
        }
      }
    }
    let isUsual = count.coded * 2 > count.all
    for code in order {
      told.looked(at: 1)
      guard let row = rows[code], !row.other.isEmpty, !isUsual || !row.project.isEmpty else {
        continue
      }
      told.tell(
        "\(TableHeading.project.rawValue) \(code) 有 \(row.other.count) 行不是“\(ExpenditureKind.project.rawValue)”",
        address: code, places: row.other.sorted())
    }
  }

  // MARK: - Transfers

  /// Money that a unit of the department pays to another one.
  func ownTransfers(_ transfers: OwnTransfers, _ told: inout DossierTelling) {
    let (paying, receiving) = (
      booked.taking(transfers.paid), booked.taking(transfers.received)
    )
    let booked = booked.bookings.filter { $0.amount != .zero }
    let paid = booked.filter(paying.takes)
    for received in booked.filter(receiving.takes) {
      told.looked(at: 1)
      let payer = paid.first { payment in
        self.booked.sort(payment).unit != self.booked.sort(received).unit
          && (!transfers.isOfEqualAmounts || payment.amount == received.amount)
      }
      guard let payer else { continue }
      tell(received: received.position, from: payer.position, &told)
    }
  }

  private func tell(received: Int, from payer: Int, _ told: inout DossierTelling) {
    let (received, payer) = (booked.entries[received], booked.entries[payer])
    told.tell(
      "\(received.key.words)：\(AuditAmount.of(received.amount))；"
        + "\(payer.key.words)：\(AuditAmount.of(payer.amount))",
      address: received.key.address, places: received.places + payer.places,
      sides: [
        CheckFinding.Side(received.key.words, received.amount),
        CheckFinding.Side(payer.key.words, payer.amount),
      ])
  }

  // MARK: - Balance

  /// What each unit, fund and account has received and disposed of.
  func itemBalance(_ taken: Selection, _ told: inout DossierTelling) {
    let wanted = booked.taking([taken])
    // What is received less what is disposed of.
    var balances = OrderedSums()
    for booking in booked.bookings {
      let sort = booked.sort(booking)
      guard let isReceived = sort.measure.isReceived, let unit = sort.unit, let fund = sort.fund,
        let function = booking.function, wanted.takes(booking)
      else { continue }
      balances.add(
        isReceived ? booking.amount : -booking.amount, of: booking.position,
        to: BookedGroup(unit: unit, fund: fund, function: function))
    }
    for balance in balances.inOrder {
      told.compared()
      guard balance.amount != .zero, let unit = balance.group.unit, let fund = balance.group.fund,
        let function = balance.group.function?.account
      else { continue }
      let code = accounts.department.units[unit].code
      let apart = balance.amount.magnitude
      let received = balance.positions.map { booked.entries[$0] }
        .filter { $0.key.measure.isReceived == true }.map(\.amount).sum()
      told.tell(
        "单位 \(code)，\(fund.rawValue)，\(named(function))："
          + (balance.amount < .zero ? "去向比来源多 " : "来源比去向多 ") + AuditAmount.of(apart),
        address: "\(code).\(function.code)",
        places: booked.places(balance.positions),
        sides: [
          CheckFinding.Side("年初结转、收入和使用的结余", received),
          CheckFinding.Side("支出、分配的结余和年末结转", received - balance.amount),
        ], difference: AuditAmount.of(apart))
    }
  }
}

extension Measure {
  /// Whether money is received by it; nil for what is no movement of the year.
  fileprivate var isReceived: Bool? {
    switch self {
    case .openingBalance, .income, .surplusUsed: true
    case .expenditure, .surplusDistribution, .closingBalance: false
    case .openingBudget, .priorYear: nil
    }
  }
}
