public import Diagnostics
public import Figures
internal import SourceFiles

/// A check of the audit: what must hold, how grave it is where it does not, and what to do then.
///
/// A class, for it never changes, is large to copy, and whoever runs or tells it holds on to it.
public final class CheckLayout: Sendable {
  /// What is checked.
  public enum Rule: Sendable {
    /// A formula over the figures of a book, whoever made it, and quantities of a dossier.
    case formula(FormulaCheck)
    /// Something that is told by the facts of a dossier.
    case dossier(DossierCheck)
  }

  /// The steady name by which reasons and reports cite it, without issuer or year: `income-total`.
  public let id: String
  /// How grave it is where it does not hold.
  public let severity: Severity
  /// What must hold, as people say it.
  public let words: String
  /// What to do where it does not.
  public let mend: String
  /// Whether it holds by construction in what this program makes: it is run on files that are read in.
  public let isIdentity: Bool
  /// What is checked.
  public let rule: Rule
  /// Where the set states it.
  public let place: SourcePlace

  /// The numbers of the forms that it cites, in the order of the formula; `自评-*` for evaluations.
  public let forms: [String]

  init(
    id: String, severity: Severity, words: String, mend: String, isIdentity: Bool, rule: Rule,
    place: SourcePlace
  ) {
    self.id = id
    self.severity = severity
    self.words = words
    self.mend = mend
    self.isIdentity = isIdentity
    self.rule = rule
    self.place = place
    forms =
      switch rule {
      case .formula(let check):
        (check.formula.cells + (check.condition?.cells ?? [])).reduce(into: []) { forms, cell in
          if !forms.contains(cell.form) { forms.append(cell.form) }
        }
      case .dossier: []
      }
  }
}

extension CheckLayout {
  /// Whether it looks at texts or self-evaluations, which are not read where forms alone are asked for.
  public var needsTexts: Bool {
    if case .dossier(let check) = rule { check.needsTexts } else { false }
  }
}

/// A formula that must hold, with the quantities that it names.
public struct FormulaCheck: Sendable {
  /// What must hold.
  public let formula: Formula
  /// As it is written.
  public let text: String
  /// Only where this holds is the formula asked for; nil for always.
  public let condition: Formula?
  /// The condition as it is written.
  public let conditionText: String?
  /// What the names in both mean.
  public let quantities: NamedQuantities
}

/// What the few names of a formula mean.
///
/// A list: it has a handful of names, and telling two texts apart takes less than hashing one.
public struct NamedQuantities: Sendable {
  /// Each name once.
  public private(set) var all: [(name: String, quantity: NarrativeQuantity)] = []

  /// The quantity of a name; nil where it is none of these.
  public subscript(_ name: String) -> NarrativeQuantity? {
    all.first { $0.name.hasSameBytes(as: name) }?.quantity
  }

  /// Adds a name that is none of these.
  mutating func add(_ name: String, _ quantity: NarrativeQuantity) {
    all.append((name, quantity))
  }
}
