internal import Readings

/// Which columns of two sheets are the same one.
///
/// Columns keep their letters unless one side has more of them; then they are aligned by what stands
/// in them and by their headings, so that an inserted column is one difference.
struct ColumnMap {
  /// The common numbers of one side's columns.
  struct Side: Hashable {
    /// Nil where columns keep their own numbers.
    let numbers: [Int]?
    /// What is added to the number of a column behind those in the list.
    let shift: Int

    subscript(column: Int) -> Int {
      guard let numbers else { return column }
      return column < numbers.count ? numbers[column] : column + shift
    }
  }

  private(set) var left = Side(numbers: nil, shift: 0)
  private(set) var right = Side(numbers: nil, shift: 0)
  /// Columns that only one side has, by its own numbers.
  private(set) var removed: [Int] = []
  private(set) var added: [Int] = []

  init(_ first: SheetGrid, _ second: SheetGrid) {
    // With as many columns on both sides none was put in, and a letter is the best name a column has;
    // aligning by contents would take a column of edited figures for two.
    guard first.width != second.width, first.width > 0, second.width > 0 else { return }
    let (own, other) = (Self.columns(of: first), Self.columns(of: second))
    let comparison = compareSequences(
      own.map(\.hash), other.map(\.hash),
      by: ElementLikeness(leftName: { own[$0].heading }, rightName: { other[$0].heading }))
    let pairs = Self.ascending(comparison.pairs)
    // Without anything in common it is another sheet, not one with other columns.
    guard 2 * pairs.count >= min(first.width, second.width) else { return }
    var (numbers, others) = ([Int](), [Int]())
    var number = 0
    // Both sides are numbered anew in common: columns that only one has get numbers of their own
    // between those that both have. Then two cells belong together if their numbers are equal.
    for pair in pairs + [(first.width, second.width)] {
      while numbers.count < pair.left {
        removed.append(numbers.count)
        numbers.append(number)
        number += 1
      }
      while others.count < pair.right {
        added.append(others.count)
        others.append(number)
        number += 1
      }
      numbers.append(number)
      others.append(number)
      number += 1
    }
    left = Side(numbers: numbers, shift: number - numbers.count)
    right = Side(numbers: others, shift: number - others.count)
  }

  /// Whether a cell stands in a column that the other side does not have.
  func isOneSided(_ first: Int?, _ second: Int?) -> Bool {
    if let first, second == nil { return removed.contains(first) }
    if let second, first == nil { return added.contains(second) }
    return false
  }

  /// The right column that is a left one; nil where there is none.
  func rightColumn(of column: Int) -> Int? { Self.column(left[column], in: right) }

  /// The left column that is a right one; nil where there is none.
  func leftColumn(of column: Int) -> Int? { Self.column(right[column], in: left) }

  private static func column(_ number: Int, in side: Side) -> Int? {
    guard let numbers = side.numbers else { return number }
    if let index = numbers.firstIndex(of: number) { return index }
    // Behind its last filled column a sheet goes on with formats and widths.
    let beyond = number - side.shift
    return beyond >= numbers.count ? beyond : nil
  }

  /// Pairs that ascend on both sides; moved columns are removed and added ones here.
  private static func ascending(
    _ pairs: [(left: Int, right: Int)]
  ) -> [(left: Int, right: Int)] {
    var last = -1
    return pairs.filter { pair in
      guard pair.right > last else { return false }
      last = pair.right
      return true
    }
  }

  /// What a column holds, and the first texts in it.
  private struct Column {
    var hash = 0
    var heading: String?
    var texts = 0
  }

  private static func columns(of grid: SheetGrid) -> [Column] {
    var columns = Array(repeating: Column(), count: grid.width)
    for cell in grid.sheet.cells where !cell.isEmpty {
      var hasher = Hasher()
      hasher.combine(columns[cell.column].hash)
      cell.hashContent(into: &hasher)
      columns[cell.column].hash = hasher.finalize()
      guard let text = cell.plainText, columns[cell.column].texts < 3 else { continue }
      columns[cell.column].texts += 1
      columns[cell.column].heading = (columns[cell.column].heading ?? "") + text + "\u{1F}"
    }
    return columns
  }
}
