internal import Diagnostics

/// What can be wrong with the money at a glance.
enum GlanceFault: Fault {
  /// An amount that is not made of cells alone.
  case otherSource(String)
  /// A number of things where money is shown.
  case count(String)
  /// A set whose numbers are printed in no format of money.
  case format

  var wording: FaultWording {
    switch self {
    case .otherSource(let name):
      FaultWording(
        code: "L292", what: "glance 的“\(name)”不全取自表里的格", expected: "cell，或 cell 的 add、subtract",
        mend: "改用印出这个数的那一格")
    case .count(let name):
      FaultWording(
        code: "L293", what: "glance 的“\(name)”是数量", expected: "金额的格", mend: "改用金额的格，或删去这一项")
    case .format:
      FaultWording(
        code: "L294", what: "glance 没有可用的金额格式", expected: "printing 的 format 是金额格式",
        mend: "改正 printing 的 format，或删去 glance")
    }
  }
}
