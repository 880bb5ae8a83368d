internal import FoundationEssentials
internal import Glibc
internal import Submission

/// A folder of its own among the system's temporary files, for work that nobody keeps.
struct TemporaryFolder {
  let url: URL

  /// Makes it; only its owner may look into it.
  init() throws(MachineFailure) {
    let place = FileManager.default.temporaryDirectory
    var template = Array(place.appendingPathComponent("gongkai-XXXXXX").path.utf8CString)
    guard mkdtemp(&template) != nil else {
      throw MachineFailure("不能在 \(place.path) 建立临时文件夹", mend: "检查磁盘空间和写权限，或设置环境变量 TMPDIR")
    }
    let path = template.dropLast().map { UInt8(bitPattern: $0) }
    url = URL(fileURLWithPath: String(decoding: path, as: UTF8.self))
  }

  /// Takes it away with all that is in it.
  func remove() { try? FileManager.default.removeItem(at: url) }
}
