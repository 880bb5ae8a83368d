internal import Composition
internal import Diagnostics
internal import Documents
internal import Domain
internal import Dossiers
internal import FoundationEssentials
internal import Layouts
internal import SourceFiles

/// A document that is ready to be typeset, with what the manifest says of its origin.
struct PreparedDocument {
  let document: Document
  let department: Department
  let fiscalYear: Int
  let layoutSet: String
  /// The dossier's files, by name.
  let inputs: [Manifest.File]
  /// What a partial build was asked for; nil for all of it.
  let selection: Manifest.Selection?
  /// The dossier's files as they were read.
  let texts: [SourceText]
  var findings: [Finding]
  let lines: @Sendable (String) -> [String]?

  /// The end of a build that found errors.
  func refused() -> BuildResult { BuildResult(summary: nil, findings: findings, lines: lines) }
}

/// A build that ends before there is a document.
struct Refusal: Error {
  let result: BuildResult
}

/// Reads the dossier by its layout set and composes the document.
func prepare(
  _ request: BuildRequest, progress: (BuildStage) -> Void
) throws(UsageFault) -> Result<PreparedDocument, Refusal> {
  let library = LayoutLibrary(root: request.data.layouts)
  let named = readLayoutName(of: request.dossier)
  let linesOfName: @Sendable (String) -> [String]? = { named.lines(of: $0) }
  func refusal(
    _ findings: [Finding], lines: @escaping @Sendable (String) -> [String]?
  ) -> Result<PreparedDocument, Refusal> {
    .failure(Refusal(result: BuildResult(summary: nil, findings: findings, lines: lines)))
  }
  guard !named.findings.hasErrors else { return refusal(named.findings, lines: linesOfName) }
  let choice = chosenSet(request, dossier: named.value, library: library)
  guard let name = choice.value else { return refusal(choice.findings, lines: linesOfName) }
  let loaded = library.load(name)
  let linesOfLayout: @Sendable (String) -> [String]? = { library.lines(of: $0) }
  guard let set = loaded.value else { return refusal(loaded.findings, lines: linesOfLayout) }
  try refuseUnknownForms(request.forms, in: set)

  let reading = readDossier(request.dossier, by: set)
  let fontLines = fontLines(request.data, preferring: request.fonts)
  let lines: @Sendable (String) -> [String]? = { file in
    // The reading keeps the lines of files that its own findings are about.
    let text = reading.texts.first { $0.file == file }
    return reading.lines(of: file) ?? text?.lines ?? library.lines(of: file) ?? fontLines(file)
  }
  var findings = loaded.findings + reading.findings
  guard var accounts = reading.value else { return refusal(findings, lines: lines) }
  if let date = request.date { accounts = accounts.published(on: date) }

  progress(.composing)
  let composed = compose(accounts, by: set, withText: request.hasText)
  findings += composed.findings
  guard let document = composed.value?.document else { return refusal(findings, lines: lines) }
  return .success(
    PreparedDocument(
      document: try document.keeping(request), department: accounts.department,
      fiscalYear: accounts.fiscalYear, layoutSet: name,
      inputs: reading.texts.sorted { $0.file < $1.file }.map { text in
        Manifest.File(name: text.file, sha256: sha256(of: Data(text.bytes)))
      },
      selection: Manifest.Selection(request),
      texts: reading.texts, findings: findings, lines: lines))
}

/// The set that the request names, or else the dossier.
private func chosenSet(
  _ request: BuildRequest, dossier: LayoutName?, library: LayoutLibrary
) -> Loaded<String> {
  let known = library.names
  guard let name = request.layout ?? dossier?.name else {
    let place = SourcePlace(file: "department.yaml")
    return Loaded(nil, [LayoutChoiceFault.unnamed(known: known).finding(at: place)])
  }
  guard known.contains(name) else {
    let place: FindingPlace? = request.layout == nil ? dossier.map { .source($0.place) } : nil
    return Loaded(nil, [LayoutChoiceFault.unknown(name, known: known).finding(at: place)])
  }
  return Loaded(name, [])
}

private func refuseUnknownForms(_ forms: [String]?, in set: LayoutSet) throws(UsageFault) {
  let known = set.forms.map(\.number)
  if forms?.isEmpty == true { throw UsageFault("没有写明要哪几张表；有：\(known.joined(separator: "、"))") }
  for form in forms ?? [] where !known.contains(form) {
    throw UsageFault("版式 \(set.name) 没有编号为“\(form)”的表；有：\(known.joined(separator: "、"))")
  }
}

extension FinalAccounts {
  /// The same accounts with another date on the outputs.
  fileprivate func published(on date: CalendarDate) -> FinalAccounts {
    FinalAccounts(
      department: department, fiscalYear: fiscalYear, publicationDate: date, ledger: ledger,
      declaredFacts: declaredFacts, accountNames: accountNames, evaluations: evaluations)
  }
}
