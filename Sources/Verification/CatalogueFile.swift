internal import Diagnostics
internal import Domain
internal import FoundationEssentials
internal import Layouts
internal import Submission

/// Writes the names of a chart and year into the user's catalogues, the file as a whole: one that cannot
/// be written stays as it was.
///
/// - Returns: the path of the file.
func store(
  _ names: [CatalogueName], of chart: AccountChart, year: Int, in catalogues: UserCatalogues
) throws(VerificationFault) -> String {
  let file = catalogues.file(of: chart, year: year)
  do throws(SystemReason) {
    try makeFolders(catalogues.folder)
    try writeFile(Data(UserCatalogues.text(of: names).utf8), to: file)
  } catch {
    throw .catalogue(file.path, error)
  }
  return file.path
}
