internal import Diagnostics
internal import Dossiers
internal import FoundationEssentials
internal import SourceFiles

/// The name of the file by which a spreadsheet program shows that it has a workbook open: Excel's, that of
/// LibreOffice, or that of WPS; nil where none stands beside it.
func traceOfOpening(_ workbook: URL) -> String? {
  let folder = workbook.deletingLastPathComponent()
  let name = workbook.lastPathComponent
  return ["~$\(name)", ".~lock.\(name)#", ".~\(name)"].first {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
  }
}

extension DossierSheets {
  /// The same, with a note where a spreadsheet program has the workbook open: what was not saved is not
  /// read.
  func noting(openAt file: URL) -> DossierSheets {
    guard traceOfOpening(file) != nil else { return self }
    let note = OpenWorkbookFault.source.finding(at: .file(workbook.file))
    return DossierSheets(workbook: workbook, sheets: sheets, findings: findings + [note])
  }
}

/// A workbook that a spreadsheet program has open.
enum OpenWorkbookFault: Fault {
  /// It is to be written anew; the program would write over it, or lose what was typed.
  case target(trace: String)
  /// It is only read.
  case source

  var wording: FaultWording {
    switch self {
    case .target(let trace):
      FaultWording(
        code: "K204", what: "工作簿正在表格软件里打开", expected: "已经保存、关上的工作簿",
        mend: "先保存、关上，再导入；没有打开而仍这样说的，删去旁边的 \(trace)")
    case .source:
      FaultWording(
        code: "D371", severity: .note, what: "工作簿正在表格软件里打开，读的是上次保存的内容",
        expected: "已经保存的工作簿", mend: "还没有保存的改动没有读到：先保存，再运行一次")
    }
  }
}
