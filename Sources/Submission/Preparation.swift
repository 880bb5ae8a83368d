internal import Audit
internal import Composition
internal import Diagnostics
internal import Documents
internal import Domain
internal import Dossiers
internal import Figures
internal import FoundationEssentials
internal import Layouts
internal import SourceFiles

/// A document that is ready to be typeset, with what the manifest says of its origin.
struct PreparedDocument {
  let document: Document
  /// All figures of the dossier, whatever is made of it.
  let figures: FigureBook
  /// The money that the layout set shows at a glance.
  let glance: [GlanceFigure]
  let department: Department
  let fiscalYear: Int
  let layoutSet: String
  /// The dossier's files, by name.
  let inputs: [Manifest.File]
  /// The names of printed accounts that are not the layout set's.
  let names: [Manifest.Name]
  /// What a partial build was asked for; nil for all of it.
  let selection: Manifest.Selection?
  /// The dossier's files as they were read.
  let texts: [SourceText]
  /// What the audit says of it.
  let audit: AuditReport
}

/// Reads the dossier by its layout set and composes the document.
///
/// - Parameter texts: files of the dossier that were read before; none is read twice.
func prepare(
  _ order: BuildOrder, by loaded: LoadedSet, alreadyRead texts: [SourceText],
  log: inout WorkLog, progress: (BuildStage) -> Void
) throws -> PreparedDocument {
  let set = loaded.set
  var order = order
  order.forms = try order.forms.map { forms throws(UsageFault) in try known(forms, in: set) }
  let reading = readDossier(
    order.source, by: set, catalogues: order.catalogues, alreadyRead: texts)
  let others = log.lines
  let catalogues = order.catalogues
  log.lines = { file in
    // The reading keeps the lines of files that its own findings are about.
    let text = reading.texts.first { $0.file == file }
    return reading.lines(of: file) ?? text?.lines ?? catalogues?.lines(of: file) ?? others(file)
  }
  var accounts = try log.take(Loaded(reading.value, reading.findings))
  if let date = order.date { accounts = accounts.published(on: date) }

  progress(.composing)
  let composed = try log.take(compose(accounts, by: set, withText: order.hasText))
  let former = knownYear(before: accounts, in: order, from: loaded.data, log: &log)
  return PreparedDocument(
    document: try composed.document.keeping(order), figures: composed.figures,
    glance: set.glance.compactMap { $0.figure(of: composed.figures) },
    department: accounts.department, fiscalYear: accounts.fiscalYear,
    layoutSet: set.name,
    inputs: reading.texts.sorted { $0.file < $1.file }.map { text in
      Manifest.File(name: text.file, sha256: sha256(of: Data(text.bytes)))
    },
    names: (reading.names?.added ?? []).map { added in
      Manifest.Name(
        chart: added.chart.rawValue, code: added.code, name: added.name,
        catalogue: added.catalogue)
    }, selection: Manifest.Selection(order), texts: reading.texts,
    audit: order.told(
      audited(
        accounts, composed.figures, after: former, by: set, reasons: reading.reasons,
        forms: order.hasText ? nil : order.forms)))
}

extension BuildOrder {
  /// A report in the words of whoever has the dossier: as a folder or as a workbook.
  fileprivate func told(_ report: AuditReport) -> AuditReport {
    sheets == nil ? report : report.told(WorkbookWords.told)
  }
}

/// The numbers of forms as the layout set has them, of what somebody wrote: `5` means `05`.
private func known(_ forms: [String], in set: LayoutSet) throws(UsageFault) -> [String] {
  let known = set.forms.map(\.number)
  guard !forms.isEmpty else { throw .noForms(known: known) }
  var numbers: [String] = []
  for form in forms {
    guard let number = number(form, among: known) ?? set.formNumber(named: form) else {
      throw .unknownForm(form, set: set.name, known: known)
    }
    if !numbers.contains(number) { numbers.append(number) }
  }
  return numbers
}

extension LayoutSet {
  /// The number of the form that people call so: by its code, the name of its sheet, or its title; nil for
  /// none, or several.
  func formNumber(named written: String) -> String? {
    let name = folded(written)
    let meant = forms.filter { form in
      [form.code, form.sheetName, form.title].contains { !$0.isEmpty && folded($0) == name }
    }
    return meant.count == 1 ? meant[0].number : nil
  }
}

/// The number of those that there are that somebody meant; nil for none.
func number(_ written: String, among known: [String]) -> String? {
  known.first { $0 == written } ?? known.first { areEqual($0, written) }
}

/// Whether two numbers are the same but for zeros before them.
private func areEqual(_ one: String, _ other: String) -> Bool {
  guard let one = Int(one), let other = Int(other) else { return false }
  return one == other
}

extension FinalAccounts {
  /// The same accounts with another date on the outputs.
  fileprivate func published(on date: CalendarDate) -> FinalAccounts {
    FinalAccounts(
      department: department, fiscalYear: fiscalYear, publicationDate: date, ledger: ledger,
      declaredFacts: declaredFacts, accountNames: accountNames, evaluations: evaluations,
      lastYear: lastYear)
  }
}
