internal import Diagnostics

/// What the machine does not do for a verification.
enum VerificationFault: Error, Fault {
  case temporaryFolder(String, SystemReason)
  case references(String, SystemReason)
  case temporaryFile(String, SystemReason)
  case folder(String, SystemReason)
  case catalogue(String, SystemReason)
  case exported(String, SystemReason)

  var wording: FaultWording {
    switch self {
    case .temporaryFolder(let path, let reason):
      told("X330", "不能在 \(path) 建立临时文件夹", reason, "；也可以设置环境变量 TMPDIR")
    case .references(let name, let reason): told("X331", "不能改写 \(name) 里的对照文件", reason)
    case .temporaryFile(let path, let reason):
      told("X332", "不能写临时文件 \(path)", reason, "；也可以设置环境变量 TMPDIR")
    case .catalogue(let path, let reason): told("X334", "不能写入科目表 \(path)", reason)
    case .exported(let path, let reason): told("X335", "不能写入 \(path)", reason)
    case .folder(let name, let reason): told("X333", "不能建立文件夹 \(name)", reason)
    }
  }

  private func told(
    _ code: String, _ what: String, _ reason: SystemReason, _ further: String = ""
  ) -> FaultWording {
    FaultWording(
      code: code, cause: .machine, what: "\(what)：\(reason.what)", expected: reason.expected,
      mend: reason.mend + further)
  }
}
