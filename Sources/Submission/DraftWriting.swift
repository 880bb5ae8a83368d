public import Diagnostics
internal import Dossiers
internal import EntryBooks
public import FoundationEssentials
internal import Layouts
internal import SpreadsheetOutput

/// A dossier that was written, and what it is.
public struct WrittenDraft: Sendable {
  /// The files of a folder by their names; of a workbook its own name.
  public let files: [String]
  /// Whether it is a workbook.
  public let isWorkbook: Bool
}

/// Whether a new dossier of that name is to be a workbook.
public func isForWorkbook(_ target: URL) -> Bool { target.pathExtension.lowercased() == "xlsx" }

/// Writes a draft where nothing stands yet: as a workbook where the name ends so, otherwise as a folder.
///
/// - Throws: ``UsageFault`` where something stands there, ``MachineFault`` where it cannot be written;
///   nothing is left then.
func write(
  _ draft: DossierDraft, by set: LayoutSet, to target: URL
) throws -> WrittenDraft {
  guard !Disk().exists(target) else { throw UsageFault.existing(target.path) }
  guard isForWorkbook(target) else {
    let files = DraftFolder(draft).files
    try writeNew(files.map { ($0.name, $0.text) }, into: target)
    return WrittenDraft(files: files.map(\.name), isWorkbook: false)
  }
  do {
    try makeFolders(target.deletingLastPathComponent())
  } catch {
    throw MachineFault.dossier(target.path, error)
  }
  let beside = target.deletingLastPathComponent()
    .appendingPathComponent("\(temporaryPrefix)\(target.lastPathComponent)")
  try writeEntryBook(entryBook(of: draft, by: set), to: beside.path)
  do {
    try Disk().move(beside, to: target)
  } catch {
    try? removeFile(beside)
    throw MachineFault.dossier(target.path, error)
  }
  return WrittenDraft(files: [target.lastPathComponent], isWorkbook: true)
}

/// Turns a dossier into its other form: a folder into a workbook, a workbook into a folder, or either
/// into another of its kind. What it says stays as it is, whether it is right or not.
///
/// - Parameters:
///   - request: the dossier, and the layout set where it does not name its own.
///   - target: what is written; nothing may stand there.
public func convert(_ request: BuildRequest, to target: URL) -> Loaded<WrittenDraft> {
  var log = WorkLog()
  let written = log.attempt { log in
    let set = try LoadedSet.load(for: request, log: &log).set.set
    let draft = readDraft(request.order.source, by: set)
    return try write(
      try log.take(Loaded(draft.value, draft.findings)), by: set, to: target)
  }
  return Loaded(written, log.findings(of: request.order))
}
