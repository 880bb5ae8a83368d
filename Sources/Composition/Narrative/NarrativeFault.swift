internal import Diagnostics

/// What can be wrong with the texts that a clerk writes for the narrative.
enum NarrativeFault: Fault {
  /// A name between double braces that is no address and no value.
  case unknownQuotation(String, guess: String?)
  /// Double braces that are never closed, with what follows them.
  case unclosed(String)
  /// An amount or a percentage that equals no figure.
  case stranger(String)
  /// A text that there ought to be, such as the reason for a change, with the sentence that it belongs
  /// to; empty where it stands alone.
  case missing(MissingText, sentence: String)

  var wording: FaultWording {
    switch self {
    case .unknownQuotation(let name, let guess):
      FaultWording(
        code: "D210", what: "文字里引用的“{{\(cut(name))}}”没有这个数",
        expected: "一格的公开地址（如 05!合计.1），或版式 narrative/values.yaml 里的一个数",
        mend: guess.map { "您是否想写“{{\($0)}}”？" } ?? "核对表号、行和栏；地址列在 figures.csv 里")
    case .unclosed(let rest):
      FaultWording(
        code: "D211", what: "文字里的“\(cut(rest))”没有结束", expected: "{{地址}}，两边各两个花括号",
        mend: "补上“}}”")
    case .stranger(let number):
      FaultWording(
        code: "D212", severity: .warning, what: "文字里写的“\(number)”与公开的任何一个数都不同",
        expected: "与报表或说明里的一个数相同", mend: "核对这个数；引用报表的数请写“{{地址}}”，由程序填入")
    case .missing(let text, let sentence): text.wording(sentence)
    }
  }

  private func cut(_ text: String) -> String {
    text.count > 30 ? text.prefix(30) + "……" : text
  }
}

extension MissingText {
  /// The warning, with the sentence that it is missing from; one code for each sort.
  fileprivate func wording(_ sentence: String) -> FaultWording {
    switch sort {
    case .reason:
      wording("D213", "变动较大，没有写原因：“\(sentence)”", kind: "一句原因", act: "写上原因")
    case .text:
      wording("D214", "没有写“\(path)”，说明里用到它", kind: "文字", act: "写上文字")
    case .number:
      wording(
        "D215", "没有填“\(path)”，说明里这一句因此没有数量：“\(sentence)”", kind: "一个数，没有的填 0",
        act: "填上数，没有的填 0")
    }
  }

  private func wording(
    _ code: String, _ what: String, kind: String, act: String
  ) -> FaultWording {
    FaultWording(
      code: code, severity: .warning, what: what,
      expected: "“\(path)\(key.map { ".\($0)" } ?? "")”：\(kind)",
      mend: "在 department.yaml 的“\(path)”" + (key.map { "之下写上“\($0): …”" } ?? "里\(act)"))
  }
}
