internal import Documents
internal import Geometry

/// Sets a stretch of running text: headings, paragraphs and tables are measured, planned, placed.
struct FlowTypesetter {
  let document: Document
  let pages: TextPages

  private var tables: FlowTableTypesetter {
    FlowTableTypesetter(style: document.style.table, pages: pages)
  }

  /// Why a stretch cannot be set, with the block that stands in the way.
  enum Fault {
    /// A line takes more than a page.
    case line
    case header(PlanFault)
    case column(ColumnNeeds.Need, has: Length)
  }

  /// The pages; or what stands in the way.
  func typeset(
    _ blocks: Range<Int>, firstNumber: Int
  ) throws -> (pages: [Page], faults: [(block: Int, fault: Fault)]) {
    let (measured, faults) = try self.measured(blocks)
    guard faults.isEmpty else { return ([], faults) }
    do {
      let plan = try FlowPlan(measured.map(\.item), rows: pages.rows)
      return (try placed(plan, of: measured, firstNumber: firstNumber), [])
    } catch let fault as FlowFault {
      let kind = fault.table.map(Fault.header) ?? .line
      return ([], [(measured[fault.item].block, kind)])
    }
  }

  private func measured(
    _ blocks: Range<Int>
  ) throws -> (items: [MeasuredItem], faults: [(block: Int, fault: Fault)]) {
    let texts = TextMeasurer(style: pages.style, measure: pages.measure, width: pages.width)
    var items: [MeasuredItem] = []
    var faults: [(Int, Fault)] = []
    for number in blocks {
      guard case .table(let table) = document.blocks[number] else {
        items +=
          try texts.measured(document.blocks[number], number: number).map { [.text($0)] } ?? []
        continue
      }
      items += try texts.caption(table.caption, number: number).map { [.text($0)] } ?? []
      let set = try tables.measured(table.table, block: number)
      if let table = set.table { items.append(.table(table)) }
      faults += set.unmet.map { (number, .column($0.need, has: $0.has)) }
    }
    return (items, faults)
  }

  private func placed(
    _ plan: FlowPlan, of measured: [MeasuredItem], firstNumber: Int
  ) throws -> [Page] {
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
      return try pages.page(texts, tables: onPage, number: firstNumber + index, end: page.end)
    }
  }
}
