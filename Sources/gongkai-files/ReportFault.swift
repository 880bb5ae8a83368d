internal import Diagnostics

/// What keeps a command that compares from its report or its references.
enum ReportFault: Error, Fault {
  case file(String)
  case updateInIntegration

  var wording: FaultWording {
    switch self {
    case .file(let name):
      FaultWording(
        code: "X340", cause: .machine, what: "不能写入 \(name)", expected: "可以写入的文件",
        mend: "检查文件夹是否存在、磁盘空间和写权限")
    case .updateInIntegration:
      FaultWording(
        code: "X408", cause: .usage, what: "持续集成中（设了环境变量 CI）不能改写对照文件",
        expected: "在自己的机器上改写、核对、提交", mend: "在自己的机器上用 --update")
    }
  }
}
