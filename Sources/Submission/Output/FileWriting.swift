internal import CSystem
public import Diagnostics
public import FoundationEssentials
internal import Glibc

/// Writes a file: all of it or nothing, for it is made beside and then takes the place.
///
/// A link is followed to what it leads to; what is no plain file, such as `/dev/null`, is written
/// into and stays what it is.
///
/// - Throws: why the system refuses it; of a full disk, how much is wanting.
public func writeFile(_ data: Data, to url: URL) throws(SystemReason) {
  let path = realPath(url.path) ?? url.path
  var former = stat()
  let exists = stat(path, &former) == 0
  if exists, former.st_mode & S_IFMT != S_IFREG {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemReason() }
    return try writeAll(data, to: descriptor, near: path)
  }
  let target = URL(fileURLWithPath: path)
  let beside = target.deletingLastPathComponent()
    .appendingPathComponent("\(temporaryPrefix)\(getpid())")
  unlink(beside.path)
  let descriptor = open(beside.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw SystemReason() }
  do throws(SystemReason) {
    if exists { fchmod(descriptor, former.st_mode & 0o7777) }
    try writeAll(data, to: descriptor, near: path)
    guard rename(beside.path, path) == 0 else { throw SystemReason() }
  } catch {
    unlink(beside.path)
    throw error
  }
}

/// Makes a folder and those above it, as far as they are not there.
public func makeFolders(_ url: URL) throws(SystemReason) {
  if mkdir(url.path, 0o777) == 0 { return }
  let reason = SystemReason()
  var status = stat()
  if reason.number == ENOENT, url.path != "/" {
    try makeFolders(url.deletingLastPathComponent())
    guard mkdir(url.path, 0o777) == 0 else { throw SystemReason() }
  } else if stat(url.path, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR {
    throw reason.number == EEXIST ? SystemReason(ENOTDIR) : reason
  }
}

/// Removes a file.
public func removeFile(_ url: URL) throws(SystemReason) {
  guard unlink(url.path) == 0 else { throw SystemReason() }
}

/// How the names of files begin that are not complete yet.
let temporaryPrefix = ".gongkai-"

/// The path with all links resolved; nil where nothing is there.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// Writes to an open file and closes it; a disk may refuse only then.
private func writeAll(
  _ data: Data, to descriptor: Int32, near path: String
) throws(SystemReason) {
  var rest = data[...]
  var failure: Int32 = 0
  while !rest.isEmpty, failure == 0 {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      failure = errno
    }
  }
  if close(descriptor) != 0, failure == 0 { failure = errno }
  guard failure == 0 else {
    throw SystemReason(failure, missing: max(1, rest.count - freeBytes(near: path)))
  }
}

/// The bytes that are free on the disk of a file.
private func freeBytes(near path: String) -> Int {
  var status = statvfs()
  let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
  guard statvfs(folder, &status) == 0 else { return 0 }
  return Int(
    clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).0)
}
