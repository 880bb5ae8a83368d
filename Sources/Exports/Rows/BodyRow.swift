internal import Diagnostics
internal import Domain
internal import Dossiers
internal import Layouts
internal import SourceFiles

/// A row below the head with what its cells are by the mapping.
struct BodyRow {
  /// Why a row is not taken.
  enum Passed: String, CaseIterable {
    case repeatedHead = "重复的表头"
    case numbering = "栏次行"
    case withoutAmount = "没有金额的行"
    case total = "小计、合计行"
    case parent = "上级科目行"
    case group = "分组汇总行"
    case zero = "各栏金额都是零的行"
  }

  let row: ExportRow
  let place: Place
  /// The amounts by column; none where the cell is blank, or only covered by another.
  var amounts: [Int: Money] = [:]
  /// The texts of fields, those filled from above too.
  var fields: [TableHeading: ExportCell] = [:]
  /// The code of the function account as far as it can be read, without its name.
  var function = ""
  /// The code of the economic account likewise.
  var economic = ""
  /// The word by which the row adds up others.
  var totalWord: String?
  /// Why it is not taken; nil for a row that is.
  var passed: Passed?
  /// Whether an amount of it could not be read.
  var isFaulty = false

  /// The text of a field; empty where it is blank.
  func text(_ heading: TableHeading) -> String { fields[heading]?.text ?? "" }
}

/// Makes rows of what stands below the head.
struct BodyReader {
  let sheet: ExportSheet
  let head: ExportHead
  let columns: ExportColumns
  let mapping: ExportMapping
  let context: ExportContext
  private(set) var rows: [BodyRow] = []
  private(set) var findings: [Finding] = []
  private(set) var blank = 0
  private(set) var hidden: [Place] = []
  /// All amounts together, without their signs.
  private var magnitude = Money.zero
  private(set) var isTooLarge = false
  /// What stands above in columns where a blank repeats it.
  private var above: [Int: ExportCell] = [:]
  /// What the columns of a code's levels said last, by level.
  private var upperLevels: [TableHeading: [Int: String]] = [:]
  private let totals: [String]

  init(
    _ sheet: ExportSheet, head: ExportHead, columns: ExportColumns, mapping: ExportMapping,
    context: ExportContext
  ) {
    (self.sheet, self.head, self.columns) = (sheet, head, columns)
    (self.mapping, self.context) = (mapping, context)
    totals = context.words.totals + mapping.totals
  }

  mutating func read() {
    for row in sheet.rows[head.rows.upperBound...] where !isTooLarge {
      guard
        let first = row.sorted.first(where: { !$0.cell.isCovered })?.cell ?? row.sorted.first?.cell
      else {
        blank += 1
        continue
      }
      var body = BodyRow(row: row, place: first.place)
      if head.isRepeated(in: row, of: sheet) {
        body.passed = .repeatedHead
      } else if isNumbering(row) {
        body.passed = .numbering
      } else {
        read(&body)
      }
      if row.isHidden, body.passed == nil { hidden.append(body.place) }
      rows.append(body)
    }
  }

  private mutating func read(_ body: inout BodyRow) {
    body.totalWord = totalWord(of: body.row)
    fill(&body)
    for column in columns.amounts.map(\.index) + columns.totals.map(\.index) {
      guard let cell = body.row.cells[column], !cell.isCovered else { continue }
      readAmount(cell, in: column, of: &body)
    }
    if body.amounts.isEmpty, !body.isFaulty { body.passed = .withoutAmount }
  }

  // MARK: Amounts

  private mutating func readAmount(_ cell: ExportCell, in column: Int, of body: inout BodyRow) {
    func report(_ fault: ExportFault) {
      findings.append(fault.finding(at: cell.place))
      body.isFaulty = true
    }
    if let trouble = cell.trouble { return report(.noValue(trouble)) }
    let unit = mapping.unit ?? .yuan
    do throws(AmountFault) {
      let amount = try Self.amount(cell.number, in: unit)
      let (sum, overflow) = magnitude.fen.addingReportingOverflow(amount.magnitude.fen)
      guard !overflow, sum <= Money.limit.fen else {
        isTooLarge = true
        return report(.tooLarge(cell.text))
      }
      magnitude = Money(fen: sum)
      body.amounts[column] = amount
    } catch {
      // What is no number in a row that says nothing else is a note: who signed, and when.
      let isNote = !cell.text.contains(where: \.isNumber) && body.function.isEmpty
      if !isNote { report(.amount(error, text: cell.number, unit: unit.rawValue)) }
    }
  }

