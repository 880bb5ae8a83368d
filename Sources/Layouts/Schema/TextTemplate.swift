/// A text of a set with places that a dossier fills in: `部门名称：{部门名称}`.
public typealias TextTemplate = PlaceholderText<TextPlaceholder>

/// What may stand between the braces of a text of a set.
public enum TextPlaceholder: String, CaseIterable, Sendable {
  case departmentName = "部门名称"
  case fiscalYear = "年度"
  case priorYear = "上年度"
  case formCode = "表号"
  case formTitle = "表名"
  /// A form's place among all forms: 一, 二, …
  case ordinal = "序号"
  /// The day of publication, as it is written out: 2024年9月20日.
  case publicationDate = "公开日期"

  /// Those that say something of the whole document.
  static let ofDocument = [departmentName, fiscalYear]
  /// Those of texts that are read, rather than looked up.
  static let ofProse = [departmentName, fiscalYear, priorYear]
  /// Those of the cover.
  static let ofCover = ofProse + [publicationDate]
  /// Those of a form.
  static let ofForm = [departmentName, fiscalYear, formCode, formTitle]
  /// Those of a form's entry in the contents.
  static let ofEntry = ofProse + [ordinal, formTitle, formCode]
}

/// A text with places to fill in, each written as a name between braces.
public struct PlaceholderText<Mark>: Hashable, Sendable
where Mark: RawRepresentable<String> & Hashable & Sendable {
  /// What may stand between braces.
  public typealias Placeholder = Mark

  /// A piece of a text.
  enum Piece: Hashable {
    case text(String)
    case placeholder(Mark)
  }

  let pieces: [Piece]

  fileprivate init(pieces: [Piece]) { self.pieces = pieces }

  /// A text without anything to fill in.
  public init(text: String) { pieces = text.isEmpty ? [] : [.text(text)] }

  /// Takes a text apart.
  ///
  /// - Parameter allowed: the names that may stand between braces.
  /// - Throws: ``UnknownPlaceholder`` for a name between braces that is none of those, and for a brace
  ///   that is never closed.
  public init(_ source: String, allowed: [Mark]) throws(UnknownPlaceholder) {
    var pieces: [Piece] = []
    var rest = Substring(source)
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw UnknownPlaceholder(
          name: String(rest[rest.index(after: open)...]), isClosed: false)
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard let placeholder = Mark(rawValue: name), allowed.contains(placeholder) else {
        throw UnknownPlaceholder(name: name, isClosed: true)
      }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.placeholder(placeholder))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// Whether there is nothing to print.
  public var isEmpty: Bool { pieces.isEmpty }

  /// Whether a place is for this.
  func mentions(_ mark: Mark) -> Bool { pieces.contains(.placeholder(mark)) }

  /// The text with its places filled in.
  public func filled(_ value: (Mark) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let placeholder): value(placeholder)
      }
    }.joined()
  }
}

extension PlaceholderText where Mark == TextPlaceholder {
  /// What stands in a text in the places of the template; nil for one that is not made of it.
  ///
  /// Spaces do not count, a year has four digits, and a template of one place alone says nothing.
  public func values(in text: String) -> [TextPlaceholder: String]? {
    guard pieces.count > 1 else { return nil }
    return Self.values(Array(text.filter { !$0.isWhitespace })[...], of: pieces[...])
  }

  /// Templates whose texts stand on one line.
  public static func onOneLine(_ templates: [PlaceholderText]) -> PlaceholderText {
    PlaceholderText(pieces: templates.flatMap(\.pieces))
  }

  private static func values(
    _ text: ArraySlice<Character>, of pieces: ArraySlice<Piece>
  ) -> [TextPlaceholder: String]? {
    guard let piece = pieces.first else { return text.isEmpty ? [:] : nil }
    let rest = pieces.dropFirst()
    switch piece {
    case .text(let written):
      let written = written.filter { !$0.isWhitespace }
      guard text.starts(with: written) else { return nil }
      return values(text.dropFirst(written.count), of: rest)
    case .placeholder(let mark):
      let isYear = mark == .fiscalYear || mark == .priorYear
      let lengths = isYear ? 4...4 : 1...max(1, text.count)
      for length in lengths where length <= text.count {
        let value = String(text.prefix(length))
        if isYear, !value.allSatisfy({ $0.isASCII && $0.isNumber }) { return nil }
        guard var found = values(text.dropFirst(length), of: rest) else { continue }
        found[mark] = value
        return found
      }
      return nil
    }
  }
}

/// A name between the braces of a template that means nothing.
public struct UnknownPlaceholder: Error, Hashable, Sendable {
  /// What stands between the braces.
  public let name: String
  /// Whether a closing brace follows it.
  public let isClosed: Bool
}
