internal import Diagnostics
internal import SourceFiles

/// Checks the tables, page breaks and landscape stretches of a template, line by line.
///
/// What sections leave out when the template is rendered must leave whole tables and whole stretches:
/// a table begins and ends within the same sections, and so does a stretch.
struct TemplateTableChecks {
  let log: FindingLog

  /// A table whose header has been read.
  private struct OpenTable {
    let header: SourcePlace
    let columns: Int
    /// The sections around the header, by their places.
    let sections: [SourcePlace]
  }

  private var table: OpenTable?
  private var landscape: (place: SourcePlace, sections: [SourcePlace])?
  /// A caption whose table has not begun.
  private var caption: SourcePlace?
  /// Whether the row that follows is a rule.
  private var isRuleNext = false

  init(log: FindingLog) { self.log = log }

  /// Takes note of a line.
  ///
  /// - Parameters:
  ///   - next: the line below.
  ///   - before: the places of the sections that are open before the line's own tags.
  ///   - within: those that are open where it begins to print.
  mutating func check(
    _ line: TemplateLine, next: TemplateLine?, before: [SourcePlace], within: [SourcePlace]
  ) {
    if let open = table, !within.starts(with: open.sections) { table = nil }
    guard let place = line.place else { return }
    // What encloses the line's own tags as well.
    let common = zip(before, within).prefix { $0 == $1 }.map(\.0)
    let kind = line.kind
    if case .row(let cells) = kind {
      check(line, cells, next: next, at: place, sections: common)
      return
    }
    endTable(at: place, sections: common)
    if let caption {
      report(.captionAlone, at: caption)
      self.caption = nil
    }
    switch kind {
    case .mark(let mark): check(mark, line, at: place, sections: within)
    case .blank, .text, .row: checkBrackets(line, at: place)
    }
  }

  /// Reports what is open at the template's end.
  mutating func finish() {
    if let caption {
      report(.captionAlone, at: caption)
    }
    if let landscape {
      report(.openLandscape, at: landscape.place)
    }
  }

  private mutating func check(
    _ line: TemplateLine, _ cells: [[TemplateScanner.Piece]], next: TemplateLine?,
    at place: SourcePlace, sections: [SourcePlace]
  ) {
    guard line.isClosedRow else {
      return report(.openRow, at: place)
    }
    checkSections(of: cells, at: place)
    if isRuleNext {
      isRuleNext = false
      return checkCount(cells.count, at: place, isRule: true)
    }
    guard table == nil || line.rule != nil || next?.rule != nil else {
      return checkCount(cells.count, at: place, isRule: false)
    }
    // A header: the first row, or one above a rule.
    guard line.rule == nil, next?.rule != nil else {
      report(.noHeader, at: place)
      // The rows below would say the same.
      table = OpenTable(header: place, columns: cells.count, sections: sections)
      caption = nil
      return
    }
    if line.hasTagsAround || next?.hasTagsAround == true {
      report(.tagsInHeader, at: place)
    }
    table = OpenTable(header: place, columns: cells.count, sections: sections)
    caption = nil
    isRuleNext = true
  }

  private func checkCount(_ count: Int, at place: SourcePlace, isRule: Bool) {
    guard let table, count != table.columns else { return }
    report(
      .cellCount(count, header: table.columns, isRule: isRule), at: place,
      related: [table.header])
  }

  /// A section that begins in a cell ends in it.
  private func checkSections(of cells: [[TemplateScanner.Piece]], at place: SourcePlace) {
    for cell in cells {
      var (depth, least) = (0, 0)
      for case .tag(let tag) in cell {
        switch tag.kind {
        case .section, .inverted: depth += 1
        case .close: depth -= 1
        case .variable, .comment, .foreign: break
        }
        least = min(least, depth)
      }
      guard depth != 0 || least < 0 else { continue }
      return report(.sectionAcrossCells, at: place)
    }
  }

  /// A table ends within the sections in which it began.
  private mutating func endTable(at place: SourcePlace, sections: [SourcePlace]) {
    guard let table else { return }
    self.table = nil
    guard sections != table.sections, sections.starts(with: table.sections) else { return }
    report(.textBetweenRows, at: place, related: [table.header])
  }

  private mutating func check(
    _ mark: ProseMark, _ line: TemplateLine, at place: SourcePlace, sections: [SourcePlace]
  ) {
    let rest = line.plainText.map { $0.filter { $0 != " " && $0 != "\t" } }
    guard mark == .caption || rest == mark.rawValue else {
      return report(.markWithText(mark), at: place)
    }
    switch mark {
    case .pageBreak: break
    case .caption:
      caption = place
      if line.hasTagsAround {
        report(.tagsBesideCaption, at: place)
      }
    case .landscape:
      if let landscape {
        report(.landscapeInLandscape, at: place, related: [landscape.place])
      }
      landscape = (place, sections)
    case .portrait:
      guard let landscape else {
        return report(.portraitAlone, at: place)
      }
      self.landscape = nil
      guard landscape.sections != sections else { return }
      report(.landscapeAcrossSections, at: place, related: [landscape.place])
    }
  }

  /// A line of one word in brackets is meant for a mark.
  private func checkBrackets(_ line: TemplateLine, at place: SourcePlace) {
    guard let text = line.plainText?.filter({ $0 != " " }), text.hasPrefix("["),
      text.hasSuffix("]"),
      text.count <= 8
    else { return }
    report(.unknownMark(text), at: place)
  }

  private func report(
    _ fault: TemplateTableFault, at place: SourcePlace, related: [SourcePlace] = []
  ) {
    log.report(fault, at: place, related: related)
  }
}
