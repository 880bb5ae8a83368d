internal import Documents
internal import Geometry

extension TextPages {
  /// Plans items that begin a page, up to the next that does.
  ///
  /// - Returns: the plan, with the pages that it is of: with a line more each where that takes back a
  ///   last page with hardly anything on it.
  func plan(_ items: [FlowItem]) throws(FlowFault) -> (plan: FlowPlan, pages: TextPages) {
    let usual = try FlowPlan(items, rows: rows)
    guard usual.pages.count > 1, let last = usual.pages.last, last.isSparse(items) else {
      return (usual, self)
    }
    let closer = closer
    let plan = try FlowPlan(items.map { $0.onGrid(of: closer.style.pitch) }, rows: closer.rows)
    return plan.pages.count < usual.pages.count ? (plan, closer) : (usual, self)
  }

  /// Pages with a line more in the same area.
  private var closer: TextPages {
    var closer = self
    closer.style = style.holding(lines: style.linesPerPage + 1)
    return closer
  }
}

extension FlowPage {
  /// Whether a reader would take the page for one that was left over.
  fileprivate func isSparse(_ items: [FlowItem]) -> Bool {
    parts.allSatisfy { $0.table == nil }
      && parts.map { $0.lines.count * items[$0.item].rowsPerLine }.reduce(0, +) < leastLines
  }
}

/// The lines of a page below which a line more on those before it should take them back.
private let leastLines = 4
