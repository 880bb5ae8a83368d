internal import Diagnostics
public import Layouts

/// The page that lists the checks of a set: docs/checks.md, generated so that it is never out of date.
public func checksPage(of set: LayoutSet) -> String {
  let parts: [(title: String, words: String, checks: [CheckLayout])] = [
    (
      "卷宗的检查",
      "`gongkai check 卷宗` 和 `gongkai build` 都查；`审核说明.yaml` 用“检查”和“位置”引用。",
      set.checks.filter { !$0.isIdentity }
    ),
    (
      "表内、表间的恒等式",
      "gongkai 生成的表由构成方式保证成立，所以只在审核读入的文件（`gongkai check 文件`）时查。"
        + "各数四舍五入造成的尾差（n 个加数允许 0.005 × (n + 1)）作为提示列出，超出的是错误。",
      set.checks.filter(\.isIdentity)
    ),
  ]
  var lines = [
    "# 检查一览", "",
    "*The checks of `\(set.name)`, generated from the layout set; a test holds this page current.*",
    "",
    "级别：错误要改正，有错误不生成公开文件；警告要改正或写明理由；提示供参考。写法见 [checks-guide.md](checks-guide.md)。",
  ]
  for part in parts {
    lines += ["", "## \(part.title)", "", part.words, ""]
    lines += ["| 编号 | 级别 | 应当 | 公式或查法 | 不成立时 |", "|---|---|---|---|---|"]
    lines += part.checks.map { check in
      let cells = [
        "`\(check.id)`", check.severity.words, check.words, check.rule.words, check.mend,
      ]
      return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

extension CheckLayout.Rule {
  /// The rule as the page shows it.
  fileprivate var words: String {
    switch self {
    case .formula(let check):
      let condition = check.conditionText.map { "，限 `\($0)`" } ?? ""
      return "`\(check.text)`\(condition)"
    case .dossier(let check): return check.words
    }
  }
}
