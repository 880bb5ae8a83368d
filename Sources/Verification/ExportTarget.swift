internal import Diagnostics
internal import Dossiers
internal import Exports
internal import FoundationEssentials
internal import Layouts
internal import SourceFiles
internal import Submission

/// A workbook that people fill in, into which a table goes.
struct TargetWorkbook: Sendable {
  let sheets: DossierSheets
  let set: LayoutSet

  /// How many rows a table has already.
  func filledRows(of file: String) -> Int {
    readDraft(.sheets(sheets), by: set).value?[table: file]?.rows.count ?? 0
  }

  /// Writes the workbook anew with the rows of a table.
  ///
  /// - Returns: what the former workbook is called, which stands beside.
  func rewrite(with table: DossierDraft.Table, at url: URL) throws -> Loaded<String> {
    try Submission.rewrite(sheets, at: url, by: set, with: table)
  }
}

extension ComparisonSource {
  /// Whether it is called like a table; a dossier's folder is not.
  var isTable: Bool { url.pathExtension.lowercased() == "csv" }

  /// A file of the folder.
  func appending(_ file: String) -> ComparisonSource {
    ComparisonSource(
      url: url.appendingPathComponent(file),
      name: name.hasSuffix("/") ? name + file : "\(name)/\(file)")
  }
}

extension ExportTable {
  /// What messages call the table; a folder's has a file too.
  func title(isWorkbook: Bool) -> String {
    isWorkbook ? "“\(name)”表" : "“\(name)”表（\(table.file)）"
  }
}

extension ExportRequest {
  /// What is in the way of writing the table: rows that are there, a workbook that is open.
  ///
  /// - Parameter filled: the rows of a workbook's table; nil for any other place.
  func hindrances(filled: Int?) -> [Finding] {
    guard let target else { return [] }
    guard isForWorkbook(target.url) else { return isReplacing ? [] : hindrances(at: target) }
    var findings: [Finding] = []
    if let trace = traceOfOpening(target.url) {
      findings.append(OpenWorkbookFault.target(trace: trace).finding(at: .file(target.name)))
    }
    if let filled, filled > 0, !isReplacing {
      let sheet = SheetTitle.ofFile(table.table.file)?.rawValue ?? table.name
      findings.append(
        ExportFileFault.filled(table, rows: filled).finding(at: .sheet(sheet, file: target.name)))
    }
    return findings
  }

  private func hindrances(at target: ComparisonSource) -> [Finding] {
    let place = target.isTable ? target : target.appending(table.table.file)
    guard FileManager.default.fileExists(atPath: place.url.path) else { return [] }
    let source = SourceText.read(place.url, as: place.name, family: "K")
    guard let text = source.value else { return source.findings }
    // One line of headings is what a new dossier has.
    let count = CSVFile.parse(text, family: "K").value?.records.count ?? 0
    guard count > 1 else { return [] }
    return [ExportFileFault.filled(table, rows: count - 1).finding(at: .file(place.name))]
  }
}
