internal import Diagnostics

/// What of the text's values is declared and cited nowhere.
enum NarrativeCitation {
  /// Code, name and expectation of what has no use; of values they may also be quoted by clerks.
  static func idle(_ kind: SetUsage.Kind) -> (String, String, String) {
    switch kind {
    case .indicator: ("L283", "指标", "priorYear 里的每个指标都有一个值取用")
    case .value, .wording, .fact, .format:
      ("L281", kind == .wording ? "写法" : "值", "每个值都有模板引用，每种写法都有值采用")
    }
  }
}

/// A sentence's list that can never have an item.
enum NarrativeCitationFault: Fault {
  /// Accounts that no row of a form can be below.
  case outsideForm(String, form: String)

  var wording: FaultWording {
    switch self {
    case .outsideForm(let code, let form):
      FaultWording(
        code: "L277", what: "“\(form)”里没有 \(code) 下面的科目，这样什么也列不出",
        expected: "表里列出的科目，或它们的上级", mend: "核对科目代码和表号")
    }
  }
}
