/// The page that tells what every fact means, set by set: docs/facts.md, generated so that it is never
/// out of date.
///
/// - Parameter sets: the sets that it tells of, in its order; one whose facts are those of an earlier one
///   is not told twice.
public func factsPage(of sets: [LayoutSet]) -> String {
  var lines = [
    "# 事项一览", "",
    "*The facts that a dossier declares by each set, generated from the layout sets; a test holds this page"
      + " current.*",
    "",
    "填报工作簿的“事项”“文字”两张表（卷宗文件夹里是 department.yaml）要填的，都在这里。必填的一项也不能少，没有发生的填 0；"
      + "选填的，没有就空着。怎样填见[填报指南](clerk-guide.md)。",
  ]
  for (index, set) in sets.enumerated() {
    lines += ["", "## \(set.title)（`\(set.name)`）", ""]
    lines.append("单位类型：" + listed(set.unitTypes) + "。")
    lines += ["", "上年数的指标：" + listed(set.priorYearIndicators) + "。" + pairs(of: set)]
    if let same = sets[..<index].first(where: { $0.facts == set.facts }) {
      lines += ["", "事项与 `\(same.name)` 的相同。"]
    } else {
      lines += groups(of: set.facts)
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// What the set wants stated together.
private func pairs(of set: LayoutSet) -> String {
  set.priorYearTogether.map { listed($0) + "要填就都填。" }.joined()
}

private func listed(_ words: [String]) -> String {
  words.map { "“\($0)”" }.joined(separator: "、")
}

/// A table for each first key, in the order of the set.
private func groups(of facts: [FactDeclaration]) -> [String] {
  var keys: [String] = []
  for fact in facts where !keys.contains(fact.keys[0]) { keys.append(fact.keys[0]) }
  return keys.flatMap { key in
    ["", "### \(key)", "", "| 项目 | 填什么 | 要求 | 说明 |", "|---|---|---|---|"]
      + facts.filter { $0.keys[0] == key }.map { fact in
        let cells = [fact.path, fact.content, fact.isRequired ? "必填" : "选填", fact.meaning]
        return tableRow(cells)
      }
  }
}

/// A row of a table of a page.
func tableRow(_ cells: [String]) -> String {
  "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
}

extension FactDeclaration {
  /// What is written for it, with the unit that it is counted in.
  fileprivate var content: String {
    let kind: String =
      switch self.kind {
      case .money, .count: "\(self.kind.rawValue)（\(unit)）"
      case .text: self.kind.rawValue
      case .list: "文字，每条一行"
      case .textByAccount: "文字，每个科目一行"
      }
    return isByUnit ? kind + "，每个单位一行" : kind
  }
}
