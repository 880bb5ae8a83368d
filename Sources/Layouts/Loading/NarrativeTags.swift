internal import Diagnostics
internal import SourceFiles

/// A tag of a template, such as `{{key}}` or `{{#key}}`.
struct TemplateTag {
  enum Kind {
    case variable
    case section
    case inverted
    case close
    case comment
    /// A tag of Mustache, of which templates are a part, that a set must not use, by its sign.
    case foreign(Character)
  }

  let kind: Kind
  let name: String
  let place: SourcePlace
}

extension TemplateText {
  /// What its tags name.
  var tagNames: [String] {
    TemplateScanner(template: self).lines().joined().compactMap { piece in
      if case .tag(let tag) = piece { tag.name } else { nil }
    }
  }
}

/// Takes a template apart into lines of text and tags, each with its place.
struct TemplateScanner {
  /// A piece of a template.
  enum Piece {
    case text(String, SourcePlace)
    case tag(TemplateTag)
    /// Two braces that open a tag and no two that close it on the same line.
    case unclosed(SourcePlace)
  }

  private static let signs: [Character: TemplateTag.Kind] = [
    "#": .section, "^": .inverted, "/": .close, "!": .comment, "{": .foreign("{"),
    "&": .foreign("&"), ">": .foreign(">"), "<": .foreign("<"), "$": .foreign("$"),
    "=": .foreign("="), "%": .foreign("%"), "*": .foreign("*"),
  ]

  let template: TemplateText

  /// The pieces of each line.
  func lines() -> [[Piece]] { template.lines.map(pieces) }

  private func pieces(of written: TemplateText.Line) -> [Piece] {
    let (line, file, number) = (written.text, written.file, written.number)
    // Most lines are text alone.
    guard line.utf8.contains(UInt8(ascii: "{")) else {
      return line.isEmpty
        ? [] : [.text(line, SourcePlace(file: file, line: number, column: 1))]
    }
    var pieces: [Piece] = []
    var rest = Substring(line)
    func place(_ index: Substring.Index) -> SourcePlace {
      let column = line.unicodeScalars.distance(from: line.startIndex, to: index) + 1
      return SourcePlace(file: file, line: number, column: column)
    }
    while let open = pair(of: "{", in: rest) {
      if open.lowerBound > rest.startIndex {
        pieces.append(.text(String(rest[..<open.lowerBound]), place(rest.startIndex)))
      }
      let close = pair(of: "}", in: rest[open.upperBound...])
      let next = pair(of: "{", in: rest[open.upperBound...])
      guard let close, close.lowerBound < next?.lowerBound ?? rest.endIndex else {
        pieces.append(.unclosed(place(open.lowerBound)))
        rest = rest[(next?.lowerBound ?? rest.endIndex)...]
        continue
      }
      let content = rest[open.upperBound..<close.lowerBound]
      pieces.append(.tag(tag(content, at: place(open.lowerBound))))
      rest = rest[close.upperBound...]
      // The third brace belongs to the tag that three of them opened.
      if content.first == "{", rest.first == "}" { rest = rest.dropFirst() }
    }
    if !rest.isEmpty { pieces.append(.text(String(rest), place(rest.startIndex))) }
    return pieces
  }

  /// Where a text has two of a brace; bytes are searched faster than characters.
  private func pair(of brace: Unicode.Scalar, in text: Substring) -> Range<Substring.Index>? {
    let (bytes, wanted) = (text.utf8, UInt8(ascii: brace))
    var start = bytes.startIndex
    while let first = bytes[start...].firstIndex(of: wanted) {
      let second = bytes.index(after: first)
      guard second < bytes.endIndex else { return nil }
      if bytes[second] == wanted { return first..<bytes.index(after: second) }
      start = second
    }
    return nil
  }

  private func tag(_ content: Substring, at place: SourcePlace) -> TemplateTag {
    let kind = content.first.flatMap { Self.signs[$0] }
    let name = (kind == nil ? content : content.dropFirst()).filter { $0 != " " }
    return TemplateTag(kind: kind ?? .variable, name: String(name), place: place)
  }
}
