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
      report(caption, "表题后面不是表", "下一行是表头：| … | … |", "把表题写在紧靠表的上一行，或删去")
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
      report(caption, "表题后面不是表", "下一行是表头：| … | … |", "把表题写在紧靠表的上一行，或删去")
    }
    if let landscape {
      report(
        landscape.place, "横向的一段没有结束", ProseMark.portrait.rawValue,
        "在这一段的末尾另起一行写 \(ProseMark.portrait.rawValue)")
    }
  }

  private mutating func check(
    _ line: TemplateLine, _ cells: [[TemplateScanner.Piece]], next: TemplateLine?,
    at place: SourcePlace, sections: [SourcePlace]
  ) {
    guard line.isClosedRow else {
      return report(place, "表的一行没有以“|”结束", "| … | … |，写在一行里", "在行末补上“|”")
    }
    checkSections(of: cells, at: place)
    if isRuleNext {
      isRuleNext = false
      return checkCount(cells.count, at: place, "横线")
    }
    guard table == nil || line.rule != nil || next?.rule != nil else {
      return checkCount(cells.count, at: place, "这一行")
    }
    // A header: the first row, or one above a rule.
    guard line.rule == nil, next?.rule != nil else {
      report(
        place, "表没有表头，或表头下面没有横线", "表头一行，下面一行 | :-- | --: |，再写各行",
        "补上表头和横线；“--:”是右对齐，横线的长短是列宽的比例")
      // The rows below would say the same.
      table = OpenTable(header: place, columns: cells.count, sections: sections)
      caption = nil
      return
    }
    if line.hasTagsAround || next?.hasTagsAround == true {
      report(place, "表头或横线的一行里有段的标记", "{{#…}} 和 {{/…}} 另起一行", "把标记移到表头之上或表之下")
    }
    table = OpenTable(header: place, columns: cells.count, sections: sections)
    caption = nil
    isRuleNext = true
  }

  private func checkCount(_ count: Int, at place: SourcePlace, _ what: String) {
    guard let table, count != table.columns else { return }
    log.error(
      "137", at: place, what: "\(what)有 \(count) 格，表头有 \(table.columns) 格",
      expected: "\(table.columns) 格", mend: "补上或删去“|”", related: [table.header])
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
      return report(
        place, "一段跨过了表格的格子", "{{#…}} 和 {{/…}} 在同一格里，或在整行之外", "把标记移到格子里或整行的两端")
    }
  }

  /// A table ends within the sections in which it began.
  private mutating func endTable(at place: SourcePlace, sections: [SourcePlace]) {
    guard let table else { return }
    self.table = nil
    guard sections != table.sections, sections.starts(with: table.sections) else { return }
    log.error(
      "137", at: place, what: "重复的各行之间有别的文字", expected: "段里只有表格的行",
      mend: "先用 {{/…}} 结束这一段，再写别的文字", related: [table.header])
  }

  private mutating func check(
    _ mark: ProseMark, _ line: TemplateLine, at place: SourcePlace, sections: [SourcePlace]
  ) {
    let rest = line.plainText.map { $0.filter { $0 != " " && $0 != "\t" } }
    guard mark == .caption || rest == mark.rawValue else {
      return report(place, "“\(mark.rawValue)”和别的文字在一行里", "\(mark.rawValue) 单独一行", "另起一行")
    }
    switch mark {
    case .pageBreak: break
    case .caption:
      caption = place
      if line.hasTagsAround {
        report(place, "表题的一行里有段的标记", "{{#…}} 和 {{/…}} 另起一行", "把标记移到表题之上或表之下")
      }
    case .landscape:
      if let landscape {
        log.error(
          "137", at: place, what: "横向的一段里又开始一段", expected: ProseMark.portrait.rawValue,
          mend: "先结束前一段，或删去", related: [landscape.place])
      }
      landscape = (place, sections)
    case .portrait:
      guard let landscape else {
        return report(
          place, "前面没有开始的横向一段", ProseMark.landscape.rawValue,
          "补上 \(ProseMark.landscape.rawValue)，或删去")
      }
      self.landscape = nil
      guard landscape.sections != sections else { return }
      log.error(
        "137", at: place, what: "横向一段的开始和结束不在同一段里", expected: "都在 {{#…}} 之内，或都在之外",
        mend: "移动其中一行", related: [landscape.place])
    }
  }

  /// A line of one word in brackets is meant for a mark.
  private func checkBrackets(_ line: TemplateLine, at place: SourcePlace) {
    guard let text = line.plainText?.filter({ $0 != " " }), text.hasPrefix("["),
      text.hasSuffix("]"),
      text.count <= 8
    else { return }
    let marks = ProseMark.allCases.map(\.rawValue)
    report(
      place, "不认识的标记“\(text)”", marks.joined(separator: "、"),
      nearest(to: text, among: marks).map { "您是否想写“\($0)”？" } ?? "改为上列之一；正文里用全角括号")
  }

  private func report(_ place: SourcePlace, _ what: String, _ expected: String, _ mend: String) {
    log.error("137", at: place, what: what, expected: expected, mend: mend)
  }
}
