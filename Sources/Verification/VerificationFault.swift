internal import Diagnostics

/// What the machine does not do for a verification.
enum VerificationFault: Error, Fault {
  case temporaryFolder(String)
  case references(String)
  case temporaryFile(String)
  case folder(String)

  var wording: FaultWording {
    switch self {
    case .temporaryFolder(let path):
      told("X330", "不能在 \(path) 建立临时文件夹", "可以写入的位置", "检查磁盘空间和写权限，或设置环境变量 TMPDIR")
    case .references(let name):
      told("X331", "不能改写 \(name) 里的对照文件", "可以改写的文件", "检查磁盘空间和写权限，再运行一次")
    case .temporaryFile(let path):
      told("X332", "不能写临时文件 \(path)", "磁盘可写且有空间", "检查磁盘空间和写权限，再运行一次")
    case .folder(let name):
      told("X333", "不能建立文件夹 \(name)", "可以写入的位置，磁盘有空间", "检查磁盘空间和写权限")
    }
  }

  private func told(
    _ code: String, _ what: String, _ expected: String, _ mend: String
  ) -> FaultWording {
    FaultWording(code: code, cause: .machine, what: what, expected: expected, mend: mend)
  }
}
