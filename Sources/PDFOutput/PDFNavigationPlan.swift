internal import Geometry
internal import Graphics
internal import Typesetting

/// Outline, page labels and links of a document, as they are written to a file.
struct PDFNavigationPlan {
  private let outline: [OutlineEntry]
  /// Whether pages bear other numbers than their place in the file.
  private let hasLabels: Bool
  /// Where links lead, by page from 0.
  private let destinations: [Int: [Destination]]

  init(_ document: TypesetDocument) {
    outline = document.outline
    hasLabels = document.pages.enumerated().contains { $1.number != $0 + 1 }
    let targets = Set(document.pages.flatMap(\.links).map(\.target))
    destinations = Dictionary(grouping: targets.sorted(), by: \.page)
  }

  /// Writes the label of a page, the places on it that links lead to, and its links.
  func mark(_ page: Page, at index: Int, on canvas: borrowing PDFCanvas) throws {
    if hasLabels { try canvas.setPageLabel(page.number) }
    for destination in destinations[index] ?? [] {
      try canvas.addDestination(
        name(of: destination), at: Point(x: .zero, y: destination.y))
    }
  }

  /// The name of a place that links lead to.
  func name(of destination: Destination) -> String {
    "\(destination.page + 1).\(Int((destination.y.points * 100).rounded()))"
  }

  /// Writes the outline as the tree that its levels make.
  func addOutline(to canvas: borrowing PDFCanvas) throws {
    var open: [PDFCanvas.OutlineID] = []
    for entry in outline {
      open.removeLast(max(0, open.count - (entry.level - 1)))
      let id = try canvas.addOutlineEntry(
        entry.title, page: entry.page + 1, at: Point(x: .zero, y: entry.y), below: open.last)
      open.append(id)
    }
  }
}
