public import Diagnostics
internal import Dossiers
public import FoundationEssentials
internal import Layouts

/// Writes an empty dossier for a layout set: every file with its headings, every declared fact with
/// its meaning and unit.
///
/// - Returns: the names of the files; or what stands in the way: the layout set is faulty, something
///   stands at the place already, or it cannot be written. Nothing is left then.
public func makeNewDossier(
  _ folder: URL, layout name: String, data: DataFolder
) -> Loaded<[String]> {
  var log = WorkLog()
  let names = log.attempt { log in
    let set = try log.take(LoadedSet.load(name, from: data)).set
    guard !FileManager.default.fileExists(atPath: folder.path) else {
      throw UsageFault.existing(folder.path)
    }
    let files = DossierForm(set).files
    try write(files.map { ($0.name, $0.text) }, into: folder)
    return files.map(\.name)
  }
  return Loaded(names, log.findings)
}

/// Writes files into a new folder: all of them or none.
private func write(_ files: [(name: String, text: String)], into folder: URL) throws(MachineFault) {
  let target = folder.standardizedFileURL
  let staging = target.deletingLastPathComponent()
    .appendingPathComponent(".\(target.lastPathComponent).gongkai")
  do {
    try? FileManager.default.removeItem(at: staging)
    try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
    for file in files {
      try Data(file.text.utf8).write(to: staging.appendingPathComponent(file.name))
    }
    try FileManager.default.moveItem(at: staging, to: target)
  } catch {
    try? FileManager.default.removeItem(at: staging)
    throw .dossier(folder.path)
  }
}
