internal import Figures
internal import Readings

extension Rendition {
  /// A paged document: a text a page, one of properties, outline and fonts, one of its structure.
  static func renditions(of document: PDFReading, named name: String) -> [Rendition] {
    let folder = "pages/\(name.asFileName)"
    let width = String(document.pages.count).count
    let pages = document.pages.map { page in
      let number = String(page.number)
      let padded = String(repeating: "0", count: max(0, width - number.count)) + number
      return Rendition(path: "\(folder)/\(padded).txt", lines: lines(of: page))
    }
    return pages + [
      Rendition(path: "\(folder)/_document.txt", lines: lines(of: document)),
      Rendition(
        path: "\(folder)/_structure.txt", lines: document.tags.flatMap { lines(of: $0, depth: 0) }),
    ]
  }

  private static func lines(of page: ReadPage) -> [String] {
    let size = [number(page.width, decimals: 1), number(page.height, decimals: 1)]
    let texts = page.lines.flatMap { text in
      text.runs.map { run in
        line([
          "text", number(run.box.left, decimals: 1), number(run.box.bottom, decimals: 1),
          "\(run.font) \(number(run.size, decimals: 1))", run.text,
        ])
      }
    }
    let links = page.links.map { link in
      line([
        "link", number(link.area.left, decimals: 1), number(link.area.top, decimals: 1),
        text(of: link.target),
      ])
    }
    return [line(["page", page.label] + size)] + texts + links
  }

  private static func lines(of document: PDFReading) -> [String] {
    let properties = document.properties
    let named: [(String, String?)] = [
      ("version", document.version), ("title", properties.title), ("author", properties.author),
      ("subject", properties.subject), ("keywords", properties.keywords),
      ("creator", properties.creator), ("language", properties.language),
      ("created", properties.created), ("modified", properties.modified),
      ("tagged", properties.isTagged ? "yes" : "no"),
    ]
    let fonts = document.fonts.map { font in
      line(["font", font.name, font.kind, font.isEmbedded ? "embedded" : "not embedded"])
    }
    let outline = document.outline.map { entry in
      line(["outline", "\(entry.level)", entry.title, entry.target.map(text) ?? "-"])
    }
    return named.compactMap { key, value in value.map { line([key, $0]) } } + fonts + outline
  }

  private static func lines(of tag: ReadTag, depth: Int) -> [String] {
    let spans = [
      tag.rowSpan > 1 ? "rows \(tag.rowSpan)" : nil,
      tag.columnSpan > 1 ? "columns \(tag.columnSpan)" : nil, tag.scope.map { "heads \($0)" },
    ]
    let fields = [String(repeating: "  ", count: depth) + tag.kind] + spans.compactMap { $0 }
    return [line(fields + (tag.text.isEmpty ? [] : [tag.text]))]
      + tag.children.flatMap { lines(of: $0, depth: depth + 1) }
  }

  private static func text(of target: ReadTarget) -> String {
    switch target {
    case .page(let page, let top):
      "page \(page)" + (top.map { " at \(number($0, decimals: 1))" } ?? "")
    case .address(let address): address
    case .other(let kind): kind
    }
  }
}
