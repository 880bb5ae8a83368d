/// A text of a set with places that a dossier fills in: `部门名称：{部门名称}`.
public struct TextTemplate: Hashable, Sendable {
  /// What may stand between braces.
  public enum Placeholder: String, CaseIterable, Sendable {
    case departmentName = "部门名称"
    case fiscalYear = "年度"
    case formCode = "表号"
    case formTitle = "表名"

    /// Whether it says something of the whole document, rather than of a form.
    var isOfDocument: Bool { self == .departmentName || self == .fiscalYear }
  }

  /// A piece of a template.
  enum Piece: Hashable {
    case text(String)
    case placeholder(Placeholder)
  }

  let pieces: [Piece]

  /// A text without anything to fill in.
  public init(text: String) { pieces = text.isEmpty ? [] : [.text(text)] }

  /// Takes a template apart.
  ///
  /// - Parameter allowed: the names that may stand between braces.
  /// - Throws: ``UnknownPlaceholder`` for a name between braces that is none of those, and for a brace
  ///   that is never closed.
  public init(
    _ source: String, allowed: [Placeholder] = Placeholder.allCases
  ) throws(UnknownPlaceholder) {
    var pieces: [Piece] = []
    var rest = Substring(source)
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw UnknownPlaceholder(name: String(rest[rest.index(after: open)...]))
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard let placeholder = Placeholder(rawValue: name), allowed.contains(placeholder) else {
        throw UnknownPlaceholder(name: name)
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

  /// The text with its places filled in.
  public func filled(_ value: (Placeholder) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let placeholder): value(placeholder)
      }
    }.joined()
  }
}

/// A name between the braces of a template that means nothing.
public struct UnknownPlaceholder: Error, Hashable, Sendable {
  public let name: String
}
