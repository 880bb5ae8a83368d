/// The columns of a table by what they hold, in groups of codes with their names: a table may have
/// several beside one another.
struct ListColumns {
  /// Columns that belong together.
  struct Group {
    /// The columns of codes from left to right, with the level that a column holds the digits of.
    var codes: [(column: Int, level: Int?)] = []
    var names: [Int] = []
  }

  private(set) var groups: [Group] = []

  /// Finds the columns by their headings, and by what stands in them where they have none.
  ///
  /// - Parameters:
  ///   - headings: what the head says of columns.
  ///   - headed: all columns that have a heading, be it known or not.
  ///   - words: what headings and explanations are told by.
  init(headings: [Int: ColumnRole], headed: Set<Int>, rows: [[ListCell]], by words: ListWords) {
    let counts = Self.counts(rows, by: words)
    let entries = counts.values.map(\.codes).max() ?? 0
    let hasName = headings.values.contains(.name)
    var group = Group()
    var isShort = false
    for (column, count) in counts.sorted(by: { $0.key < $1.key }) {
      let role = Self.role(
        heading: headings[column], count, isHeaded: headed.contains(column) && hasName,
        isFilled: hasName && count.texts * 5 >= entries)
      switch role {
      case .code(let level):
        if !group.codes.isEmpty, !group.names.isEmpty {
          groups.append(group)
          group = Group()
        }
        group.codes.append((column, level))
        isShort = count.long == 0
      case .part:
        guard let last = group.codes.indices.last, isShort, group.names.isEmpty else { break }
        let before = group.codes[last].level ?? 0
        group.codes[last].level = before
        group.codes.append((column, min(before + 1, 2)))
      case .name: group.names.append(column)
      case .explanation, .passedOver: break
      }
    }
    groups.append(group)
    for index in groups.indices { groups[index].leaveOutFilledBeside(rows) }
  }

  private static func role(
    heading: ColumnRole?, _ count: Count, isHeaded: Bool, isFilled: Bool
  ) -> ColumnRole {
    switch heading {
    // 类, 款 and 项 may head columns of names.
    case .code where count.texts > count.digits: return .name
    case .code(nil) where count.codes == 0 && count.parts > 0: return .part
    case .some(let role): return role
    case nil: break
    }
    let role = count.role
    return role == .name && (isHeaded || isFilled) ? .explanation : role
  }

  /// What the cells of a column are.
  private struct Count {
    var codes = 0
    /// How many of the codes have more than three digits.
    var long = 0
    var parts = 0
    var others = 0
    var texts = 0
    var explanations = 0
    var numbers: [Int] = []

    var digits: Int { codes + parts + others }

    /// What the column holds, by its cells alone.
    var role: ColumnRole {
      if isRunning { return .passedOver }
      if codes > 0, codes * 2 >= digits, digits >= texts { return .code(level: nil) }
      if parts > 0, parts * 2 > digits + texts { return .part }
      guard texts > digits else { return .passedOver }
      return explanations * 2 > texts ? .explanation : .name
    }

    /// Whether the rows are numbered here: each number is the one before and one.
    private var isRunning: Bool {
      guard numbers.count > 4, numbers.count == digits + texts, numbers[0] <= 1 else {
        return false
      }
      let steps = zip(numbers, numbers.dropFirst()).count { $1 - $0 == 1 }
      return steps * 10 > numbers.count * 8
    }

    mutating func add(_ cell: ListCell, isAlone: Bool, by words: ListWords) {
      switch WrittenCell(cell.text) {
      case .code(let code, let rest):
        codes += 1
        if code.count > 3 { long += 1 }
        if rest.isEmpty { addNumber(code) }
      case .lookalike: codes += 1
      case .digits(let written, _):
        if written.count <= 2 { parts += 1 } else { others += 1 }
        addNumber(written)
      case .text(let text):
        if isAlone || words.role(ofHeading: text) != nil { return }
        texts += 1
        if words.isExplanation(text) { explanations += 1 }
      }
    }

    private mutating func addNumber(_ text: String) {
      if text.count < 10, let number = Int(text) { numbers.append(number) }
    }
  }

  /// Titles stand alone in their rows, and are no text of a column.
  private static func counts(_ rows: [[ListCell]], by words: ListWords) -> [Int: Count] {
    var counts: [Int: Count] = [:]
    for cells in rows {
      for cell in cells where cell.span == 1 {
        counts[cell.column, default: Count()].add(cell, isAlone: cells.count == 1, by: words)
      }
    }
    return counts
  }
}

extension ListColumns.Group {
  /// Leaves out columns that have a text wherever a column of names before them has one.
  ///
  /// They hold something else; names that are indented by columns stand in one of them at a time.
  fileprivate mutating func leaveOutFilledBeside(_ rows: [[ListCell]]) {
    guard names.count > 1 else { return }
    var kept = [names[0]]
    for column in names.dropFirst() {
      var (all, beside) = (0, 0)
      for cells in rows where cells.contains(where: { $0.column == column }) {
        all += 1
        if cells.contains(where: { kept.contains($0.column) }) { beside += 1 }
      }
      if beside < 3 || beside * 2 < all { kept.append(column) }
    }
    names = kept
  }
}
