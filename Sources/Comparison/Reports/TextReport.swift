internal import Diagnostics

extension ComparisonReport {
  /// The report as a clerk reads it: form by form, old → new, and a line of summary at the end.
  ///
  /// - Parameters:
  ///   - limit: how many differences are printed at most; all are counted. Nil for no limit.
  ///   - isBrief: whether only the summary is printed.
  public func text(limit: Int? = 200, isBrief: Bool = false) -> String {
    guard !isBrief else { return summary + "\n" }
    var lines = ["比较：\(left) → \(right)（\(levelName)）"]
    var rest = limit ?? Int.max
    var open = differences[...]
    for group in groups {
      let count = open.prefix { $0.file == group.name.file && $0.group == group.name.group }.count
      let shown = open.prefix(min(count, rest))
      open = open.dropFirst(count)
      guard !shown.isEmpty else { continue }
      rest -= shown.count
      lines.append("\(heading(of: group))：\(count) 处")
      for difference in shown { lines += TextReport.lines(of: difference) }
    }
    let hidden = differences.count - (limit.map { min($0, differences.count) } ?? differences.count)
    if hidden > 0 { lines.append("另有 \(hidden) 处差异没有列出") }
    for use in rules where use.count > 0 {
      lines.append("忽略 \(use.count) 处：\(use.rule.reason)（\(use.rule.place)）")
    }
    return lines.joined(separator: "\n") + "\n" + summary + "\n"
  }

  /// The line of summary: whether both sides are equal, and the counts.
  public var summary: String {
    let verdict = isEqual ? "相同" : differences.isEmpty ? "没有比完" : "不同"
    return "\(verdict)：比较 \(comparedCount) 项，差异 \(differences.count) 处，忽略 \(ignoredCount) 处。"
  }

  private var levelName: String {
    switch level {
    case .figures: "按印出的数"
    case .content: "按内容"
    case .format: "按内容和格式"
    }
  }

  /// The file is named where several are compared.
  private func heading(of group: ComparedGroup) -> String {
    let files = Set(groups.map(\.name.file))
    let file = files.count > 1 || group.name.group.isEmpty ? group.name.file : ""
    return [file, group.name.group].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// The lines of a difference in the text report.
enum TextReport {
  /// Texts longer than this are shortened around what differs.
  private static let shownLength = 60

  static func lines(of difference: Difference) -> [String] {
    let kind = ReportWords.kind(difference.kind)
    let property = difference.property.map { " " + ReportWords.property($0) } ?? ""
    var line = "  \(kind)\(property)"
    let address = ReportWords.place(difference.address)
    if !address.isEmpty, difference.group != address { line += " \(address)" }
    line += "  " + change(of: difference)
    var lines = [line, "      " + places(of: difference)]
    let sources = difference.right?.sources ?? []
    let known = sources.isEmpty ? difference.left?.sources ?? [] : sources
    if !known.isEmpty { lines.append("      来源：\(SourceLines.text(of: known))") }
    return lines
  }

  /// `29.25 → 29.30（+0.05 万元）`.
  private static func change(of difference: Difference) -> String {
    let (old, new) = shortened(difference.left?.value, difference.right?.value)
    switch difference.kind {
    case .missing: return old
    case .added: return new
    case .moved where old == new: return old
    default: break
    }
    guard let change = difference.change else { return "\(old) → \(new)" }
    let unit = difference.unit.map { $0 == "%" ? " 个百分点" : " " + $0 } ?? ""
    return "\(old) → \(new)（\(change)\(unit)）"
  }

  /// Where it stands on either side; once where both are the same.
  private static func places(of difference: Difference) -> String {
    let left = difference.left.map { ReportWords.place($0.at) }
    let right = difference.right.map { ReportWords.place($0.at) }
    switch (left, right) {
    case (let left?, let right?): return left == right ? "在 \(left)" : "左 \(left)，右 \(right)"
    case (let left?, nil): return "左 \(left)"
    case (nil, let right?): return "右 \(right)"
    case (nil, nil): return ""
    }
  }

  /// Both texts on one line each; of long ones the part that differs, with some of what is around.
  static func shortened(_ old: String?, _ new: String?) -> (String, String) {
    let (old, new) = (visible(old ?? ""), visible(new ?? ""))
    guard max(old.count, new.count) > shownLength else { return (named(old), named(new)) }
    guard !old.isEmpty, !new.isEmpty else { return (cut(old, from: 0), cut(new, from: 0)) }
    let common = zip(old, new).prefix { $0 == $1 }.count
    let start = max(0, common - 12)
    return (cut(old, from: start), cut(new, from: start))
  }

  private static func named(_ text: String) -> String { text.isEmpty ? "（空）" : text }

  private static func cut(_ text: String, from start: Int) -> String {
    guard !text.isEmpty else { return "（空）" }
    let rest = text.dropFirst(start)
    let shown = rest.prefix(shownLength)
    return (start > 0 ? "…" : "") + shown + (shown.count < rest.count ? "…" : "")
  }

  /// A text without breaks and signs that would steer a terminal.
  private static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: result.append(scalar == "\n" ? "／" : " ")
      case .lineSeparator, .paragraphSeparator, .format: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

/// The lines of a ledger in few words: `income.csv:2–30、32`.
enum SourceLines {
  /// More stretches than this are only counted.
  private static let shown = 8

  static func text(of sources: [SourcePlace]) -> String {
    var stretches: [(file: String, first: Int, last: Int)] = []
    var others: [String] = []
    for source in sources {
      guard source.line > 0 else {
        others.append(source.file)
        continue
      }
      let (file, line) = (source.file, source.line)
      if let last = stretches.last, last.file == file, last.last + 1 == line || last.last == line {
        stretches[stretches.count - 1].last = line
      } else {
        stretches.append((file, line, line))
      }
    }
    var file = ""
    var texts: [String] = []
    for stretch in stretches {
      let lines =
        stretch.first == stretch.last ? "\(stretch.first)" : "\(stretch.first)–\(stretch.last)"
      texts.append(stretch.file == file ? lines : "\(stretch.file):\(lines)")
      file = stretch.file
    }
    texts += others
    guard texts.count > shown else { return texts.joined(separator: "、") }
    return texts.prefix(shown).joined(separator: "、") + "等 \(sources.count) 行"
  }
}
