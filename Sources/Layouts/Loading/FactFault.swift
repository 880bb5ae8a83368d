internal import Diagnostics

/// What can be wrong with the declaration of a fact, or with what cites it.
enum FactFault: Fault {
  case undeclared(String, known: [String])
  /// A fact of a kind that is no use where it is cited; `isFigure` where a figure is wanted.
  case otherKind(String, kind: String, needed: String, isFigure: Bool)
  case repeated(String)
  /// A path below one that is a fact itself.
  case belowAnother(String, above: String)
  case moneyUnit(String, unit: String, needed: String)
  case byAccountAndUnit(String)
  case emptyKey(String)
  /// A path that begins like what department.yaml says of itself.
  case identity(String, key: String, reserved: [String])

  var wording: FaultWording {
    switch self {
    case .undeclared(let path, let known):
      FaultWording(
        code: "L112", what: "版式没有声明事实“\(path)”", expected: "set.yaml 的 facts 中的一个 path",
        mend: correction(of: path, among: known, otherwise: "先在 set.yaml 的 facts 中声明"))
    case .otherKind(let path, let kind, let needed, let isFigure):
      FaultWording(
        code: "L144", what: "事实“\(path)”是\(kind)" + (isFigure ? "，不能作为数字打印" : ""),
        expected: needed, mend: "改用另一个事实，或改它的 type")
    case .repeated(let path):
      FaultWording(
        code: "L145", what: "事实“\(path)”声明了两遍", expected: "每个 path 一次", mend: "删去其中一个")
    case .belowAnother(let path, let above):
      FaultWording(
        code: "L146", what: "“\(path)”在“\(above)”之下，而后者本身是一个事实",
        expected: "一个键之下要么是值，要么是下级的键", mend: "改其中一个的 path")
    case .moneyUnit(let path, let unit, let needed):
      FaultWording(
        code: "L147", what: "金额“\(path)”的单位是“\(unit)”", expected: "unit: \(needed)",
        mend: "填报的金额一律以\(needed)为单位，改为 \(needed)")
    case .byAccountAndUnit(let path):
      FaultWording(
        code: "L148", what: "事实“\(path)”既按科目又按单位", expected: "其中一种", mend: "去掉 byUnit")
    case .emptyKey(let path):
      FaultWording(
        code: "L149", what: "事实的 path“\(path)”有空的一段", expected: "键.键.键",
        mend: "去掉多余的点号")
    case .identity(let path, let key, let reserved):
      FaultWording(
        code: "L150", what: "事实的 path“\(path)”以“\(key)”开头，那是 department.yaml 自己的栏目",
        expected: "不以 \(reserved.joined(separator: "、")) 开头的 path", mend: "换一个开头")
    }
  }
}
