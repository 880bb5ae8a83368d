public import Diagnostics

/// What keeps a file from being laid over another one.
public enum OverlayFault: FileFormatFault {
  /// An item that the list below does not have, with those that it has.
  case noSuchItem(String, among: [String])
  /// An item that is to be new and that the list below has.
  case alreadyThere(String)

  /// How the fault is told of a file of a family.
  public func wording(in family: String) -> FaultWording {
    switch self {
    case .noSuchItem(let id, let ids):
      FaultWording(
        code: "\(family)020", what: "上一级没有“\(id)”，无从改起",
        expected: "上一级有的一项；新加的一项写明加在哪里",
        mend: nearest(to: id, among: ids).map { "您是否想写“\($0)”？" }
          ?? "改正名称；新加的写在 +: 之下，或写 after: 或 before: 和相邻一项的名称")
    case .alreadyThere(let id):
      FaultWording(
        code: "\(family)028", what: "“\(id)”写在 +: 之下，上一级已经有这一项",
        expected: "+: 之下都是新加的", mend: "要改的，写“\(id): …”，不写在 +: 之下；要新加的，换一个名称")
    }
  }
}
