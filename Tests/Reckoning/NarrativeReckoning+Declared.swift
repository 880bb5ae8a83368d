/// Sections nine and ten: what is declared rather than booked.
extension NarrativeReckoning {
  private static let items = ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]

  mutating func publicTotals() {
    let budgets = model.ledger.publicBudget
    let finals = model.ledger.publicFinal
    let (budget, final) = (budgets.reduce(0, +), finals.reduce(0, +))
    let known = model.publicPrior.compactMap { $0 }
    let before: Before = known.count == 4 ? .stated(known.reduce(0, +)) : .unsaid
    let whole = completion(final, of: budget, "全年预算")
    let change = Movement(final, from: before)
      .clause("比上年", same: "与上年“三公”经费财政拨款支出决算")
    let head = "2023年度“三公”经费财政拨款支出全年预算\(amount(budget))万元，支出决算\(amount(final))万元"
    var paragraphs = ["\(head)\(whole)\(change)。其中："]
    let nothing = ["因公出国（境）", "公务用车购置", "公务用车运行维护", "公务接待"]
    for (index, name) in Self.items.enumerated() {
      let before: Before = model.publicPrior[index].map { .stated($0) } ?? .unsaid
      let path = "说明.三公经费.\(name)"
      let why: String
      if finals[index] == 0 {
        why =
          text(path) == nil
          ? "，主要原因是：本部门本年度无\(nothing[index])支出" : clause(text(path), "，主要原因是：")
      } else {
        why = reason(path, "，主要原因是：", "", of: finals[index], from: before)
      }
      let done = completion(finals[index], of: budgets[index], "全年预算")
      let moved = Movement(finals[index], from: before).clause("比上年")
      let end = index == 3 ? "。" : "；"
      paragraphs.append("\(name)支出\(amount(finals[index]))万元\(done)\(moved)\(why)\(end)")
    }
    put("九（一）", paragraphs, adding: "三公总体")
  }

  mutating func publicDetails() {
    let finals = model.ledger.publicFinal
    let counts = model.counts
    /// Two numbers that are told together.
    func both(_ first: Int, _ tell: (Int64, Int64) -> String) -> String {
      guard let one = counts[first], let other = counts[first + 1] else { return "" }
      return tell(one, other)
    }
    func purpose(_ path: String, _ lead: String = "，主要用于") -> String {
      clause(text("说明.\(path)"), lead)
    }
    let domestic = both(4) { "国内接待\($0)批次，\($1)人次" }
    let foreign = both(6) { "（含外事接待\($0)批次，\($1)人次）" }
    let overseas = both(8) { "；国（境）外接待\($0)批次，\($1)人次" }
    var guests = ""
    if !domestic.isEmpty {
      let all = both(8) { times, people in
        "共接待\((counts[4] ?? 0) + times)批次，\((counts[5] ?? 0) + people)人次。其中："
      }
      guests = "，\(all)\(domestic)\(foreign)\(purpose("国内接待对象", "，主要是接待"))"
      if !overseas.isEmpty { guests += overseas + purpose("国外接待对象", "，主要是接待") }
    }
    let groups = both(0) { "，出国团组共\($0)个，\($1)人次" }
    let bought = counts[2].map { "，使用财政拨款共购置公务用车\($0)辆" } ?? ""
    let kept = counts[3].map { "，使用财政拨款负担的公务用车保有量共\($0)辆" } ?? ""
    let paragraphs = [
      "1.因公出国（境）费支出\(amount(finals[0]))万元\(groups)\(purpose("因公出国（境）用途"))。",
      "2.公务用车购置支出\(amount(finals[1]))万元\(bought)\(purpose("公务用车购置用途"))。",
      "3.公务用车运行维护费支出\(amount(finals[2]))万元\(kept)\(purpose("公务用车运行用途"))。",
      "4.公务接待费支出\(amount(finals[3]))万元\(guests)。",
    ]
    put("九（二）", paragraphs, adding: "三公具体")
  }

  mutating func operatingCost() {
    let accounts = ["302", "307", "310", "312", "313", "399"]
    let rows = model.ledger.expenditures.filter { row in
      row.fund == Self.general && row.kind == "基本支出"
        && ["行政单位", "参照公务员法管理事业单位"].contains(model.ledger.unitTypes[row.unit] ?? "")
        && accounts.contains { row.economic.hasPrefix($0) }
    }
    let now = rows.reduce(0) { $0 + $1.fen }
    let before = before("机关运行经费")
    let movement = Movement(now, from: before)
    var text = rows.isEmpty ? "本部门本年度无机关运行经费支出" : "2023年度机关运行经费支出\(amount(now))万元"
    if before.isSaid, !rows.isEmpty || !movement.isSame {
      text += movement.clause("比2022年度")
      text += reason("说明.机关运行经费原因", "，主要原因是", "", of: now, from: before)
    }
    put("十（一）", [text + "。"], adding: "机关运行经费")
  }

  mutating func procurement() {
    let bought = model.ledger.purchases
    let all = bought.reduce(0, +)
    var text =
      "2023年度政府采购支出总额\(amount(all))万元，其中：政府采购货物支出\(amount(bought[0]))万元、"
      + "政府采购工程支出\(amount(bought[1]))万元、政府采购服务支出\(amount(bought[2]))万元。"
    func awarded(_ size: String, _ fen: Int64) -> String {
      "授予\(size)企业合同金额\(amount(fen))万元" + share(fen, of: all, words: "，占政府采购支出总额的") + "。"
    }
    if let fen = model.awarded[0] { text += "政府采购" + awarded("中小", fen) }
    if let fen = model.awarded[1] {
      text += (model.awarded[0] == nil ? "政府采购" : "其中：") + awarded("小微", fen)
    }
    put("十（二）", [text], adding: "政府采购")
  }

  mutating func holdings() {
    let kinds = [
      "副部（省）级及以上领导用车", "主要负责人用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车",
      "离退休干部服务用车", "其他用车",
    ]
    let held = model.ledger.holdings
    let list = zip(kinds, held).map { "\($0)\($1)辆" }.joined(separator: "、")
    let all = held.prefix(8).reduce(0, +)
    let purpose = clause(text("说明.其他用车"), "，其他用车主要是")
    let equipment = "单价100万元（含）以上设备（不含车辆）\(held[8])台（套）。"
    let paragraph = "截至2023年12月31日，本部门（单位）共有车辆\(all)辆。其中：\(list)\(purpose)；\(equipment)"
    put("十（三）", [paragraph], adding: "国有资产")
  }

  mutating func performance() {
    let all = model.evaluations
    guard !all.isEmpty else {
      let hasProjects = model.ledger.expenditures.contains { $0.kind == "项目支出" }
      put(
        "十（四）",
        [
          hasProjects
            ? "根据预算绩效管理要求，本部门对2023年度安排的项目支出开展绩效自评，对照年初设定的绩效目标检查资金使用和目标完成情况。"
            : "本部门2023年度没有项目支出，不涉及项目支出绩效自评。"
        ], adding: "预算绩效")
      return
    }
    func executed(_ fund: String) -> String {
      exact(all.filter { $0.fund == fund }.reduce(0) { $0 + $1.executed })
    }
    func graded(_ grade: String) -> String {
      "“\(grade)”\(all.filter { $0.grade == grade }.count)个"
    }
    let annual = all.reduce(0) { $0 + $1.annual }
    let done = all.reduce(0) { $0 + $1.executed }
    let rate = share(done, of: annual, words: "，执行率为")
    let byFund = Self.fiscal.map { "\($0)\(executed($0))万元" }.joined(separator: "、")
    let others = all.contains { $0.fund == "其他" } ? "、其他资金\(executed("其他"))万元" : ""
    let grades = ["优", "良", "中", "差"].map(graded).joined(separator: "，")
    let head = "根据预算绩效管理要求，本部门对2023年度\(all.count)个项目的支出开展了绩效自评，"
    let money = "全年预算数\(exact(annual))万元，全年执行数\(exact(done))万元\(rate)。"
    let paragraphs = [
      "\(head)\(money)全年执行数中：\(byFund)\(others)。", "自评结果为：\(grades)。各项目的自评表见第五部分。",
    ]
    put("十（四）", paragraphs, adding: "预算绩效")
  }

  /// 分 in 万元 with as many decimals as it has.
  private func exact(_ fen: Int64) -> String {
    let digits = String(fen)
    let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    let fraction = String(padded.suffix(6)).trimming { $0 == "0" }
    return padded.dropLast(6) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