  /// An amount as people write it, in a unit; the point is moved, nothing is rounded.
  static func amount(_ text: String, in unit: MoneyUnit) throws(AmountFault) -> Money {
    // A dash for zero, and what only 元 may have behind it.
    if unit == .yuan { return try Money(yuan: text) }
    if let amount = try? Money(yuan: text), amount == .zero { return .zero }
    return try Money(text, in: unit)
  }

  // MARK: Fields

  private mutating func fill(_ body: inout BodyRow) {
    let isTotal = body.totalWord != nil
    func cell(_ column: Int) -> ExportCell? {
      if let cell = body.row.cells[column] { return cell }
      return isTotal ? nil : above[column]
    }
    for (heading, column) in columns.fields { body.fields[heading] = cell(column) }
    for (heading, levels) in columns.levels {
      if let cell = code(of: levels, heading, in: body.row) { body.fields[heading] = cell }
    }
    body.function = accountCode(body.text(.function), FunctionAccount.levelDigits)
    body.economic = accountCode(body.text(.economic), EconomicAccount.levelDigits)
    for column in columns.filled {
      if isTotal {
        above[column] = nil
      } else if let cell = body.row.cells[column] {
        above[column] = cell
      }
    }
  }

  /// The code that columns of levels hold; a level that is blank before a lower one is the same as above.
  private mutating func code(
    of columns: [Int: Int], _ heading: TableHeading, in row: ExportRow
  ) -> ExportCell? {
    var parts = upperLevels[heading] ?? [:]
    var lowest: ExportCell?
    for (level, column) in columns.sorted(by: { $0.key < $1.key }) {
      guard let cell = row.cells[column] else { continue }
      parts = parts.filter { $0.key < level }
      parts[level] = cell.text
      lowest = cell
    }
    guard let lowest else { return nil }
    upperLevels[heading] = parts
    let texts = parts.sorted { $0.key < $1.key }.map(\.value)
    return ExportCell(Self.joined(texts), at: lowest.place)
  }

  /// A code whose levels stand in columns of their own: `208`, `05`, `01`, or each with those before it.
  private static func joined(_ parts: [String]) -> String {
    parts.reduce("") { code, part in
      let digits = partedCode(plainCode(part)).code
      if code.isEmpty || digits.hasPrefix(code) { return digits }
      return code + (digits.count == 1 ? "0" + digits : digits)
    }
  }

  // MARK: Rows that are none

  /// Whether a row numbers the columns.
  private func isNumbering(_ row: ExportRow) -> Bool {
    let texts = row.sorted.filter { !$0.cell.isCovered }.map { folded($0.cell.text) }
    let rest = texts.filter { !context.words.numbering.contains($0) }
    let numbers = rest.compactMap { Int($0.filter(\.isNumber)) }
    guard numbers.count == rest.count, rest.allSatisfy({ $0.count <= 3 }) else { return false }
    if rest.count < texts.count { return true }
    return numbers.count > 1 && numbers == Array(1...numbers.count)
  }

  /// The word by which a row adds up others: it fills a cell, or ends one of a row without an account of
  /// its own.
  private func totalWord(of row: ExportRow) -> String? {
    let amounts = Set(columns.amounts.map(\.index) + columns.totals.map(\.index))
    let free = Set([TableHeading.remark, .project].compactMap { columns.fields[$0] })
    let texts = row.sorted.filter { !amounts.contains($0.column) }
    for (_, cell) in texts {
      let text = Self.withoutColon(folded(cell.text))
      if totals.contains(text) { return text }
    }
    let function = columns.fields[.function].flatMap { row.cells[$0]?.text } ?? ""
    guard accountCode(function, FunctionAccount.levelDigits).count < 7 else { return nil }
    for (column, cell) in texts where !free.contains(column) && isOfField(column) {
      let text = Self.withoutColon(folded(cell.text))
      if let word = totals.first(where: { $0.count > 1 && text.hasSuffix($0) }) { return word }
    }
    return nil
  }

  /// Whether a column has a field of the table, or names one.
  private func isOfField(_ column: Int) -> Bool {
    columns.fields.values.contains(column)
      || columns.levels.values.contains { $0.values.contains(column) }
      || columns.names[column].map { context.vocabulary.columnNamed(by: $0) != nil } ?? false
  }

  private static func withoutColon(_ text: String) -> String {
    text.hasSuffix(":") ? String(text.dropLast()) : text
  }
}
