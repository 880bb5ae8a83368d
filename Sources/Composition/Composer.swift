public import Diagnostics
public import Documents
public import Domain
public import Figures
public import Layouts

/// What composing makes: the document, and its figures by what they mean.
public struct ComposedDocument: Sendable {
  /// All that is printed.
  public let document: Document
  /// Every figure of the document, form by form: the same values that it prints.
  public let figures: FigureBook
}

/// Composes the document of a department by a layout set: the same accounts and set always give the
/// same document.
///
/// - Parameter withText: whether cover, contents and text are composed too, where the set has any; a
///   document of forms and self-evaluations alone is made much faster without.
/// - Returns: the document with warnings about its texts; or nil with a finding for every ledger fact
///   that a form must show and that none or several of its leaf cells take, or for every quotation in
///   a text that names no figure.
public func compose(
  _ accounts: FinalAccounts, by set: LayoutSet, withText: Bool = true
) -> Loaded<ComposedDocument> {
  let facts = FactTable(accounts, declarations: set.facts)
  let composer = FormComposer(accounts: accounts, facts: facts)
  let forms = set.forms.map(composer.compose)
  var findings = forms.flatMap(\.findings)
  guard !findings.hasErrors else { return Loaded(nil, findings) }
  let evaluations =
    set.evaluationForm.map {
      EvaluationComposer(form: $0, accounts: accounts, part: set.narrative?.evaluationsPart).forms()
    } ?? []
  let book = FigureBook((forms + evaluations).map(\.figures))
  var blocks = (forms + evaluations).map { Block.form($0.sheet) }
  if withText, let narrative = set.narrative {
    let composed = NarrativeComposer(
      narrative, of: set, accounts: accounts, facts: facts, forms: forms.map(\.sheet),
      evaluations: evaluations.map(\.sheet), book: book
    ).blocks()
    blocks = composed.blocks
    findings += composed.findings
    guard !findings.hasErrors else { return Loaded(nil, findings) }
  }
  let title = set.documentTitle.filled { placeholder in
    switch placeholder {
    case .departmentName: accounts.department.name
    case .fiscalYear: String(accounts.fiscalYear)
    case .formCode, .formTitle, .priorYear, .ordinal, .publicationDate: ""
    }
  }
  let document = Document(
    title: title, author: accounts.department.name, language: set.language,
    date: accounts.publicationDate, style: set.style, blocks: blocks,
    words: titleWords(of: accounts))
  return Loaded(ComposedDocument(document: document, figures: book), findings)
}
