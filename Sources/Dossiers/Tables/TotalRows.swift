internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// Holds rows of sums, which people leave at the end of tables, against the rows above; none is booked.
struct TotalRows {
  let table: LedgerTable
  let vocabulary: Vocabulary
  let log: FindingLog
  /// What the rows so far come to, by measure.
  private var sums: [Measure: Money] = [:]
  /// Whether each of them could be read.
  private var isWhole = true

  init(table: LedgerTable, vocabulary: Vocabulary, log: FindingLog) {
    self.table = table
    self.vocabulary = vocabulary
    self.log = log
  }

  /// Adds the amounts of a row; nil for one that could not be read.
  mutating func add(_ amounts: [(measure: Measure, amount: Money)]?) {
    guard let amounts else {
      isWhole = false
      return
    }
    for (measure, amount) in amounts {
      // Wrapping round, which a table of amounts within their limit cannot come to.
      sums[measure] = Money(fen: (sums[measure] ?? .zero).fen &+ amount.fen)
    }
  }

  /// Whether a row is one of sums; says then whether it is right.
  func take(_ row: InputRow) -> Bool {
    let cells = zip(table.columns, row.cells)
    let words = cells.filter { column, _ in !column.isAmount && !column.isRemark }
      .compactMap { $0.1 }.filter { !$0.text.isEmpty }
    guard let first = words.first ?? row.names.first?.name, vocabulary.isTotal(first.text) else {
      return false
    }
    // What cannot be added up has been told.
    guard isWhole else { return true }
    var isRight = true
    for (column, cell) in cells {
      guard case .amount(let measure) = column.content, let cell, !cell.text.isEmpty else {
        continue
      }
      let sum = sums[measure] ?? .zero
      guard (try? Money(yuan: cell.text)) != sum else { continue }
      isRight = false
      log.report(
        TotalRowFault.wrong(first.text, stated: cell.text, sum: sum), at: cell.place)
    }
    if isRight { log.report(TotalRowFault.passed(first.text), at: first.place) }
    return true
  }
}

extension LedgerColumn {
  fileprivate var isAmount: Bool { if case .amount = content { true } else { false } }
  fileprivate var isRemark: Bool { if case .remark = content { true } else { false } }
}

/// What is told of a row of sums.
private enum TotalRowFault: Fault {
  /// It is right, and was not booked.
  case passed(String)
  /// It is not what the rows above come to.
  case wrong(String, stated: String, sum: Money)

  var wording: FaultWording {
    switch self {
    case .passed(let word):
      FaultWording(
        code: "D044", severity: .note, what: "“\(word)”一行与上面各行的和相同，没有计入", expected: "一笔一行",
        mend: "不用改；删去这一行也可以")
    case .wrong(let word, let stated, let sum):
      FaultWording(
        code: "D045",
        what: "“\(word)”是\(quoted(stated))，上面各行的和是 \(sum) 元",
        expected: "合计等于上面各行的和；各行不含小计", mend: "核对各行有没有漏、有没有重；是小计就删去这一行")
    }
  }
}
