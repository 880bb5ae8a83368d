public import Diagnostics
public import Documents
public import Domain

/// A layout set: all that an issuer prescribes for a year, as data.
///
/// What the loader returns is valid; nothing of the raw file leaves it.
public struct LayoutSet: Sendable {
  /// The name of its folder: `shanxi-2023`.
  public let name: String
  /// What it is, for people.
  public let title: String
  /// The fiscal year that it was issued for.
  public let year: Int
  /// The set that it inherits from; nil for none.
  public let parent: String?
  /// Whether it was written before the official forms were seen.
  public let isAssumed: Bool
  /// The language of its texts, as in BCP 47.
  public let language: String
  /// The title in the outputs' metadata.
  public let documentTitle: TextTemplate
  /// The typography of the document.
  public let style: DocumentStyle
  /// The forms in printed order.
  public let forms: [FormLayout]
  /// Cover, contents and text around the forms; nil for a document of nothing but forms.
  public let narrative: NarrativeLayout?
  /// The money that a build shows at a glance, in order; empty where the set names none.
  public let glance: [GlanceEntry]
  /// What the year after takes over of the forms and the ledger.
  public let nextYear: NextYear
  /// The facts that a dossier may or must declare beside its ledgers.
  public let facts: [FactDeclaration]
  /// The types that a budget unit may have.
  public let unitTypes: [String]
  /// The indicators (指标) that prior-year amounts may be booked under.
  public let priorYearIndicators: [String]
  /// Those that sentences add up whatever their fund.
  public let indicatorsOverFunds: Set<String>
  /// Those of the indicators that are stated together or not at all: two sides of one total.
  public let priorYearTogether: [[String]]
  /// Kinds of expenditure, by fund, for which a ledger row must name an economic account.
  public let economicRequired: [Selection]
  /// The set's dated catalogues of account names.
  public let accountNames: AccountNames
  /// What people write in place of the words of a dossier's tables.
  public let vocabulary: Vocabulary
  /// What is prescribed for self-evaluations; nil for a set that has none, by which no evaluation is
  /// read.
  public let evaluation: EvaluationRules?
  /// The form of a self-evaluation; there is one wherever there are rules.
  public let evaluationForm: EvaluationForm?
  /// The checks of the audit that were asked for, in the order of their files.
  public let checks: [CheckLayout]
  /// What the checks are about that the set has and that were not asked for, in words for a report.
  public let unreadChecks: [String]
  /// The words by which its texts are judged; nil where texts were not asked for.
  public let textWords: TextWords?

  /// A form's title on the pages on which it goes on; nil where they bear none.
  public func continuedTitle(of form: FormLayout) -> String? {
    style.formPage.continuation?.title(form.title)
  }

  /// The economic accounts that forms print whether anything is booked on them or not, sorted.
  public var listedAccounts: [EconomicAccount] {
    let accounts = forms.flatMap(\.fixedRows).compactMap { row in
      if case .account(let account) = row.kind { account } else { nil as EconomicAccount? }
    }
    return Set(accounts).sorted()
  }

  /// The declaration of a fact by its path.
  public func fact(_ path: String) -> FactDeclaration? { facts.first { $0.path == path } }
}

/// A fact that a dossier declares: `三公经费.公务接待费.决算`.
public struct FactDeclaration: Hashable, Sendable {
  /// The types that a declared fact can have.
  public enum Kind: String, CaseIterable, Sendable {
    /// An amount in 元.
    case money = "金额"
    case count = "数量"
    case text = "文字"
    case list = "列表"
    /// A text for each account that needs one, by its code.
    case textByAccount = "按科目文字"
  }

  /// The keys from the root of department.yaml, joined by points.
  public let path: String
  /// What kind of value it is.
  public let kind: Kind
  /// 元, 辆, 人次, …; empty for texts.
  public let unit: String
  /// Whether a dossier without it is refused.
  public internal(set) var isRequired: Bool
  /// Whether each budget unit declares its own.
  public let isByUnit: Bool
  /// What it means, for whoever fills in a dossier.
  public let meaning: String
  /// Where set.yaml declares it.
  public let place: SourcePlace
  /// The path of the fact that stated the same a year ago for that year; nil where it is of this year.
  public internal(set) var priorOf: String?
  /// Whether it speaks of one year alone, so that the year after begins it anew.
  public internal(set) var isOfOneYear = false

  /// The path taken apart into keys.
  public var keys: [String] { path.split(separator: ".").map(String.init) }
}
