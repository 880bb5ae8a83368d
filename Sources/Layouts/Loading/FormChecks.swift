internal import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import Geometry
internal import SourceFiles

/// Checks that need a whole form or all forms: ids, line numbers, sums, headings, widths, names.
struct FormChecks {
  let log: FindingLog
  let style: DocumentStyle?
  let facts: [FactDeclaration]
  let names: AccountNames
  var unitTypes: [String] = []
  var economicRequired: [Selection] = []

  /// Checks the forms of a set.
  ///
  /// - Parameters:
  ///   - forms: the forms, each with its cells.
  ///   - sound: the numbers of those that were read without a fault. Headings, wording and cells of
  ///     the others are left unjudged, as are those of forms with equal ids: what the faults left out
  ///     would be missed there again.
  func check(_ forms: [(form: FormLayout, cells: FormCells)], sound: Set<String>) {
    var sheets: [String: SourcePlace] = [:]
    var codes: [String: SourcePlace] = [:]
    for (form, cells) in forms {
      if !form.code.isEmpty { unique(form.code, .code, at: form.place, among: &codes) }
      unique(SheetNameRule.key(of: form.sheetName), .sheetName, at: form.place, among: &sheets)
      checkSheetName(form)
      checkWidths(form.columns.map(\.widths), on: form.orientation, at: form.place)
      let before = log.findings.count
      checkIDs(form)
      guard sound.contains(form.number), log.findings.count == before else { continue }
      checkHeadings(form)
      checkWording(form)
      checkCodeColumns(form)
      guard checkTrees(form) else { continue }
      CellChecks(log: log, form: form, facts: facts, cells: cells).check()
      guard log.findings.count == before else { continue }
      ScopeProof(
        log: log, form: form, cells: cells, unitTypes: unitTypes,
        economicRequired: economicRequired
      ).check()
      TotalChecks(log: log, form: form, cells: cells).check()
    }
  }

  /// Reports a value that was used before.
  func unique(
    _ value: String, _ what: FormFault.Unique, at place: SourcePlace,
    among seen: inout [String: SourcePlace]
  ) {
    guard let first = seen[value] else {
      seen[value] = place
      return
    }
    log.report(FormFault.repeated(what, value), at: place, related: [first])
  }

  /// The rules of spreadsheet programs for the names of sheets.
  private func checkSheetName(_ form: FormLayout) {
    let name = form.sheetName
    guard SheetNameRule.fault(of: name) != nil else { return }
    log.report(FormFault.sheetName(name), at: form.place)
  }

  private func checkIDs(_ form: FormLayout) {
    var columns: [String: SourcePlace] = [:]
    for column in form.columns {
      unique(column.id, .columnID, at: column.place, among: &columns)
    }
    var rows: [String: SourcePlace] = [:]
    var lines: [String: SourcePlace] = [:]
    for row in form.fixedRows {
      unique(row.id, .rowID, at: row.place, among: &rows)
      if let line = row.lineNumber { unique(line, .lineNumber, at: row.place, among: &lines) }
    }
    for cell in form.sections.flatMap(\.foot).joined() {
      guard case .figure(let id, _) = cell.content else { continue }
      unique(id, .rowID, at: cell.place, among: &rows)
    }
  }

  /// At their least widths the columns must not be wider than the page.
  func checkWidths(
    _ widths: [ClosedRange<Length>], on orientation: PageOrientation, at place: SourcePlace
  ) {
    guard let page = style?.formPage else { return }
    let available = page.size(orientation).width - page.margins.left - page.margins.right
    let needed = widths.map(\.lowerBound).sum()
    guard needed.points > available.points + 0.01 else { return }
    log.report(
      GridFault.widths(
        needed: tenths(needed.millimetres), available: tenths(available.millimetres)),
      at: place)
  }

  /// Every figure column needs a heading of its own, unlike others of its block, or its figures would
  /// have no address.
  private func checkHeadings(_ form: FormLayout) {
    var keys: [String] = []
    for section in form.sections {
      keys = section.columnKeys(columnCount: form.columns.count, earlier: keys)
      for block in section.blocks {
        var seen: [String: ColumnLayout] = [:]
        for index in block.columns where form.columns[index].content == .figure {
          checkHeading(keys[index], of: form.columns[index], among: &seen)
        }
      }
    }
  }

