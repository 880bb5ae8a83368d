internal import Figures
internal import Layouts
internal import Readings

/// Where a section of a form begins in a table, and where its columns stand.
struct HeaderMatch {
  /// The grid's rows that are its header.
  let rows: Range<Int>
  /// The grid's column for each of the form's that was found.
  let columns: [Int: Int]
  /// The form's columns that were found by all that stands over them.
  let exact: Set<Int>
  /// Columns that were found by their headings though their 栏次 is another.
  let renumbered: [Int]
  /// The grid's columns below a heading that is none of the form's.
  let unknown: [Int]

  /// Finds the header of a form's first section; nil where not even half of the figure columns are
  /// there.
  init?(_ form: FormLayout, _ marks: HeaderMarks, in grid: CellGrid) {
    let wanted = marks.headings
    let figures = form.columns.indices.filter { form.columns[$0].content == .figure }
    var best: (score: Int, rows: Range<Int>, match: ColumnMatch, found: [ColumnHeading])?
    for window in marks.windows(in: grid) {
      let found = grid.headings(rows: window.rows, hasNumbers: window.hasNumbers)
      let match = ColumnMatch(wanted, in: found)
      let present = figures.filter { match.columns[$0] != nil }.count
      guard 2 * present >= figures.count, present > 0 else { continue }
      // The row of 栏次 belongs to the header, so a window with it is the better one.
      let score = 4 * match.exact.count + 2 * match.columns.count + (window.hasNumbers ? 1 : 0)
      if score > best?.score ?? 0 { best = (score, window.rows, match, found) }
      // Where everything is found none of the windows left is better.
      if score > 6 * wanted.count || (score == 6 * wanted.count && !marks.hasNumbers) { break }
    }
    guard let best else { return nil }
    rows = best.rows
    columns = best.match.columns
    exact = best.match.exact
    renumbered = best.match.columns.keys.sorted().filter { column in
      guard let number = wanted[column].number, let place = best.match.columns[column],
        let printed = best.found[place].number
      else { return false }
      return number != printed
    }
    let known = Set(best.match.columns.values)
    unknown = best.found.indices.filter { !known.contains($0) && !best.found[$0].path.isEmpty }
  }

  /// Finds the header of a later section below a row; nil where it is not printed.
  ///
  /// Columns without a heading of their own stand where the section above has them.
  init?(
    _ section: SectionLayout, columnCount: Int, in grid: CellGrid, from start: Int,
    inheriting columns: [Int: Int]
  ) {
    let texts = section.header.map { row in
      row.map { ComparableText($0.text) }.filter { !$0.isEmpty }
    }
    guard let first = texts.first,
      let row = (start..<max(start, grid.rows.count)).first(where: { row in
        grid.texts(inRow: row) == first
      })
    else { return nil }
    let height = texts.indices.prefix { index in
      Set(texts[index]).isSubset(of: grid.texts(inRow: row + index))
    }.count
    rows = row..<(row + height)
    let wanted = section.headings(columnCount: columnCount)
    let hasNumbers = !section.columnNumbers.isEmpty && height == texts.count
    let match = ColumnMatch(
      wanted, in: grid.headings(rows: rows, hasNumbers: hasNumbers))
    self.columns = columns.merging(
      match.columns.filter { column, _ in
        wanted.filter { $0.path == wanted[column].path }.count == 1
      }
    ) { $1 }
    (exact, renumbered, unknown) = ([], [], [])
  }
}

/// What the header of a form is told by, made comparable once for all tables.
struct HeaderMarks {
  /// What stands over each column of the form.
  fileprivate let headings: [ColumnHeading]
  /// The texts in the header, without numbers.
  private let texts: Set<ComparableText>
  private let numbers: Set<ComparableText>
  /// The wording of the section's lines.
  private let labels: Set<ComparableText>
  private let height: Int

  fileprivate var hasNumbers: Bool { !numbers.isEmpty }

  /// Takes the header of a form's first section; nil without one.
  init?(_ form: FormLayout) {
    guard let section = form.sections.first else { return nil }
    headings = section.headings(columnCount: form.columns.count)
    texts = Set(section.header.joined().map { ComparableText($0.text) }).filter { !$0.isDigits }
    numbers = Set(section.columnNumbers.values)
    labels = section.lineLabels
    height = section.header.count
  }

  /// Rows of a table that may be the header: they begin with a row that has one of its texts, and are
  /// about as many.
  fileprivate func windows(
    in grid: CellGrid
  ) -> [(rows: Range<Int>, hasNumbers: Bool)] {
    var windows: [(rows: Range<Int>, hasNumbers: Bool)] = []
    for first in grid.rows.indices {
      guard grid.texts(inRow: first).contains(where: texts.contains) else { continue }
      for height in 1...(self.height + 1) where first + height <= grid.rows.count {
        let rows = first..<(first + height)
        windows.append((rows, false))
        let last = Set(grid.texts(inRow: rows.upperBound - 1))
        // The 行次 of a line are numbers too: with its wording or figures the row is none of 栏次.
        if height > 1, !numbers.isEmpty, 2 * last.intersection(numbers).count >= numbers.count,
          !last.contains(where: { labels.contains($0) || $0.isFigure })
        {
          windows.append((rows, true))
        }
      }
      // A form's header stands near the top; a list of a thousand rows need not be tried.
      if windows.count > 400 { break }
    }
    return windows
  }

}

extension SectionLayout {
  /// The wording of the section's lines.
  fileprivate var lineLabels: Set<ComparableText> {
    Set(
      blocks.flatMap(\.rows).compactMap { row in
        if case .fixed(let line) = row { ComparableText(line.label) } else { nil }
      }.filter { !$0.isEmpty })
  }
}

extension ComparableText {
  /// Whether it is a number that is no plain row of digits.
  fileprivate var isFigure: Bool {
    if isDigits { return false }
    if case .number = Figure.Content(printed: key) { return true }
    return false
  }
}
