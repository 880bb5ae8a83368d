internal import Domain
internal import Dossiers
internal import Layouts
internal import SpreadsheetOutput

/// The words that people choose from, kept on a sheet of their own.
struct WordLists {
  /// A column of words.
  private struct List {
    let key: String
    let words: [String]
  }

  private var lists: [List] = []
  /// The rows of the sheet of units that have one, from 0.
  static let unitRows = 3...102

  init(_ set: LayoutSet, _ draft: DossierDraft) {
    add(TableHeading.fund.rawValue, Fund.allCases.map(\.rawValue))
    add(TableHeading.source.rawValue, IncomeSource.allCases.map(\.rawValue))
    add(TableHeading.kind.rawValue, ExpenditureKind.allCases.map(\.rawValue))
    add(TableHeading.indicator.rawValue, set.priorYearIndicators)
    add(IdentityKey.type, set.unitTypes)
    add(TableHeading.chart.rawValue, AccountChart.allCases.map(\.rawValue))
    add(SheetHeading.use.rawValue, ReasonKey.uses)
    for (heading, chart) in [
      (TableHeading.function, AccountChart.function), (.economic, .economic),
    ] {
      let names = draft.accountNames(of: chart, beside: set.accountNames)
      let codes = names.codes(of: chart)
      add(heading.rawValue, codes.map { "\($0) \(names.name(of: $0, in: chart) ?? "")" })
    }
    let type = set.evaluation?.type
    for field in (type?.fields ?? []) + (type?.lists.flatMap(\.fields) ?? []) {
      if case .option(let words) = field.kind { add(field.name, words) }
    }
  }

  private mutating func add(_ key: String, _ words: [String]) {
    if !words.isEmpty, !lists.contains(where: { $0.key == key }) {
      lists.append(List(key: key, words: words))
    }
  }

  /// The formula of the cells that hold the words of a list; nil for a list that there is not.
  func source(_ key: String) -> String? {
    guard let column = lists.firstIndex(where: { $0.key == key }) else { return nil }
    let last = lists[column].words.count
    return "=" + cited(.words, rows: 1...last, column: column)
  }

  /// The formula of the cells that hold the codes of units.
  static var units: String { "=" + cited(.units, rows: unitRows, column: 0) }

  /// What there is to choose from below a heading of a table, and what people are told.
  func list(for heading: TableHeading) -> (source: String, prompt: String)? {
    if heading == .unit { return (Self.units, "从下拉表里选“单位”表里的代码。") }
    return source(heading.rawValue).map { source in
      switch heading {
      case .function, .economic: (source, "从下拉表里选，或只写代码。表里没有的科目，写代码，再在“科目名称”表里补上名称。")
      default: (source, "从下拉表里选。")
      }
    }
  }

  /// The sheet of all words.
  var sheet: EntrySheet {
    var sheet = EntrySheet(
      name: SheetTitle.words.rawValue,
      columns: lists.map { list in
        EntryColumn(width: Double(min(40, 4 + 2 * (list.words.map(\.count).max() ?? 0))))
      })
    for (column, list) in lists.enumerated() {
      sheet.add(0, column, .text(list.key), .idleHeading)
      for (row, word) in list.words.enumerated() {
        sheet.add(row + 1, column, .text(word), .fixed)
      }
    }
    sheet.frozenRows = 1
    sheet.tab = .idleHeading
    return sheet
  }
}

extension DossierDraft {
  /// The names of a set's catalogue and those that the draft states in their place or beside them.
  fileprivate func accountNames(
    of chart: AccountChart, beside catalogue: AccountNames
  ) -> AccountNames {
    guard let table = self[table: DossierTable.accounts.file] else { return catalogue }
    let places = [TableHeading.chart, .accountCode, .accountName].map {
      table.headings.firstIndex(of: $0.rawValue)
    }
    guard let kind = places[0], let code = places[1], let name = places[2] else { return catalogue }
    var names = catalogue
    for row in table.rows where max(kind, code, name) < row.count && row[kind] == chart.rawValue {
      names.set(row[name], for: row[code], in: chart)
    }
    return names
  }
}
