/// Makes other departments out of one: another ledger, budget and prior year, other declarations and
/// reasons, with what seldom happens as likely as what is usual.
public struct DepartmentPerturbation {
  private var dice: Dice
  private let original: DepartmentModel
  private let seed: UInt64

  public init(of original: DepartmentModel, seed: UInt64) {
    self.original = original
    self.seed = seed
    dice = Dice(seed: seed &+ 19)
  }

  public mutating func department() -> DepartmentModel {
    var ledgers = LedgerPerturbation(of: original.ledger, seed: seed)
    var model = DepartmentModel(ledgers.ledger())
    model.functionNames = original.functionNames
    model.economicNames = original.economicNames
    leaveOut(&model.ledger)
    model.budgets = budgets(of: model)
    let reckoning = NarrativeReckoning(model)
    model.priors = totals(of: reckoning) + spending(of: reckoning, model)
    model.publicPrior = model.ledger.publicFinal.map { now in
      dice.isOneIn(4) ? nil : abs(past(of: now))
    }
    model.counts = (0..<10).map { _ in
      dice.isOneIn(4) ? nil : Int64.random(in: 0...99, using: &dice)
    }
    model.awarded = (0..<2).map { _ in
      dice.isOneIn(3) ? nil : Int64.random(in: 0...99_999_999, using: &dice)
    }
    write(&model)
    return model
  }

  /// Some have no money of a fund at all, and of some all bookings of a fund come to nothing.
  private mutating func leaveOut(_ ledger: inout LedgerModel) {
    let funds: [(UInt64, String)] = [
      (5, NarrativeReckoning.governmentFund), (7, NarrativeReckoning.general),
      (2, NarrativeReckoning.stateCapital), (11, NarrativeReckoning.general),
      (13, NarrativeReckoning.governmentFund), (17, NarrativeReckoning.stateCapital),
    ]
    for (number, fund) in funds where seed % number == 0 {
      let rows = ledger.expenditures.filter { $0.fund == fund }
      ledger.incomes.removeAll { $0.source == fund }
      ledger.balances.removeAll { $0.fund == fund }
      ledger.expenditures.removeAll { $0.fund == fund }
      guard number > 10 else { continue }
      for row in rows.prefix(6) {
        var back = row
        back.fen = -row.fen
        // Now and then in another class, so that these do not come to nothing.
        if dice.isOneIn(2) { back.function = "2010101" }
        ledger.expenditures += [row, back]
      }
    }
    if seed % 19 == 0 {
      (ledger.incomes, ledger.expenditures, ledger.balances) = ([], [], [])
    }
  }

  /// A figure of the year before: nothing, less than nothing, the same, almost the same, or another.
  private mutating func past(of now: Int64) -> Int64 {
    switch Int.random(in: 0..<7, using: &dice) {
    case 0: 0
    case 1: -Int64.random(in: 1...999_999_999, using: &dice)
    case 2: now
    case 3: now + Int64.random(in: -4_999...4_999, using: &dice)
    case 4: now + Int64.random(in: -6_000...6_000, using: &dice)
    case 5: now - now / Int64.random(in: 5...12, using: &dice)
    default: Int64.random(in: 1...999_999_999, using: &dice)
    }
  }

  private mutating func budgets(of model: DepartmentModel) -> [DepartmentModel.Budget] {
    guard !dice.isOneIn(6) else { return [] }
    let rows = model.ledger.expenditures.filter { $0.fund == NarrativeReckoning.general }
    let classes = Set(rows.map { String($0.function.prefix(3)) } + ["203", "229"]).sorted()
    let isNothing = dice.isOneIn(6)
    let ofClasses = classes.compactMap { code -> DepartmentModel.Budget? in
      let final = rows.filter { $0.function.hasPrefix(code) }.reduce(0) { $0 + $1.fen }
      guard !dice.isOneIn(3) else { return nil }
      return DepartmentModel.Budget(
        fund: NarrativeReckoning.general, function: code, fen: isNothing ? 0 : past(of: final))
    }
    let other = DepartmentModel.Budget(
      fund: NarrativeReckoning.governmentFund, function: "212", fen: 1_000_000)
    return ofClasses + [other]
  }

