internal import Diagnostics
internal import Readings

/// Widths and heights of two sheets; neighbours that changed alike are one difference.
struct SheetSizes {
  let file: String
  let pair: SheetPair
  let map: PlaceMap

  /// Neighbouring rows or columns with the same change, from 0.
  private struct Stretch {
    let change: PropertyChange
    var left: ClosedRange<Int>
    var right: ClosedRange<Int>
  }

  func run(_ log: inout DifferenceLog) {
    report(columns(), &log) { CellRange.letters(of: $0) }
    report(rows(), &log) { String($0 + 1) }
  }

  private func columns() -> [Stretch] {
    let (own, others) = (columns(of: pair.left.sheet), columns(of: pair.right.sheet))
    let last = max(own.keys.max() ?? -1, others.keys.max() ?? -1)
    let pairs = (0..<last + 1).compactMap { column in map.column(column).map { (column, $0) } }
    return stretches(pairs, own, others, [Property("width", ""), Property("isHidden", false)])
  }

  private func rows() -> [Stretch] {
    let (own, others) = (rows(of: pair.left.sheet), rows(of: pair.right.sheet))
    var right: [Int: Int] = [:]
    for row in own.keys { right[row] = map.row(row) }
    // Rows that only the right sets are looked for from the left.
    for (row, other) in pair.rows.pairs {
      let numbers = (pair.left.rows[row].number, pair.right.rows[other].number)
      if others[numbers.1] != nil { right[numbers.0] = numbers.1 }
    }
    let taken = Set(right.values)
    // Rows without a cell are in no pair; one at the same place is the same row.
    for other in others.keys where !taken.contains(other) && map.row(other) == other {
      right[other] = other
    }
    let pairs = right.keys.sorted().compactMap { row in right[row].map { (row, $0) } }
    return stretches(pairs, own, others, [Property("height", ""), Property("isHidden", false)])
  }

  /// What changed along pairs of rows or columns, by property.
  private func stretches(
    _ pairs: [(Int, Int)], _ own: [Int: [Property]], _ others: [Int: [Property]],
    _ plain: [Property]
  ) -> [Stretch] {
    var stretches: [Stretch] = []
    /// The last stretch of each property.
    var open: [String: Int] = [:]
    for (left, right) in pairs {
      for change in PropertyChange.between(own[left] ?? plain, others[right] ?? plain) {
        // Thirty columns that became wider alike are one edit. A stretch ends where either side has a gap,
        // for there a row was put in.
        if let index = open[change.name], stretches[index].change == change,
          stretches[index].left.upperBound + 1 == left,
          stretches[index].right.upperBound + 1 == right
        {
          stretches[index].left = stretches[index].left.lowerBound...left
          stretches[index].right = stretches[index].right.lowerBound...right
        } else {
          open[change.name] = stretches.count
          stretches.append(Stretch(change: change, left: left...left, right: right...right))
        }
      }
    }
    return stretches
  }

  private func columns(of sheet: SheetReading) -> [Int: [Property]] {
    var result: [Int: [Property]] = [:]
    for set in sheet.columns {
      // A stretch to the end of the sheet is one setting, not sixteen thousand.
      for column in set.first...max(set.first, min(set.last, set.first + 1_000)) {
        result[column] = [Property("width", set.width), Property("isHidden", set.isHidden)]
      }
    }
    return result
  }

  private func rows(of sheet: SheetReading) -> [Int: [Property]] {
    var result: [Int: [Property]] = [:]
    for set in sheet.rows {
      result[set.row] = [Property("height", set.height), Property("isHidden", set.isHidden)]
    }
    return result
  }

  private func report(
    _ stretches: [Stretch], _ log: inout DifferenceLog, name: (Int) -> String
  ) {
    let group = pair.left.sheet.name
    for stretch in stretches {
      let (left, right) = (stretch.left, stretch.right)
      func place(_ sheet: SheetGrid, _ range: ClosedRange<Int>) -> Place {
        let reference = "\(name(range.lowerBound)):\(name(range.upperBound))"
        return .cell(sheet: sheet.sheet.name, reference: reference)
      }
      let own = place(pair.left, left)
      log.add(
        Difference(
          .format, file: file, group: group, address: own, property: stretch.change.name,
          left: Difference.Side(value: stretch.change.left, at: own),
          right: Difference.Side(value: stretch.change.right, at: place(pair.right, right))))
    }
  }
}
