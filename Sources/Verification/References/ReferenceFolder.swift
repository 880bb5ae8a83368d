internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
internal import SourceFiles
internal import Submission

/// A folder of references as it stands.
struct ReferenceFolder {
  let url: URL
  /// The references in it, by relative name, sorted.
  let references: [(path: String, kind: ReferenceKind)]
  /// Other files, which are neither compared nor touched.
  let others: [String]
  /// The names of other files that are no UTF-8.
  let foreign: [ForeignName]
  /// The kinds that the folder is to hold, as its list has them; nil for a folder without a list, which
  /// is compared by what it has.
  let listed: ReferenceList?

  /// Looks through a folder; one that does not exist has nothing in it.
  ///
  /// - Parameter outputs: the names of the files that the build writes.
  init(_ url: URL, outputs: Set<String>) {
    self.url = url
    var references: [(path: String, kind: ReferenceKind)] = []
    var others: [String] = []
    let listing = FolderListing.files(below: url)
    for path in listing.paths {
      guard path != rulesFileName, path != ReferenceList.file,
        !Self.isFolder(url.appendingPathComponent(path))
      else { continue }
      let kind = ReferenceKind(path: path, outputs: outputs)
      if let kind { references.append((path, kind)) } else { others.append(path) }
    }
    self.references = references
    self.others = others
    foreign = listing.foreign.map(\.name)
    listed = ReferenceList(url.appendingPathComponent(ReferenceList.file))
  }

  /// The kinds that it holds, or is to hold.
  var kinds: Set<ReferenceKind> { held.union(listed?.kinds ?? []) }

  private var held: Set<ReferenceKind> { Set(references.map(\.kind)) }

  /// The kinds that the list has and the folder has not, in the order of the kinds.
  var lost: [ReferenceKind] {
    ReferenceKind.allCases.filter { listed?.kinds.contains($0) == true && !held.contains($0) }
  }

  /// Writes what a build made in the place of what is there, and removes the rest of those kinds.
  ///
  /// - Returns: the relative names of files that were written anew or removed.
  func replace(with made: [MadeReference], kinds: Set<ReferenceKind>) throws(SystemReason)
    -> [String]
  {
    var changed: [String] = []
    for reference in made where kinds.contains(reference.kind) {
      let target = url.appendingPathComponent(reference.path)
      let data = Data(reference.bytes)
      if (try? Data(contentsOf: target)) == data { continue }
      try makeFolders(target.deletingLastPathComponent())
      try writeFile(data, to: target)
      changed.append(reference.path)
    }
    let list = ReferenceList(kinds: Set(made.map(\.kind)).intersection(kinds))
    if list != listed {
      try makeFolders(url)
      try writeFile(list.data, to: url.appendingPathComponent(ReferenceList.file))
      changed.append(ReferenceList.file)
    }
    let names = Set(made.map(\.path))
    for reference in references where !names.contains(reference.path) {
      try removeFile(url.appendingPathComponent(reference.path))
      changed.append(reference.path)
      removeEmptyFolders(above: reference.path)
    }
    return changed.sorted()
  }

  /// Takes the folders away that the removal of their last file has left; other empty folders are
  /// somebody else's.
  private func removeEmptyFolders(above path: String) {
    var parts = path.split(separator: "/").dropLast()
    // A folder that holds something is not removed, and then those above it are not either.
    while !parts.isEmpty, rmdir(url.appendingPathComponent(parts.joined(separator: "/")).path) == 0
    {
      parts.removeLast()
    }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder
  }
}
