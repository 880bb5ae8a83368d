public import Diagnostics
public import Dossiers
internal import EntryBooks
public import FoundationEssentials
public import Layouts
internal import SourceFiles
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
  try withWorkbook(of: draft, by: set, near: target) { made in
    do throws(SystemReason) {
      try Disk().move(made, to: target)
    } catch {
      throw MachineFault.dossier(target.path, error)
    }
  }
  return WrittenDraft(files: [target.lastPathComponent], isWorkbook: true)
}

/// Makes the workbook of a draft beside where it is to stand, and lends it; it is gone afterwards, unless
/// it was moved.
private func withWorkbook(
  of draft: DossierDraft, by set: LayoutSet, near target: URL, _ body: (URL) throws -> Void
) throws {
  let made = target.deletingLastPathComponent()
    .appendingPathComponent("\(temporaryPrefix)\(target.lastPathComponent)")
  defer { try? removeFile(made) }
  try writeEntryBook(entryBook(of: draft, by: set), to: made.path)
  try body(made)
}

/// Turns a dossier into its other form: a folder into a workbook, a workbook into a folder, or either
/// into another of its kind.
///
/// What it says stays as it is, whether it is right or not.
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

/// Writes a workbook anew with other rows in one of its tables; all else that it says stays.
///
/// What the program does not read (comments, colours, widths) is lost in the new workbook: the former one
/// is kept beside it.
///
/// - Parameters:
///   - sheets: what the workbook says.
///   - file: where it stands.
///   - table: the table with its new rows.
/// - Returns: the name of the former workbook, which now stands beside; or what is in the way: the
///   workbook cannot be read, or has sheets of its owner's, which would be lost.
/// - Throws: where it cannot be written; it is as it was then, and nothing stands beside.
public func rewrite(
  _ sheets: DossierSheets, at file: URL, by set: LayoutSet, with table: DossierDraft.Table
) throws -> Loaded<String> {
  let reading = readDraft(.sheets(sheets), by: set)
  guard var draft = reading.value else { return Loaded(nil, reading.findings) }
  let own = sheets.strangeSheets
  guard own.isEmpty else {
    let fault = EntryBookFault.ownSheets(own)
    return Loaded(nil, [fault.finding(at: .file(sheets.workbook.file))])
  }
  draft[table: table.file] = table
  let kept = nameToKeep(file)
  try withWorkbook(of: draft, by: set, near: file) { made in
    do throws(SystemReason) {
      try Disk().copy(file, to: kept)
    } catch {
      throw MachineFault.file(kept.lastPathComponent, error)
    }
    do throws(SystemReason) {
      // Whatever links lead to it and whoever may read it stay as they are.
      try Disk().copy(made, to: file)
    } catch {
      try? removeFile(kept)
      throw MachineFault.file(file.lastPathComponent, error)
    }
  }
  return Loaded(kept.lastPathComponent, [])
}

/// Where a workbook is kept before it is written anew: `填报（导入前）.xlsx`, or with the next number.
private func nameToKeep(_ file: URL) -> URL {
  let folder = file.deletingLastPathComponent()
  let name = file.deletingPathExtension().lastPathComponent
  func url(_ number: String) -> URL {
    folder.appendingPathComponent("\(name)（导入前\(number)）.\(file.pathExtension)")
  }
  var (kept, number) = (url(""), 2)
  while Disk().exists(kept) {
    kept = url(" \(number)")
    number += 1
  }
  return kept
}

/// What stands in the way of writing a workbook anew.
private enum EntryBookFault: Fault {
  /// It has sheets that its owner has added.
  case ownSheets([String])

  var wording: FaultWording {
    switch self {
    case .ownSheets(let names):
      FaultWording(
        code: "D367", what: "工作簿里有自己加的工作表：\(names.joined(separator: "、"))；重写会丢掉它们",
        expected: "只有填报用的工作表", mend: "先把它们移到另外的工作簿里；或写到 csv 文件（--to），再粘贴过来")
    }
  }
}
