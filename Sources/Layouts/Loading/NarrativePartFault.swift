internal import Diagnostics

/// What can be wrong with the parts of a document.
enum NarrativePartFault: Fault {
  /// So many parts of forms or of self-evaluations, where there must be one.
  case count(String, what: String, Int)
  /// Cover or contents without parts.
  case noParts
  case noEvaluations
  /// None or several of the keys of which a part has one.
  case choice([String], of: [String])
  case templatePath(String)

  var wording: FaultWording {
    switch self {
    case .count(let key, let what, let count):
      FaultWording(
        code: "L130", what: "parts 里有 \(count) 个 \(key)", expected: "正好一个 \(key)：\(what)",
        mend: count == 0 ? "补上 \(key)" : "留下一个")
    case .noParts:
      FaultWording(
        code: "L200", what: "写了封面或目录，却没有 parts", expected: "parts 列出文档的各部分",
        mend: "补上 parts，或删去 cover 和 contents")
    case .noEvaluations:
      FaultWording(
        code: "L201", what: "parts 里有 evaluations，版式却没有 evaluation",
        expected: "evaluation 说明自评表怎样打分、怎样印", mend: "补上 evaluation，或删去这一部分")
    case .choice(let written, let kinds):
      FaultWording(
        code: "L202",
        what: written.isEmpty ? "没有说明这一部分是什么" : "\(written.joined(separator: "、")) 写在了一起",
        expected: "\(kinds.joined(separator: "、")) 中的一个",
        mend: written.isEmpty ? "补上其中一个" : "分成几个部分")
    case .templatePath(let path):
      FaultWording(
        code: "L203", what: "模板“\(path)”不在版式的文件夹里", expected: "版式文件夹以下的路径",
        mend: "例如 narrative/part1.mustache")
    }
  }
}
