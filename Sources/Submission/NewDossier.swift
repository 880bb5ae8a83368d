public import Diagnostics
internal import Dossiers
public import FoundationEssentials
internal import Layouts

/// Writes an empty dossier for a layout set, as a folder or, where its name ends in `.xlsx`, as a
/// workbook: every table with its headings, every declared fact with its meaning and unit.
///
/// - Parameter name: the layout set; nil for the only one whose official forms have been seen.
/// - Returns: what was written; or what stands in the way: the layout set is faulty, something stands at
///   the place already, or it cannot be written. Nothing is left then.
public func makeNewDossier(
  _ target: URL, layout name: String?, data: DataFolder
) -> Loaded<WrittenDraft> {
  var log = WorkLog()
  let written = log.attempt { log in
    let official = data.layouts.officialNames
    guard let name = name ?? (official.count == 1 ? official.first : nil) else {
      throw UsageFault.noLayout(known: data.layouts.names)
    }
    let set = try log.take(LoadedSet.load(name, from: data)).set
    return try write(DossierDraft(emptyFor: set), by: set, to: target)
  }
  return Loaded(written, log.findings)
}

/// Writes files into a new folder: all of them or none.
func writeNew(
  _ files: [(name: String, text: String)], into folder: URL
) throws(MachineFault) {
  let output = try OutputFolder(target: folder)
  do {
    for file in files {
      let url = output.staging.appendingPathComponent(file.name)
      try makeFolders(url.deletingLastPathComponent())
      try writeFile(Data(file.text.utf8), to: url)
    }
  } catch {
    output.discard()
    throw .dossier(folder.path, error)
  }
  try output.commit(files.map(\.name), former: [])
}
