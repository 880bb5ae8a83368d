internal import Geometry

/// How many lines the rows of a table take together, kept up to date while widths change.
///
/// Lines are reckoned, not set: a line of running text holds as many ems as are whole. All is kept in
/// flat arrays of points, for every width that is tried asks for all of it.
struct LineCount {
  /// A text by what its lines depend on.
  private struct Item {
    let columns: Range<Int>
    let rows: Range<Int>
    let padding: Double
    /// All of it on one line.
    let whole: Double
    /// Where the widths for one line, two and so on stand that a heading takes; empty for others.
    let steps: Range<Int>
  }

  /// The texts that may be broken.
  private let items: [Item]
  private let steps: [Double]
  /// The em of the type.
  let em: Double
  private let fillsLines: Bool
  /// The texts whose cells have each column.
  private let touching: [[Int]]
  private(set) var widths: [Double]
  /// The lines of each text.
  private var lines: [Int]
  /// The lines of each row: each is as high as its highest cell.
  private(set) var rows: [Int]
  /// All rows together.
  private(set) var total = 0

  /// - Parameter fillsLines: whether lines of running text are full, though no character may be cut.
  init(_ extents: TableExtents, widths: [Length], fillsLines: Bool = false) {
    self.fillsLines = fillsLines
    var steps: [Double] = []
    items = extents.texts.compactMap { text, _ in
      if case .whole = text.text { return nil }
      var own: Range<Int> = steps.count..<steps.count
      if case .heading(let heading) = text.text {
        steps += heading.steps.map(\.points)
        own = own.lowerBound..<steps.count
      }
      return Item(
        columns: text.columns, rows: text.rows, padding: text.padding.points,
        whole: (text.whole - text.padding).points, steps: own)
    }
    self.steps = steps
    em = extents.em.points
    var touching = Array(repeating: [Int](), count: widths.count)
    for (index, item) in items.enumerated() {
      for column in item.columns { touching[column].append(index) }
    }
    self.touching = touching
    self.widths = widths.map(\.points)
    rows = Array(repeating: 1, count: extents.rowCount)
    lines = Array(repeating: 1, count: items.count)
    set(to: widths)
  }

  /// How many lines more the rows take if a column becomes narrower.
  func loss(column: Int, width: Double) -> Int {
    let more = width - widths[column]
    var loss = 0
    for index in touching[column] {
      let item = items[index]
      let count = lineCount(item, in: self.width(of: item) + more)
      // Rows never become lower by that, so that each is held against what it has.
      if count > lines[index] { loss += max(0, count - held(by: item)) }
    }
    return loss
  }

  /// How many lines less the rows take if a column becomes wider.
  func gain(column: Int, width: Double) -> Int {
    var changed = self
    changed.set(column, to: width)
    return total - changed.total
  }

  /// Gives all columns other widths.
  mutating func set(to widths: [Length]) {
    self.widths = widths.map(\.points)
    for index in items.indices {
      lines[index] = lineCount(items[index], in: width(of: items[index]))
    }
    update()
  }

  /// Gives a column another width.
  mutating func set(_ column: Int, to width: Double) {
    widths[column] = width
    for index in touching[column] {
      lines[index] = lineCount(items[index], in: self.width(of: items[index]))
    }
    update()
  }

  /// The least width of a column in which no text of its own takes more lines than now.
  func tight(_ column: Int) -> Double {
    var tight = 0.0
    for index in touching[column] where items[index].columns.count == 1 {
      tight = max(tight, leastWidth(items[index], lines: lines[index]))
    }
    return tight
  }

  /// The widths of a column up to a greatest in which a text that makes its row high takes a line less.
  func wider(_ column: Int, upTo greatest: Double) -> [Double] {
    var found: [Double] = []
    for index in touching[column] where lines[index] > 1 && items[index].columns.count == 1 {
      let item = items[index]
      guard lines[index] >= held(by: item) else { continue }
      let width = leastWidth(item, lines: lines[index] - 1)
      if width > widths[column], width <= greatest, !found.contains(width) { found.append(width) }
    }
    return found
  }

  private func held(by item: Item) -> Int {
    if item.rows.count == 1 { return rows[item.rows.lowerBound] }
    var sum = 0
    for row in item.rows { sum += rows[row] }
    return sum
  }

  private func width(of item: Item) -> Double {
    var sum = 0.0
    for column in item.columns { sum += widths[column] }
    return sum
  }

  private func lineCount(_ item: Item, in width: Double) -> Int {
    let room = width - item.padding + 0.01
    if item.whole <= room { return 1 }
    for step in item.steps where steps[step] <= room { return step - item.steps.lowerBound + 1 }
    let line = max(1, fillsLines ? room / em : (room / em).rounded(.down))
    return Int((item.whole / em / line - 0.001).rounded(.up))
  }

  private func leastWidth(_ item: Item, lines: Int) -> Double {
    if lines <= 1 { return item.whole + item.padding }
    if item.steps.isEmpty {
      let characters = (item.whole / em - 0.001).rounded(.up)
      return (characters / Double(lines)).rounded(.up) * em + item.padding
    }
    return steps[min(item.steps.lowerBound + lines, item.steps.upperBound) - 1] + item.padding
  }

  /// Reckons the rows anew.
  private mutating func update() {
    for row in rows.indices { rows[row] = 1 }
    for (index, item) in items.enumerated() where item.rows.count == 1 {
      let row = item.rows.lowerBound
      if lines[index] > rows[row] { rows[row] = lines[index] }
    }
    // A cell over several rows makes them higher where together they have fewer lines.
    for (index, item) in items.enumerated() where item.rows.count > 1 {
      let missing = lines[index] - held(by: item)
      if missing > 0 { rows[item.rows.upperBound - 1] += missing }
    }
    total = rows.reduce(0, +)
  }
}
