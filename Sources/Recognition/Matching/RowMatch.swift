internal import Domain
internal import Layouts
internal import Readings

/// Which row of a table is which line of a block.
struct RowMatch {
  /// A row with the line that it is.
  struct Pair {
    let texts: RowTexts
    /// The fixed line; nil for an account of the tree.
    let line: FixedRow?
    /// The row's name in addresses as far as the tree gives it.
    let account: String
  }

  private(set) var pairs: [Pair] = []
  /// Lines that the table does not have, in the form's order.
  private(set) var missing: [FixedRow] = []
  /// Rows with a name or figures that are no line of the block.
  private(set) var unknown: [RowTexts] = []
  /// Rows that are a line or an account which an earlier row is already.
  private(set) var repeated: [RowTexts] = []
  /// Rows that were found by one of wording and 行次 though the other differs.
  private(set) var doubtful: [RowTexts] = []

  private var open: [FixedRow]
  private var free: [RowTexts]

  /// Matches rows sign by sign, the surest first.
  init(_ block: BlockLayout, rows: [RowTexts]) {
    open = block.rows.compactMap { if case .fixed(let row) = $0 { row } else { nil } }
    free = rows
    takeAccounts(block)
    take {
      pair($0.labelKey, $0.numberKey)
    } row: {
      pair($0.label.seen, $0.number.seen)
    }
    take {
      $0.labelKey
    } row: {
      $0.label.seen
    }
    // Without ordinals several lines may read alike, and none of them is meant for sure.
    take(ifUnique: true) {
      $0.labelKey?.withoutOrdinal.seen
    } row: {
      $0.label.withoutOrdinal.seen
    }
    take {
      $0.numberKey
    } row: {
      $0.number.seen
    }
    takeNameless()
    takeRecords(block)
    settle(block)
  }

  /// Accounts of lists and of the tree, by their codes.
  private mutating func takeAccounts(_ block: BlockLayout) {
    var taken = Set<String>()
    let digits = block.treeDigits
    free = free.filter { texts in
      guard !texts.code.isEmpty else { return true }
      let code = texts.code.key
      let line = open.firstIndex { $0.account?.code == code }
      guard line != nil || taken.contains(code) || digits.contains(code.utf8.count)
      else { return true }
      guard taken.insert(code).inserted else {
        repeated.append(texts)
        return false
      }
      pairs.append(Pair(texts: texts, line: line.map { open.remove(at: $0) }, account: code))
      return false
    }
  }

  /// Lines and rows that have the same sign; those that read alike are taken from top to bottom.
  private mutating func take<Sign: Hashable>(
    ifUnique: Bool = false, _ sign: (FixedRow) -> Sign?, row rowSign: (RowTexts) -> Sign?
  ) {
    let lines = Dictionary(grouping: open.indices) { sign(open[$0]) }
    var (takenLines, takenRows) = (Set<Int>(), Set<Int>())
    let rows = Dictionary(grouping: free.indices) { rowSign(free[$0]) }
    for (key, members) in lines {
      guard key != nil, let candidates = rows[key],
        !ifUnique || members.count == 1 && candidates.count == 1
      else { continue }
      for (line, row) in zip(members, candidates) {
        takenLines.insert(line)
        takenRows.insert(row)
        pairs.append(Pair(texts: free[row], line: open[line], account: ""))
        if open[line].differs(from: free[row]) { doubtful.append(free[row]) }
      }
    }
    open = open.indices.filter { !takenLines.contains($0) }.map { open[$0] }
    free = free.indices.filter { !takenRows.contains($0) }.map { free[$0] }
  }

  /// Lines without wording and number: the rows that have nothing but figures, in order.
  private mutating func takeNameless() {
    let lines = open.filter { $0.isNameless && $0.hasFigures }
    let rows = free.filter { $0.isNameless && $0.hasFigures && !$0.hasText }
    for (line, row) in zip(lines, rows) {
      pairs.append(Pair(texts: row, line: line, account: ""))
      open.removeAll { $0.id == line.id }
      free.removeAll { $0.row == row.row }
    }
  }

  /// Rows that stand for units, by their names: what is left between the lines of the block, or below its
  /// header where it has no others.
  private mutating func takeRecords(_ block: BlockLayout) {
    guard block.hasRecords else { return }
    let first = pairs.map(\.texts.row).min()
    free = free.filter { texts in
      guard !texts.label.isEmpty, texts.hasFigures || first == nil else { return true }
      pairs.append(Pair(texts: texts, line: nil, account: texts.name))
      return false
    }
  }

  /// Sorts out what is left: lines that are missing, rows that are none, and notes below the table.
  private mutating func settle(_ block: BlockLayout) {
    pairs.sort { $0.texts.row < $1.texts.row }
    doubtful.sort { $0.row < $1.row }
    let last = pairs.last?.texts.row ?? -1
    missing = open.filter { $0.plainName != nil }
    for texts in free {
      let isInside = texts.row < last && (!texts.isNameless || texts.hasText)
      guard isInside || texts.hasFigures else { continue }
      let isKnown = pairs.contains { pair in
        !texts.label.isEmpty && pair.line?.labelKey == texts.label
          && (texts.number.isEmpty || pair.line?.numberKey == texts.number)
      }
      if isKnown { repeated.append(texts) } else { unknown.append(texts) }
    }
  }
}

extension FixedRow {
  fileprivate var account: EconomicAccount? {
    if case .account(let account) = kind { account } else { nil }
  }

  fileprivate var labelKey: ComparableText? { label.isEmpty ? nil : ComparableText(label) }
  fileprivate var numberKey: ComparableText? { lineNumber.map { ComparableText($0) } }

  /// Whether neither code, wording nor 行次 is printed.
  var isNameless: Bool { account == nil && label.isEmpty && lineNumber == nil }

  /// Whether the row that was taken for it prints another wording or number.
  fileprivate func differs(from texts: RowTexts) -> Bool {
    if let numberKey, !texts.number.isEmpty, numberKey != texts.number { return true }
    return !texts.label.isEmpty && texts.label.withoutOrdinal != labelKey?.withoutOrdinal
  }
}

extension BlockLayout {
  /// Whether it has rows for units.
  fileprivate var hasRecords: Bool {
    rows.contains { if case .records = $0 { true } else { false } }
  }

  /// The lengths of the codes that rows of the tree have; empty without a tree.
  fileprivate var treeDigits: Set<Int> {
    for case .tree(let tree) in rows {
      return Set(tree.levels.map { FunctionAccount.levelDigits[$0] })
    }
    return []
  }
}

/// Two signs as one; nil where either is not printed.
private func pair(_ first: ComparableText?, _ second: ComparableText?) -> [ComparableText]? {
  guard let first, let second else { return nil }
  return [first, second]
}

extension ComparableText {
  /// The text; nil where nothing can be seen.
  fileprivate var seen: ComparableText? { isEmpty ? nil : self }
}
