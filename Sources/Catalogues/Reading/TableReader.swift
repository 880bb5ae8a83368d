internal import Diagnostics

/// Reads a table, stretch by stretch: a row of headings below accounts begins another one.
struct TableReader {
  var collector: AccountCollector

  mutating func read(_ part: ListPart) {
    for stretch in stretches(of: part.rows) { read(stretch) }
  }

  /// Rows below one head.
  private struct Stretch {
    var headings: [Int: ColumnRole] = [:]
    var headed: Set<Int> = []
    var rows: [[ListCell]] = []
  }

  private func stretches(of rows: [[ListCell]]) -> [Stretch] {
    var stretches = [Stretch()]
    var isInHead = false
    for cells in rows {
      let roles = cells.compactMap { cell in
        collector.words.role(ofHeading: cell.text).map { (cell, $0) }
      }
      let hasDigits = cells.contains { cell in
        if case .text = WrittenCell(cell.text) { false } else { true }
      }
      // A second row of the head may say 类, 款, 项 alone.
      let isHead = !hasDigits && !roles.isEmpty && roles.count * 2 >= cells.count
      guard isHead else {
        isInHead = false
        stretches[stretches.count - 1].rows.append(cells)
        continue
      }
      if !isInHead, !stretches[stretches.count - 1].headings.isEmpty {
        stretches.append(Stretch())
      }
      isInHead = true
      for cell in cells {
        let columns = cell.column..<(cell.column + min(cell.span, 20))
        stretches[stretches.count - 1].headed.formUnion(columns)
      }
      for (cell, role) in roles {
        for column in cell.column..<(cell.column + min(cell.span, 20)) {
          stretches[stretches.count - 1].headings[column] = role
        }
      }
    }
    return stretches
  }

  private mutating func read(_ stretch: Stretch) {
    let columns = ListColumns(
      headings: stretch.headings, headed: stretch.headed, rows: stretch.rows,
      by: collector.words)
    guard columns.groups.contains(where: { !$0.codes.isEmpty }) else {
      stretch.rows.forEach { collector.pass($0) }
      return
    }
    var levels = columns.groups.map { _ in CodeLevels() }
    var hasBegun = false
    for cells in stretch.rows {
      var isTaken = false
      for (index, group) in columns.groups.enumerated() {
        var row = GroupRow(cells: cells, group: group, levels: levels[index])
        if index > 0, group.codes.allSatisfy({ ($0.level ?? 0) > 0 }) {
          row.levels = levels[index - 1]
        }
        row.read(into: &collector, hasBegun: hasBegun)
        levels[index] = row.levels
        if row.isTaken { isTaken = true }
      }
      if isTaken { hasBegun = true } else { collector.pass(cells) }
    }
  }
}

/// The digits of the levels of the last row, for codes that are written where they change.
struct CodeLevels: Hashable {
  private var digits: [String] = []

  /// The code.
  var code: String { digits.joined() }

  /// Takes a whole code.
  mutating func set(_ code: String) {
    digits = [String(code.prefix(3))]
    var rest = code.dropFirst(3)
    while !rest.isEmpty {
      digits.append(String(rest.prefix(2)))
      rest = rest.dropFirst(2)
    }
  }

  /// Takes the digits of a level.
  ///
  /// - Returns: false where the level above has none.
  mutating func set(_ part: String, level: Int) -> Bool {
    guard digits.count >= level else { return false }
    digits = digits.prefix(level) + [part]
    return true
  }
}

/// What a group of columns has in a row.
private struct GroupRow {
  let cells: [ListCell]
  let group: ListColumns.Group
  var levels: CodeLevels
  /// Whether something was taken of it or told.
  private(set) var isTaken = false

  init(cells: [ListCell], group: ListColumns.Group, levels: CodeLevels) {
    self.cells = cells
    self.group = group
    self.levels = levels
  }

