internal import Readings

extension PageRules {
  /// How far from each other two ends may be that meet, in points.
  private static let tolerance = 1.5
  /// More rules than any table has; a drawing or a pattern is none.
  private static let limit = 2_000

  /// The grids that the rules make, from the top of the page.
  func grids() -> [ReadGrid] {
    guard horizontal.count <= Self.limit, vertical.count <= Self.limit else { return [] }
    let framed = attached()
    return framed.components().compactMap { $0.grid() }
      .sorted { ($0.rows[0], $0.columns[0]) < ($1.rows[0], $1.columns[0]) }
  }

  /// The rules that end at others on both sides: strokes of characters and underlines do not.
  private func attached() -> PageRules {
    var rules = self
    rules.vertical = vertical.filter { rule in
      [rule.start, rule.end].allSatisfy { end in
        horizontal.contains { $0.meets(rule, at: end) }
      }
    }
    rules.horizontal = horizontal.filter { rule in
      [rule.start, rule.end].allSatisfy { end in
        rules.vertical.contains { $0.meets(rule, at: end) }
      }
    }
    return rules
  }

  /// The rules in groups that touch one another.
  private func components() -> [PageRules] {
    var groups: [PageRules] = []
    for rule in vertical {
      let touched = horizontal.filter { $0.crosses(rule) }
      let joined = groups.indices.filter { index in
        touched.contains { groups[index].horizontal.contains($0) }
      }
      var group = PageRules()
      group.vertical = joined.flatMap { groups[$0].vertical } + [rule]
      group.horizontal = joined.flatMap { groups[$0].horizontal }
      group.horizontal += touched.filter { !group.horizontal.contains($0) }
      for index in joined.reversed() { groups.remove(at: index) }
      groups.append(group)
    }
    return groups
  }

  /// The cells between the rules; nil where there are none.
  private func grid() -> ReadGrid? {
    let columns = Self.positions(vertical)
    let rows = Self.positions(horizontal)
    guard columns.count > 1, rows.count > 1 else { return nil }
    let isWall = { (rules: [Rule], position: Double, from: Double, to: Double) in
      rules.contains { rule in
        abs(rule.position - position) <= Self.tolerance && rule.start <= from + Self.tolerance
          && rule.end >= to - Self.tolerance
      }
    }
    let right = (0..<rows.count - 1).map { row in
      (1..<columns.count).map { isWall(vertical, columns[$0], rows[row], rows[row + 1]) }
    }
    let below = (1..<rows.count).map { row in
      (0..<columns.count - 1).map { isWall(horizontal, rows[row], columns[$0], columns[$0 + 1]) }
    }
    return ReadGrid(columns: columns, rows: rows, cells: Self.cells(right: right, below: below))
  }

  /// Tiles the grid: a cell reaches to the right up to a wall, then down up to one.
  private static func cells(right: [[Bool]], below: [[Bool]]) -> [ReadGrid.Cell] {
    var isTaken = right.map { $0.map { _ in false } }
    var cells: [ReadGrid.Cell] = []
    for row in right.indices {
      for column in right[row].indices where !isTaken[row][column] {
        var width = 1
        while column + width < right[row].count, !right[row][column + width - 1],
          !isTaken[row][column + width]
        {
          width += 1
        }
        var height = 1
        while row + height < right.count, !below[row + height - 1][column],
          !isTaken[row + height][column]
        {
          height += 1
        }
        for y in row..<row + height { for x in column..<column + width { isTaken[y][x] = true } }
        cells.append(
          ReadGrid.Cell(row: row, column: column, rowSpan: height, columnSpan: width))
      }
    }
    return cells
  }

  /// Where rules lie, those that differ by less than eyes can see as one.
  private static func positions(_ rules: [Rule]) -> [Double] {
    var positions: [Double] = []
    for position in rules.map(\.position).sorted()
    where position - (positions.last ?? -.infinity) > tolerance { positions.append(position) }
    return positions
  }
}

extension PageRules.Rule {
  private static let tolerance = 1.5

  /// Whether a rule of the other direction has one of its ends here.
  fileprivate func meets(_ other: PageRules.Rule, at end: Double) -> Bool {
    abs(position - end) <= Self.tolerance && start - Self.tolerance <= other.position
      && other.position <= self.end + Self.tolerance
  }

  /// Whether a rule of the other direction touches this one.
  fileprivate func crosses(_ other: PageRules.Rule) -> Bool {
    start - Self.tolerance <= other.position && other.position <= end + Self.tolerance
      && other.start - Self.tolerance <= position && position <= other.end + Self.tolerance
  }
}
