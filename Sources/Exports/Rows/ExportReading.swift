public import Diagnostics
internal import Domain
internal import Dossiers
internal import Layouts
internal import SourceFiles

/// What an export came to by a mapping.
public struct ExportReading: Sendable {
  /// The rows; nil where anything stands in the way of taking all of them.
  public let table: ImportedTable?
  /// What was found, each with its place.
  public let findings: [Finding]
  /// How many rows and how much money went where.
  public let tally: ImportTally
  /// The columns that are empty in rows that need them.
  let emptyFields: [TableHeading]
  /// The words that stand for nothing.
  let openWords: [OpenWord]
  /// What words were understood as.
  let understood: [TableHeading: [String: String]]

  /// The units of the rows in the order of their codes, with the names that the export has beside the
  /// codes; a name is empty where it has none.
  public var units: [(code: String, name: String)] {
    var names: [String: String] = [:]
    for (text, code) in (understood[.unit] ?? [:]).sorted(by: { $0.key < $1.key }) {
      if let name = partedCode(plainCode(text)).name { names[code] = name }
    }
    let codes = Set((table?.rows ?? []).compactMap { $0.fields[.unit] })
    return codes.sorted().map { ($0, names[$0] ?? "") }
  }
}

/// Reads an export by a mapping.
struct ExportReader {
  let sheet: ExportSheet
  let head: ExportHead
  let mapping: ExportMapping
  let context: ExportContext

  private var findings: [Finding] = []
  private var open: [TableHeading: [String: OpenWord]] = [:]
  private var empty: Set<TableHeading> = []
  private var fields: FieldReader
  private var tally = ImportTally()

  init(_ sheet: ExportSheet, head: ExportHead, mapping: ExportMapping, context: ExportContext) {
    (self.sheet, self.head) = (sheet, head)
    (self.mapping, self.context) = (mapping, context)
    fields = FieldReader(context: context, mapping: mapping)
  }

  mutating func read() -> ExportReading {
    checkTitles()
    let columns = ExportColumns(head, mapping: mapping) { samples(of: $0) }
    findings += columns.findings
    var body = BodyReader(sheet, head: head, columns: columns, mapping: mapping, context: context)
    body.read()
    findings += body.findings
    guard !body.isTooLarge else { return reading(nil) }
    var sums = SumRows(body.rows, columns: columns)
    sums.find()
    findings += sums.findings
    if let first = body.hidden.first {
      findings.append(ExportFault.hidden(count: body.hidden.count).finding(at: first))
    }
    var rows = sums.rows
    var taken: [ImportedRow] = []
    for index in rows.indices where rows[index].passed == nil {
      checkColumnTotals(of: rows[index], columns)
      let made = imported(rows[index], columns)
      if made.isEmpty, !rows[index].isFaulty { rows[index].passed = .zero }
      taken += made
    }
    report(columns)
    let table = ImportedTable(mapping.table, adding: taken)
    if taken.isEmpty, !findings.hasErrors {
      findings.append(ExportFault.nothing.finding(at: head.columns.first?.place))
    }
    if table.rows.count < taken.count {
      let joined = taken.count - table.rows.count
      let fault = ExportFault.equalRows(count: joined, rows: table.rows.count)
      findings.append(fault.finding(at: head.columns.first?.place))
    }
    tally.count(rows, blank: body.blank, columns: columns, sheet: sheet)
    tally.count(taken, in: table)
    for difference in tally.differences {
      findings.append(difference.finding(at: head.columns.first?.place))
    }
    return reading(table)
  }

  private func reading(_ table: ImportedTable?) -> ExportReading {
    let isWhole = !findings.hasErrors && mapping.undecided.isEmpty && mapping.unit != nil
    return ExportReading(
      table: isWhole ? table : nil, findings: findings.inReadingOrder(), tally: tally,
      emptyFields: empty.sorted { $0.rawValue < $1.rawValue },
      openWords: open.values.flatMap(\.values).sorted { ($0.place, $0.word) < ($1.place, $1.word) },
      understood: fields.understood)
  }

  // MARK: Above and beside the rows

  private mutating func checkTitles() {
    for row in sheet.rows[..<head.rows.lowerBound] {
      let numbers = row.sorted.filter { isNumber($0.cell.text) && !$0.cell.isCovered }
      guard numbers.count > 1, let first = numbers.first else { continue }
      findings.append(ExportFault.dataAboveHead.finding(at: first.cell.place))
    }
    guard let unit = mapping.unit else { return }
    for title in StatedUnits(head).units where title.unit != unit {
      let fault = MappingFault.otherUnit(
        unit.rawValue, stated: title.unit.rawValue, text: title.cell.text)
      findings.append(fault.finding(at: title.cell.place))
    }
  }

  private func samples(of column: Int) -> [String] {
    var texts: [String] = []
    for row in sheet.rows[head.rows.upperBound...] {
      guard let cell = row.cells[column], !texts.contains(cell.text) else { continue }
      texts.append(cell.text)
      if texts.count == 3 { break }
    }
    return texts
  }

