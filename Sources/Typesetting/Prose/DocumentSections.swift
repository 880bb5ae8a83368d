internal import Documents

/// The stretches of a document that begin a page, in reading order.
enum DocumentSection {
  case cover(Cover, block: Int)
  case contents(Contents, block: Int)
  /// Headings, paragraphs and tables, by the blocks they are, on sheets held so.
  case text(Range<Int>, PageOrientation)
  /// A form with the headings just before it.
  case form(FormSheet, block: Int, leads: Range<Int>)

  /// Divides a document's blocks.
  static func sections(of blocks: [Block]) -> [DocumentSection] {
    var sections: [DocumentSection] = []
    // Where the running text begins that no section holds yet.
    var start = 0
    var orientation = PageOrientation.portrait
    func endText(before end: Int) {
      if start < end { sections.append(.text(start..<end, orientation)) }
    }
    for (index, block) in blocks.enumerated() {
      switch block {
      case .heading, .paragraph, .table:
        continue
      case .pageBreak:
        endText(before: index)
      case .orientation(let next):
        endText(before: index)
        orientation = next
      case .cover(let cover):
        endText(before: index)
        sections.append(.cover(cover, block: index))
      case .contents(let contents):
        endText(before: index)
        sections.append(.contents(contents, block: index))
      case .form(let form):
        var first = index
        while first > start, case .heading = blocks[first - 1] { first -= 1 }
        endText(before: first)
        sections.append(.form(form, block: index, leads: first..<index))
      }
      start = index + 1
    }
    endText(before: blocks.count)
    return sections
  }
}
