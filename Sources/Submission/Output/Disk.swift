internal import CSystem
internal import Diagnostics
internal import FoundationEssentials
internal import Glibc

/// The changes that an output folder goes through on a disk, each of which may be refused.
struct Disk: Sendable {
  /// A kind of change.
  enum Change: Hashable, Sendable {
    case makeFolder, exchange, move, link, copy, write, remove
  }

  /// Asked before each change; an error number stands for the disk's refusal.
  ///
  /// Tests refuse what disks of other machines do.
  var refusal: @Sendable (Change) -> Int32? = { _ in nil }

  private func ask(_ change: Change) throws(SystemReason) {
    if let number = refusal(change) { throw SystemReason(number) }
  }

  /// Makes a folder that is not there.
  func makeFolder(_ url: URL) throws(SystemReason) {
    try ask(.makeFolder)
    guard mkdir(url.path, 0o777) == 0 else { throw SystemReason() }
  }

  /// Exchanges two folders in one step.
  func exchange(_ one: URL, _ other: URL) throws(SystemReason) {
    try ask(.exchange)
    guard exchange_paths(one.path, other.path) == 0 else { throw SystemReason() }
  }

  /// Gives a file or folder another name; a file of that name is replaced in one step.
  func move(_ from: URL, to target: URL) throws(SystemReason) {
    try ask(.move)
    guard rename(from.path, target.path) == 0 else { throw SystemReason() }
  }

  /// Gives a file a second name.
  func link(_ file: URL, to name: URL) throws(SystemReason) {
    try ask(.link)
    guard Glibc.link(file.path, name.path) == 0 else { throw SystemReason() }
  }

  /// Copies a plain file.
  func copy(_ file: URL, to target: URL) throws(SystemReason) {
    try ask(.copy)
    guard let data = try? Data(contentsOf: file) else { throw SystemReason(EIO) }
    try writeFile(data, to: target)
  }

  /// Writes a file, all of it or nothing.
  func write(_ data: Data, to url: URL) throws(SystemReason) {
    try ask(.write)
    try writeFile(data, to: url)
  }

  /// Removes a file, or a folder with all that is in it; nothing where nothing is there.
  func remove(_ url: URL) throws(SystemReason) {
    guard exists(url) else { return }
    try ask(.remove)
    errno = 0
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      throw SystemReason(errno == 0 ? EIO : errno)
    }
  }

  /// Waits until a file or folder is on the disk itself; a disk that cannot tell is trusted.
  func settle(_ url: URL) {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Whether something of that name is there, a link that leads nowhere included.
  func exists(_ url: URL) -> Bool {
    var status = stat()
    return lstat(url.path, &status) == 0
  }

  /// Whether two names are of one and the same file.
  func areSame(_ one: URL, _ other: URL) -> Bool {
    var (first, second) = (stat(), stat())
    return lstat(one.path, &first) == 0 && lstat(other.path, &second) == 0
      && first.st_ino == second.st_ino && first.st_dev == second.st_dev
  }
}
