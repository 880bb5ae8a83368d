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
      for difference in shown { lines += EntryText.lines(of: difference) }
    }
    let hidden = differences.count - (limit.map { min($0, differences.count) } ?? differences.count)
    if hidden > 0 { lines.append("另有 \(hidden) 处差异没有列出") }
    for use in rules where use.count > 0 {
      lines.append("忽略 \(use.count) 处：\(use.rule.reason)（\(use.rule.place)）")
    }
    return lines.joined(separator: "\n") + "\n" + summary + "\n"
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
