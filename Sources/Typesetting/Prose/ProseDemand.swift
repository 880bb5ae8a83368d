internal import Diagnostics
internal import Documents

extension FontDemand {
  /// What cover, contents, headings, paragraphs and tables print.
  static func prose(of document: Document) -> [Text] {
    guard let style = document.style.prose else { return [] }
    var texts = [
      Text(role: document.style.pageNumber.role, text: style.page.footer.characters + leaderSign)
    ]
    var entries: [Text] = []
    func add(_ text: String, _ style: TextStyle, at block: Block) {
      texts.append(Text(role: style.role, text: text, place: block.place))
    }
    func addEntry(_ text: String, level: Int, at block: Block) {
      guard let style = style.contentsEntryStyle(level) else { return }
      entries.append(Text(role: style.role, text: text, place: block.place))
    }
    for block in document.blocks {
      switch block {
      case .cover(let cover):
        add(cover.issuer, style.cover.issuer, at: block)
        add(cover.title, style.cover.title, at: block)
        add(cover.foot, style.cover.foot, at: block)
      case .contents(let contents):
        add(contents.title, style.contentsTitle, at: block)
      case .heading(let heading):
        add(heading.text, style.headingStyle(heading.level).text, at: block)
        addEntry(heading.text, level: heading.level, at: block)
      case .paragraph(let paragraph):
        add(paragraph.text, style.body, at: block)
      case .table(let table):
        add(table.caption, style.caption, at: block)
        for cell in table.table.sections.flatMap({ $0.header + $0.body }).flatMap(\.cells) {
          let role = cell.fontRole(in: document.style.table)
          texts.append(Text(role: role, text: cell.content.printed, place: block.place))
        }
      case .pageBreak, .orientation: break
      case .form(let form):
        if !form.entry.isEmpty { addEntry(form.entry, level: formEntryLevel, at: block) }
      }
    }
    return texts + (document.hasContents ? entries : [])
  }
}

/// The level of a form in contents and outline.
let formEntryLevel = 2

extension Document {
  /// Whether there is a table of contents.
  var hasContents: Bool {
    blocks.contains { if case .contents = $0 { true } else { false } }
  }
}

extension ProseStyle {
  /// The style of the contents' entries of a level; none for a level that they do not list.
  func contentsEntryStyle(_ level: Int) -> TextStyle? {
    contentsEntries.indices.contains(level - 1) ? contentsEntries[level - 1] : nil
  }
}
