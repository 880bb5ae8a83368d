internal import SourceFiles

/// The sheets of a workbook that clerks fill in.
///
/// Each stands for a file of a dossier's folder, or for a part of one; docs/clerk-guide.md shows them.
public enum SheetTitle: String, CaseIterable, Sendable {
  case guide = "填报说明"
  case department = "部门"
  case units = "单位"
  case income = "收入"
  case expenditure = "支出"
  case balances = "结转"
  case budget = "预算"
  /// The balance of each unit and fund, which formulas keep while people type.
  case reconciliation = "核对"
  case priorYear = "上年数"
  case facts = "事项"
  case texts = "文字"
  case accounts = "科目名称"
  case reasons = "审核说明"
  /// A sheet to copy for each further evaluation; as it stands it is none.
  case blankEvaluation = "绩效-空白"
  case words = "词表"

  /// What the names of the sheets of evaluations begin with.
  public static let evaluation = "绩效-"

  /// The sheets that make up department.yaml.
  static let ofDepartment: [SheetTitle] = [.department, .units, .facts, .texts]

  /// The sheet of a table by the file that it is in a folder; nil for any other file.
  public static func ofFile(_ file: String) -> SheetTitle? {
    switch file {
    case LedgerTable.income.file: .income
    case LedgerTable.expenditure.file: .expenditure
    case LedgerTable.balances.file: .balances
    case LedgerTable.budget.file: .budget
    case LedgerTable.priorYear.file: .priorYear
    case DossierFiles.accounts: .accounts
    case DossierFiles.reasons: .reasons
    default: nil
    }
  }

  /// The sheets that tell such a workbook from others.
  public static let telling: [SheetTitle] = [.department, .units, .facts]

  /// Whether sheets of these names make up a workbook that clerks fill in: it need not be whole, for then
  /// people are told what is missing.
  public static func isDossier(_ names: [String]) -> Bool {
    let named = names.compactMap(SheetTitle.init(named:))
    return telling.count { named.contains($0) } >= 2
  }

  /// Whether a sheet by that name is one of the workbook's.
  public static func isKnown(_ name: String) -> Bool {
    SheetTitle(named: name) != nil || evaluation(named: name) != nil
  }

  /// The sheet that is meant by the name on a tab; nil for one that is none of the workbook's own.
  ///
  /// Blanks and the width of characters tell no names apart.
  public init?(named name: String) { self.init(rawValue: folded(name)) }

  /// What the evaluation on a sheet is called, by the name on its tab: what stands behind `绩效-`, with
  /// whatever dash; nil for any other sheet.
  public static func evaluation(named name: String) -> String? {
    guard SheetTitle(named: name) == nil else { return nil }
    let name = trimmed(name)
    let kind = evaluation.dropLast()
    guard name.hasPrefix(kind) else { return nil }
    let rest = trimmed(String(name.dropFirst(kind.count)))
    guard let dash = rest.first, "-－–—‐﹣".contains(dash) else { return nil }
    return trimmed(String(rest.dropFirst()))
  }

  /// What becomes of a sheet by the name on its tab.
  public enum Reading: Sendable {
    /// What it says is a part of the dossier.
    case whole
    /// The program fills it in; people write nothing there.
    case ofProgram
    /// It belongs to no dossier, unless something is wrong with its name.
    case none
  }

  /// What becomes of a sheet by that name.
  public static func reading(of name: String) -> Reading {
    switch SheetTitle(named: name) {
    case .guide, .reconciliation, .words: .ofProgram
    case .blankEvaluation: .none
    case .department, .units, .income, .expenditure, .balances, .budget, .priorYear, .facts, .texts,
      .accounts, .reasons:
      .whole
    case nil: evaluation(named: name) == nil ? .none : .whole
    }
  }

  /// Whether a workbook without it is no dossier.
  public var isRequired: Bool {
    switch self {
    case .department, .units, .income, .expenditure, .balances, .budget, .priorYear, .facts: true
    case .guide, .reconciliation, .texts, .accounts, .reasons, .blankEvaluation, .words: false
    }
  }
}

/// The headings of sheets that are no tables of a folder.
public enum SheetHeading: String, CaseIterable, Sendable {
  /// The keys of what is stated, joined by points: `三公经费.公务接待费.决算`.
  case item = "项目"
  case unit = "单位代码"
  case account = "科目代码"
  case content = "内容"
  /// The number of a row of a list; beside the key of the list it says that the list begins.
  case number = "序号"
  // For people: nothing is read below them.
  case group = "类别"
  case measure = "计量单位"
  case need = "填写要求"
  case meaning = "说明"
  case example = "举例"
  case hint = "提示"
  case use = "用法"

  /// Whether nothing is read below it.
  var isForPeople: Bool {
    switch self {
    case .group, .measure, .need, .meaning, .example, .hint: true
    case .item, .unit, .account, .content, .number, .use: false
    }
  }

  /// What the row of sums above a head begins with; the program fills it in.
  public static let sums = "合计（自动计算）"
}
