internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// The parts of a dossier that is a workbook: tables are sheets, and department.yaml is made up of
/// several.
struct SheetParts: DossierParts {
  private let book: DossierSheets
  /// The sheets without the rows of sums that the program keeps.
  private let sheets: [SourceSheet]
  private let rules: DossierRules?
  private let log: FindingLog

  /// Takes the sheets of a workbook, and reports what was found of their cells.
  ///
  /// - Parameter rules: those that it is read by; nil where only its layout set is asked for, of which
  ///   nothing else is judged.
  init(_ book: DossierSheets, rules: DossierRules? = nil, log: FindingLog) {
    self.book = book
    sheets = book.sheets.map { sheet in
      SourceSheet(
        name: sheet.name,
        rows: sheet.rows.filter { row in
          !row.contains { trimmed($0.text) == SheetHeading.sums }
        })
    }
    self.rules = rules
    self.log = log
    if rules != nil { log.report(book.findings) }
  }

  var texts: [SourceText] { [book.workbook] }

  private func sheet(_ title: SheetTitle) -> SourceSheet? {
    sheets.first { SheetTitle(named: $0.name) == title }
  }

  private var evaluationSheets: [SourceSheet] {
    sheets.filter { SheetTitle.evaluation(named: $0.name) != nil }
  }

  func checkNames() {
    checkDoubles()
    checkEvaluationNames()
    let names = Set(sheets.compactMap { SheetTitle(named: $0.name)?.rawValue })
    let known = SheetTitle.allCases.map(\.rawValue)
    let unknown = sheets.filter { sheet in
      SheetTitle(named: sheet.name) == nil && SheetTitle.evaluation(named: sheet.name) == nil
        && !sheet.rows.isEmpty && !isEvaluation(sheet)
    }
    for title in SheetTitle.allCases where title.isRequired && !names.contains(title.rawValue) {
      let guess = nearest(to: title.rawValue, among: unknown.map(\.name))
      log.report(
        SheetFault.missing(title.rawValue, guess: guess),
        at: SourcePlace(file: book.workbook.file))
    }
    for sheet in unknown {
      let guess = nearest(to: sheet.name, among: known.filter { !names.contains($0) })
      log.report(SheetFault.unknown(sheet.name, guess: guess), at: sheet.place)
    }
  }

  /// Reports sheets whose names mean the same: one of them would go unread.
  private func checkDoubles() {
    var seen: [SheetTitle: SourceSheet] = [:]
    for sheet in sheets {
      guard let title = SheetTitle(named: sheet.name) else { continue }
      if let first = seen[title] {
        log.report(
          SheetFault.repeatedSheet(sheet.name, other: first.name), at: sheet.place,
          related: [first.place])
      } else {
        seen[title] = sheet
      }
    }
  }

  /// Reports evaluations that go unread: on the sheet that is to be copied, on one whose name does not
  /// say so, and all of them where the layout set has none.
  private func checkEvaluationNames() {
    if rules?.evaluation == nil, rules != nil {
      for sheet in evaluationSheets where !sheet.rows.isEmpty {
        log.report(SheetFault.needlessEvaluation(sheet.name), at: sheet.place)
      }
    }
    if let blank = sheet(.blankEvaluation), let field = firstStated(on: blank) {
      log.report(SheetFault.filledBlank(field.text), at: field.place)
    }
    for sheet in sheets
    where isEvaluation(sheet) && SheetTitle(named: sheet.name) == nil
      && SheetTitle.evaluation(named: sheet.name) == nil
    {
      log.report(SheetFault.unnamedEvaluation(sheet.name), at: sheet.place)
    }
  }

  /// Whether a sheet is laid out like an evaluation, with the head of a list of it.
  private func isEvaluation(_ sheet: SourceSheet) -> Bool {
    guard let type = rules?.evaluation?.type else { return false }
    let keys = Set(type.lists.map(\.key))
    return sheet.rows.contains { row in
      row.count > 1 && keys.contains(trimmed(row[0].text))
        && trimmed(row[1].text) == SheetHeading.number.rawValue
    }
  }

