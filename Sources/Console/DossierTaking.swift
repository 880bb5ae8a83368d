public import Diagnostics
public import Dossiers
public import FoundationEssentials

/// How a command comes by a dossier that is a workbook: only the second executable has what reads one.
public protocol DossierTaking {
  /// What the workbook says; nil for what is no workbook, and is taken for a folder.
  static func sheets(of file: URL, named name: String) -> Loaded<DossierSheets>?
}

/// The first executable's way: every dossier is a folder, for commands on workbooks are handed over.
public enum FolderDossiers: DossierTaking {
  /// Always nil.
  public static func sheets(of file: URL, named name: String) -> Loaded<DossierSheets>? { nil }
}
