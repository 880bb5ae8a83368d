public import Diagnostics
internal import Dossiers
public import FoundationEssentials
internal import Layouts

/// Writes an empty dossier for a layout set: every file with its headings, every declared fact with
/// its meaning and unit.
///
/// - Returns: the names of the files; or what is wrong with the layout set.
/// - Throws: ``UsageFault`` where something stands at the place already, ``MachineFailure`` when it
///   cannot be written; nothing is left then.
public func makeNewDossier(
  _ folder: URL, layout name: String, data: DataFolder
) throws -> Loaded<[String]> {
  let library = LayoutLibrary(root: data.layouts)
  guard library.names.contains(name) else {
    let fault = LayoutChoiceFault.unknown(name, known: library.names)
    return Loaded(nil, [fault.finding(at: nil)])
  }
  let loaded = library.load(name)
  guard let set = loaded.value else { return Loaded(nil, loaded.findings) }
  guard !FileManager.default.fileExists(atPath: folder.path) else {
    throw UsageFault("\(folder.path) 已经存在；请给一个还没有的文件夹，免得盖掉其中的文件")
  }
  let files = DossierForm(set).files
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
    throw MachineFailure("不能建立卷宗 \(folder.path)", mend: "检查磁盘空间和写权限，或换一个位置")
  }
  return Loaded(files.map(\.name), loaded.findings)
}
