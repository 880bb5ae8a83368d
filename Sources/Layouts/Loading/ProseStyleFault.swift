internal import Diagnostics

/// What can be wrong with the style of running text beyond a single number.
enum ProseStyleFault: Fault {
  /// A list with a style a level that has too few or too many of them.
  case levels(String, count: Int, range: String)

  var wording: FaultWording {
    switch self {
    case .levels(let key, let count, let range):
      FaultWording(
        code: "L128", what: "\(key) 有 \(count) 级", expected: "\(range) 级", mend: "每级标题写一项")
    }
  }
}
