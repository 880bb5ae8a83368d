/// Sections five, six and eight: expenditure by fund.
extension NarrativeReckoning {
  private var generalRows: [LedgerModel.Expenditure] {
    model.ledger.expenditures.filter { $0.fund == Self.general }
  }

  private var generalFinal: Int64 { spent { $0.fund == Self.general } }

  /// What became of the expenditure of a fund, with the reason; nothing said of none that was none.
  private mutating func change(
    _ now: Int64, of fund: String, reason path: String, isNew: Bool
  ) -> String {
    let before = before("支出", fund: fund)
    let movement = Movement(now, from: before)
    guard before.isSaid, isNew || !movement.isSame else { return "" }
    let text =
      movement.isSame ? "\(fund)支出与上年相同。" : "与上年相比，\(fund)支出\(movement.plain)。"
    return text + reason(path, "主要原因是", "。", of: now, from: before)
  }

  mutating func generalSpending() {
    let now = generalFinal
    let isNew = !generalRows.isEmpty
    let head =
      isNew
      ? "2023年度一般公共预算财政拨款决算支出\(amount(now))万元" + share(now, of: spent(), words: "，占本年支出合计的")
        + "。" : "本年度无此项支出。"
    let change = change(now, of: Self.general, reason: "说明.一般公共预算支出原因", isNew: isNew)
    put("五（一）", [head + change], adding: "一般公共预算总体")
  }

  /// The amounts of the general budget by class.
  private func byClass(_ rows: [(function: String, fen: Int64)]) -> [String: Int64] {
    rows.reduce(into: [:]) { $0[String($1.function.prefix(3)), default: 0] += $1.fen }
  }

  private func className(_ code: String) -> String { (model.functionNames[code] ?? "?") + "（类）" }

  mutating func generalStructure() {
    guard !generalRows.isEmpty else {
      put("五（二）", ["本年度无此项支出。"], adding: "一般公共预算结构")
      return
    }
    let whole = generalFinal
    let classes = byClass(generalRows.map { ($0.function, $0.fen) }).filter { $0.value != 0 }
      .sorted { $0.key < $1.key }
    let head =
      "2023年度一般公共预算财政拨款支出\(amount(whole))万元" + (classes.isEmpty ? "。" : "，主要用于以下方面：")
    let list = classes.enumerated().map { index, item in
      "\(className(item.key))\(amount(item.value))万元\(share(item.value, of: whole))"
        + (index == classes.count - 1 ? "。" : "；")
    }
    put("五（二）", [head] + list, adding: "一般公共预算结构")
  }

  mutating func generalClasses() {
    let budgetRows = model.budgets.filter { $0.fund == Self.general }
    let priorRows = model.priors.filter {
      $0.indicator == "支出" && $0.fund == Self.general && !$0.function.isEmpty
    }
    let finals = byClass(generalRows.map { ($0.function, $0.fen) })
    let budgets = byClass(budgetRows.map { ($0.function, $0.fen) })
    let priors = byClass(priorRows.map { ($0.function, $0.fen) })
    let codes = Set([finals, budgets, priors].flatMap { $0.filter { $0.value != 0 }.keys })
    let budget = budgetRows.reduce(0) { $0 + $1.fen }
    var head = "本年度无此项支出。"
    if !generalRows.isEmpty || !budgetRows.isEmpty {
      head =
        "2023年度一般公共预算财政拨款支出年初预算\(amount(budget))万元，支出决算\(amount(generalFinal))万元"
        + completion(generalFinal, of: budget, "年初预算") + (codes.isEmpty ? "。" : "。其中：")
    }
    var paragraphs = [head]
    for code in codes.sorted() {
      let (final, budget) = (finals[code] ?? 0, budgets[code] ?? 0)
      let before: Before =
        priorRows.isEmpty ? .unsaid : priors[code].map { .stated($0) } ?? .unlisted
      let done = completion(final, of: budget, "年初预算")
      let moved = Movement(final, from: before).clause("较2022年度")
      var text = "\(className(code))年初预算\(amount(budget))万元，支出决算\(amount(final))万元"
      text += done + moved
      if before.isSaid {
        text += reason(
          "说明.各类支出原因.\(code)", "，主要原因是", "", of: final, from: before,
          own: model.classReasons[code])
      }
      paragraphs.append(text + "。")
    }
    put("五（三）", paragraphs, adding: "一般公共预算具体")
  }

  /// The accounts below some that something was spent on.
  private func accounts(_ rows: [LedgerModel.Expenditure], _ prefixes: [String]) -> String? {
    let items = economicAccounts.filter { code in
      code.count == 5 && prefixes.contains { code.hasPrefix($0) }
    }.compactMap { code -> String? in
      let sum = rows.filter { $0.economic == code }.reduce(0) { $0 + $1.fen }
      return sum == 0 ? nil : "\(model.economicNames[code] ?? "?")\(amount(sum))万元"
    }
    return items.isEmpty ? nil : "主要包括" + items.joined(separator: "、")
  }

  mutating func basicSpending() {
    let rows = generalRows.filter { $0.kind == "基本支出" }
    guard !rows.isEmpty else {
      put("六", ["本年度无此项支出。"], adding: "基本支出")
      return
    }
    func sum(_ prefixes: [String]) -> Int64 {
      rows.filter { row in prefixes.contains { row.economic.hasPrefix($0) } }
        .reduce(0) { $0 + $1.fen }
    }
    let running = ["302", "307", "310", "312", "313", "399"]
    var staff: [String] = []
    for (prefix, name) in [("301", "工资福利支出"), ("303", "对个人和家庭的补助")] {
      if let list = accounts(rows, [prefix]) {
        staff.append("\(name)\(amount(sum([prefix])))万元，\(list)")
      }
    }
    let whole = rows.reduce(0) { $0 + $1.fen }
    let staffText = staff.isEmpty ? "" : "，其中：" + staff.joined(separator: "；")
    let runningText = accounts(rows, running).map { "，\($0)" } ?? ""
    let paragraphs = [
      "2023年度一般公共预算财政拨款基本支出\(amount(whole))万元，其中：",
      "人员经费\(amount(sum(["301", "303"])))万元\(staffText)；",
      "公用经费\(amount(sum(running)))万元\(runningText)。",
    ]
    put("六", paragraphs, adding: "基本支出")
  }

  mutating func capitalSpending() {
    let fund = Self.stateCapital
    let rows = model.ledger.expenditures.filter { $0.fund == fund }
    let now = rows.reduce(0) { $0 + $1.fen }
    func of(_ kind: String) -> Int64 { rows.filter { $0.kind == kind }.reduce(0) { $0 + $1.fen } }
    let head =
      rows.isEmpty
      ? "本年度无此项支出。"
      : "2023年度\(fund)支出\(amount(now))万元，其中：基本支出\(amount(of("基本支出")))万元，"
        + "项目支出\(amount(of("项目支出")))万元。"
    let change = change(now, of: fund, reason: "说明.国有资本经营支出原因", isNew: !rows.isEmpty)
    put("八", [head + change], adding: "国有资本经营")
  }
}
