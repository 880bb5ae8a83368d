internal import Console
internal import Diagnostics
internal import Dossiers
internal import FoundationEssentials
internal import Verification

/// The second executable's way: a dossier that is a workbook is read.
enum WorkbookTaking: DossierTaking {
  static func sheets(of file: URL, named name: String) -> Loaded<DossierSheets>? {
    isWorkbook(file) ? readDossierWorkbook(file, named: name) : nil
  }
}
