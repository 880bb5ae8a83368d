internal import Layouts

/// Renders templates with the values of a dossier.
///
/// What values print stays in pieces of its own, so that no text of a dossier can become a heading,
/// a row or a mark.
struct TemplateRendering {
  /// A piece of a rendered line.
  enum Piece {
    /// The template's own text; no two of these follow each other.
    case text(String)
    case quote(Quote)
  }

  private let context: Context

  init(_ values: [(key: String, value: TemplateValue)]) {
    context = Context(scopes: [Context.scope(values)])
  }

  /// The lines of a template without those in which nothing stands.
  func lines(of template: ProseTemplate) -> [[Piece]] {
    var lines = Lines()
    lines.add(template.pieces, in: context)
    lines.endLine()
    return lines.ended
  }
}

/// What a piece of a template can ask for where it stands.
private struct Context {
  typealias Scope = [String: TemplateValue]

  /// The values of the document, then those of the item of each list around.
  var scopes: [Scope]
  /// Whether the item of the innermost list is its first and its last one.
  var position: (isFirst: Bool, isLast: Bool)?

  static func scope(_ values: [(key: String, value: TemplateValue)]) -> Scope {
    Dictionary(values.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// A value by its key, the innermost list's first.
  func value(_ key: String) -> TemplateValue? {
    for scope in scopes.reversed() {
      if let value = scope[key] { return value }
    }
    return nil
  }

  /// The contexts in which a section is printed, one after the other.
  func contexts(of section: ProseTemplate.Section) -> [Context] {
    switch section.subject {
    case .first: contexts(if: position?.isFirst == true, section)
    case .last: contexts(if: position?.isLast == true, section)
    case .value(let key):
      switch value(key) {
      case .condition(let holds): contexts(if: holds, section)
      case .quote(let quote): contexts(if: !quote.isEmpty, section)
      case .items(let items): section.isInverted ? contexts(without: items) : contexts(of: items)
      case nil: contexts(if: false, section)
      }
    }
  }

  private func contexts(if holds: Bool, _ section: ProseTemplate.Section) -> [Context] {
    holds == section.isInverted ? [] : [self]
  }

  private func contexts(of items: [[(key: String, value: TemplateValue)]]) -> [Context] {
    items.enumerated().map { index, item in
      Context(
        scopes: scopes + [Self.scope(item)],
        position: (isFirst: index == 0, isLast: index == items.count - 1))
    }
  }

  /// What is printed for want of items stands at no place of a list, whatever list is around.
  private func contexts(without items: [[(key: String, value: TemplateValue)]]) -> [Context] {
    items.isEmpty ? [Context(scopes: scopes)] : []
  }
}

/// Lines that are being rendered.
private struct Lines {
  private(set) var ended: [[TemplateRendering.Piece]] = []
  private var line: [TemplateRendering.Piece] = []

  mutating func add(_ pieces: [ProseTemplate.Piece], in context: Context) {
    for piece in pieces {
      switch piece {
      case .text(let text): add(text)
      case .lineEnd: endLine()
      case .value(let key):
        if case .quote(let quote)? = context.value(key) { line.append(.quote(quote)) }
      case .section(let section):
        for inner in context.contexts(of: section) { add(section.pieces, in: inner) }
      }
    }
  }

  mutating func endLine() {
    if !line.isEmpty { ended.append(line) }
    line = []
  }

  private mutating func add(_ text: String) {
    if case .text(let before)? = line.last {
      line[line.endIndex - 1] = .text(before + text)
    } else {
      line.append(.text(text))
    }
  }
}
