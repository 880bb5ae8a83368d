internal import CSystem
internal import FoundationEssentials
internal import Glibc

/// The folder that a build writes, made beside the former one and exchanged with it at once.
///
/// Until ``commit(carryingOver:)`` has exchanged the two, the former folder is untouched; a build
/// that fails or is killed leaves at most the folder beside it, which the next build clears away.
struct OutputFolder {
  /// The folder that readers see.
  let target: URL
  /// The folder beside it in which the new files are made.
  let staging: URL
  private let lock: FolderLock

  /// Opens the folder beside a target, empty.
  ///
  /// - Throws: ``MachineFault`` when the place cannot be written, or another build holds it.
  init(target: URL) throws(MachineFault) {
    let resolved = target.resolvingSymlinksInPath()
    let parent = resolved.deletingLastPathComponent()
    self.target = resolved
    staging = parent.appendingPathComponent(".\(resolved.lastPathComponent).gongkai")
    do {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    } catch {
      throw .folder(parent.path)
    }
    // The lock is a file of its own: folders are exchanged, a lock on one of them would move away.
    lock = try FolderLock(parent.appendingPathComponent(".\(resolved.lastPathComponent).lock"))
    try clear()
    do {
      try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: false)
    } catch {
      throw .folder(staging.path)
    }
  }

  /// Puts the new folder in the target's place, in one step where the file system can.
  ///
  /// - Parameter isOurs: whether a former file, by its name in the folder, was made by an earlier
  ///   build; all others are carried over.
  consuming func commit(isOurs: (String) -> Bool) throws(MachineFault) {
    if FileManager.default.fileExists(atPath: target.path) {
      try carryOver(isOurs: isOurs)
      try exchange()
      try? clear()
    } else if rename(staging.path, target.path) != 0 {
      throw .placing(target.path, reason: systemMessage())
    }
  }

  /// Takes the folder beside the target away, after a failure.
  func discard() { try? clear() }

  private func clear() throws(MachineFault) {
    guard FileManager.default.fileExists(atPath: staging.path) else { return }
    do {
      try FileManager.default.removeItem(at: staging)
    } catch {
      throw .leftovers(staging.path)
    }
  }

  /// Gives the new folder every former file that no build of ours made.
  private func carryOver(isOurs: (String) -> Bool) throws(MachineFault) {
    let manager = FileManager.default
    let names = (try? manager.contentsOfDirectory(atPath: target.path)) ?? []
    for name in names.sorted() where !isOurs(name) {
      let source = target.appendingPathComponent(name)
      let copy = staging.appendingPathComponent(name)
      guard !manager.fileExists(atPath: copy.path) else {
        throw .foreignFile(source.path)
      }
      // A second name for the same file costs nothing and loses nothing; across file systems, and
      // for folders, a copy serves.
      if link(source.path, copy.path) == 0 { continue }
      do {
        try manager.copyItem(at: source, to: copy)
      } catch {
        throw .carryOver(source.path)
      }
    }
  }

  private func exchange() throws(MachineFault) {
    if exchange_paths(staging.path, target.path) == 0 { return }
    guard errno == EINVAL || errno == ENOSYS else {
      throw .exchange(target.path, reason: systemMessage())
    }
    try replaceInTwoSteps()
  }

  /// For file systems that cannot exchange: the former folder steps aside, and back on failure.
  private func replaceInTwoSteps() throws(MachineFault) {
    let aside = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).former")
    guard rename(target.path, aside.path) == 0 else {
      throw .exchange(target.path, reason: systemMessage())
    }
    guard rename(staging.path, target.path) == 0 else {
      let message = systemMessage()
      rename(aside.path, target.path)
      throw .exchange(target.path, reason: message)
    }
    try? FileManager.default.removeItem(at: aside)
  }
}

private func systemMessage() -> String { String(cString: strerror(errno)) }

/// Holds a lock file for as long as it lives, so that two builds never share a folder.
private final class FolderLock {
  private let descriptor: Int32
  private let path: String

  init(_ url: URL) throws(MachineFault) {
    path = url.path
    while true {
      let opened = open(url.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
      guard opened >= 0 else {
        throw .lock(
          folder: url.deletingLastPathComponent().path, reason: systemMessage())
      }
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        close(opened)
        throw .held
      }
      // The former holder may have taken the file away between the two calls: then the lock is on
      // a file without a name, and the next build would lock another.
      var locked = stat()
      var named = stat()
      if fstat(opened, &locked) == 0, stat(url.path, &named) == 0, locked.st_ino == named.st_ino {
        descriptor = opened
        return
      }
      close(opened)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }
}
