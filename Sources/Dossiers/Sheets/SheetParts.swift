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
          row.first { !$0.text.isEmpty }.map { trimmed($0.text) } != SheetHeading.sums
        })
    }
    self.rules = rules
    self.log = log
    if rules != nil { log.report(book.findings) }
  }

  var texts: [SourceText] { [book.workbook] }

  private func sheet(_ title: SheetTitle) -> SourceSheet? {
    sheets.first { $0.name == title.rawValue }
  }

  private var evaluationSheets: [SourceSheet] {
    sheets.filter { sheet in
      sheet.name.hasPrefix(SheetTitle.evaluation)
        && sheet.name != SheetTitle.blankEvaluation.rawValue
    }
  }

  func checkNames() {
    let names = Set(sheets.map(\.name))
    let known = SheetTitle.allCases.map(\.rawValue)
    let unknown = sheets.filter { sheet in
      !known.contains(sheet.name) && !sheet.name.hasPrefix(SheetTitle.evaluation)
        && !sheet.rows.isEmpty
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
        log.report(SheetFault.noUse(ReasonKey.uses), at: stated?.place ?? place)
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
