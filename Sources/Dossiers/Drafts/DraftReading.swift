internal import Diagnostics
public import Layouts
internal import SourceFiles

/// Reads what a dossier says without judging it, so that it can be written in another form.
///
/// - Parameter set: the layout set that it is written for.
/// - Returns: the draft; or what is wrong with its form: a table without a head, a text that is no YAML.
///   What its fields mean, and whether they are right, is for ``readDossier(_:by:catalogues:alreadyRead:)``.
public func readDraft(
  _ source: DossierSource, by set: LayoutSet
) -> DossierReading<DossierDraft> {
  let rules = DossierRules(set)
  let log = FindingLog(family: "D")
  switch source {
  case .folder(let folder):
    guard var files = DossierFiles(folder, log: log) else {
      return DossierReading(nil, findings: log.findings, texts: [])
    }
    return DraftReader(rules: rules, log: log).read(&files)
  case .sheets(let sheets):
    var parts = SheetParts(sheets, rules: rules, log: log)
    return DraftReader(rules: rules, log: log).read(&parts)
  }
}

private struct DraftReader {
  let rules: DossierRules
  let log: FindingLog

  func read(_ parts: inout some DossierParts) -> DossierReading<DossierDraft> {
    parts.checkNames()
    let department = parts.read(DossierFiles.department).flatMap(group)
    var tables: [DossierDraft.Table] = []
    for table in DossierTable.all {
      guard let part = parts.read(table.file) else {
        // A table that may be missing is begun, so that people find it.
        tables.append(
          DossierDraft.Table(file: table.file, headings: table.columns.map(\.heading.rawValue)))
        continue
      }
      if let read = self.table(part, as: table) { tables.append(read) }
    }
    let evaluations = parts.readEvaluations().compactMap { part in
      group(part).map { DossierDraft.Evaluation(name: part.evaluationName, content: $0) }
    }
    let reasons = parts.read(DossierFiles.reasons).flatMap(group)
    let draft = department.map {
      DossierDraft(
        tables: tables, department: $0, evaluations: evaluations.inFileOrder, reasons: reasons)
    }
    return DossierReading(
      log.findings.hasErrors ? nil : draft, findings: log.findings, texts: parts.texts)
  }

  private func group(_ part: DossierPart) -> DraftGroup? {
    let parsed = part.value(family: log.family)
    log.report(parsed.findings)
    // Says what is wrong where it is no mapping.
    guard let value = parsed.value, YAMLMap(value, log: log) != nil else { return nil }
    return DraftValue(value).group
  }

  /// The rows of a table as they stand, with its own headings.
  private func table(_ part: DossierPart, as table: DossierTable) -> DossierDraft.Table? {
    guard
      let (records, _) = part.filledRecords(
        headings: table.columns.filter(\.isRequired).map(\.heading.rawValue), log: log)
    else { return nil }
    let reader = HeadReader(
      columns: table.columns.map {
        InputColumn(heading: $0.heading, isRequired: $0.isRequired, mayBeEmpty: $0.mayBeEmpty)
      }, vocabulary: rules.vocabulary, log: log)
    guard let (_, body) = reader.read(records) else { return nil }
    let index = records.count - body.count - 1
    let count = (records[index].lastIndex { !$0.text.isEmpty } ?? -1) + 1
    let rows = body.map { row in
      (0..<max(count, row.count)).map { $0 < row.count ? row[$0].text : "" }
    }
    let remarks = records[..<index].filter { !$0[0].place.isOfTitle }
      .map { row in row.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") }
    return DossierDraft.Table(
      file: table.file, headings: records[index].prefix(count).map(\.text), rows: rows,
      remarks: remarks)
  }
}

extension DraftValue {
  /// What a file has, without its places.
  init(_ value: YAMLValue) {
    if let text = value.text {
      self = .text(text)
    } else if let items = value.items {
      self = .list(items.map { DraftValue($0) })
    } else if let entries = value.entries {
      self = .group(
        DraftGroup(entries.map { DraftGroup.Entry($0.key.text ?? "", DraftValue($0.value)) }))
    } else {
      self = .nothing
    }
  }
}

extension DossierPart {
  /// What an evaluation's file or sheet is called, without what all of them have.
  fileprivate var evaluationName: String {
    let name = place.file
    if place.isCell { return SheetTitle.evaluation(named: name) ?? name }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
  }
}

extension SourcePlace {
  /// Whether it is among the rows in which every sheet has its title and what it is for.
  fileprivate var isOfTitle: Bool { isCell && line <= 2 }
}

extension [DossierDraft.Evaluation] {
  /// With names that give their order in a folder: those of tabs need not.
  fileprivate var inFileOrder: [DossierDraft.Evaluation] {
    let names = map(\.name)
    guard names != names.sorted() else { return self }
    return enumerated().map { index, evaluation in
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      return DossierDraft.Evaluation(
        name: "\(number)-\(evaluation.name)", content: evaluation.content)
    }
  }
}
