import Documents
import Foundation
import Geometry
import Typesetting

/// What a careful reader asks of pages, held against the places of everything on them.
struct PageRules {
  let sample: SampleSubmission

  private var document: Document { sample.document }
  private var pages: [Page] { sample.typeset.pages }

  /// What breaks a rule, each told with its page.
  var faults: [String] {
    sparseTables + sparseTexts + emptyPaper + partedGroups + unequalRows + orphans + cutTexts
      + misplacedFigures
  }

  // MARK: Where pages end

  /// Last pages of forms with fewer than ten rows that tighter rows would have taken back.
  private var sparseTables: [String] {
    forms.compactMap { form, pages in
      guard pages.count > 1, let last = pages.last, let sizes = document.sizes(of: form) else {
        return nil
      }
      let rows = pages.map { bodyRows(of: $0) }
      guard let tail = rows.last, tail.count < 10 else { return nil }
      let type = rows.joined().compactMap(\.size).max() ?? .zero
      let next = sizes.all.first { $0 < type } ?? type
      let style = document.style.table
      let tightest = style.fittingPaddings.last ?? style.padding.top
      func least(_ row: BodyRow) -> Length {
        next * (style.lineHeight * Double(row.lines)) + tightest * 2
      }
      // Tighter rows may take another line each, and a row does not end where the page does.
      let gain = rows.dropLast().joined().map { $0.height - least($0) }.sum()
      let notes = last.texts.filter { $0.part == .note }.map(\.line.box.size.height).sum() * 1.5
      let needed = tail.map(least).sum() + notes
      let slack = Double(pages.count - 1) * 12
      return gain.points > needed.points + slack
        ? "\(form.number): \(tail.count) rows on the last page, \(gain) to gain of \(needed)" : nil
    }
  }

  /// Last pages of text with fewer than four lines that a line more a page would have taken back.
  private var sparseTexts: [String] {
    var faults: [String] = []
    var count = 0
    for page in pages where page.form.isEmpty && page.number != nil {
      count += 1
      guard [.textEnds, .headingStartsPage].contains(page.end) else { continue }
      let lines = page.texts.count { $0.part != .pageNumber }
      if page.cells.isEmpty, count > 1, lines < 4, lines < count {
        faults.append("page \(page.number ?? 0): \(lines) lines")
      }
      count = 0
    }
    return faults
  }

  /// Pages that are not the last of what they belong to and leave a tenth of their paper empty, but
  /// not before a block of at most a third of a page that stands together.
  private var emptyPaper: [String] {
    zip(pages, pages.dropFirst()).compactMap { page, next in
      guard page.number != nil, ![.formEnds, .textEnds, .headingStartsPage].contains(page.end)
      else { return nil }
      let prose = document.style.prose?.page
      guard let style = page.form.isEmpty ? prose : document.style.formPage else { return nil }
      let area = page.size.height - style.margins.top - style.margins.bottom
      let texts = page.texts.filter { $0.part != .pageNumber }.map(\.line.box.maxY)
      let bottom = (texts + page.cells.map(\.box.maxY)).max() ?? style.margins.top
      let free = page.size.height - style.margins.bottom - bottom
      if free <= area * 0.1 { return nil }
      let isBeforeBlock =
        switch page.end {
        case .joinedRows, .headerWithRow, .rowWithNotes, .headingWithText, .linesTogether: true
        default: (bodyRows(of: next).first?.height ?? .zero) > free
        }
      return isBeforeBlock && free <= area * (1.0 / 3)
        ? nil : "page \(page.number ?? 0): \(free) of \(area) empty, ends as \(page.end)"
    }
  }

  /// Groups of at most a third of a page that stand on two pages.
  private var partedGroups: [String] {
    forms.flatMap { form, pages -> [String] in
      let style = document.style.formPage
      let groups = pages.flatMap { page in page.cells.filter { $0.role == .group } }
      let parts = Dictionary(grouping: groups) { "\($0.section) \($0.columns) \($0.span)" }
      return parts.values.compactMap { parts in
        let area =
          style.size(form.orientation).height - style.margins.top - style.margins.bottom
        let height = parts.map(\.box.size.height).sum()
        return parts.count > 1 && height < area * 0.3 ? "\(form.number): \(parts[0].text)" : nil
      }
    }
  }

