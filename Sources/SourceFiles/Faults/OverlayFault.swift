public import Diagnostics

/// What keeps a file from being laid over another one.
public enum OverlayFault: FileFormatFault {
  /// An item that the list below does not have, with those that it has.
  case noSuchItem(String, among: [String])

  /// How the fault is told of a file of a family.
  public func wording(in family: String) -> FaultWording {
    switch self {
    case .noSuchItem(let id, let ids):
      FaultWording(
        code: "\(family)020", what: "上一级没有“\(id)”，无从改起",
        expected: "上一级有的一项；新加的一项写明加在哪里",
        mend: nearest(to: id, among: ids).map { "您是否想写“\($0)”？" }
          ?? "改正名称；新加的写 after: 或 before: 和相邻一项的名称")
    }
  }
}
