internal import CSystem
internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
internal import SourceFiles

/// The folder that a build writes, made beside the former one and exchanged with it at once.
///
/// Until ``commit(_:former:)`` has exchanged the two, the former folder is untouched; a build that
/// fails or is killed leaves at most the folder beside it, which the next build clears away. Where the
/// folder cannot be exchanged as a whole, ``InPlaceExchange`` does it file by file.
struct OutputFolder {
  /// The folder that readers see.
  let target: URL
  /// The folder in which the new files are made.
  let staging: URL
  private let disk: Disk
  private let lock: FolderLock
  private let inPlace: InPlaceExchange
  /// The folders above the target that were made for it, the innermost last.
  private let madeParents: [URL]

  /// Opens the folder for new files, empty, and completes what an interrupted build has left.
  ///
  /// - Throws: ``MachineFault`` when the place cannot be written, or another build holds it.
  init(target: URL, disk: Disk = Disk()) throws(MachineFault) {
    let place = OutputPlace(target)
    self.target = place.url
    self.disk = disk
    madeParents = try Self.makeParents(of: place.url, on: disk)
    inPlace = InPlaceExchange(target: place.url, disk: disk)
    lock = try Self.lock(place)
    try inPlace.recover()
    let beside = place.beside("gongkai")
    do {
      try disk.remove(beside)
    } catch {
      throw .leftovers(beside.path, error)
    }
    staging = place.isApart ? inPlace.new : beside
    do {
      if place.isApart { try disk.makeFolder(inPlace.work) }
      try disk.makeFolder(staging)
    } catch {
      throw .folder(place.url.path, error)
    }
  }

  /// Puts the new files in the place of the former ones, in one step where the file system can.
  ///
  /// - Parameters:
  ///   - names: the new files in the order in which they were made, the manifest last.
  ///   - former: the names that an earlier build has given to its files; all others are strangers',
  ///     and stay.
  consuming func commit(_ names: [String], former: Set<String>) throws(MachineFault) {
    guard disk.exists(target) else {
      do {
        return try disk.move(staging, to: target)
      } catch {
        throw .placing(target.path, error)
      }
    }
    let contents = try FormerContents(of: target, ours: former)
    if let name = contents.strangers.first(where: names.contains) {
      throw .foreignFile(target.appendingPathComponent(name).path)
    }
    if staging.path != inPlace.new.path, contents.canMove, exchange(contents) { return }
    do {
      try inPlace.run(names, from: staging, former: contents.ours)
    } catch {
      throw .exchange(target.path, error)
    }
    try? disk.remove(staging)
  }

  /// Takes the new files away, after a failure, and the folders that were made for them.
  func discard() {
    try? disk.remove(staging)
    if staging.path == inPlace.new.path { rmdir(inPlace.work.path) }
    for folder in madeParents.reversed() { rmdir(folder.path) }
  }

  /// Exchanges the two folders, the new one with the strangers' files of the former one.
  ///
  /// - Returns: whether it could be done; if not, the target is as it was.
  private func exchange(_ contents: FormerContents) -> Bool {
    guard contents.give(looksTo: staging) else { return false }
    do {
      for name in contents.strangers {
        try disk.link(
          target.appendingPathComponent(name), to: staging.appendingPathComponent(name))
      }
      try disk.exchange(staging, target)
    } catch {
      return false
    }
    try? disk.remove(staging)
    return true
  }

  /// Locks the folder, by a file beside it where one can be made there, else by one in it.
  private static func lock(_ place: OutputPlace) throws(MachineFault) -> FolderLock {
    let url = place.isApart ? place.inside("lock") : place.beside("lock")
    do {
      if let lock = try FolderLock(url) { return lock }
    } catch {
      throw .lock(folder: place.url.path, error)
    }
    throw .held
  }

  private static func makeParents(of target: URL, on disk: Disk) throws(MachineFault) -> [URL] {
    var missing: [URL] = []
    var folder = target.deletingLastPathComponent()
    while !disk.exists(folder), folder.path != "/" {
      missing.append(folder)
      folder = folder.deletingLastPathComponent()
    }
    var status = stat()
    guard stat(folder.path, &status) != 0 || status.st_mode & S_IFMT == S_IFDIR else {
      throw .folder(target.path, SystemReason(ENOTDIR))
    }
    missing.reverse()
    for folder in missing {
      do {
        try disk.makeFolder(folder)
      } catch {
        // Another run may have made it a moment ago.
        guard error.number == EEXIST else { throw .folder(folder.path, error) }
      }
    }
    return missing
  }
}
