internal import Diagnostics
internal import SourceFiles

/// Reads the lines of a text: an account begins where a line begins with a code, and its name may go on
/// below, with heads of pages and explanations between.
struct LineReader {
  private(set) var collector: AccountCollector
  private let lines: [[ListCell]]
  private let shape: LineShape
  private var levels = CodeLevels()
  private var open: OpenEntry?

  private var words: ListWords { collector.words }

  init(_ lines: [[ListCell]], collector: AccountCollector) {
    self.lines = lines
    self.collector = collector
    shape = LineShape(lines, by: collector.words)
  }

  /// An account whose name may go on.
  private struct OpenEntry {
    let code: String
    let place: Place
    var name = ""
    var namePlace: Place?
    /// Where the name begins on its line; nil where it stands right behind the code.
    var nameColumn: Int?
    /// How wide the last line of the name is.
    var lastWidth = 0
    var extras: [ListCell] = []
    var isExplained = false
    var pieces = 0

    mutating func take(_ cell: ListCell, text: String, by words: ListWords) {
      if namePlace == nil { (namePlace, nameColumn) = (cell.place, cell.column) }
      name += text
      pieces += 1
      lastWidth = displayWidth(of: text)
      if words.explanation(in: text) != nil { isExplained = true }
    }
  }

  mutating func read() {
    for (index, cells) in lines.enumerated() { read(cells, at: index) }
    close()
  }

  private mutating func read(_ cells: [ListCell], at index: Int) {
    let first = cells[0]
    let line = cells.map(\.text).joined(separator: " ")
    switch WrittenCell(first.text) {
    case .code(let code, let rest) where isEntry(code, rest, cells, at: index):
      begin(code, rest, cells)
    case .lookalike(let written, let meant, let rest)
    where !rest.isEmpty || cells.count > 1 && !words.isExplanation(cells[1].text):
      close()
      collector.report(.lookalike(written: written, meant: meant), at: first.place)
    case .digits(let digits, let rest):
      readDigits(digits, rest, cells, line)
    default:
      if words.isFurniture(line) || shape.isRepeated(line) {
        collector.pass(cells)
      } else if !goOn(cells) {
        readText(cells, line)
      }
    }
  }

  /// Whether a line that begins with the digits of a code is an account's: three digits alone may be the
  /// number of a page.
  private func isEntry(
    _ code: String, _ rest: String, _ cells: [ListCell], at index: Int
  ) -> Bool {
    guard rest.isEmpty, cells.count == 1 else { return true }
    guard code.count == 3 else { return true }
    if trimmed(cells[0].text).contains(where: { !$0.isASCIIDigit }) { return false }
    guard index + 1 < lines.count else { return false }
    let next = lines[index + 1]
    if case .code(let below, _) = WrittenCell(next[0].text) { return below.hasPrefix(code) }
    return !words.isFurniture(next.map(\.text).joined(separator: " "))
      && !shape.isRepeated(next.map(\.text).joined(separator: " "))
      && "23".contains(code.prefix(1))
  }

  /// Begins an account, whose code may go on in the next cells.
  private mutating func begin(_ code: String, _ rest: String, _ cells: [ListCell]) {
    close()
    levels.set(code)
    var (rest, others) = (rest, cells.dropFirst())
    while rest.isEmpty, levels.code.count < 7, let cell = others.first,
      let part = WrittenCell(cell.text).part,
      trimmed(cell.text).prefix(2).allSatisfy(\.isASCIIDigit)
    {
      guard levels.set(part.digits, level: levels.code.count == 3 ? 1 : 2) else { break }
      rest = part.rest
      others = others.dropFirst()
    }
    open(at: cells[0], rest: rest, others)
  }

  /// Opens the account of the levels as they stand, with what stands behind its code.
  private mutating func open(
    at first: ListCell, rest: String, _ others: ArraySlice<ListCell>
  ) {
    var entry = OpenEntry(code: levels.code, place: first.place)
    var others = others
    if rest.isEmpty {
      if let cell = others.first {
        entry.take(cell, text: trimmed(cell.text), by: words)
        others = others.dropFirst()
      }
    } else {
      entry.take(first, text: rest, by: words)
      entry.nameColumn = nil
    }
    // `其  他`: a name that is spread out.
    while entry.name.count == 1, let cell = others.first, cell.text.count == 1 {
      entry.name += cell.text
      others = others.dropFirst()
    }
    for cell in others {
      if words.isExplanation(cell.text) || shape.hasThirdColumn {
        entry.isExplained = true
      } else if !entry.isExplained, cell.text.contains(where: \.isLetter) {
        entry.extras.append(cell)
      }
    }
    open = entry
  }

  /// Reads a line that begins with other digits: a part of a code below the last, a wrong code, a page.
  private mutating func readDigits(
    _ digits: String, _ rest: String, _ cells: [ListCell], _ line: String
  ) {
    let hasName =
      rest.contains(where: \.isLetter)
      || cells.dropFirst().contains { $0.text.contains(where: \.isLetter) }
    guard hasName, !words.isFurniture(line), !shape.isRepeated(line) else {
      return collector.pass(cells)
    }
    let first = cells[0]
    guard let part = WrittenCell(first.text).part else {
      close()
      return collector.report(.wrongLength(digits: digits), at: first.place)
    }
    close()
    var (rest, others) = (part.rest, cells.dropFirst())
    let level = shape.level(ofPartAt: first.column)
    guard levels.set(part.digits, level: level), levels.code.count > 2 else {
      return collector.report(.partWithoutParent(digits: digits), at: first.place)
    }
    if rest.isEmpty, let cell = others.first, let next = WrittenCell(cell.text).part,
      levels.set(next.digits, level: level + 1)
    {
      (rest, others) = (next.rest, others.dropFirst())
    }
    open(at: first, rest: rest, others)
  }

