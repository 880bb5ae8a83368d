internal import Diagnostics
internal import FoundationEssentials
internal import Glibc

/// A folder of its own among the system's temporary files, for work that nobody keeps.
struct TemporaryFolder {
  let url: URL

  /// Makes it; only its owner may look into it.
  init() throws(VerificationFault) {
    let place = FileManager.default.temporaryDirectory
    var template = Array(place.appendingPathComponent("gongkai-XXXXXX").path.utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .temporaryFolder(place.path, SystemReason())
    }
    let path = template.dropLast().map { UInt8(bitPattern: $0) }
    url = URL(fileURLWithPath: String(decoding: path, as: UTF8.self))
  }

  /// Takes it away with all that is in it.
  func remove() { try? FileManager.default.removeItem(at: url) }
}
