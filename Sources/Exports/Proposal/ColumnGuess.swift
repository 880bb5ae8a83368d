internal import Diagnostics
internal import Domain
internal import Dossiers
internal import Layouts
internal import SourceFiles

/// What a column of an export may be, by its headings and what stands in it, seen alone.
struct ColumnGuess {
  enum Kind {
    /// A field that the heading names beyond doubt.
    case exact(TableHeading)
    /// A field unless another column has it more exactly.
    case perhaps([TableHeading])
    case level(TableHeading, Int)
    case amount(TableHeading?, fixed: [TableHeading: String], isTotal: Bool, isExact: Bool)
    case passedOver(String)
    case unknown
  }

  let column: ExportHead.Column
  let kind: Kind
  /// Different texts that stand in it, the first few.
  let samples: [String]
  /// How many cells are filled.
  let filled: Int
}

/// Guesses columns one by one; a heading means what the words say, or nothing.
struct ColumnGuesser {
  let sheet: ExportSheet
  let head: ExportHead
  let context: ExportContext

  private static let mostSamples = 4

  func guesses() -> [ColumnGuess] {
    head.columns.compactMap { column -> ColumnGuess? in
      let cells = body(of: column.index)
      var samples: [String] = []
      for cell in cells where samples.count < Self.mostSamples && !samples.contains(cell.text) {
        if !words.totals.contains(folded(cell.text)) { samples.append(cell.text) }
      }
      let kind = kind(of: column, cells)
      // What is blank and unknown is left out: it is new in the year in which something stands there.
      if case .unknown = kind, cells.isEmpty { return nil }
      return ColumnGuess(column: column, kind: kind, samples: samples, filled: cells.count)
    }
  }

  private func body(of column: Int) -> [ExportCell] {
    sheet.rows[head.rows.upperBound...].compactMap { row in
      let isNumbering = row.sorted.first.map { words.numbering.contains(folded($0.cell.text)) }
      guard isNumbering != true, !head.isRepeated(in: row, of: sheet) else { return nil }
      return row.cells[column]
    }
  }

  private var table: ExportTable { context.table }
  private var words: ExportWords { context.words }
  private var vocabulary: Vocabulary { context.vocabulary }

  private func has(_ heading: TableHeading) -> Bool { table.table.column(heading) != nil }
  private func isAmount(_ heading: TableHeading) -> Bool { table.amounts.contains(heading) }

  private func kind(of column: ExportHead.Column, _ cells: [ExportCell]) -> ColumnGuess.Kind {
    guard let last = column.path.last.map(folded) else { return .unknown }
    let joined = folded(column.path.joined())
    let parents = column.path.dropLast().map(folded)
    if column.path.contains(where: { text in words.within.contains(where: folded(text).hasPrefix) })
    {
      return .passedOver("其中的一部分，别的栏已有")
    }
    if let level = words.levels.firstIndex(of: last), let kind = levelKind(level, below: parents) {
      return kind
    }
    if let account = account(parents) {
      if words.codeHeads.contains(last) {
        return has(account) ? .exact(account) : .passedOver("这张表不用")
      }
      if words.nameHeads.contains(last) { return .passedOver("只是名称") }
    }
    for text in [joined, last] {
      if let heading = vocabulary.heading(text), has(heading), !isAmount(heading) {
        return .exact(heading)
      }
      if let account = words.accountHeads[text], has(account) { return .exact(account) }
    }
    if holdsAmounts(cells), let kind = amountKind(column.path) { return kind }
    return fieldKind([joined, last])
  }

  /// Whether a column has numbers, and dashes in their place; a blank one may have.
  private func holdsAmounts(_ cells: [ExportCell]) -> Bool {
    let amounts = cells.count { cell in
      isNumber(cell.number) || (try? Money(yuan: cell.number)) != nil
    }
    return amounts * 2 > cells.count || cells.isEmpty
  }

  /// The account whose levels or codes stand below the headings.
  private func account(_ parents: [String]) -> TableHeading? {
    parents.reversed().lazy.compactMap { text -> TableHeading? in
      if let heading = words.accountHeads[text] { return heading }
      let heading = vocabulary.heading(text)
      return heading == .function || heading == .economic ? heading : nil
    }.first
  }

  private func levelKind(_ level: Int, below parents: [String]) -> ColumnGuess.Kind? {
    let isWhole = words.levels.allSatisfy { word in
      head.columns.contains { $0.path.last.map(folded) == word }
    }
    guard let heading = account(parents) ?? (isWhole ? .function : nil) else { return nil }
    guard has(heading) else { return .passedOver("这张表不用") }
    return heading == .economic && level > 1 ? nil : .level(heading, level)
  }

  private func fieldKind(_ texts: [String]) -> ColumnGuess.Kind {
    for text in texts {
      if let reason = words.passedOver[text] { return .passedOver(reason) }
      var headings = (words.headings[text] ?? []).filter(has)
      if let named = vocabulary.columnNamed(by: text) {
        if has(named) { headings.append(named) } else { return .passedOver("只是名称") }
      }
      if !headings.isEmpty { return .perhaps(headings) }
      if words.headings[text] != nil || vocabulary.heading(text) != nil {
        return .passedOver("这张表不用")
      }
      if vocabulary.passesOver(text) { return .passedOver("编号和说明") }
    }
    return .unknown
  }

  // MARK: Amounts

  /// A column of amounts, with what its headings say of them.
  private func amountKind(_ path: [String]) -> ColumnGuess.Kind? {
    var fixed: [TableHeading: String] = [:]
    var heading: TableHeading?
    var isExact = false
    var rest = 0
    for text in path {
      let base = partedHeading(text).base
      if words.totalHeadings.contains(base) { continue }
      if let known = vocabulary.heading(base + TableHeading.unitOfAmounts), isAmount(known) {
        (heading, isExact) = (known, true)
      } else if let (list, word) = word(base) {
        fixed[list] = word
      } else if let known = words.amounts[table.name]?[base] {
        heading = known
      } else if let code = economicCode(text) {
        fixed[.economic] = code
      } else {
        rest += 1
      }
    }
    let isTotal = path.last.map { words.totalHeadings.contains(partedHeading($0).base) } ?? false
    guard heading != nil || !fixed.isEmpty || isTotal else { return nil }
    // A part of the heading that nobody knows, the lowest above all, may say anything.
    let lowest = path.last.map { partedHeading($0).base } ?? ""
    let isLowestKnown =
      isTotal || word(lowest) != nil || words.amounts[table.name]?[lowest] != nil
      || vocabulary.heading(lowest + TableHeading.unitOfAmounts) != nil
      || economicCode(path.last ?? "") != nil
    guard isLowestKnown || rest == 0 else { return .unknown }
    if heading == nil, table.amounts.count == 1 { heading = table.amounts[0] }
    return .amount(heading, fixed: fixed, isTotal: isTotal, isExact: isExact)
  }

  private func word(_ text: String) -> (TableHeading, String)? {
    for column in table.keys {
      if case .word(let list) = column.content,
        let word = vocabulary.meaning(of: text, in: list)
      {
        return (column.heading, word)
      }
    }
    return nil
  }

  private func economicCode(_ text: String) -> String? {
    guard has(.economic) else { return nil }
    let code = accountCode(text, EconomicAccount.levelDigits)
    return EconomicAccount(code)?.isLowestLevel == true ? code : nil
  }
}
