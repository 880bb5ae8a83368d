import Diagnostics
import Domain
import Dossiers
import Layouts
import Readings
import TestSupport
import Testing

/// Workbooks that were changed at random: read to figures or refused with a place, never read to other
/// sums than stand in their cells.
@Suite("Workbooks changed at random") struct MutationTests {
  /// A table: its sheet, the headings of its amounts and what they measure.
  private static let tables: [(sheet: String, columns: [(heading: String, measure: Measure)])] = [
    ("收入", [("金额（元）", .income)]), ("支出", [("金额（元）", .expenditure)]),
    (
      "结转",
      [
        ("年初结转和结余（元）", .openingBalance), ("使用非财政拨款结余和专用结余（元）", .surplusUsed),
        ("结余分配（元）", .surplusDistribution), ("年末结转和结余（元）", .closingBalance),
      ]
    ),
    ("预算", [("年初预算（元）", .openingBudget)]), ("上年数", [("上年金额（元）", .priorYear)]),
  ]

  @Test("500 of them", arguments: 0..<20)
  func all(block: Int) throws {
    let original = try FilledBook.school.get()
    var read = 0
    for seed in 0..<25 {
      var random = SeededRandom(seed: UInt64(block * 25 + seed))
      var book = original
      var done: [String] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        done.append(Self.change(&book, using: &random))
      }
      let reading = book.read()
      for finding in reading.findings {
        if case .source(let place) = finding.place {
          #expect(!place.file.isEmpty, "\(done)")
        } else {
          Issue.record("a finding without a place: \(finding) of \(done)")
        }
      }
      guard let accounts = reading.value else {
        #expect(reading.findings.contains { $0.severity == .error }, "\(done)")
        continue
      }
      read += 1
      #expect(
        Self.declared(in: accounts, by: book)
          == Self.sum(of: "内容", on: "事项", in: book), "seed \(block * 25 + seed): \(done)")
      #expect(
        Self.funds(of: accounts) == Self.funds(on: book), "seed \(block * 25 + seed): \(done)")
      for table in Self.tables {
        for (heading, measure) in table.columns {
          let sum = accounts.ledger.entries(of: measure).reduce(0) { $0 + $1.amount.fen }
          #expect(
            sum == Self.sum(of: heading, on: table.sheet, in: book),
            "seed \(block * 25 + seed): \(table.sheet) \(heading) after \(done): \(reading.told)")
        }
      }
    }
    // Were every one refused, nothing would be held.
    #expect(read > 0)
  }

  // MARK: - What stands there

  /// The sum in 分 of the cells below a heading, as the test itself adds them up.
  private static func sum(of heading: String, on name: String, in book: FilledBook) -> Int64 {
    // Blanks in a name tell no sheets apart.
    guard let sheet = book.book.sheets.first(where: { $0.name.filter { $0 != " " } == name }) else {
      return 0
    }
    let head = sheet.cells.first { cell in
      if case .text(let text) = cell.value { text == heading } else { false }
    }
    guard let head else { return 0 }
    let sums = Set(
      sheet.cells.filter { cell in
        if case .text(let text) = cell.value { text.hasPrefix("合计") } else { false }
      }.map(\.row))
    return sheet.cells.filter {
      $0.column == head.column && $0.row > head.row && !sums.contains($0.row)
    }.reduce(Int64(0)) { $0 + fen($1.value) }
  }

  private static func fen(_ value: CellValue, times scale: Double = 1) -> Int64 {
    let text: String
    switch value {
    case .number(let number): text = number
    case .text(let written): text = written.filter { $0 != "," && $0 != " " }
    default: return 0
    }
    return Int64(((Double(text) ?? 0) * 100 * scale).rounded())
  }

  /// What the lists of funds of all evaluations came to, in 分.
  private static func funds(of accounts: FinalAccounts) -> Int64 {
    let rows = accounts.evaluations.flatMap { $0.record.rows("资金") }
    return rows.flatMap(\.values).reduce(0) { sum, entry in
      if case .money(let amount) = entry.value { sum + amount.fen } else { sum }
    }
  }

  /// The same as it stands on the sheets, in 万元: below the head of the list, as far as no other row
  /// has something in its first cell.
  private static func funds(on book: FilledBook) -> Int64 {
    let amounts: Set = ["目标申报数", "预算编制数", "全年预算数", "全年执行数"]
    var sum: Int64 = 0
    for sheet in book.book.sheets
    where sheet.name.hasPrefix("绩效-") && !sheet.name.contains("空白") {
      let rows = Dictionary(grouping: sheet.cells, by: \.row)
      var columns: Set<Int>?
      for row in rows.keys.sorted() {
        let cells = rows[row] ?? []
        let texts = cells.compactMap { cell -> (column: Int, text: String)? in
          if case .text(let text) = cell.value { (cell.column, text) } else { nil }
        }
        if texts.contains(where: { $0 == (0, "资金") }), texts.contains(where: { $0 == (1, "序号") }) {
          columns = Set(texts.filter { amounts.contains($0.text) }.map(\.column))
        } else if cells.contains(where: { $0.column == 0 && $0.value != .blank }) {
          columns = nil
        } else if let columns {
          sum += cells.filter { columns.contains($0.column) }
            .reduce(0) { $0 + fen($1.value, times: 10_000) }
        }
      }
    }
    return sum
  }

  /// What the sheet of facts came to, amounts in 分 and numbers of things in hundredths.
  private static func declared(in accounts: FinalAccounts, by book: FilledBook) -> Int64 {
    book.set.facts.reduce(0) { sum, fact in
      switch accounts.declaredFacts.fact(fact.path)?.value {
      case .money(let amount): sum + amount.fen
      case .count(let count): sum + count * 100
      default: sum
      }
    }
  }

  // MARK: - Changes

  /// Makes a change, and says what it was.
  private static func change(_ book: inout FilledBook, using random: inout SeededRandom) -> String {
    let index = Int.random(in: book.book.sheets.indices, using: &random)
    let sheet =
      Bool.random(using: &random)
      ? tables.randomElement(using: &random)?.sheet ?? "" : book.book.sheets[index].name
    let cells = book.book.sheets[book.index(of: sheet)].cells
    guard let cell = cells.randomElement(using: &random),
      let other = cells.randomElement(using: &random)
    else { return "nothing" }
    let place = cell.reference
    switch Int.random(in: 0..<17, using: &random) {
    case 0: book[sheet, place] = .blank
    case 1: book[sheet, place] = .text("\(Int.random(in: -999...999_999, using: &random)).5")
    case 2: book[sheet, place] = .number("\(Int.random(in: -999...999_999, using: &random))")
    case 3: book[sheet, place] = other.value
    case 4:
      book[sheet, place] = other.value
      book[sheet, other.reference] = cell.value
    case 5: book[sheet, place] = .date(serial: "\(Int.random(in: 0...60_000, using: &random))")
    case 6: book[sheet, place] = .error("#N/A")
    case 7: book.put(.blank, formula: "A1", at: place, of: sheet)
    case 8: book.moveRows(of: sheet) { $0 >= cell.row ? $0 + 1 : $0 }
    case 9: book.moveRows(of: sheet) { $0 == cell.row ? nil : $0 > cell.row ? $0 - 1 : $0 }
    case 10:
      book.moveRows(of: sheet) { $0 == cell.row ? other.row : $0 == other.row ? cell.row : $0 }
    case 11:
      book.moveColumns(of: sheet) {
        $0 == cell.column ? other.column : $0 == other.column ? cell.column : $0
      }
    case 12: book.moveColumns(of: sheet) { $0 >= cell.column ? $0 + 1 : $0 }
    case 13:
      book.rename(
        sheet, to: ["支出 ", "绩效-改名", "空", sheet + " "].randomElement(using: &random) ?? "")
    case 14: book.copy(sheet, as: sheet + " (2)")
    case 15: book.merge(place, other.reference, of: sheet)
    default: book.hideRow(cell.row + 1, of: sheet)
    }
    return "\(sheet)!\(place)/\(other.reference)"
  }
}
