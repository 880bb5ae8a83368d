internal import Diagnostics
internal import Domain
internal import Layouts

/// Checks of the self-evaluations: by themselves, against each other and against the ledger.
struct EvaluationChecks {
  let accounts: FinalAccounts
  /// The evaluations with the numbers by which reasons cite them: those of their forms.
  let numbered: [(number: String, evaluation: SelfEvaluation)]

  /// - Parameter form: the number of their form.
  init(_ accounts: FinalAccounts, form: String) {
    self.accounts = accounts
    numbered = accounts.evaluations.enumerated().map { index, evaluation in
      ("\(form)-\(index < 9 ? "0" : "")\(index + 1)", evaluation)
    }
  }

  /// Asks a check.
  func ask(_ rule: EvaluationCheck, _ told: inout DossierTelling) {
    told.isOfForms = true
    switch rule {
    case .projectMoney(let tolerance): projectMoney(tolerance: tolerance, &told)
    case .authority: authority(&told)
    case .missingIndicator(let word): missingIndicator(word, &told)
    case .indicatorTargets(let costs): indicatorTargets(costs: costs, &told)
    case .indicatorMoney(let costs): indicatorMoney(costs: costs, &told)
    case .fillers(let words): fillers(words, &told)
    case .unevaluated: unevaluated(&told)
    }
  }

  private func missingIndicator(_ word: String, _ told: inout DossierTelling) {
    for (number, evaluation) in numbered {
      told.looked(at: 1)
      guard !evaluation.indicators.contains(where: { $0.names.contains { $0.has(word) } })
      else { continue }
      told.tell(
        "“\(evaluation.project)”没有“\(word)”的指标", address: number,
        places: [evaluation.place])
    }
  }
}

// MARK: - Against the ledger

extension EvaluationChecks {
  /// Tells of projects in the ledger where no project at all was evaluated.
  ///
  /// How many have to be is not known: some departments evaluate the large ones alone.
  fileprivate func unevaluated(_ told: inout DossierTelling) {
    told.isOfForms = false
    let rows = accounts.ledger.entries(of: .expenditure).flatMap(\.projects)
    let codes = Set(rows.map(\.code))
    guard !codes.isEmpty else { return }
    told.looked(at: 1)
    guard accounts.evaluations.isEmpty else { return }
    told.tell(
      "账上有 \(codes.count) 个项目代码，没有一张绩效自评表", address: "卷宗", places: rows.map(\.place))
  }

  /// What evaluations have in common that one sum of the ledger is held against.
  private struct Group: Hashable {
    let unit: String
    /// Nil for every fund, where the set asks for none.
    let fund: Fund?
    let function: FunctionAccount?
  }

  /// Project expenditure of a unit, a fund and an account.
  private func projectExpenditure(of group: Group, among entries: [LedgerEntry]) -> LedgerSum {
    var sum = LedgerSum()
    for entry in entries {
      guard entry.key.unit == group.unit, group.fund == nil || entry.key.fund == group.fund else {
        continue
      }
      if let function = group.function, entry.key.function?.isWithin(function) != true { continue }
      sum.amount += entry.amount
      sum.places += entry.places
    }
    return sum
  }

  private struct LedgerSum {
    var amount = Money.zero
    var places: [SourcePlace] = []
  }

  /// What a unit's evaluations have spent, account by account and all together.
  fileprivate func projectMoney(tolerance: Money, _ told: inout DossierTelling) {
    let entries = accounts.ledger.entries(of: .expenditure).filter { $0.key.kind == .project }
    var order: [Group] = []
    var members: [Group: [(number: String, evaluation: SelfEvaluation)]] = [:]
    for (number, evaluation) in numbered {
      let accounts: [FunctionAccount?] =
        evaluation.function == nil ? [nil] : [evaluation.function, nil]
      for function in accounts {
        let group = Group(unit: evaluation.unit, fund: evaluation.fund, function: function)
        if members[group] == nil { order.append(group) }
        members[group, default: []].append((number, evaluation))
      }
    }
    for group in order {
      guard let evaluations = members[group], let first = evaluations.first else { continue }
      told.compared()
      let spent = evaluations.compactMap(\.evaluation.executed).sum()
      let booked = projectExpenditure(of: group, among: entries)
      guard spent > booked.amount + tolerance else { continue }
      // Where an account alone lacks the money, that says it better than the unit does.
      if group.function == nil, told.findings.contains(where: { $0.address == first.number }) {
        continue
      }
      tell(group, evaluations, spent: spent, booked, &told)
    }
  }

  private func tell(
    _ group: Group, _ evaluations: [(number: String, evaluation: SelfEvaluation)], spent: Money,
    _ booked: LedgerSum, _ told: inout DossierTelling
  ) {
    let names = evaluations.prefix(3).map { "“\($0.evaluation.project)”" }.joined(separator: "、")
    let account = group.function.map { function in
      let name = accounts.accountNames.name(of: function.code, in: .function) ?? ""
      return " \(function.code) \(name)"
    }
    let subject = "单位 \(group.unit)\(group.fund.map { "，\($0.rawValue)" } ?? "")\(account ?? "")"
    let kind = ExpenditureKind.project.rawValue
    told.tell(
      "\(names)共执行 \(AuditAmount.of(spent))；账上\(subject)的\(kind)是 \(AuditAmount.of(booked.amount))",
      address: evaluations[0].number,
      places: evaluations.map(\.evaluation.place) + booked.places.sorted(),
      sides: [
        CheckFinding.Side("自评表的执行数", spent), CheckFinding.Side("账上的\(kind)", booked.amount),
      ], difference: AuditAmount.of(spent - booked.amount))
  }
}

// MARK: - Names

extension EvaluationChecks {
  /// 主管部门: by code and name the department; another one is told as a note.
  fileprivate func authority(_ told: inout DossierTelling) {
    let department = accounts.department
    for (number, evaluation) in numbered {
      told.looked(at: 1)
      guard let authority = evaluation.authority else { continue }
      let isSameCode = authority.code == department.code
      guard !isSameCode || authority.name != department.name else { continue }
      let isNear = nearest(to: authority.name, among: [department.name]) != nil
      told.tell(
        "“\(evaluation.project)”的主管部门是 \(authority.code) \(authority.name)，"
          + "部门是 \(department.code) \(department.name)",
        address: number, places: [evaluation.place],
        severity: isSameCode || isNear ? nil : .note)
    }
  }
}
