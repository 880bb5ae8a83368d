internal import Diagnostics

/// What the machine does not do for a build: disk, permissions, another run.
enum MachineFault: Error, Fault {
  case folder(String, SystemReason)
  case lock(folder: String, SystemReason)
  /// Another run holds the folder.
  case held
  /// What a run that did not end has left behind.
  case leftovers(String, SystemReason)
  /// A file that no build made, with the name of one that this build makes.
  case foreignFile(String)
  case exchange(String, SystemReason)
  case placing(String, SystemReason)
  /// A folder in which an interrupted run has not replaced all files, nor can this one.
  case unfinished(String, SystemReason)
  /// Font files that were read a moment ago.
  case fontsGone
  case pdf(String, reason: String)
  case file(String, SystemReason)
  case dossier(String, SystemReason)

  var wording: FaultWording {
    switch self {
    case .folder(let path, let reason): told("X300", "不能建立文件夹 \(path)", reason)
    case .lock(let folder, let reason): told("X310", "不能写入 \(folder)", reason)
    case .held:
      told("X311", "另一个 gongkai 正在写同一个文件夹", "同一时间只有一个 gongkai 写它", "等它结束后再运行一次")
    case .leftovers(let path, let reason): told("X312", "不能清除上次未完成的文件夹 \(path)", reason)
    case .foreignFile(let path):
      told(
        "X313", "\(path) 不是 gongkai 生成的，却与要写的文件同名", "同名的文件都是 gongkai 生成的",
        "把这个文件移走或改名，或用 --out 换一个文件夹")
    case .exchange(let path, let reason): told("X315", "不能替换 \(path) 里的文件", reason)
    case .placing(let path, let reason): told("X316", "不能把新做好的文件夹移到 \(path)", reason)
    case .unfinished(let path, let reason):
      told("X321", "上次没有替换完 \(path) 里的文件，现在也不能替换完", reason)
    case .fontsGone:
      told("X317", "字体刚才还在，现在读不出来", "运行时 Fonts 文件夹不变", "检查 Fonts 文件夹，再运行一次")
    case .pdf(let name, let reason):
      told(
        "X318", "不能做出 \(name)（程序库报告：\(reason)）", "程序库正常，内存足够",
        "再运行一次；若仍如此，这是程序的缺陷，请连同此信息报告")
    case .file(let name, let reason): told("X319", "不能写入 \(name)", reason)
    case .dossier(let path, let reason): told("X320", "不能建立卷宗 \(path)", reason)
    }
  }

  private func told(_ code: String, _ what: String, _ reason: SystemReason) -> FaultWording {
    told(code, "\(what)：\(reason.what)", reason.expected, reason.mend)
  }

  private func told(
    _ code: String, _ what: String, _ expected: String, _ mend: String
  ) -> FaultWording {
    FaultWording(code: code, cause: .machine, what: what, expected: expected, mend: mend)
  }
}