  // MARK: Cells

  /// Rows of equally many lines that are not equally high.
  private var unequalRows: [String] {
    forms.compactMap { form, pages in
      // In evaluations cells over several rows make these higher.
      guard form.kind == .form else { return nil }
      var heights: [Int: Set<Int>] = [:]
      for row in pages.flatMap(bodyRows) {
        heights[row.lines, default: []].insert(Int((row.height.points * 100).rounded()))
      }
      return heights.values.allSatisfy { $0.count == 1 } ? nil : "\(form.number): \(heights)"
    }
  }

  /// Headings with a single character on a line.
  private var orphans: [String] {
    cells { $0.isHeader || $0.role == .side || $0.role == .group }.compactMap { form, cell in
      let lines = cell.lines.map(\.text)
      return lines.count > 1 && lines.contains { $0.count == 1 } ? "\(form): \(lines)" : nil
    }
  }

  /// Texts that leave their cells, or are smaller than 7 pt.
  private var cutTexts: [String] {
    cells { _ in true }.flatMap { form, cell in
      cell.lines.filter { line in
        line.box.size.height < .pt(7) || line.box.minX < cell.box.minX
          || line.box.maxX > cell.box.maxX || line.box.minY < cell.box.minY - .pt(0.01)
          || line.box.maxY > cell.box.maxY + .pt(0.01)
      }.map { "\(form): \($0.text) leaves its cell" }
    }
  }

  /// Figures that do not end 1.5 mm before the rule at their right, dashes that are not in the middle.
  private var misplacedFigures: [String] {
    cells { $0.role == .figure && !$0.lines.isEmpty }.compactMap { form, cell in
      let (left, right) = (
        cell.lines[0].box.minX - cell.box.minX, cell.box.maxX - cell.lines[0].box.maxX
      )
      let expected = cell.text == "——" ? left : .mm(1.5)
      return abs((right - expected).points) < 0.01 ? nil : "\(form): \(cell.text)"
    }
  }

  // MARK: Paragraphs

  /// The lines of paragraphs that another of theirs follows, and those of them that end more than 1 pt
  /// short or beyond the edge.
  var flush: (all: Int, short: [String]) {
    let texts = pages.flatMap { page in
      page.texts.filter { $0.part == .paragraph }.map { ($0, page.size.width) }
    }
    guard let margins = document.style.prose?.page.margins else { return (0, []) }
    var all = 0
    var short: [String] = []
    for ((text, sheet), (next, _)) in zip(texts, texts.dropFirst())
    // A line that is indented begins another paragraph of the block.
    where next.block == text.block && next.line.box.minX < margins.left + .pt(1) {
      all += 1
      let free = sheet - margins.right - text.line.box.maxX
      if free > .pt(1) || free < .pt(-0.1) {
        short.append("\(text.line.text) ends \(free.points) pt short")
      }
    }
    return (all, short)
  }

  // MARK: Parts

  private struct BodyRow {
    let height: Length
    let lines: Int
    let size: Length?
  }

  /// The rows of a page below the headers, from top to bottom; only cells in one row count.
  private func bodyRows(of page: Page) -> [BodyRow] {
    let cells = page.cells.filter { !$0.isHeader && $0.span.count == 1 && $0.block == nil }
    return Dictionary(grouping: cells) { "\($0.section) \($0.rows)" }.values
      .sorted { $0[0].box.minY < $1[0].box.minY }
      .map { row in
        BodyRow(
          height: row[0].box.size.height, lines: max(1, row.map(\.lines.count).max() ?? 1),
          size: row.flatMap(\.lines).map(\.box.size.height).max())
      }
  }

  private var forms: [(form: FormSheet, pages: [Page])] {
    document.sheets.map { form in (form, pages.filter { $0.form == form.number }) }
  }

  private func cells(
    _ isWanted: (PlacedCell) -> Bool
  ) -> [(form: String, cell: PlacedCell)] {
    pages.flatMap { page in page.cells.filter(isWanted).map { (page.form, $0) } }
  }
}

extension Document {
  /// The sizes that a form is set in, where it may have any that the style offers.
  fileprivate func sizes(of form: FormSheet) -> TypeSizes? { style.sizes(of: form) }
}
