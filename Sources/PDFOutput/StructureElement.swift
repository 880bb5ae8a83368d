internal import Typesetting

/// An element of a document's structure as it was drawn.
struct StructureElement {
  /// Its structure type: `Table` (ISO 32000-1, 14.8.4).
  let type: String
  /// Its attributes as a PDF writes them; nil for none.
  let attributes: String?
  /// The elements within it, in reading order.
  fileprivate(set) var children: [StructureElement] = []
  /// The name under which parts of it were drawn on several pages; nil where it was drawn at once.
  fileprivate(set) var sharedName: ElementName?

  fileprivate init(type: String, attributes: String? = nil, name: ElementName? = nil) {
    self.type = type
    self.attributes = attributes
    sharedName = name
  }

  /// Keeps the names of those elements only that have several parts.
  fileprivate mutating func keepNames(_ shared: Set<ElementName>) {
    if let name = sharedName, !shared.contains(name) { sharedName = nil }
    for index in children.indices { children[index].keepNames(shared) }
  }
}

/// Keeps count of the elements while they are drawn.
struct StructureRecord {
  /// The type of the element that holds all others.
  let root = "Document"
  /// The elements that have not ended, the outermost first.
  private var open: [StructureElement]
  private var names: Set<ElementName> = []
  /// Names under which an element was begun more than once.
  private var shared: Set<ElementName> = []

  init() { open = [StructureElement(type: root)] }

  /// Begins an element; returns its type.
  mutating func begin(_ tag: StructureTag, _ name: ElementName? = nil) -> String {
    if let name, !names.insert(name).inserted { shared.insert(name) }
    open.append(StructureElement(type: tag.type, attributes: tag.attributes, name: name))
    return tag.type
  }

  /// Ends the element that began last; returns its type.
  mutating func end() -> String {
    let element = open.removeLast()
    precondition(!open.isEmpty, "an element of structure ended that never began")
    open[open.count - 1].children.append(element)
    return element.type
  }

  /// The outermost element with all within it.
  consuming func complete() -> StructureElement {
    precondition(open.count == 1, "\(open.count - 1) elements of structure have not ended")
    open[0].keepNames(shared)
    return open[0]
  }
}

extension StructureTag {
  fileprivate var type: String {
    switch self {
    case .heading(let level): "H\(level)"
    case .paragraph: "P"
    case .table: "Table"
    case .row: "TR"
    case .headerCell, .rowHeaderCell: "TH"
    case .dataCell: "TD"
    case .contents: "TOC"
    case .contentsEntry: "TOCI"
    case .link: "Link"
    }
  }

  /// The attributes of tables (ISO 32000-1, 14.8.5.7); a span of one goes without saying.
  fileprivate var attributes: String? {
    let (scope, span): (String, CellSpan)
    switch self {
    case .heading, .paragraph, .table, .row, .contents, .contentsEntry, .link: return nil
    case .headerCell(let own): (scope, span) = (" /Scope /Column", own)
    case .rowHeaderCell(let own): (scope, span) = (" /Scope /Row", own)
    case .dataCell(let own): (scope, span) = ("", own)
    }
    let rows = span.rows > 1 ? " /RowSpan \(span.rows)" : ""
    let columns = span.columns > 1 ? " /ColSpan \(span.columns)" : ""
    let all = scope + rows + columns
    return all.isEmpty ? nil : "<< /O /Table\(all) >>"
  }
}