  /// The first cell in which something is stated on a sheet that is laid out like an evaluation.
  private func firstStated(on sheet: SourceSheet) -> CSVField? {
    let texts = [SheetHeading.content, .number].map(\.rawValue)
    return sheet.rows.lazy.filter { row in
      row.count > 1 && !texts.contains(trimmed(row[1].text))
    }.compactMap { row -> CSVField? in
      let isItem = row[0].text.isEmpty
      return row.dropFirst(isItem ? 2 : 1).first { !trimmed($0.text).isEmpty }
    }.first
  }

  func has(_ name: String) -> Bool {
    if name == DossierFiles.department { return sheet(.department) != nil }
    return SheetTitle.ofFile(name).flatMap(sheet) != nil
  }

  func read(_ name: String) -> DossierPart? {
    switch name {
    case DossierFiles.department: return department()
    case DossierFiles.reasons: return sheet(.reasons).flatMap(reasons)
    default:
      guard let sheet = SheetTitle.ofFile(name).flatMap(sheet) else { return nil }
      return DossierPart(.rows(sheet.rows), at: sheet.place)
    }
  }

  func readEvaluations() -> [DossierPart] {
    guard let evaluation = rules?.evaluation else { return [] }
    return evaluationSheets.compactMap { sheet in
      let reader = EvaluationSheet(type: evaluation.type, log: log)
      return reader.value(of: sheet).map {
        DossierPart(.value(YAMLValue($0)), at: sheet.place)
      }
    }
  }
}

// MARK: - department.yaml

extension SheetParts {
  private func department() -> DossierPart? {
    guard let first = sheet(.department) else { return nil }
    guard rules != nil else { return layout(on: first) }
    let lists = (rules?.facts ?? []).filter { $0.kind == .list }.map(\.path)
    var tree = PathTree(lists: Set(lists), log: log)
    for title in [SheetTitle.department, .facts, .texts] {
      guard let sheet = sheet(title) else { continue }
      for entry in PathSheet(log: log).entries(of: sheet) { tree.add(entry) }
    }
    if let units = sheet(.units) {
      let items = ListSheet(keys: [IdentityKey.code, IdentityKey.name, IdentityKey.type], log: log)
        .items(of: units)
      tree.add(.list(items, units.place), for: IdentityKey.units, at: units.place)
    }
    return DossierPart(.value(YAMLValue(tree.value(at: first.place))), at: first.place)
  }

  /// What says which layout set the dossier is for; what is wrong with the sheet is told only where it
  /// says nothing of that.
  private func layout(on sheet: SourceSheet) -> DossierPart {
    let quiet = FindingLog(family: log.family)
    let entry = PathSheet(log: quiet).entries(of: sheet)
      .first { $0.keys == [IdentityKey.layout] && $0.text != nil }
    var tree = PathTree(lists: [], log: quiet)
    if let entry { tree.add(entry) } else { log.report(quiet.findings) }
    return DossierPart(.value(YAMLValue(tree.value(at: sheet.place))), at: sheet.place)
  }
}

// MARK: - 审核说明.yaml

extension SheetParts {
  /// The reasons by what each of them is for, which one column says.
  private func reasons(of sheet: SourceSheet) -> DossierPart? {
    let use = SheetHeading.use.rawValue
    let items = ListSheet(keys: [use] + ReasonKey.ofReason, log: log).items(of: sheet)
    guard !items.isEmpty else { return nil }
    var groups: [String: [PlacedValue]] = [:]
    for item in items {
      guard case .group(let entries, let place) = item else { continue }
      let stated = entries.first { $0.key == use }
      let rest = entries.filter { entry in
        guard entry.key != use else { return false }
        if case .nothing = entry.value { return false }
        return true
      }
      guard case .text(let word, let wordPlace)? = stated?.value else {
        log.report(SheetFault.unknownUse(nil, ReasonKey.uses), at: stated?.place ?? place)
        continue
      }
      guard ReasonKey.uses.contains(word) else {
        log.report(SheetFault.unknownUse(word, ReasonKey.uses), at: wordPlace)
        continue
      }
      groups[word, default: []].append(.group(rest, place))
    }
    let entries = ReasonKey.uses.compactMap { word in
      groups[word].map {
        PlacedValue.Entry(key: word, place: sheet.place, value: .list($0, sheet.place))
      }
    }
    return DossierPart(
      .value(YAMLValue(.group(entries, sheet.place))), at: sheet.place)
  }
}
