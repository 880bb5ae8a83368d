internal import Diagnostics

/// A line of a template taken apart into what opens and closes sections around it and what it prints.
struct TemplateLine {
  enum Kind {
    /// Nothing but tags that print nothing.
    case blank
    case text
    /// A row of a table, by the texts and tags of its cells.
    case row(cells: [[TemplateScanner.Piece]])
    case mark(ProseMark)
  }

  let leading: [TemplateScanner.Piece]
  let content: [TemplateScanner.Piece]
  let trailing: [TemplateScanner.Piece]

  init(_ pieces: [TemplateScanner.Piece]) {
    let first = pieces.firstIndex { !$0.isSilent } ?? pieces.endIndex
    let last = pieces.lastIndex { !$0.isSilent }.map { $0 + 1 } ?? first
    leading = Array(pieces[..<first])
    content = Array(pieces[first..<last])
    trailing = Array(pieces[last...])
  }

  /// Where what it prints begins.
  var place: SourcePlace? {
    switch content.first {
    case .text(_, let place), .unclosed(let place): place
    case .tag(let tag): tag.place
    case nil: nil
    }
  }

  /// Whether tags stand beside what it prints.
  var hasTagsAround: Bool {
    (leading + trailing).contains { if case .tag = $0 { true } else { false } }
  }

  var kind: Kind {
    guard case .text(let text, _)? = content.first else {
      return content.isEmpty ? .blank : .text
    }
    let start = text.drop { $0 == " " || $0 == "\t" }
    if start.first == ProseMark.cell { return .row(cells: cells) }
    return ProseMark.allCases.first { start.hasPrefix($0.rawValue) }.map(Kind.mark) ?? .text
  }

  /// Whether it is a paragraph, a heading or nothing.
  var isText: Bool {
    switch kind {
    case .blank, .text: true
    case .row, .mark: false
    }
  }

  /// Whether a row ends as it begins.
  var isClosedRow: Bool {
    guard case .text(let text, _)? = content.last else { return false }
    let end = text.last { $0 != " " && $0 != "\t" }
    let isLone = content.count == 1 && text.filter { $0 == ProseMark.cell }.count < 2
    return end == ProseMark.cell && !isLone
  }

  /// The text of the line where it is nothing but text.
  var plainText: String? {
    guard content.count == 1, case .text(let text, _)? = content.first else { return nil }
    return text
  }

  /// What stands between the strokes.
  private var cells: [[TemplateScanner.Piece]] {
    var cells: [[TemplateScanner.Piece]] = [[]]
    for piece in content {
      guard case .text(let text, let place) = piece else {
        cells[cells.count - 1].append(piece)
        continue
      }
      for (index, part) in text.split(separator: ProseMark.cell, omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { cells.append([]) }
        if !part.isEmpty { cells[cells.count - 1].append(.text(String(part), place)) }
      }
    }
    // Before the first stroke and behind the last there is nothing.
    return Array(cells.dropFirst().dropLast(isClosedRow ? 1 : 0))
  }

  /// The rule that a row is; nil for any other row.
  var rule: TableRule? {
    guard plainText != nil, case .row(let cells) = kind else { return nil }
    let texts = cells.map { cell -> String in
      if case .text(let text, _)? = cell.first { text } else { "" }
    }
    return TableRule(texts)
  }
}

extension TemplateScanner.Piece {
  /// Whether it prints nothing itself.
  fileprivate var isSilent: Bool {
    switch self {
    case .text(let text, _): text.allSatisfy(\.isWhitespace)
    case .unclosed: false
    case .tag(let tag): if case .variable = tag.kind { false } else { true }
    }
  }
}