  mutating func read(into collector: inout AccountCollector, hasBegun: Bool) {
    let names = cells.filter { group.names.contains($0.column) }
    var whole: (code: String, cell: ListCell)?
    var strange: ListCell?
    for (column, level) in group.codes {
      guard let cell = cells.first(where: { $0.column == column }) else { continue }
      switch WrittenCell(cell.text) {
      case .code(let code, let rest):
        levels.set(code)
        if rest.isEmpty {
          whole = (code, cell)
        } else {
          whole = nil
          add(code, cell, name: rest, extras: names, to: &collector)
        }
      case .lookalike(let written, let meant, _):
        return tell(.lookalike(written: written, meant: meant), at: cell, in: &collector)
      case .digits(let digits, _):
        guard let part = WrittenCell(cell.text).part else {
          return tell(.wrongLength(digits: digits), at: cell, in: &collector)
        }
        guard levels.set(part.digits, level: level ?? 1), levels.code.count > 2 else {
          return tell(.partWithoutParent(digits: digits), at: cell, in: &collector)
        }
        whole = part.rest.isEmpty ? (levels.code, cell) : nil
        if !part.rest.isEmpty {
          add(levels.code, cell, name: part.rest, extras: names, to: &collector)
        }
      case .text: strange = strange ?? cell
      }
    }
    if let (code, cell) = whole { return finish(code, cell, names, to: &collector) }
    if !isTaken { readWithoutCode(strange, names, into: &collector, hasBegun: hasBegun) }
  }

  /// Adds an account whose code stands alone in its cell.
  private mutating func finish(
    _ code: String, _ cell: ListCell, _ names: [ListCell], to collector: inout AccountCollector
  ) {
    isTaken = true
    collector.add(
      ListEntry(
        code: code, codePlace: cell.place, name: names.first?.text ?? "",
        namePlace: names.first?.place, extras: Self.doubtful(names.dropFirst(), by: collector.words)
      ))
  }

  /// Adds an account whose name stands behind its code in one cell.
  private mutating func add(
    _ code: String, _ cell: ListCell, name: String, extras: [ListCell],
    to collector: inout AccountCollector
  ) {
    isTaken = true
    collector.add(
      ListEntry(
        code: code, codePlace: cell.place, name: name, namePlace: cell.place,
        extras: Self.doubtful(extras[...], by: collector.words)))
  }

  private mutating func tell(
    _ fault: ListFault, at cell: ListCell, in collector: inout AccountCollector
  ) {
    isTaken = true
    collector.report(fault, at: cell.place)
  }

  /// Looks at a row without a code: columns that were mixed up, a code that is none, a name alone.
  private mutating func readWithoutCode(
    _ strange: ListCell?, _ names: [ListCell], into collector: inout AccountCollector,
    hasBegun: Bool
  ) {
    if let strange, let name = names.first, case .code(let code, "") = WrittenCell(name.text) {
      isTaken = true
      levels.set(code)
      collector.add(
        ListEntry(
          code: code, codePlace: name.place, name: strange.text, namePlace: strange.place,
          isSwapped: true))
    } else if let strange, !names.isEmpty, strange.text.contains(where: \.isASCIIDigit),
      !strange.text.contains(where: { $0.isLetter && !$0.isASCII })
    {
      tell(.wrongLength(digits: trimmed(strange.text)), at: strange, in: &collector)
    } else if hasBegun, strange == nil, let name = names.first, name.span == 1, cells[0] == name,
      name.text.contains(where: \.isLetter), !collector.words.isFurniture(name.text),
      !collector.words.isExplanation(name.text)
    {
      tell(.nameWithoutCode(name: trimmed(name.text)), at: name, in: &collector)
    }
  }

  private static func doubtful(
    _ cells: ArraySlice<ListCell>, by words: ListWords
  ) -> [ListCell] {
    cells.filter { cell in
      cell.text.contains(where: \.isLetter) && !words.isExplanation(cell.text)
    }
  }
}