  private func checkHeading(
    _ key: String, of column: ColumnLayout, among seen: inout [String: ColumnLayout]
  ) {
    if key.isEmpty {
      log.report(FormFault.noHeading(column: column.id), at: column.place)
    } else if let first = seen.updateValue(column, forKey: key) {
      log.report(
        FormFault.sameHeading(column: column.id, other: first.id, text: key), at: column.place,
        related: [first.place])
    }
  }

  /// The rows of a tree are known by their accounts and those of units by their names, so that a form can
  /// have but one of these, and no fixed line may be called like an account.
  ///
  /// - Returns: whether the cells can be judged.
  private func checkTrees(_ form: FormLayout) -> Bool {
    let places = form.sections.flatMap(\.blocks).flatMap(\.rows).compactMap { row -> SourcePlace? in
      switch row {
      case .tree(let tree): tree.place
      case .records(let records): if case .units = records.source { records.place } else { nil }
      case .fixed: nil
      }
    }
    if places.count > 1 {
      log.report(FormFault.severalTrees(places.count), at: places[1], related: [places[0]])
    }
    guard let tree = form.tree else { return places.count < 2 }
    if form.scope.isEmpty {
      log.report(FormFault.treeWithoutScope, at: tree.place)
    }
    for row in form.fixedRows where FunctionAccount(row.id) != nil {
      log.report(FormFault.rowLikeAccount(row.id), at: row.place)
    }
    return places.count == 1 && !form.scope.isEmpty
  }

  /// A wording without a column to stand in would vanish; an account needs a name.
  private func checkWording(_ form: FormLayout) {
    for block in form.sections.flatMap(\.blocks) {
      let contents = Set(form.columns[block.columns].map(\.content))
      for case .tree(let tree) in block.rows where contents.isDisjoint(with: [.code, .name]) {
        vanishing("科目树", at: tree.place, column: .name)
      }
      for case .records(let records) in block.rows
      where contents.isDisjoint(with: [.label, .code, .name]) {
        vanishing("records 的行", at: records.place, column: .label)
      }
      for case .fixed(let row) in block.rows {
        if !row.label.isEmpty, contents.isDisjoint(with: [.label, .code, .name]) {
          vanishing("文字“\(row.label)”", at: row.place, column: .label)
        }
        if let line = row.lineNumber, !contents.contains(.lineNumber) {
          vanishing("行次“\(line)”", at: row.place, column: .lineNumber)
        }
        if case .account(let account) = row.kind,
          names.name(of: account.code, in: .economic) == nil
        {
          log.report(FormFault.unnamedAccount(account.code), at: row.place)
        }
      }
    }
  }

  /// Columns that part a code among them must hold all of it, or digits would vanish.
  private func checkCodeColumns(_ form: FormLayout) {
    for block in form.sections.flatMap(\.blocks) {
      let columns = form.columns[block.columns].filter { $0.content == .code }
      guard let first = columns.first, columns.contains(where: { $0.codeLevel != nil }) else {
        continue
      }
      let levels = block.rows.compactMap(\.accountLevel)
      let needed = Array(0...(levels.max() ?? columns.count - 1))
      guard columns.map(\.codeLevel) != needed else { continue }
      let found = columns.map { $0.codeLevel.map { accountLevelNames[$0] } ?? "整个代码" }
      log.report(
        FormFault.codeLevels(
          found.joined(separator: "、"),
          expected: needed.map { accountLevelNames[$0] }.joined(separator: "、")),
        at: first.place)
    }
  }

  private func vanishing(_ what: String, at place: SourcePlace, column: ColumnLayout.Content) {
    log.report(FormFault.vanishing(what, column: column.rawValue), at: place)
  }
}

extension RowLayout {
  /// The lowest level of the accounts that it prints, from 0; nil for other lines.
  fileprivate var accountLevel: Int? {
    switch self {
    case .tree(let tree): tree.levels.last
    case .records: nil
    case .fixed(let row): if case .account(let account) = row.kind { account.level } else { nil }
    }
  }
}

extension FormLayout {
  /// The lines that are always printed, in order.
  var fixedRows: [FixedRow] {
    sections.flatMap(\.blocks).flatMap(\.rows).compactMap { row in
      if case .fixed(let fixed) = row { fixed } else { nil }
    }
  }
}
