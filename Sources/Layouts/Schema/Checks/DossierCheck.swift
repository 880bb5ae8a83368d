/// What is told by the facts of a dossier and by no formula: the kinds are Swift, accounts, words and
/// limits are data of the set.
public enum DossierCheck: Sendable {
  /// Something in the ledger.
  case ledger(LedgerCheck)
  /// Something in what the dossier declares beside its ledger, or says of the department.
  case department(DepartmentCheck)
  /// Something that is not as it was the year before.
  case lastYear(LastYearCheck)
  /// Something in the self-evaluations.
  case evaluations(EvaluationCheck)
  /// Something that the dossier's texts say.
  case text(TextCheck)
}

extension DossierCheck {
  /// Whether it looks at texts or self-evaluations, which are not read where forms alone are asked for.
  public var needsTexts: Bool {
    switch self {
    case .ledger, .department, .lastYear: false
    case .evaluations, .text: true
    }
  }

  /// What is looked at, for the page that lists all checks.
  public var words: String {
    switch self {
    case .ledger(let check): check.words
    case .department(let check): check.words
    case .lastYear(let check): check.words
    case .evaluations(let check): check.words
    case .text: "逐段文字"
    }
  }
}

extension LedgerCheck {
  fileprivate var words: String {
    switch self {
    case .forbidden: "账里不能有的记账"
    case .uncovered: "逐个科目或单位对照"
    case .itemBalance: "逐个单位、资金性质和项级科目核对来源与去向"
    case .negative: "账里的负数"
    case .fundAccounts: "资金性质与只属于它的科目"
    case .projectCodes: "项目代码与支出类别"
    case .ownTransfers: "本部门单位之间的收付"
    case .idleUnit: "逐个单位"
    case .unnamed: "上年数各行的资金性质和科目"
    }
  }
}

extension DepartmentCheck {
  fileprivate var words: String {
    switch self {
    case .stated: "卷宗应写明的数"
    case .smallFacts: "小得不像元的申报数"
    case .unitNames: "单位名称与类型"
    case .unitCodes: "单位代码与部门代码"
    case .publicationDate: "公开日期与年度"
    }
  }
}

extension LastYearCheck {
  fileprivate var words: String {
    switch self {
    case .closings: "逐个单位、资金性质和项级科目与上年对照"
    case .balances: "合计与上年对照"
    case .amounts: "上年数各行与上年对照"
    case .numbers: "申报的上年数与上年对照"
    case .unitNames: "部门和各单位与上年对照"
    case .accountNames: "各科目的名称与上年对照"
    }
  }
}

extension EvaluationCheck {
  fileprivate var words: String {
    switch self {
    case .projectMoney: "自评表的执行数与账上的项目支出"
    case .authority: "主管部门与卷宗的部门"
    case .missingIndicator: "应有的指标"
    case .indicatorTargets: "指标的目标值与完成值"
    case .indicatorMoney: "成本指标与项目资金"
    case .fillers: "没有内容的指标"
    case .unevaluated: "账上的项目代码与自评表"
    }
  }
}
