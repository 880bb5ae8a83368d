internal import Diagnostics
internal import Documents
internal import Geometry

/// A table of running text whose text is set: what is planned and then placed.
struct MeasuredFlowTable {
  /// The block of the document that it is, from 0.
  let block: Int
  let table: MeasuredTable
  let item: FlowItem
}

/// Sets the tables of running text, by the document's table style and as wide as the text.
struct FlowTableTypesetter {
  let style: TableStyle
  let pages: TextPages

  /// The table in the largest size in which every column holds its numbers; else in the smallest,
  /// with over-full columns widened.
  ///
  /// - Returns: the table; or what of it has no room.
  func measured(_ table: TextTable, block: Int) throws -> Loaded<MeasuredFlowTable> {
    let filled = filling(table.table)
    let resolved = TableGrid.resolve(filled, form: table.words)
    guard let grid = resolved.value else { return Loaded(nil, resolved.findings) }
    let largest = try TableExtents(
      filled, style: style, size: style.sizes.largest, measure: pages.measure)
    let shares = ColumnShares(grid.columns, extents: largest, area: pages.width)
    var smallest = largest
    for size in style.sizes.all {
      smallest = largest.resized(to: size)
      let widths = shares.widths(for: smallest)
      guard ColumnNeeds(smallest).unmet(by: widths).isEmpty else { continue }
      return Loaded(try measured(grid, block, size: size, widths: widths), [])
    }
    let needs = ColumnNeeds(smallest)
    let columns = ColumnWidths(
      columns: grid.columns, shared: shares.widths(for: smallest), area: pages.width)
    let widths = columns.widened(
      for: needs, type: TableType(style: style, size: style.sizes.smallest))
    let unmet = needs.unmet(by: widths)
    guard unmet.isEmpty else {
      let findings = unmet.map { need in
        TypesettingFault.textFigure(
          need.cell.content.printed, width: widths[need.columns].sum(), needs: need.width
        ).finding(at: Place.words(table.words))
      }
      return Loaded(nil, findings)
    }
    return Loaded(
      try measured(grid, block, size: style.sizes.smallest, widths: widths), [])
  }

  /// Puts each page's part of a table in its place.
  ///
  /// - Parameter parts: what the plan has of the table, page by page.
  func placed(_ measured: MeasuredFlowTable, parts: [FlowPart]) -> [TablePlacer.PlacedPage] {
    let plan = PagePlan(pages: parts.compactMap(\.table))
    return TablePlacer(
      table: measured.table, left: pages.style.page.margins.left, block: measured.block
    ).place(plan, tops: parts.map { pages.top(ofRow: $0.row) })
  }

  private func measured(
    _ grid: TableGrid, _ block: Int, size: Length, widths: [Length]
  ) throws -> MeasuredFlowTable {
    let table = try MeasuredTable(
      grid, widths: widths, type: TableType(style: style, size: size), measure: pages.measure)
    let request = PlanRequest(
      table, firstPage: .zero, furtherPage: .zero, notesGap: .zero, notes: [])
    let flow = FlowTable(
      sections: request.sections, lineHeight: request.lineHeight, rowPadding: request.rowPadding,
      pitch: pages.style.pitch)
    return MeasuredFlowTable(block: block, table: table, item: FlowItem(flow))
  }

  /// The table as wide as the text area.
  private func filling(_ table: Table) -> Table {
    let total = table.columns.map(\.widths.lowerBound).sum()
    guard total > .zero else { return table }
    let columns = table.columns.map { column in
      TableColumn(
        id: column.id, width: column.widths.lowerBound * (pages.width.points / total.points),
        holdsFigures: column.holdsFigures)
    }
    return Table(columns: columns, sections: table.sections)
  }
}
