internal import Diagnostics
internal import Domain
internal import Layouts

/// Checks of what is booked where: funds, projects, transfers and the balance of each account.
extension LedgerChecks {
  /// A fund and an account.
  private struct FundAccount: Hashable {
    let fund: Fund
    let function: FunctionNumber
  }

  /// Money of the fund on other accounts, and other money of the treasury on the fund's.
  ///
  /// Of a 类 nobody can say whose it is where only accounts below it are the fund's.
  func fundAccounts(
    of own: Fund, _ functions: [FunctionAccount], _ told: inout DossierTelling
  ) {
    let ofFund = Set(functions.map(FunctionNumber.init))
    var order: [FundAccount] = []
    var places: [FundAccount: (amount: Money, places: [SourcePlace])] = [:]
    for entry in entries where entry.amount != .zero {
      guard let fund = entry.key.fund, fund.isFiscal,
        let function = entry.key.function.map(FunctionNumber.init),
        function.level > 0 || ofFund.contains(function)
      else { continue }
      let key = FundAccount(fund: fund, function: function)
      if places[key] == nil { order.append(key) }
      places[key, default: (.zero, [])].amount += entry.amount.magnitude
      places[key]?.places += entry.places
    }
    for key in order {
      let isOwn = (0...key.function.level).contains {
        ofFund.contains(key.function.above(atLevel: $0))
      }
      guard isOwn || key.fund == own else { continue }
      told.looked(at: 1)
      guard isOwn != (key.fund == own), let found = places[key] else { continue }
      told.tell(
        isOwn
          ? "\(named(key.function.account)) 是“\(own.rawValue)”的科目，账上记在“\(key.fund.rawValue)”"
          : "“\(own.rawValue)”记在 \(named(key.function.account))，不是这种资金的科目",
        address: key.function.account.code, places: found.places.sorted())
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
    for entry in entries where entry.key.kind != nil {
      let isProject = entry.key.kind == .project
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
    let paid = entries.filter { entry in
      entry.amount != .zero && transfers.paid.contains { takes($0, entry) }
    }
    for received in entries where received.amount != .zero {
      guard transfers.received.contains(where: { takes($0, received) }) else { continue }
      told.looked(at: 1)
      let payer = paid.first { payment in
        payment.key.unit != received.key.unit
          && (!transfers.isOfEqualAmounts || payment.amount == received.amount)
      }
      guard let payer else { continue }
      told.tell(
        "\(received.key.words)：\(AuditAmount.of(received.amount))；"
          + "\(payer.key.words)：\(AuditAmount.of(payer.amount))",
        address: received.key.address, places: received.places + payer.places,
        sides: [
          CheckFinding.Side(received.key.words, received.amount),
          CheckFinding.Side(payer.key.words, payer.amount),
        ])
    }
  }

  // MARK: - Balance

  /// A unit's fund and account.
  private struct Item: Hashable {
    let unit: String
    let fund: Fund
    let function: FunctionNumber
  }

  private struct ItemSum {
    var received = Money.zero
    var disposed = Money.zero
    var places: [SourcePlace] = []
  }

  /// What each unit, fund and account has received and disposed of.
  func itemBalance(_ taken: Selection, _ told: inout DossierTelling) {
    var order: [Item] = []
    var sums: [Item: ItemSum] = [:]
    for entry in entries {
      let key = entry.key
      guard let unit = key.unit, let fund = key.fund, let function = key.function,
        let isReceived = key.measure.isReceived, takes(taken, entry)
      else { continue }
      let item = Item(unit: unit, fund: fund, function: FunctionNumber(function))
      if sums[item] == nil { order.append(item) }
      if isReceived {
        sums[item, default: ItemSum()].received += entry.amount
      } else {
        sums[item, default: ItemSum()].disposed += entry.amount
      }
      sums[item]?.places += entry.places
    }
    for item in order {
      told.compared()
      guard let sum = sums[item], sum.received != sum.disposed else { continue }
      let isShort = sum.received < sum.disposed
      let apart = (sum.received - sum.disposed).magnitude
      told.tell(
        "单位 \(item.unit)，\(item.fund.rawValue)，\(named(item.function.account))："
          + (isShort ? "去向比来源多 " : "来源比去向多 ") + AuditAmount.of(apart),
        address: "\(item.unit).\(item.function.account.code)", places: sum.places.sorted(),
        sides: [
          CheckFinding.Side("年初结转、收入和使用的结余", sum.received),
          CheckFinding.Side("支出、分配的结余和年末结转", sum.disposed),
        ], difference: apart)
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
