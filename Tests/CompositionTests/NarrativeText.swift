import Documents

/// A composed document's headings and paragraphs as lines of text.
struct NarrativeText {
  /// `§1 ` before a heading of level 1 and so on; forms, cover and contents in brackets.
  let lines: [String]

  init(_ document: Document?) {
    lines = (document?.blocks ?? []).map { block in
      switch block {
      case .cover(let cover): "[\(cover.issuer)/\(cover.title)/\(cover.foot)]"
      case .contents(let contents): "[\(contents.title)]"
      case .heading(let heading):
        "§\(heading.level) \(heading.text)"
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): "[\(table.caption)]"
      case .pageBreak: "[---]"
      case .orientation(let orientation): "[\(orientation.rawValue)]"
      case .form(let form): "[\(form.number) \(form.entry)]"
      }
    }
  }

  /// The first line that begins so, without that beginning; nil where there is none.
  func line(_ beginning: String) -> String? {
    lines.first { $0.hasPrefix(beginning) }.map { String($0.dropFirst(beginning.count)) }
  }

  /// All lines that begin so, without that beginning.
  func lines(_ beginning: String) -> [String] {
    lines.filter { $0.hasPrefix(beginning) }.map { String($0.dropFirst(beginning.count)) }
  }

  /// The lines below a heading up to the next one.
  func below(_ heading: String) -> [String] {
    let headings = (1...3).map { "§\($0) \(heading)" }
    guard let start = lines.firstIndex(where: headings.contains) else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("§") && !$0.hasPrefix("[") })
  }
}

extension Composed {
  /// The document's text.
  var narrative: NarrativeText { NarrativeText(document) }
}
