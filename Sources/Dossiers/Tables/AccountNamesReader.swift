internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// Reads a dossier's own names of account codes and adds them to those of the catalogues.
struct AccountNamesReader {
  static let headings: [TableHeading] = [.chart, .accountCode, .accountName]
  /// What stands in lines to paste where the name belongs.
  static let placeholder = "（名称）"
  private static let columns = headings.map { InputColumn(heading: $0) }

  let vocabulary: Vocabulary
  let log: FindingLog
  /// The catalogues' names, extended by those read.
  private(set) var sources: NameSources
  /// Whether every row could be read; otherwise no name is known to be missing.
  private(set) var isWhole = true
  /// The names read so far, with their places.
  private var own: [String: InputCell] = [:]

  init(sources: NameSources, vocabulary: Vocabulary, log: FindingLog) {
    self.sources = sources
    self.vocabulary = vocabulary
    self.log = log
  }

  mutating func read(_ source: DossierPart) {
    let reader = InputTableReader(columns: Self.columns, vocabulary: vocabulary, log: log)
    guard let table = reader.read(source) else {
      isWhole = false
      return
    }
    isWhole = table.isWhole
    for row in table.rows where !readRow(row) { isWhole = false }
  }

  /// Reads a row; false where it gives no code a name.
  private mutating func readRow(_ row: InputRow) -> Bool {
    for (column, cell) in zip(Self.columns, row.cells) {
      guard let cell, cell.text.isEmpty || cell.text == Self.placeholder else { continue }
      log.report(ValueFault.empty(heading: column.heading.rawValue), at: cell.place)
      return false
    }
    guard let chartCell = row.cells[0], let codeCell = row.cells[1], let name = row.cells[2] else {
      return false
    }
    guard let chart = AccountChart(rawValue: chartCell.text) else {
      let words = AccountChart.allCases.map(\.rawValue)
      log.report(
        ValueFault.unknownWord(chartCell.text, heading: Self.headings[0].rawValue, words: words),
        at: chartCell.place)
      return false
    }
    guard let (code, written) = code(codeCell, in: chart) else { return false }
    if let fault = NameTextFault(name.text, of: Self.headings[2].rawValue) {
      log.report(fault, at: name.place)
      return false
    }
    if let written, folded(written.text) != folded(name.text) {
      let fault = NameFault.twoNames(code, first: written.text, second: name.text)
      log.report(fault, at: name.place, related: [written.place])
      return false
    }
    set(name, for: code, in: chart)
    return true
  }

  /// The code, with the name that stands behind it.
  private func code(
    _ cell: InputCell, in chart: AccountChart
  ) -> (code: String, name: InputCell?)? {
    switch chart {
    case .function:
      let read: (account: FunctionAccount, name: InputCell?)? = readCode(cell, in: chart, log: log)
      return read.map { ($0.account.code, $0.name) }
    case .economic:
      let read: (account: EconomicAccount, name: InputCell?)? = readCode(cell, in: chart, log: log)
      return read.map { ($0.account.code, $0.name) }
    }
  }

  private mutating func set(_ name: InputCell, for code: String, in chart: AccountChart) {
    let key = "\(chart.rawValue)\(code)"
    if let first = own[key] {
      guard first.text != name.text else { return }
      log.report(
        NameFault.twoNames(code, first: first.text, second: name.text), at: name.place,
        related: [first.place])
      return
    }
    own[key] = name
    if let usual = sources.usual(code, in: chart), usual.name != name.text {
      let fault = NameFault.otherName(
        code, catalogue: usual.name, own: name.text, isBrought: usual.isBrought)
      log.report(fault, at: name.place)
    }
    sources.own.set(name.text, for: code, in: chart, at: name.place)
  }
}
