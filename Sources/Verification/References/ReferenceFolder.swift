internal import FoundationEssentials

/// A folder of references as it stands.
struct ReferenceFolder {
  let url: URL
  /// The references in it, by relative name, sorted.
  let references: [(path: String, kind: ReferenceKind)]
  /// Other files, which are neither compared nor touched.
  let others: [String]

  /// Looks through a folder; one that does not exist has nothing in it.
  ///
  /// - Parameter outputs: the names of the files that the build writes.
  init(_ url: URL, outputs: Set<String>) {
    self.url = url
    var references: [(path: String, kind: ReferenceKind)] = []
    var others: [String] = []
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: url.path)) ?? []
    for path in paths.sorted() {
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      guard !isHidden, path != rulesFileName, !Self.isFolder(url.appendingPathComponent(path))
      else { continue }
      let kind = ReferenceKind(path: path, outputs: outputs)
      if let kind { references.append((path, kind)) } else { others.append(path) }
    }
    self.references = references
    self.others = others
  }

  /// The kinds that it holds.
  var kinds: Set<ReferenceKind> { Set(references.map(\.kind)) }

  /// Writes what a build made in the place of what is there, and removes the rest of those kinds.
  ///
  /// - Returns: the relative names of files that were written anew or removed.
  func replace(with made: [MadeReference], kinds: Set<ReferenceKind>) throws -> [String] {
    let manager = FileManager.default
    var changed: [String] = []
    for reference in made where kinds.contains(reference.kind) {
      let target = url.appendingPathComponent(reference.path)
      let data = Data(reference.bytes)
      if (try? Data(contentsOf: target)) == data { continue }
      try manager.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: target, options: .atomic)
      changed.append(reference.path)
    }
    let names = Set(made.map(\.path))
    for reference in references where !names.contains(reference.path) {
      try manager.removeItem(at: url.appendingPathComponent(reference.path))
      changed.append(reference.path)
      try removeEmptyFolders(above: reference.path)
    }
    return changed.sorted()
  }

  /// Takes the folders away that the removal of their last file has left; other empty folders are
  /// somebody else's.
  private func removeEmptyFolders(above path: String) throws {
    let manager = FileManager.default
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty {
      let folder = url.appendingPathComponent(parts.joined(separator: "/"))
      guard try manager.contentsOfDirectory(atPath: folder.path).isEmpty else { return }
      try manager.removeItem(at: folder)
      parts.removeLast()
    }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder
  }
}
