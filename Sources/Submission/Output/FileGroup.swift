internal import CSystem
internal import Diagnostics
internal import FoundationEssentials
internal import Glibc

/// Writes files into a folder, which may hold others: all of them or none, for they are made beside each
/// other first and take their places then.
func writeTogether(_ files: [(url: URL, data: Data)], into folder: URL, disk: Disk = Disk()) throws
{
  if disk.exists(folder), !isFolder(folder) {
    throw UsageFault.outputIsNoFolder(folder.path, isLink: realPath(folder.path) == nil)
  }
  do {
    try makeFolders(folder)
  } catch {
    throw MachineFault.folder(folder.path, error)
  }
  // What cannot be replaced is found before anything is.
  for file in files where isFolder(file.url) {
    throw MachineFault.file(file.url.path, SystemReason(EISDIR))
  }
  var complete: [(from: URL, to: URL)] = []
  defer { for file in complete { try? disk.remove(file.from) } }
  for (number, file) in files.enumerated() {
    let from = folder.appendingPathComponent("\(temporaryPrefix)show-\(getpid())-\(number)")
    do {
      try disk.write(file.data, to: from)
    } catch {
      throw MachineFault.file(file.url.path, error)
    }
    complete.append((from, file.url))
  }
  for file in complete {
    do {
      try disk.move(file.from, to: file.to)
    } catch {
      throw MachineFault.file(file.to.path, error)
    }
  }
}

/// Whether a path leads to a folder.
private func isFolder(_ url: URL) -> Bool {
  var status = stat()
  return stat(url.path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
