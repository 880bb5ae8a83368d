public import Diagnostics
public import Domain
internal import SourceFiles

/// What a dossier says of itself that its tables have to agree with.
public struct OwnUnits: Sendable {
  /// The units; nil where they are not, or not rightly, stated.
  public let units: [BudgetUnit]?
  /// The year of the accounts; nil where it is not, or not rightly, stated.
  public let fiscalYear: Int?
}

/// Reads the units and the year of a dossier, whatever else of it is still to be filled in.
///
/// - Returns: also why department.yaml could not be read at all; what is wrong in it is told where the
///   dossier is read.
public func readOwnUnits(
  of source: DossierSource, under rules: DossierRules
) -> Loaded<OwnUnits> {
  let log = FindingLog(family: "D")
  let part: DossierPart?
  switch source {
  case .folder(let folder):
    var files = DossierFiles(folder, log: log)
    part = files?.read(DossierFiles.department)
    if part == nil, files != nil {
      log.report(
        FileFault.missing(DossierFiles.department, guess: nil),
        at: SourcePlace(file: DossierFiles.department))
    }
  case .sheets(let sheets):
    part = SheetParts(sheets, rules: rules, log: FindingLog(family: "D"))
      .read(DossierFiles.department)
  }
  guard let part else { return Loaded(nil, log.findings) }
  let parsed = part.value(family: log.family)
  guard let value = parsed.value, let root = YAMLMap(value, log: log) else {
    return Loaded(nil, parsed.findings)
  }
  let identity = IdentityReader(rules: rules, log: log).read(root)
  return Loaded(OwnUnits(units: identity.units, fiscalYear: identity.fiscalYear), [])
}
