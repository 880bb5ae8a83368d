import Graphics
import Typesetting

/// The elements of structure that the marks on pages make, parts of one name joined.
struct MarkedElement {
  enum Fault: Error { case endWithoutBeginning, open, notACell, overlap }

  /// Nil for what holds everything.
  let tag: StructureTag?
  /// The painted text that belongs to the element itself.
  let text: String
  let children: [MarkedElement]

  private init(_ node: Node) {
    tag = node.tag
    text = node.text
    children = node.children.map(MarkedElement.init)
  }

  /// An element that is being read; what begins under its name goes on with it.
  private final class Node {
    let tag: StructureTag?
    var text = ""
    var children: [Node] = []

    init(_ tag: StructureTag?) { self.tag = tag }
  }

  /// Reads the marks of pages; refuses those that do not nest, or that a page leaves open.
  init(_ pages: [Page]) throws {
    let root = Node(nil)
    var named: [ElementName: Node] = [:]
    for page in pages {
      var open = [root]
      for item in page.items {
        switch item {
        case .begin(let tag, let name):
          let known = name.flatMap { named[$0] }
          let node = known ?? Node(tag)
          if known == nil { open[open.count - 1].children.append(node) }
          if let name { named[name] = node }
          open.append(node)
        case .end:
          open.removeLast()
          guard !open.isEmpty else { throw Fault.endWithoutBeginning }
        case .glyphs(let run, _): open[open.count - 1].text += run.text
        }
      }
      guard open.count == 1 else { throw Fault.open }
    }
    self.init(root)
  }

  /// The text outside of headings, paragraphs and cells.
  var looseText: String {
    switch tag {
    case .heading, .paragraph, .headerCell, .rowHeaderCell, .dataCell, .contentsEntry, .link: ""
    case .table, .row, .contents, nil: children.map(\.looseText).joined() + text
    }
  }

  /// The text of all elements within that have none within themselves.
  var leafText: String { children.isEmpty ? text : children.map(\.leafText).joined() }

  /// The text of an element within, by its position; nothing where there is none.
  func text(at position: Int) -> String {
    children.indices.contains(position) ? children[position].text : ""
  }

  /// What of the grid a cell covers; nil for anything else.
  var span: CellSpan? {
    switch tag {
    case .headerCell(let span), .rowHeaderCell(let span), .dataCell(let span): span
    case .heading, .paragraph, .table, .row, .contents, .contentsEntry, .link, nil: nil
    }
  }
}

extension MarkedElement {
  /// How many columns the cells of each row cover, laid out by their spans as a reader does it;
  /// of a table.
  func gridWidths() throws -> [Int] {
    var pending: [Int: Int] = [:]
    var widths: [Int] = []
    for row in children {
      var column = 0
      var next = pending.compactMapValues { $0 > 1 ? $0 - 1 : nil }
      for cell in row.children {
        while pending[column] != nil { column += 1 }
        guard let span = cell.span else { throw Fault.notACell }
        for covered in column..<(column + span.columns) {
          if pending[covered] != nil { throw Fault.overlap }
          if span.rows > 1 { next[covered] = span.rows - 1 }
        }
        column += span.columns
      }
      let own = row.children.compactMap { $0.span?.columns }.reduce(0, +)
      widths.append(own + pending.count)
      pending = next
    }
    return widths
  }
}
