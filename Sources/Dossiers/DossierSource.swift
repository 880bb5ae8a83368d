public import Diagnostics
public import FoundationEssentials
public import SourceFiles

/// Where a dossier stands: a folder of files, or a workbook that was filled in.
public enum DossierSource: Sendable {
  case folder(URL)
  case sheets(DossierSheets)
}

/// A workbook that clerks filled in, as plain values: reading it takes libraries that a dossier's
/// readers do not have.
public struct DossierSheets: Sendable {
  /// The workbook as it was read, so that it is recorded; its name is what messages print.
  public let workbook: SourceText
  /// Its sheets in the order of their tabs.
  public let sheets: [SourceSheet]
  /// What was found of its cells, whatever they are about.
  public let findings: [Finding]

  /// The names of sheets that say something and are none of the workbook's.
  public var strangeSheets: [String] {
    sheets.filter { !SheetTitle.isKnown($0.name) && !$0.rows.isEmpty }.map(\.name)
  }

  /// A workbook that was read.
  public init(workbook: SourceText, sheets: [SourceSheet], findings: [Finding]) {
    self.workbook = workbook
    self.sheets = sheets
    self.findings = findings
  }
}
