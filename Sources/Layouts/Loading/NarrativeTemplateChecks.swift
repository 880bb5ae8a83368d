internal import Diagnostics
internal import SourceFiles

/// Checks a template: every tag against the values, every section closed, every heading well marked.
struct TemplateChecks {
  let log: FindingLog
  let values: NarrativeValues
  let usage: SetUsage

  /// A section that is open.
  private struct Section {
    let name: String
    let subject: ProseTemplate.Subject
    /// The values of a list's items; nil for a condition.
    let items: [NarrativeValue]?
    let place: SourcePlace
    /// Whether the value is not known, so that nothing inside can be judged.
    var isUnknown = false
  }

  /// What asks for the first or the last item of a list.
  private static let positions: [String: ProseTemplate.Subject] = [
    "first()": .first, "last()": .last,
  ]
  private static let deepestHeading = 3

  /// The template as a tree; nil where it has faults.
  func template(_ text: TemplateText) -> ProseTemplate? {
    let before = log.findings.count
    var open: [Section] = []
    var draft = TemplateDraft()
    var tables = TemplateTableChecks(log: log)
    let lines = TemplateScanner(template: text).lines()
    for (index, pieces) in lines.enumerated() {
      checkHeading(pieces)
      let line = TemplateLine(pieces)
      let outside = open.map(\.place)
      let leading = checked(line.leading, open: &open)
      let next = lines.indices.contains(index + 1) ? TemplateLine(lines[index + 1]) : nil
      tables.check(line, next: next, before: outside, within: open.map(\.place))
      let content = checked(line.content, open: &open)
      let trailing = checked(line.trailing, open: &open)
      if line.isText {
        draft.add(leading + content + trailing)
      } else {
        // Tags beside a row stand on lines of their own, or rows that repeat would share one.
        for piece in leading { draft.addTrimmed([piece]) }
        draft.addTrimmed(content)
        for piece in trailing { draft.addTrimmed([piece]) }
      }
    }
    tables.finish()
    for section in open.reversed() {
      log.report(TemplateFault.openSection(section.name), at: section.place)
    }
    guard log.findings.count == before else { return nil }
    return draft.template
  }

  private func checked(
    _ pieces: [TemplateScanner.Piece], open: inout [Section]
  ) -> [TemplateDraft.Piece] {
    pieces.compactMap { checked($0, open: &open) }
  }

  /// A piece as it stands in the template; nil, with a finding, where it may not stand.
  private func checked(
    _ piece: TemplateScanner.Piece, open: inout [Section]
  ) -> TemplateDraft.Piece? {
    switch piece {
    case .text(let text, let place):
      check(text, at: place)
      return .text(text)
    case .unclosed(let place):
      log.report(TemplateFault.unclosedTag, at: place)
      return nil
    case .tag(let tag): return checked(tag, open: &open)
    }
  }

  /// Text that stands in the template itself.
  private func check(_ text: String, at place: SourcePlace) {
    if let brace = text.firstIndex(where: { "{}".contains($0) }) {
      let column = place.column + text.unicodeScalars.distance(from: text.startIndex, to: brace)
      log.report(
        TemplateFault.brace,
        at: SourcePlace(file: place.file, line: place.line, column: column))
    }
  }

  private func checkHeading(_ line: [TemplateScanner.Piece]) {
    guard case .text(let text, let place)? = line.first(where: isPrinted), text.hasPrefix("#")
    else { return }
    let marks = text.prefix { $0 == "#" }
    guard marks.count > Self.deepestHeading || !text.dropFirst(marks.count).hasPrefix(" ") else {
      return
    }
    log.report(TemplateFault.heading(String(text.prefix(8))), at: place)
  }

  /// Whether a piece may begin what a line prints.
  private func isPrinted(_ piece: TemplateScanner.Piece) -> Bool {
    switch piece {
    case .text, .unclosed: true
    case .tag(let tag): if case .variable = tag.kind { true } else { false }
    }
  }
}

// MARK: - Tags

extension TemplateChecks {
  private func checked(_ tag: TemplateTag, open: inout [Section]) -> TemplateDraft.Piece? {
    usage.cite(.value, tag.name)
    switch tag.kind {
    case .comment: return .comment
    case .foreign(let sign):
      log.report(TemplateFault.foreignTag(sign), at: tag.place)
      return nil
    case .close: return close(tag, open: &open)
    case .variable:
      guard let value = value(tag, open: open) else { return nil }
      switch value.content {
      case .list, .condition:
        log.report(TemplateFault.unprintable(tag.name, isList: value.isList), at: tag.place)
        return nil
      default: return .value(key: tag.name)
      }
    case .section, .inverted:
      let section = section(tag, open: open)
      open.append(section)
      let isInverted = if case .inverted = tag.kind { true } else { false }
      return .open(section.subject, isInverted: isInverted)
    }
  }

  private func section(_ tag: TemplateTag, open: [Section]) -> Section {
    if let position = Self.positions[tag.name] {
      if !open.contains(where: { $0.items != nil }) {
        log.report(TemplateFault.positionOutsideList(tag.name), at: tag.place)
      }
      return Section(name: tag.name, subject: position, items: nil, place: tag.place)
    }
    let subject = ProseTemplate.Subject.value(key: tag.name)
    guard let value = value(tag, open: open) else {
      // Unknown, it may be a list; where it ends is known.
      return Section(
        name: tag.name, subject: subject, items: [], place: tag.place, isUnknown: true)
    }
    var items: [NarrativeValue]?
    if case .section = tag.kind, case .list(let list) = value.content { items = list.values }
    return Section(name: tag.name, subject: subject, items: items, place: tag.place)
  }

  private func close(_ tag: TemplateTag, open: inout [Section]) -> TemplateDraft.Piece? {
    guard let last = open.last else {
      log.report(TemplateFault.closeWithoutOpen(tag.name), at: tag.place)
      return nil
    }
    guard last.name == tag.name else {
      log.report(
        TemplateFault.closeOfOther(tag.name, open: last.name), at: tag.place, related: [last.place])
      // What was meant is taken off, or all that follows would seem wrong as well.
      let meant = open.lastIndex { $0.name == tag.name } ?? open.endIndex - 1
      open.removeSubrange(meant...)
      return nil
    }
    open.removeLast()
    return .close
  }

  /// The value that a tag names, the innermost list's first.
  private func value(_ tag: TemplateTag, open: [Section]) -> NarrativeValue? {
    let scopes = open.reversed().compactMap(\.items) + [values.values]
    for scope in scopes {
      if let value = scope.first(where: { $0.key == tag.name }) { return value }
    }
    // A value with faults of its own has been told of.
    guard values.isKnown, !values.faulty.contains(tag.name), !open.contains(where: \.isUnknown)
    else { return nil }
    let lists = values.values.filter { value in
      if case .list(let list) = value.content {
        list.values.contains { $0.key == tag.name }
      } else {
        false
      }
    }
    log.report(
      TemplateFault.unknownValue(
        tag.name, inList: lists.first?.key, known: scopes.flatMap { $0 }.map(\.key)),
      at: tag.place)
    return nil
  }
}

extension NarrativeValue {
  fileprivate var isList: Bool { if case .list = content { true } else { false } }
}
