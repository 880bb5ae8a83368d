internal import CSystem
internal import Diagnostics
internal import FoundationEssentials
internal import Glibc

/// Holds a lock file for as long as it lives, so that two builds never share a folder.
final class FolderLock {
  private let descriptor: Int32
  private let path: String

  /// Locks a file, which is made where it is not there.
  ///
  /// - Returns: nil where another process holds it.
  init?(_ url: URL) throws(SystemReason) {
    path = url.path
    while true {
      let opened = try Self.open(path)
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        let reason = SystemReason()
        close(opened)
        if reason.number == EWOULDBLOCK { return nil }
        throw reason
      }
      // The former holder may have taken the file away between the two calls: then the lock is on
      // a file without a name, and the next build would lock another.
      var locked = stat()
      var named = stat()
      if fstat(opened, &locked) == 0, stat(path, &named) == 0, locked.st_ino == named.st_ino {
        descriptor = opened
        return
      }
      close(opened)
    }
  }

  /// Opens the file; one that another user's run has left may be read only.
  private static func open(_ path: String) throws(SystemReason) -> Int32 {
    let opened = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
    if opened >= 0 { return opened }
    let reason = SystemReason()
    let readOnly = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard readOnly >= 0 else { throw reason }
    return readOnly
  }

  deinit {
    unlink(path)
    close(descriptor)
  }
}
