internal import Readings

/// Reads what people noted on cells.
enum CommentParts {
  /// Names by the ids of those who write in threads.
  static func people(_ stream: inout XMLStream) throws(FileFault) -> [String: String] {
    var people: [String: String] = [:]
    try stream.children { (stream) throws(FileFault) in
      try stream.limit(people.count, to: 10_000, "批注的作者")
      let values = try XMLAttributes(stream)
      if let id = values["id"] { people[id] = values["displayName"] ?? "" }
    }
    return people
  }

  /// The notes of a sheet (ISO/IEC 29500-1, 18.7).
  ///
  /// - Parameter visible: the cells whose notes are always open.
  static func notes(
    _ stream: inout XMLStream, palette: ColourPalette, visible: Set<CellRange>
  ) throws(FileFault) -> [SheetItem] {
    var authors: [String] = []
    var notes: [SheetItem] = []
    try stream.children { (stream) throws(FileFault) in
      if stream.isNamed("authors") {
        try stream.children { (stream) throws(FileFault) in
          try stream.limit(authors.count, to: ItemElements.most, "批注的作者")
          authors.append(XMLEscapes.decoded(try stream.text()))
        }
      } else if stream.isNamed("commentList") {
        try stream.children { (stream) throws(FileFault) in
          try stream.limit(notes.count, to: ItemElements.most, "批注")
          let values = try XMLAttributes(stream)
          let author = values.int("authorId").flatMap {
            authors.indices.contains($0) ? authors[$0] : nil
          }
          let ranges = ItemElements.ranges(values["ref"])
          var note = SheetItem(
            .comment, ranges: ranges, position: ranges.allSatisfy(visible.contains) ? "一直显示" : "")
          try stream.children { (stream) throws(FileFault) in
            guard stream.isNamed("text") else { return }
            let text = try RichText(&stream, palette: palette)
            note.text = line(author, text.text)
            note.details = text.runs.map { "\($0.text)〔\($0.font.map(looks) ?? "")〕" }.joined()
          }
          notes.append(note)
        }
      }
    }
    return notes
  }

  /// The threads of a sheet: all that was said on a cell is one item.
  static func threads(
    _ stream: inout XMLStream, people: [String: String]
  ) throws(FileFault) -> [SheetItem] {
    var threads: [SheetItem] = []
    var places: [String: Int] = [:]
    try stream.children { (stream) throws(FileFault) in
      try stream.limit(threads.count, to: ItemElements.most, "批注")
      let values = try XMLAttributes(stream)
      let place = values["ref"] ?? ""
      var text = ""
      try stream.children { (stream) throws(FileFault) in
        if stream.isNamed("text") { text = XMLEscapes.decoded(try stream.text()) }
      }
      let line =
        line(values["personId"].flatMap { people[$0] }, text)
        + (values.bool("done") ? "（已解决）" : "")
      if let known = places[place] {
        threads[known].text += "\n" + line
      } else {
        places[place] = threads.count
        threads.append(SheetItem(.comment, ranges: ItemElements.ranges(place), text: line))
      }
    }
    return threads
  }

  private static func line(_ author: String?, _ text: String) -> String {
    // Excel begins the text of a note with the author's name by itself.
    guard let author, !author.isEmpty, !text.hasPrefix(author) else { return text }
    return "\(author)：\(text)"
  }

  private static func looks(_ font: FontReading) -> String {
    let marks = [
      (font.isBold, "粗"), (font.isItalic, "斜"), (font.isStruck, "删"), (font.isOutlined, "空心"),
      (font.hasShadow, "阴影"), (!font.underline.isEmpty, "下划线"),
    ].filter(\.0).map(\.1).joined()
    let colour = if case .rgb(let digits) = font.colour { digits } else { "" }
    return "\(font.name) \(font.size) \(marks)\(font.position) \(colour)"
  }
}
