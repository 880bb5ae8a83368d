internal import CSystem
internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
internal import SourceFiles

/// Where an output folder stands, or will stand.
struct OutputPlace {
  /// The folder itself, without links on the way to it.
  let url: URL
  /// Whether it must be written from within: what stands beside it is on another disk, as with a
  /// mount point, or may not be written.
  let isApart: Bool

  /// Looks at the place of a folder, which need not be there yet.
  init(_ target: URL) {
    url = resolved(target)
    let parent = url.deletingLastPathComponent()
    var (own, outer) = (stat(), stat())
    guard stat(url.path, &own) == 0, stat(parent.path, &outer) == 0 else {
      isApart = false
      return
    }
    isApart = own.st_dev != outer.st_dev || access(parent.path, W_OK | X_OK) != 0
  }

  /// A hidden file or folder beside the folder, named after it.
  func beside(_ kind: String) -> URL {
    url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).\(kind)")
  }

  /// A hidden file in the folder.
  func inside(_ kind: String) -> URL { url.appendingPathComponent(Self.ownPrefix + kind) }

  /// How the names of hidden files begin that a build puts into the folder while it works.
  static let ownPrefix = "\(InPlaceExchange.workName)."
}

/// A place without links on the way to it: those of the folders that are there are followed.
func resolved(_ url: URL) -> URL {
  var rest: [String] = []
  var folder = url.standardizedFileURL
  while folder.path != "/" {
    if let path = realPath(folder.path) {
      return rest.reversed().reduce(URL(fileURLWithPath: path)) { $0.appendingPathComponent($1) }
    }
    rest.append(folder.lastPathComponent)
    folder = folder.deletingLastPathComponent()
  }
  return url.standardizedFileURL
}

/// What a folder holds that is to be replaced.
struct FormerContents {
  /// The names of files that an earlier build made.
  let ours: Set<String>
  /// The names of all else, sorted.
  let strangers: [String]
  /// Whether a new folder can take its place without anything being copied: strangers' folders, and
  /// names that are no text, stay where they are.
  let canMove: Bool
  private let folder: URL

  /// Looks through a folder.
  init(of folder: URL, ours names: Set<String>) throws(MachineFault) {
    self.folder = folder
    let listing: FolderListing
    do {
      listing = try FolderListing(folder)
    } catch {
      throw .exchange(folder.path, error)
    }
    var (ours, strangers): (Set<String>, [String]) = ([], [])
    var areFiles = true
    for name in listing.names where !Self.isOfWork(name) {
      var status = stat()
      let path = folder.appendingPathComponent(name).path
      let isFolder = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      if names.contains(name), !isFolder {
        ours.insert(name)
      } else {
        strangers.append(name)
        areFiles = areFiles && !isFolder
      }
    }
    (self.ours, self.strangers) = (ours, strangers)
    canMove = areFiles && listing.foreign.isEmpty
  }

  /// Gives a new folder the permissions of this one.
  ///
  /// - Returns: whether it has the same owner too, so that nobody loses access by the exchange.
  func give(looksTo other: URL) -> Bool {
    var (own, new) = (stat(), stat())
    guard stat(folder.path, &own) == 0, stat(other.path, &new) == 0 else { return false }
    if own.st_gid != new.st_gid { chown(other.path, uid_t.max, own.st_gid) }
    guard chmod(other.path, own.st_mode & 0o7777) == 0, stat(other.path, &new) == 0 else {
      return false
    }
    return own.st_uid == new.st_uid && own.st_gid == new.st_gid && own.st_mode == new.st_mode
  }

  /// Whether a build puts the entry there for as long as it works.
  private static func isOfWork(_ name: String) -> Bool {
    name == InPlaceExchange.workName || name.hasPrefix(OutputPlace.ownPrefix)
  }
}