  private mutating func checkColumnTotals(of row: BodyRow, _ columns: ExportColumns) {
    for total in columns.totals {
      guard let stated = row.amounts[total.index] else { continue }
      let sum = total.parts.compactMap { part -> Money? in
        let column = columns.amounts[part]
        return row.amounts[column.index].map { column.isSubtracted ? -$0 : $0 }
      }.sum()
      guard sum != stated, !row.isFaulty else { continue }
      let difference = SumDifference(column: total.index, stated: stated, sum: sum)
      findings.append(
        ExportFault.columnTotal(total.name, difference)
          .finding(at: row.row.cells[total.index]?.place ?? row.place))
    }
  }

  // MARK: Rows

  /// The rows of the table that a row becomes: one for each thing that its columns say of amounts.
  private mutating func imported(_ row: BodyRow, _ columns: ExportColumns) -> [ImportedRow] {
    let groups = columns.groups
    var result: [ImportedRow] = []
    for fixed in groups {
      var amounts: [TableHeading: Money] = [:]
      for column in columns.amounts where column.fixed == fixed {
        guard let amount = row.amounts[column.index] else { continue }
        amounts[column.heading, default: .zero] += column.isSubtracted ? -amount : amount
      }
      guard !amounts.isEmpty else { continue }
      // Where each thing has a column of its own, a zero says no more than a blank.
      if groups.count > 1, amounts.values.allSatisfy({ $0 == .zero }) {
        tally.zeros += 1
        continue
      }
      var fields: [TableHeading: String] = [:]
      for column in context.table.keys {
        fields[column.heading] = field(column, of: row, fixed: fixed, columns)
      }
      result.append(ImportedRow(fields: fields, amounts: amounts))
    }
    return result
  }

  private mutating func field(
    _ column: DossierTable.Column, of row: BodyRow, fixed: [TableHeading: String],
    _ columns: ExportColumns
  ) -> String {
    let heading = column.heading
    if let text = fixed[heading] { return text }
    guard columns.fields[heading] != nil || columns.levels[heading] != nil else {
      return mapping.fixed[heading]?.text ?? ""
    }
    let cell = row.fields[heading]
    switch fields.value(cell?.text ?? "", of: column) {
    case .known(let value): return value
    case .empty:
      guard !column.mayBeEmpty else { return "" }
      empty.insert(heading)
      let name = columns.fields[heading].flatMap { columns.names[$0] } ?? heading.word
      findings.append(
        ExportFault.emptyField(heading: heading.word, column: name).finding(at: row.place))
      return ""
    case .open(let fault):
      let text = cell?.text ?? ""
      let word = OpenWord(
        heading: heading, word: text, fault: fault, place: cell?.place ?? row.place)
      let shown = openRow(row, heading, columns)
      open[heading, default: [:]][text, default: word].add(shown, beginningAt: row.place)
      return text
    }
  }

  /// A row as people find it again.
  private func openRow(
    _ row: BodyRow, _ heading: TableHeading, _ columns: ExportColumns
  ) -> OpenWord.Row {
    func cell(_ column: Int?) -> ExportCell? {
      column.flatMap { row.row.cells[$0] }.flatMap { $0.isCovered ? nil : $0 }
    }
    let remark =
      columns.fields[.remark]
      ?? columns.names.filter { $0.value.contains(TableHeading.remark.word) }.keys.min()
    return OpenWord.Row(
      place: cell(columns.fields[heading])?.place ?? row.place,
      amounts: columns.amounts.compactMap { row.amounts[$0.index] },
      remark: cell(remark)?.text ?? "")
  }

  private mutating func report(_ columns: ExportColumns) {
    for column in context.table.keys {
      for word in (open[column.heading] ?? [:]).values.sorted(by: { $0.place < $1.place }) {
        findings.append(word.finding(for: context, choices: context.choices(of: column)))
      }
    }
  }
}

/// What the titles and headings of an export say of the unit of its amounts.
struct StatedUnits {
  /// The units that are stated, with the cell that does.
  let units: [(unit: MoneyUnit, cell: ExportCell)]

  init(_ head: ExportHead) {
    let titles = head.titles.compactMap { cell in
      unitStated(in: cell.text).flatMap { Self.unit($0) }.map { ($0, cell) }
    }
    let headings = head.columns.compactMap { column -> (MoneyUnit, ExportCell)? in
      for text in column.path.reversed() {
        if let unit = partedHeading(text).unit.flatMap({ Self.unit($0) }) {
          return (unit, ExportCell(text, at: column.place))
        }
      }
      return nil
    }
    units = titles + headings
  }

  private static func unit(_ unit: AmountUnit) -> MoneyUnit? {
    MoneyUnit.allCases.first { $0.rawValue == unit.name || $0.rawValue == unit.name + "元" }
  }
}
