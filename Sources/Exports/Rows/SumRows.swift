internal import Diagnostics
internal import Domain
internal import Layouts

/// Finds the rows that add up others, and holds each against what it adds up.
struct SumRows {
  private(set) var rows: [BodyRow]
  private(set) var findings: [Finding] = []
  /// The columns of amounts, those that add up others too.
  private let columns: [Int]
  private let hasEconomic: Bool
  private let hasFunction: Bool

  init(_ rows: [BodyRow], columns: ExportColumns) {
    self.rows = rows
    self.columns = columns.amounts.map(\.index) + columns.totals.map(\.index)
    hasEconomic = columns.fields[.economic] != nil || columns.levels[.economic] != nil
    hasFunction = columns.fields[.function] != nil || columns.levels[.function] != nil
  }

  mutating func find() {
    for index in rows.indices where rows[index].passed == nil && rows[index].totalWord != nil {
      rows[index].passed = .total
    }
    // From below, so that within a row that adds up the rows that do are known.
    for index in rows.indices.reversed() where rows[index].passed == nil { findParent(index) }
    checkTotals()
  }

  // MARK: Trees

  private mutating func findParent(_ index: Int) {
    let row = rows[index]
    let isGroup = hasFunction && row.text(.function).isEmpty
    var details: [Int] = []
    var count = 0
    var isByFunction = false
    for next in rows.indices[(index + 1)...] {
      let other = rows[next]
      // Total rows and those without amounts stand among any.
      if let passed = other.passed, passed != .parent, passed != .group { continue }
      if other.passed == .group { break }
      guard isGroup ? !other.function.isEmpty : isBelow(other, row) else { break }
      count += 1
      if !isGroup, other.function != row.function || !row.economic.isEmpty { isByFunction = true }
      if other.passed == nil { details.append(next) }
    }
    guard count > 0 else { return }
    let difference = self.difference(of: row, from: details)
    if isByFunction {
      rows[index].passed = .parent
      if let difference {
        let code = row.economic.isEmpty ? row.function : row.economic
        report(.parent(code, difference), row, difference.column)
      }
    } else if difference == nil, !details.isEmpty {
      rows[index].passed = isGroup ? .group : .parent
    }
  }

  /// Whether a row is of an account below that of another, and of nothing else than it.
  private func isBelow(_ row: BodyRow, _ upper: BodyRow) -> Bool {
    guard !upper.function.isEmpty || !upper.economic.isEmpty else { return false }
    for (heading, cell) in upper.fields where heading != .function && heading != .economic {
      if heading != .remark, row.text(heading) != cell.text { return false }
    }
    if row.function != upper.function {
      return upper.economic.isEmpty && !upper.function.isEmpty
        && row.function.hasPrefix(upper.function)
    }
    return hasEconomic && row.economic != upper.economic
      && row.economic.hasPrefix(upper.economic)
  }

  // MARK: Sums

  /// The first column in which a row is not the sum of others; columns where it is blank say nothing.
  private func difference(of row: BodyRow, from details: [Int]) -> SumDifference? {
    for column in columns {
      guard let stated = row.amounts[column] else { continue }
      let sum = details.compactMap { rows[$0].amounts[column] }.sum()
      if sum != stated { return SumDifference(column: column, stated: stated, sum: sum) }
    }
    return nil
  }

  private mutating func report(_ fault: ExportFault, _ row: BodyRow, _ column: Int) {
    let place = row.row.cells[column]?.place ?? row.place
    findings.append(fault.finding(at: place))
  }

  private mutating func checkTotals() {
    let sums = RunningSums(rows, columns: columns)
    let totals = rows.indices.filter { rows[$0].passed == .total && !rows[$0].amounts.isEmpty }
    for (position, index) in totals.enumerated() {
      let row = rows[index]
      let before = totals[..<position].last
      let after = totals[(position + 1)...].first
      let alike = { (other: Int) in rows[other].totalWord == row.totalWord }
      let end = rows.count
      let ranges = [
        (before.map { $0 + 1 } ?? 0, index), (0, end), (0, index), (index, after ?? end),
        (index, end),
        (totals[..<position].last(where: alike).map { $0 + 1 } ?? 0, index),
        (index, totals[(position + 1)...].first(where: alike) ?? end),
      ]
      var candidates = ranges.map { sums.sum(from: $0.0, to: $0.1) }
      for (column, cell) in row.row.cells where !columns.contains(column) {
        if let sum = sums.byText[.init(column: column, text: cell.text)] { candidates.append(sum) }
      }
      let differences = candidates.map { sum -> SumDifference? in
        columns.enumerated().lazy.compactMap { place, column -> SumDifference? in
          guard let stated = row.amounts[column], stated != sum[place] else { return nil }
          return SumDifference(column: column, stated: stated, sum: sum[place])
        }.first
      }
      guard !differences.contains(where: { $0 == nil }) else { continue }
      // What it most likely adds up is what it is nearest to.
      if let nearest = differences.compactMap(\.self).min(by: { $0.size < $1.size }) {
        report(.total(row.totalWord ?? "", nearest), row, nearest.column)
      }
    }
  }
}

/// A row that states another sum than the rows have.
struct SumDifference: Hashable, Sendable {
  let column: Int
  let stated: Money
  let sum: Money

  var size: Money { (stated - sum).magnitude }
}

/// The sums of the rows that are taken, from the first on, so that any range is told at once.
private struct RunningSums {
  struct Key: Hashable {
    let column: Int
    let text: String
  }

  /// Before each row, by column.
  private var sums: [[Money]]
  /// Of rows that have a text in a column.
  private(set) var byText: [Key: [Money]] = [:]

  init(_ rows: [BodyRow], columns: [Int]) {
    var sum = columns.map { _ in Money.zero }
    sums = [sum]
    for row in rows {
      if row.passed == nil {
        let amounts = columns.map { row.amounts[$0] ?? .zero }
        sum = zip(sum, amounts).map { $0 + $1 }
        for (column, cell) in row.row.cells where !columns.contains(column) {
          let key = Key(column: column, text: cell.text)
          byText[key] = zip(byText[key] ?? columns.map { _ in .zero }, amounts).map { $0 + $1 }
        }
      }
      sums.append(sum)
    }
  }

  func sum(from start: Int, to end: Int) -> [Money] {
    guard start < end else { return sums[0] }
    return zip(sums[end], sums[start]).map { $0 - $1 }
  }
}
