internal import Diagnostics
public import Domain
public import Layouts
public import SourceFiles

/// Reads a dossier by a layout set; tells every fault of all its files or sheets in one run.
///
/// - Parameters:
///   - catalogues: the names of accounts that people have brought in; nil for none.
///   - texts: files of the folder that ``readLayoutName(of:)`` has read; they are taken as they were
///     then, so that all that is made of a file comes from one and the same state of it.
public func readDossier(
  _ source: DossierSource, by set: LayoutSet, catalogues: UserCatalogues? = nil,
  alreadyRead texts: [SourceText] = []
) -> DossierReading<FinalAccounts> {
  readDossier(source, under: DossierRules(set, catalogues: catalogues), alreadyRead: texts)
}

/// Reads a dossier by the rules of a layout set.
///
/// Files and sheets are read one after the other and each as far as it goes; checks across them leave
/// out what would only echo a fault that has been told.
public func readDossier(
  _ source: DossierSource, under rules: DossierRules, alreadyRead texts: [SourceText] = []
) -> DossierReading<FinalAccounts> {
  let log = FindingLog(family: "D")
  switch source {
  case .folder(let folder):
    guard var files = DossierFiles(folder, alreadyRead: texts, log: log) else {
      return DossierReading(nil, findings: log.findings, texts: [])
    }
    return readParts(&files, under: rules, log: log)
  case .sheets(let sheets):
    var parts = SheetParts(sheets, rules: rules, log: log)
    return readParts(&parts, under: rules, log: log)
  }
}

private func readParts(
  _ files: inout some DossierParts, under rules: DossierRules, log: FindingLog
) -> DossierReading<FinalAccounts> {
  files.checkNames()

  var department = DepartmentFile()
  var total = AmountTotal(log: log)
  if let source = files.read(DossierFiles.department) {
    department = readDepartment(source, under: rules, total: &total, log: log)
  }
  let names = readNames(&files, under: rules, log: log)
  var ledger = LedgerReader(
    rules: rules, units: department.identity.units, names: names, total: total, log: log)
  for table in LedgerTable.all { ledger.read(table, from: files.read(table.file)) }
  OverlapCheck(log: log, indicatorsOverFunds: rules.indicatorsOverFunds).check(ledger.facts)
  if !log.hasErrors(in: LedgerTable.priorYear.file) {
    checkPriorYear(ledger.facts, together: rules.priorYearTogether, log: log)
  }
  // Sums beyond the limit might overflow.
  if !ledger.total.isPassed { checkBalances(ledger.facts, doubt: ledger.doubt, log: log) }

  var evaluations: [SelfEvaluation] = []
  var check = ledger.names
  if let evaluation = rules.evaluation {
    var reader = EvaluationReader(
      rules: evaluation, vocabulary: rules.vocabulary,
      units: department.identity.units?.map(\.code), names: check, total: ledger.total, log: log)
    for source in files.readEvaluations() { reader.read(source) }
    evaluations = reader.evaluations
    check = reader.names
  }
  check.addListed(rules.listedAccounts)
  check.report()
  let reasons = files.read(DossierFiles.reasons).map { KeptValue($0.value(family: log.family)) }

  let accounts =
    log.findings.hasErrors
    ? nil
    : finalAccounts(
      department, facts: ledger.facts, names: names.sources.all, evaluations: evaluations)
  return DossierReading(
    accounts, findings: log.findings, texts: files.texts, names: check.origins, reasons: reasons)
}

/// The names of the dossier's own table, of the set's catalogue, and of those that people have brought
/// in.
private func readNames(
  _ files: inout some DossierParts, under rules: DossierRules, log: FindingLog
) -> NameCheck {
  log.report(rules.broughtNames.findings)
  let sources = NameSources(
    shipped: rules.accountNames, brought: rules.broughtNames.value ?? AccountNames())
  var reader = AccountNamesReader(sources: sources, vocabulary: rules.vocabulary, log: log)
  let hasTable = files.has(DossierFiles.accounts)
  let source = files.read(DossierFiles.accounts)
  if let source { reader.read(source) }
  return NameCheck(
    sources: reader.sources, hasTable: hasTable,
    isPossible: reader.isWhole && (source != nil || !hasTable) && rules.broughtNames.value != nil,
    log: log)
}

/// The accounts as one value; nil where the identity lacks a part.
private func finalAccounts(
  _ department: DepartmentFile, facts: [LedgerFact], names: AccountNames,
  evaluations: [SelfEvaluation]
) -> FinalAccounts? {
  let identity = department.identity
  guard let who = identity.department, let year = identity.fiscalYear,
    let date = identity.publicationDate
  else { return nil }
  return FinalAccounts(
    department: who, fiscalYear: year, publicationDate: date, ledger: Ledger(facts),
    declaredFacts: department.facts, accountNames: names, evaluations: evaluations,
    lastYear: identity.lastYear)
}
