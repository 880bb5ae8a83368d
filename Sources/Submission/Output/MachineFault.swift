internal import Diagnostics

/// What the machine does not do for a build: disk, permissions, another run.
enum MachineFault: Error, Fault {
  case folder(String)
  case lock(folder: String, reason: String)
  /// Another run holds the folder.
  case held
  /// What a run that did not end has left behind.
  case leftovers(String)
  /// A file that no build made, with the name of one that this build makes.
  case foreignFile(String)
  case carryOver(String)
  case exchange(String, reason: String)
  case placing(String, reason: String)
  /// Font files that were read a moment ago.
  case fontsGone
  case pdf(String, reason: String)
  case file(String)
  case dossier(String)

  var wording: FaultWording {
    switch self {
    case .folder(let path):
      told("X300", "不能建立文件夹 \(path)", "可以写入的位置，磁盘有空间", "检查磁盘空间和写权限，或用 --out 换一个位置")
    case .lock(let folder, let reason):
      told("X310", "不能写入 \(folder)（\(reason)）", "可以写入的文件夹", "检查写权限，或用 --out 换一个位置")
    case .held:
      told("X311", "另一个 gongkai 正在写同一个文件夹", "同一时间只有一个 gongkai 写它", "等它结束后再运行一次")
    case .leftovers(let path):
      told("X312", "不能清除上次未完成的文件夹 \(path)", "可以删除的文件夹", "手工删除这个文件夹，再运行一次")
    case .foreignFile(let path):
      told(
        "X313", "\(path) 不是 gongkai 生成的，却与要写的文件同名", "同名的文件都是 gongkai 生成的",
        "把这个文件移走或改名，或用 --out 换一个文件夹")
    case .carryOver(let path):
      told("X314", "不能保留 \(path)", "可以复制的文件", "检查磁盘空间和读写权限，或把这个文件移走")
    case .exchange(let path, let reason):
      told("X315", "不能替换 \(path)（\(reason)）", "可以改名的文件夹", "检查写权限；关闭正在使用其中文件的程序，再运行一次")
    case .placing(let path, let reason):
      told("X316", "不能把新做好的文件夹移到 \(path)（\(reason)）", "可以写入的位置", "检查写权限，再运行一次")
    case .fontsGone:
      told("X317", "字体刚才还在，现在读不出来", "运行时 Fonts 文件夹不变", "检查 Fonts 文件夹，再运行一次")
    case .pdf(let name, let reason):
      told("X318", "不能写出 \(name)（\(reason)）", "磁盘可写且有空间", "检查磁盘空间和写权限，再运行一次")
    case .file(let name):
      told("X319", "不能写入 \(name)", "磁盘可写且有空间", "检查磁盘空间和写权限")
    case .dossier(let path):
      told("X320", "不能建立卷宗 \(path)", "可以写入的位置，磁盘有空间", "检查磁盘空间和写权限，或换一个位置")
    }
  }

  private func told(
    _ code: String, _ what: String, _ expected: String, _ mend: String
  ) -> FaultWording {
    FaultWording(code: code, cause: .machine, what: what, expected: expected, mend: mend)
  }
}