  /// Takes a line as the next of the name before it; false where it is none.
  private mutating func goOn(_ cells: [ListCell]) -> Bool {
    guard var entry = open else { return false }
    let piece: ListCell?
    if let column = entry.nameColumn, column > 4, cells[0].column > 0 {
      // Lines as they stood on a page: the name goes on below itself.
      piece = cells.first { abs($0.column - column) <= 1 }
    } else {
      piece = cells.count == 1 && !entry.isExplained ? cells[0] : nil
    }
    guard let piece, !words.isExplanation(piece.text), isNext(piece, of: entry) else {
      if words.isExplanation(cells[0].text) { open?.isExplained = true }
      return false
    }
    entry.take(piece, text: trimmed(piece.text), by: words)
    open = entry
    return true
  }

  private func isNext(_ piece: ListCell, of entry: OpenEntry) -> Bool {
    if entry.name.isEmpty { return true }
    let opened = entry.name.count { "（(".contains($0) }
    if opened > entry.name.count(where: { "）)".contains($0) }) { return true }
    if let column = entry.nameColumn, column > 4, piece.column > 0 { return true }
    return entry.lastWidth + 2 > shape.nameWidth && entry.pieces < 3
  }

  /// Looks at a line that begins with text and goes on with nothing: code and name may be mixed up.
  private mutating func readText(_ cells: [ListCell], _ line: String) {
    if cells.count > 1, case .code(let code, "") = WrittenCell(cells[1].text),
      "23".contains(code.prefix(1)), !words.isExplanation(cells[0].text)
    {
      close()
      levels.set(code)
      collector.add(
        ListEntry(
          code: code, codePlace: cells[1].place, name: cells[0].text, namePlace: cells[0].place,
          isSwapped: true))
      return
    }
    if let found = Self.nameAndCode(cells), words.explanation(in: found.name) == nil {
      close()
      levels.set(found.code)
      collector.add(
        ListEntry(
          code: found.code, codePlace: cells[0].place, name: found.name, namePlace: cells[0].place,
          isSwapped: true))
      return
    }
    collector.pass(cells)
  }

  /// A single cell of a name and a code behind a blank.
  private static func nameAndCode(_ cells: [ListCell]) -> (name: String, code: String)? {
    guard cells.count == 1 else { return nil }
    let words = cells[0].text.split { isBlank($0) }
    guard words.count == 2, case .code(let code, "") = WrittenCell(String(words[1])),
      code.count > 3, "23".contains(code.prefix(1)), words[0].allSatisfy({ !$0.isASCII })
    else { return nil }
    return (String(words[0]), code)
  }

  private mutating func close() {
    guard let entry = open else { return }
    open = nil
    collector.add(
      ListEntry(
        code: entry.code, codePlace: entry.place, name: entry.name, namePlace: entry.namePlace,
        extras: entry.extras, isJoined: entry.pieces > 1))
  }
}

/// What the lines of a text have in common.
private struct LineShape {
  /// How wide the widest line of a name is: one that is as wide may go on below.
  private(set) var nameWidth = 0
  /// Whether a text stands behind most names: a column of explanations.
  private(set) var hasThirdColumn = false
  /// Lines that are the head or foot of pages, without digits and blanks.
  private var repeated: Set<String> = []
  /// The column of a terminal from which on two digits are those of a 项.
  private var deepPart = Int.max

  init(_ lines: [[ListCell]], by words: ListWords) {
    var counts: [String: Int] = [:]
    var (entries, third) = (0, 0)
    var parts: [Int: Int] = [:]
    for cells in lines {
      switch WrittenCell(cells[0].text) {
      case .code(_, let rest):
        entries += 1
        let name = rest.isEmpty ? cells.dropFirst().first?.text ?? "" : rest
        if words.explanation(in: name) == nil {
          nameWidth = max(nameWidth, displayWidth(of: trimmed(name)))
        }
        if cells.count > (rest.isEmpty ? 2 : 1) { third += 1 }
      case .digits(let digits, _) where digits.count == 2: parts[cells[0].column, default: 0] += 1
      default: counts[Self.key(cells.map(\.text).joined()), default: 0] += 1
      }
    }
    hasThirdColumn = third > 3 && third * 4 > entries
    repeated = Set(counts.filter { $0.value > 2 && $0.key.count >= 5 }.keys)
    if let shallow = parts.keys.min(), let deep = parts.keys.filter({ $0 > shallow + 1 }).min() {
      deepPart = deep
    }
  }

  func isRepeated(_ line: String) -> Bool { repeated.contains(Self.key(line)) }

  func level(ofPartAt column: Int) -> Int { column >= deepPart ? 2 : 1 }

  private static func key(_ line: String) -> String { folded(line).filter { !$0.isASCIIDigit } }
}
