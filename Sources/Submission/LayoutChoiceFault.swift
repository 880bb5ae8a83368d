internal import Diagnostics

/// Why no layout set could be chosen.
enum LayoutChoiceFault: Error, Fault {
  /// Neither the dossier nor the command names one.
  case unnamed(known: [String])
  case unknown(String, known: [String])

  var wording: FaultWording {
    switch self {
    case .unnamed(let known):
      FaultWording(
        code: "D301", what: "没有说明用哪一套版式",
        expected: "“版式: …”，可用的有：\(known.joined(separator: "、"))",
        mend: "在 department.yaml 中写上版式，或用 --layout 指定")
    case .unknown(let name, let known):
      FaultWording(
        code: "D302", what: "没有名为“\(name)”的版式",
        expected: "下列之一：" + known.joined(separator: "、"),
        mend: correction(of: name, among: known, otherwise: "改为上列之一"))
    }
  }
}
