internal import Diagnostics
internal import Domain
internal import FoundationEssentials
internal import LastYear
internal import Layouts

/// What is known of the year that a dossier says was before; nil where it says none, or where nothing is
/// held against it, which is a warning and never stops a build.
func knownYear(
  before accounts: FinalAccounts, in order: BuildOrder, from data: DataFolder, log: inout WorkLog
) -> KnownYear? {
  guard let written = accounts.lastYear else { return nil }
  let place = Place.source(written.place)
  let source = LastYearSource(
    url: URL(fileURLWithPath: written.path, relativeTo: order.dossier).standardizedFileURL,
    name: written.path, data: data, catalogues: order.catalogues)
  let loaded = source.known(by: order.lastYearReader)
  guard let known = loaded.value, !loaded.findings.hasErrors else {
    let fault: LastYearFault =
      loaded.findings.first { $0.severity == .error }
      .map { .unread(written.path, why: $0.what) } ?? .notHeld(written.path)
    log.add([fault.finding(at: place)])
    return nil
  }
  guard known.year == accounts.fiscalYear - 1 else {
    let fault = LastYearFault.otherYear(known.year, needed: accounts.fiscalYear - 1)
    log.add([fault.finding(at: place)])
    return nil
  }
  let own = accounts.department.code
  if let code = known.identity.code, code != own {
    log.add([LastYearFault.otherDepartment(code, own: own).finding(at: place)])
    return nil
  }
  return known
}
