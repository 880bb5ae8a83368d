internal import Layouts
internal import Readings

/// A form as it stands in a table: which rows and columns are its own.
struct FormMatch {
  /// A block with its rows.
  struct Block {
    let section: Int
    let block: PlacedBlock
    let rows: RowMatch
  }

  let form: FormLayout
  let grid: CellGrid
  let header: HeaderMatch
  private(set) var blocks: [Block] = []
  private(set) var feet: [(section: Int, foot: FootMatch)] = []
  /// The sections whose headers are not printed.
  private(set) var headless: [Int] = []

  /// Finds a form in a table; nil where its header is not there.
  init?(_ form: FormLayout, _ marks: HeaderMarks, in grid: CellGrid) {
    guard let header = HeaderMatch(form, marks, in: grid) else { return nil }
    self.form = form
    self.grid = grid
    self.header = header
    let headers = laterHeaders()
    for (index, section) in form.sections.enumerated() {
      // A section without its header is looked for below the header above it.
      let above = headers[...index].compactMap(\.self).last ?? header
      let next = headers[(index + 1)...].compactMap(\.self).first
      let region =
        above.rows
        .upperBound..<max(
          above.rows.upperBound, next?.rows.lowerBound ?? grid.rows.count)
      match(section, index, columns: above.columns, region: region)
    }
  }

  /// The header of each section; nil for one that is not printed.
  private mutating func laterHeaders() -> [HeaderMatch?] {
    var headers: [HeaderMatch?] = [header]
    var last = header
    for (index, section) in form.sections.enumerated().dropFirst() {
      let found = HeaderMatch(
        section, columnCount: form.columns.count, in: grid, from: last.rows.upperBound,
        inheriting: last.columns)
      if found == nil { headless.append(index) }
      headers.append(found)
      last = found ?? last
    }
    return headers
  }

  private mutating func match(
    _ section: SectionLayout, _ index: Int, columns: [Int: Int], region: Range<Int>
  ) {
    let foot = FootMatch(section, columns: columns, in: grid, rows: region)
    feet.append((index, foot))
    let end = foot.start ?? region.upperBound
    let repeats = headerTexts
    let rows = (region.lowerBound..<end).filter { !repeats.contains(grid.texts(inRow: $0)) }
    for layout in section.blocks {
      let block = PlacedBlock(layout: layout, columns: columns, form: form)
      let texts = rows.map { block.texts(ofRow: $0, in: grid) }
      let match = RowMatch(layout, rows: texts)
      blocks.append(Block(section: index, block: block, rows: match))
    }
  }

  /// The rows of all headers, which are no lines: tables that are parted over pages repeat them, and
  /// of a header that was changed some rows may be left.
  private var headerTexts: Set<[ComparableText]> {
    let printed = header.rows.map { grid.texts(inRow: $0) }
    let prescribed = form.sections.flatMap(\.header).map { row in
      row.map { ComparableText($0.text) }.filter { !$0.isEmpty }
    }
    return Set(printed + prescribed)
  }

  /// The rows that are no line of a block; those that a headless section beside it has are not
  /// counted.
  func unknownRows(of block: Block) -> [RowTexts] {
    let others = blocks.filter { $0.section != block.section }
    let known = Set(others.flatMap { $0.rows.pairs.map(\.texts.row) })
    return block.rows.unknown.filter { !known.contains($0.row) }
  }

  /// How much of the form is there, and how little else, from 0 to 1: its figure columns and lines.
  var coverage: Double { (columnCoverage + lineCoverage) / 2 }

  /// A column that was found by a part of its heading, or whose 栏次 is another, counts half.
  private var columnCoverage: Double {
    let figures = form.columns.indices.filter { form.columns[$0].content == .figure }
    let weak = Set(header.renumbered)
    let points = figures.map { column in
      if header.columns[column] == nil { return 0.0 }
      return header.exact.contains(column) && !weak.contains(column) ? 1 : 0.5
    }
    return points.reduce(0, +) / Double(max(figures.count + header.unknown.count, 1))
  }

  /// Lines that have no name cannot be missed, and say nothing.
  private var lineCoverage: Double {
    let found = blocks.map(\.rows.pairs.count).reduce(0, +)
    let missing = blocks.flatMap(\.rows.missing).filter { !$0.isNameless }.count
    return found + missing == 0 ? 1 : Double(found) / Double(found + missing)
  }

  /// Whether no line of the form was found twice.
  var repeatsNothing: Bool { blocks.allSatisfy(\.rows.repeated.isEmpty) }

  /// How many rows were found.
  var size: Int { blocks.map(\.rows.pairs.count).reduce(0, +) }
}
