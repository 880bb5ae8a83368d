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

  /// What a sheet sets of a row or column; without any of it, what it has of itself.
  private struct Setting: Hashable {
    var size: Double?
    var isHidden = false
    var outlineLevel = 0
    var isCollapsed = false
  }

  func run(_ log: inout DifferenceLog) {
    report(columns(), &log) { CellRange.letters(of: $0) }
    report(rows(), &log) { String($0 + 1) }
  }

  private func columns() -> [Stretch] {
    let (own, others) = (columns(of: pair.left.sheet), columns(of: pair.right.sheet))
    let last = max(own.keys.max() ?? -1, others.keys.max() ?? -1)
    let pairs = (0..<last + 1).compactMap { column in map.column(column).map { (column, $0) } }
    return stretches(pairs, own, others) { Property("width", $0.size, within: Tolerance.width) }
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
    return stretches(pairs, own, others) { Property("height", $0.size, within: Tolerance.height) }
  }

  /// What changed along pairs of rows or columns, by property.
  private func stretches(
    _ pairs: [(Int, Int)], _ own: [Int: Setting], _ others: [Int: Setting],
    size: (Setting) -> Property
  ) -> [Stretch] {
    var stretches: [Stretch] = []
    /// The last stretch of each property.
    var open: [String: Int] = [:]
    for (left, right) in pairs {
      let (before, after) = (own[left] ?? Setting(), others[right] ?? Setting())
      // As most are: their properties need not be written out.
      if before == after { continue }
      let changes = Self.changes(
        [size(before)] + Self.properties(before), [size(after)] + Self.properties(after))
      for change in changes {
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
    return Self.withoutMarks(stretches)
  }

  /// What changed of one row or column.
  ///
  /// That a group is folded hides its rows, and is told once.
  private static func changes(_ own: [Property], _ others: [Property]) -> [PropertyChange] {
    let changes = PropertyChange.between(own, others)
    guard let group = changes.first(where: { $0.name == outline }),
      let hidden = changes.first(where: { $0.name == hidden })
    else { return changes }
    func text(_ level: String, _ isHidden: String) -> String {
      [level, isHidden == "是" ? "隐藏" : ""].filter { !$0.isEmpty }.joined(separator: "，")
    }
    let both = PropertyChange(
      name: outline, left: text(group.left, hidden.left), right: text(group.right, hidden.right))
    return changes.filter { ![Self.outline, Self.hidden].contains($0.name) } + [both]
  }

  /// Stretches without the marks of folding beside rows that were hidden or shown: these tell it.
  private static func withoutMarks(_ stretches: [Stretch]) -> [Stretch] {
    let told = stretches.filter { [outline, hidden].contains($0.change.name) }
    return stretches.filter { mark in
      mark.change.name != "isCollapsed"
        || !told.contains {
          $0.left.upperBound + 1 == mark.left.lowerBound
            || mark.left.upperBound + 1 == $0.left.lowerBound
        }
    }
  }

  private static let (outline, hidden) = ("outlineLevel", "isHidden")

  private static func properties(_ setting: Setting) -> [Property] {
    let level = setting.outlineLevel
    return [
      Property(hidden, setting.isHidden),
      Property(outline, level == 0 ? "" : "第 \(level) 级"),
      Property("isCollapsed", setting.isCollapsed),
    ]
  }

  private func columns(of sheet: SheetReading) -> [Int: Setting] {
    var result: [Int: Setting] = [:]
    for set in sheet.columns {
      // A stretch to the end of the sheet is one setting, not sixteen thousand.
      for column in set.first...max(set.first, min(set.last, set.first + 1_000)) {
        result[column] = Setting(
          size: set.width, isHidden: set.isHidden, outlineLevel: set.outlineLevel,
          isCollapsed: set.isCollapsed)
      }
    }
    return result
  }

  private func rows(of sheet: SheetReading) -> [Int: Setting] {
    var result: [Int: Setting] = [:]
    for set in sheet.rows {
      result[set.row] = Setting(
        size: set.height, isHidden: set.isHidden, outlineLevel: set.outlineLevel,
        isCollapsed: set.isCollapsed)
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
