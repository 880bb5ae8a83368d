internal import Readings

/// Reads what stands in other parts of a sheet: comments, drawings, tables.
struct SheetObjects {
  private let package: WorkbookPackage
  private let links: [WorkbookPackage.Relationship]
  private let palette: ColourPalette
  /// Names of those who write comments, by their ids.
  private let people: [String: String]

  /// How far parts are followed that point to one another: a drawing, its chart, what is drawn on it.
  private static let deepest = 4

  /// - Parameter links: the relationships of the sheet.
  init(
    _ package: WorkbookPackage, links: [WorkbookPackage.Relationship], palette: ColourPalette,
    people: [String: String]
  ) {
    self.package = package
    self.links = links
    self.palette = palette
    self.people = people
  }

  /// All items of the sheet's other parts.
  ///
  /// - Parameter parts: those that the sheet's own part names; comments hang on the sheet alone.
  func items(
    of parts: [(kind: ItemElements.Part, id: String)]
  ) throws(FileFault) -> [SheetItem] {
    var items: [SheetItem] = []
    var shapes = LegacyShapes()
    for (kind, id) in parts {
      guard let link = links.first(where: { $0.id == id }) else {
        throw .missingPart("\(kind.rawValue) \(id)")
      }
      switch kind {
      case .drawing: items += try drawing(link.part)
      case .legacyDrawing: shapes = try legacyShapes(link.part)
      case .legacyDrawingHF:
        items += try legacyShapes(link.part).pictures.map {
          SheetItem(.headerPicture, position: $0.name, text: $0.picture, details: $0.look)
        }
      case .picture:
        items.append(SheetItem(.background, text: mark(of: link)))
      case .tablePart:
        items.append(
          try package.read(link.part) { (stream) throws(FileFault) in
            let values = try XMLAttributes(stream)
            let spelling = try XMLSpelling(&stream, palette: palette)
            return SheetItem(
              .table, ranges: ItemElements.ranges(values["ref"]),
              text: values["displayName"] ?? values["name"] ?? "", details: spelling.inside)
          })
      }
    }
    let hasDrawing = parts.contains { $0.kind == .drawing }
    // Newer files have buttons and check boxes in both drawings.
    if !hasDrawing { items += shapes.controls }
    return items + (try comments(visible: shapes.visibleNotes))
  }

  // MARK: comments

  private func comments(visible: Set<CellRange>) throws(FileFault) -> [SheetItem] {
    var threads: [SheetItem] = []
    var notes: [SheetItem] = []
    for link in links where link.external == nil {
      if link.type == "threadedComment" {
        threads += try package.read(link.part) { (stream) throws(FileFault) in
          try CommentParts.threads(&stream, people: people)
        }
      } else if link.type == "comments" {
        notes += try package.read(link.part) { (stream) throws(FileFault) in
          try CommentParts.notes(&stream, palette: palette, visible: visible)
        }
      }
    }
    // A thread leaves a note for programs that know none, with a text that nobody wrote.
    let places = Set(threads.map(\.ranges))
    return threads + notes.filter { !places.contains($0.ranges) }
  }

  // MARK: drawings

  private func drawing(_ part: String) throws(FileFault) -> [SheetItem] {
    let marks = try marks(of: part, depth: 0)
    return try package.read(part) { (stream) throws(FileFault) in
      var reader = DrawingReader(palette: palette, marks: marks)
      try reader.read(&stream)
      return reader.items
    }
  }

  private func legacyShapes(_ part: String) throws(FileFault) -> LegacyShapes {
    let marks = try marks(of: part, depth: 0)
    do throws(FileFault) {
      return try package.read(part) { (stream) throws(FileFault) in
        var shapes = LegacyShapes()
        try shapes.read(&stream, palette: palette, marks: marks)
        return shapes
      }
    } catch {
      // Old programs write this part as a browser reads pages, not as XML: then it counts as a whole.
      guard case .malformed = error else { throw error }
      return LegacyShapes(unread: plainMark(of: part))
    }
  }

  /// What the relationships of a part stand for, by their ids.
  private func marks(of part: String, depth: Int) throws(FileFault) -> [String: PartMark] {
    var marks: [String: PartMark] = [:]
    guard depth < Self.deepest else { return [:] }
    for link in try package.links(of: part) {
      marks[link.id] = PartMark(text: mark(of: link))
      let ending = link.part.lowercased()
      guard link.external == nil, ending.hasSuffix(".xml"), package.contains(link.part) else {
        continue
      }
      let inner = try self.marks(of: link.part, depth: depth + 1)
      marks[link.id] = try package.read(link.part) { (stream) throws(FileFault) in
        let spelling = try XMLSpelling(&stream, palette: palette) { inner[$0]?.text }
        let mark = fingerprint(spelling.text)
        return PartMark(
          text: mark, charts: spelling.charts, words: spelling.words, formulas: spelling.formulas)
      }
    }
    return marks
  }

  /// What is known of a part without reading it: of what kind and how long it is.
  private func mark(of link: WorkbookPackage.Relationship) -> String {
    link.external ?? plainMark(of: link.part)
  }

  private func plainMark(of part: String) -> String {
    guard let mark = package.mark(of: part) else { return "缺失" }
    let kind = part.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return "\(kind)，\(mark.length) 字节，校验 \(String(mark.checksum, radix: 16))"
  }
}

/// What is known of a part that another one points to.
struct PartMark {
  /// The same for parts that look the same.
  var text: String
  var charts: [String] = []
  var words: [String] = []
  var formulas: [String] = []
}
