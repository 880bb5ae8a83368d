public import Diagnostics
public import Documents
public import Domain
internal import Figures
public import Layouts

/// Composes the document of a department by a layout set: the same accounts and set always give the
/// same document.
///
/// - Returns: the document, or nil with a finding for every ledger fact that a form must show and
///   that none or several of its leaf cells take.
public func compose(_ accounts: FinalAccounts, by set: LayoutSet) -> Loaded<Document> {
  let facts = FactTable(accounts, declarations: set.facts)
  let composer = FormComposer(accounts: accounts, facts: facts)
  var sheets: [FormSheet] = []
  var findings: [Finding] = []
  for form in set.forms {
    let result = composer.compose(form)
    sheets.append(result.sheet)
    findings += result.findings
  }
  guard !findings.hasErrors else { return Loaded(nil, findings) }
  let title = set.documentTitle.filled { placeholder in
    switch placeholder {
    case .departmentName: accounts.department.name
    case .fiscalYear: String(accounts.fiscalYear)
    case .formCode, .formTitle: ""
    }
  }
  let document = Document(
    title: title, author: accounts.department.name, language: set.language,
    date: accounts.publicationDate, style: set.style, forms: sheets)
  return Loaded(document, findings)
}
