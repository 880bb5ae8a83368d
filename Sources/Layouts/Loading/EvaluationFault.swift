internal import Diagnostics

/// What can be wrong with a set's rules for self-evaluations.
enum EvaluationRulesFault: Fault {
  case points(key: String, String)
  case weights(name: String, sum: String, needed: String)
  case grades([String])
  case repeatedAnalysis(String)
  case fileName(key: String, String, example: String)

  var wording: FaultWording {
    switch self {
    case .points(let key, let text):
      FaultWording(
        code: "L140", what: "\(key): \(text) 不是分数", expected: "不小于 0 的数，最多两位小数",
        mend: "改为分数")
    case .weights(let name, let sum, let needed):
      FaultWording(
        code: "L181", what: "“\(name)”最多 \(sum) 分", expected: "\(needed) 分",
        mend: "核对各部分的 points 和 total")
    case .grades(let words):
      FaultWording(
        code: "L182", what: "各等级的最低分没有从高到低排到 0",
        expected: words.isEmpty ? "至少一个等级" : words.joined(separator: " > ") + " = 0",
        mend: "改正各等级的最低分")
    case .repeatedAnalysis(let label):
      FaultWording(
        code: "L183", what: "分析的行“\(label)”写了两次", expected: "每行一次", mend: "删去其中一个")
    case .fileName(let key, let text, let example):
      FaultWording(
        code: "L184", what: "\(key): \(text)", expected: "版式文件夹里的一个文件名",
        mend: "例如 \(key): \(example)")
    }
  }
}

/// What can be wrong with the cells of an evaluation's form.
enum EvaluationCellFault: Fault {
  /// None or several of the keys of which there must be one.
  case content([String], of: [String])
  /// A number format of another kind than the figure.
  case format(String, needed: String)
  /// `group` on a figure, or on a row that stands alone.
  case group(isFigure: Bool)
  case sameHeading(figure: String, text: String)
  case unnamedRow

  var wording: FaultWording {
    switch self {
    case .content(let written, let keys):
      FaultWording(
        code: "L141",
        what: written.isEmpty ? "没有说明这一格印什么" : "\(written.joined(separator: "、")) 写在了一起",
        expected: "\(keys.joined(separator: "、")) 中的一个",
        mend: written.isEmpty ? "补上其中一个" : "留下一个")
    case .format(let name, let needed):
      FaultWording(
        code: "L185", what: "数字格式“\(name)”不是 \(needed) 格式",
        expected: "formats 中的一个 \(needed) 格式", mend: "改用另一个格式，或在 formats 中补上")
    case .group(let isFigure):
      FaultWording(
        code: "L186", what: "group 用在了\(isFigure ? "数" : "单独的一行")上",
        expected: "只用在 records 的文字上", mend: "删去 group")
    case .sameHeading(let figure, let text):
      FaultWording(
        code: "L187", what: "数“\(figure)”和同一行的另一个数，表头都是“\(text)”",
        expected: "一行里各数的标题连同上级标题各不相同", mend: "在 header 中区分两列")
    case .unnamedRow:
      FaultWording(
        code: "L188", what: "这一行有数，却没有文字", expected: "行里有 text，地址用它称呼这一行",
        mend: "补上 text")
    }
  }
}
