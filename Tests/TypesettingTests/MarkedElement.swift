import Graphics
import Typesetting

/// The elements of structure that the marks on pages make.
struct MarkedElement {
  enum Fault: Error { case endWithoutBeginning, open, notACell, overlap }

  /// Nil for what holds everything.
  let tag: StructureTag?
  /// The painted text that belongs to the element itself.
  private(set) var text = ""
  private(set) var children: [MarkedElement] = []

  private init(_ tag: StructureTag?) { self.tag = tag }

  /// Reads the marks of pages; refuses those that do not nest.
  init(_ pages: [Page]) throws {
    var open = [MarkedElement(nil)]
    for item in pages.flatMap(\.items) {
      switch item {
      case .begin(let tag): open.append(MarkedElement(tag))
      case .end:
        let element = open.removeLast()
        guard !open.isEmpty else { throw Fault.endWithoutBeginning }
        open[open.count - 1].children.append(element)
      case .glyphs(let run, _): open[open.count - 1].text += run.text
      case .rule: break
      }
    }
    guard open.count == 1 else { throw Fault.open }
    self = open[0]
  }

  /// The text outside of headings, paragraphs and cells.
  var looseText: String {
    switch tag {
    case .heading, .paragraph, .headerCell, .dataCell, .contentsEntry, .link: ""
    // Of one page after the other: text of the form's own pages comes before that of its last.
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
    case .headerCell(let span), .dataCell(let span): span
    case .heading, .paragraph, .table, .row, .contents, .contentsEntry, .link, nil: nil
    }
  }
}
