internal import Diagnostics

/// What can be wrong with a catalogue of account names.
enum CatalogueFault: Fault {
  case header(expected: [String])
  /// A line that is not an account's code and name.
  case line(chart: String)
  case repeatedAccount(String)

  var wording: FaultWording {
    switch self {
    case .line(let chart):
      FaultWording(
        code: "L114", what: "科目目录的这一行不是“代码,名称”", expected: "\(chart)科目代码和名称各一栏",
        mend: "核对代码位数和栏数")
    case .header(let expected):
      FaultWording(
        code: "L142", what: "科目目录的表头不对", expected: expected.joined(separator: ","),
        mend: "第一行改为上列各栏")
    case .repeatedAccount(let code):
      FaultWording(
        code: "L143", what: "科目 \(code) 写了两遍", expected: "每个代码一行", mend: "删去其中一行")
    }
  }
}
