internal import Diagnostics

/// What keeps a command that compares from its report or its references.
enum ReportFault: Error, Fault {
  case file(String, SystemReason)
  /// A place where something stands that is no report.
  case place(String, isFolder: Bool)
  /// Both reports in one file.
  case samePlace(String)
  case updateInIntegration

  var wording: FaultWording {
    switch self {
    case .file(let name, let reason):
      FaultWording(
        code: "X340", cause: .machine, what: "不能写入 \(name)：\(reason.what)",
        expected: reason.expected, mend: reason.mend)
    case .place(let name, let isFolder):
      FaultWording(
        code: "X412", cause: .usage,
        what: isFolder ? "报告不能写到 \(name)：这是一个文件夹" : "报告不能写到 \(name)：它已经存在，又不是这种报告，没有动它",
        expected: "还没有的文件，或上次的报告", mend: "换一个文件名，或先把它移走")
    case .samePlace(let name):
      FaultWording(
        code: "X414", cause: .usage, what: "--json 和 --junit 都要写到 \(name)",
        expected: "两个不同的文件", mend: "给其中一个换一个文件名")
    case .updateInIntegration:
      FaultWording(
        code: "X408", cause: .usage, what: "持续集成中（设了环境变量 CI）不能改写对照文件",
        expected: "在自己的机器上改写、核对、提交", mend: "在自己的机器上用 --update")
    }
  }
}