  /// Both sides of a total, or neither.
  private mutating func totals(of now: NarrativeReckoning) -> [DepartmentModel.Prior] {
    let fiscal = NarrativeReckoning.fiscal
    let fund = NarrativeReckoning.governmentFund
    let sides: [(String, String, Int64, Int64)] = [
      (
        "", "", now.income() + now.balance(.used) + now.balance(.opening),
        now.spent() + now.balance(.distribution) + now.balance(.closing)
      ),
      (
        "财政拨款", "",
        now.income { fiscal.contains($0.source) }
          + now.balance(.opening) { fiscal.contains($0.fund) },
        now.spent { fiscal.contains($0.fund) } + now.balance(.closing) { fiscal.contains($0.fund) }
      ),
      (
        "财政拨款", fund, now.income { $0.source == fund } + now.balance(.opening) { $0.fund == fund },
        now.spent { $0.fund == fund } + now.balance(.closing) { $0.fund == fund }
      ),
    ]
    var result: [DepartmentModel.Prior] = []
    for (name, fund, income, out) in sides where !dice.isOneIn(4) {
      let areSame = dice.isOneIn(6)
      for (side, amount) in [("收入总计", income), ("支出总计", out)] {
        result.append(
          DepartmentModel.Prior(
            indicator: name + side, fund: fund, function: "",
            fen: areSame ? amount : past(of: amount)))
      }
    }
    return result
  }

  private mutating func spending(
    of now: NarrativeReckoning, _ model: DepartmentModel
  ) -> [DepartmentModel.Prior] {
    let general = NarrativeReckoning.general
    let capital = NarrativeReckoning.stateCapital
    var result: [DepartmentModel.Prior] = []
    func add(_ indicator: String, _ fund: String, _ function: String, _ fen: Int64) {
      result.append(.init(indicator: indicator, fund: fund, function: function, fen: fen))
    }
    if dice.isOneIn(3) { add("支出", "其他", "215", 5_000_000) }
    if !dice.isOneIn(4) {
      let amount = now.spent { $0.fund == capital }
      add("支出", capital, dice.isOneIn(2) ? "" : "223", past(of: amount))
    }
    if !dice.isOneIn(4) { add("机关运行经费", "", "", past(of: operating(model))) }
    switch Int.random(in: 0..<6, using: &dice) {
    case 0: break
    // The whole alone, without its classes.
    case 1: add("支出", general, "", past(of: now.spent { $0.fund == general }))
    default:
      let used = model.ledger.expenditures.filter { $0.fund == general }.map(\.function)
      for code in Set(used.map { String($0.prefix(3)) } + ["204", "229"]).sorted()
      where !dice.isOneIn(4) {
        add(
          "支出", general, code,
          past(of: now.spent { $0.fund == general && $0.function.hasPrefix(code) }))
      }
    }
    return result
  }

  private func operating(_ model: DepartmentModel) -> Int64 {
    model.ledger.expenditures.filter { row in
      row.fund == NarrativeReckoning.general && row.kind == "基本支出"
        && ["302", "307", "310", "312", "313", "399"].contains { row.economic.hasPrefix($0) }
    }.reduce(0) { $0 + $1.fen }
  }

  /// Some reasons, some of them ending as sentences do.
  private mutating func write(_ model: inout DepartmentModel) {
    let items = ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]
    let paths =
      [
        "收支总体原因", "财政拨款收支原因", "一般公共预算支出原因", "政府性基金收支原因", "国有资本经营支出原因",
        "机关运行经费原因", "因公出国（境）用途", "公务用车购置用途", "公务用车运行用途", "国内接待对象", "国外接待对象",
        "其他用车",
      ] + items.map { "三公经费.\($0)" }
    for path in paths where dice.isOneIn(2) {
      model.texts["说明.\(path)"] = "某项\(path.suffix(4))有变" + (dice.isOneIn(3) ? "。" : "")
    }
    for code in model.functionNames.keys.sorted() where code.count == 3 && dice.isOneIn(2) {
      model.classReasons[code] = "项目增减"
    }
  }
}
