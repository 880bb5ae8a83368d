internal import Diagnostics
internal import Documents
internal import Geometry

/// Sets a stretch of running text: headings, paragraphs and tables are measured, planned, placed.
struct FlowTypesetter {
  let document: Document
  let pages: TextPages

  /// The pages; or what stands in the way.
  func typeset(_ blocks: Range<Int>, firstNumber: Int) throws -> Loaded<[Page]> {
    let (measured, findings) = try self.measured(blocks)
    guard findings.isEmpty else { return Loaded(nil, findings) }
    var placed: [Page] = []
    for chapter in chapters(of: measured) {
      let items = Array(measured[chapter])
      do {
        let (plan, pages) = try self.pages.plan(items.map(\.item))
        let end = chapter.upperBound < measured.count ? PageEnd.headingStartsPage : .textEnds
        placed += try self.placed(
          plan, of: items, on: pages, firstNumber: firstNumber + placed.count, lastEnd: end)
      } catch let error as FlowFault {
        let fault =
          error.table.map {
            TypesettingFault.textHeader(row: $0.row.map { $0 + 1 }, needs: $0.needs, has: $0.has)
          } ?? .line
        return Loaded(nil, [fault.finding(at: document.blocks[items[error.item].block].place)])
      }
    }
    return Loaded(placed, [])
  }

  /// Each stretch of items that begins a page, up to the next that does.
  private func chapters(of measured: [MeasuredItem]) -> [Range<Int>] {
    let starts = measured.indices.filter { $0 == 0 || measured[$0].item.startsPage }
    return zip(starts, starts.dropFirst() + [measured.count]).map { $0..<$1 }
  }

  private func measured(
    _ blocks: Range<Int>
  ) throws -> (items: [MeasuredItem], findings: [Finding]) {
    let tables = FlowTableTypesetter(style: document.style.table, pages: pages)
    let texts = TextMeasurer(style: pages.style, measure: pages.measure, width: pages.width)
    var items: [MeasuredItem] = []
    var findings: [Finding] = []
    for number in blocks {
      guard case .table(let table) = document.blocks[number] else {
        items +=
          try texts.measured(document.blocks[number], number: number).map { [.text($0)] } ?? []
        continue
      }
      items += try texts.caption(table.caption, number: number).map { [.text($0)] } ?? []
      let set = try tables.measured(table, block: number)
      if let table = set.value { items.append(.table(table)) }
      findings += set.findings
    }
    return (items, findings)
  }

  private func placed(
    _ plan: FlowPlan, of measured: [MeasuredItem], on pages: TextPages, firstNumber: Int,
    lastEnd: PageEnd
  ) throws -> [Page] {
    let tables = FlowTableTypesetter(style: document.style.table, pages: pages)
    let parts = plan.pages.flatMap(\.parts)
    // A table's lines are counted from page to page, so that it is placed as a whole.
    var placed: [Int: [TablePlacer.PlacedPage]] = [:]
    for (index, item) in measured.enumerated() {
      guard case .table(let table) = item else { continue }
      placed[index] = tables.placed(table, parts: parts.filter { $0.item == index })
    }
    return try plan.pages.enumerated().map { index, page in
      var texts: [PlacedText] = []
      var onPage: [TablePlacer.PlacedPage] = []
      for part in page.parts {
        switch measured[part.item] {
        case .text(let text): texts += pages.texts(part, of: text)
        case .table: if let next = placed[part.item]?.removeFirst() { onPage.append(next) }
        }
      }
      let end = index == plan.pages.count - 1 ? lastEnd : page.end
      return try pages.page(texts, tables: onPage, number: firstNumber + index, end: end)
    }
  }
}
