internal import Diagnostics
internal import SourceFiles

/// An entry of the folder of self-evaluations whose name is no UTF-8, so that it cannot be read.
struct ForeignEvaluation: Fault {
  let name: ForeignName

  var wording: FaultWording {
    FaultWording(
      code: "D293", what: "文件名 \(name.shown) 不是 UTF-8 编码的，读不出这张自评表",
      expected: "UTF-8 编码的文件名", mend: name.mend)
  }
}
