public import Diagnostics
internal import Layouts
internal import SourceFiles

/// The layout set that a dossier names.
public struct LayoutName: Sendable {
  /// The set's name as `版式` has it; whether there is such a set is not judged here.
  public let name: String
  /// Where department.yaml names it.
  public let place: SourcePlace
}

/// Reads which layout set a dossier names, before the set that the dossier is read by is known.
///
/// A dossier that names none is no error here, because the set may be named by the user. Nothing else
/// of the file is judged yet.
public func readLayoutName(of source: DossierSource) -> DossierReading<LayoutName> {
  let log = FindingLog(family: "D")
  switch source {
  case .folder(let folder):
    guard var files = DossierFiles(folder, log: log) else {
      return DossierReading(nil, findings: log.findings, texts: [])
    }
    return layoutName(of: &files, log: log)
  case .sheets(let sheets):
    var parts = SheetParts(sheets, log: log)
    return layoutName(of: &parts, log: log)
  }
}

private func layoutName(
  of files: inout some DossierParts, log: FindingLog
) -> DossierReading<LayoutName> {
  var result: LayoutName?
  if !files.has(DossierFiles.department) {
    files.checkNames()
  } else if let source = files.read(DossierFiles.department) {
    let parsed = source.value(family: log.family)
    log.report(parsed.findings)
    if let value = parsed.value, let root = YAMLMap(value, log: log),
      let choice = root.optional(IdentityKey.layout),
      let name = root.optionalString(IdentityKey.layout)
    {
      result = LayoutName(name: name, place: choice.place)
    }
  }
  return DossierReading(result, findings: log.findings, texts: files.texts)
}
