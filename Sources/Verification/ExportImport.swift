public import Diagnostics
internal import Domain
internal import Dossiers
public import Exports
public import FoundationEssentials
internal import Layouts
public import ReaderProcess
internal import Readings
internal import SourceFiles
public import Submission

/// An export of another system that becomes a table of a dossier.
public struct ExportRequest: Sendable {
  /// The export, with the name that people gave it.
  public var export: ComparisonSource
  /// The table that it becomes.
  public var table: ExportTable
  /// The file of the mapping, which may not be there yet.
  public var mapping: ComparisonSource
  /// Where the table goes: a dossier, be it a folder or a workbook, or a file; nil to write nothing.
  public var target: ComparisonSource?
  /// The dossier whose units and layout set count; nil for that of the target, where it is one.
  public var dossier: URL?
  /// The sheet of a workbook; nil for the only one with a head.
  public var sheet: String?
  /// The layout set by name; nil for the dossier's.
  public var layout: String?
  /// The year of the accounts; nil for the dossier's.
  public var year: Int?
  /// Whether rows that the target has already may be lost.
  public var isReplacing = false
  /// Where layout sets are.
  public var data: DataFolder
  /// Reads workbooks in a process of its own.
  public var reader = FileReader()

  /// Takes over an export as a table by a mapping.
  public init(
    _ export: ComparisonSource, as table: ExportTable, mapping: ComparisonSource, data: DataFolder
  ) {
    self.export = export
    self.table = table
    self.mapping = mapping
    self.data = data
  }
}

/// What came of an export; nothing is written yet.
public struct ExportImport: Sendable {
  /// What is to be written.
  public enum Result: Sendable {
    /// A mapping for people to correct.
    case proposal(ProposedMapping)
    /// The table, with its file's name.
    case table(String, file: String)
    /// Nothing, for what was found.
    case nothing
  }

  /// What is to be written.
  public let result: Result
  /// How many rows and how much money went where; empty where the export was not read by a mapping.
  public let report: String
  /// Everything that was found.
  public let findings: [Finding]
  /// The lines of the files that findings point to.
  public let lines: @Sendable (_ file: String) -> [String]?
  private let request: ExportRequest
  /// The workbook that the table goes into; nil for any other place.
  private let workbook: TargetWorkbook?

  fileprivate init(
    _ request: ExportRequest, _ result: Result, report: String = "", findings: [Finding],
    texts: [SourceText] = [], into workbook: TargetWorkbook? = nil
  ) {
    self.request = request
    self.workbook = workbook
    self.result = result
    self.report = report
    self.findings = findings
    let lines = Dictionary(
      texts.map { ($0.file, $0.lines) }, uniquingKeysWith: { first, _ in first })
    self.lines = { lines[$0] }
  }

  /// Writes the mapping, or the table where there is a place for it, as a whole.
  ///
  /// - Returns: the file that was written, as people call it, nil where there was none to be; or why a
  ///   workbook was left as it is.
  public func write() throws -> Loaded<String> {
    switch result {
    case .nothing: return Loaded(nil, [])
    case .proposal(let proposal):
      try store(proposal.text, in: request.mapping)
      return Loaded(request.mapping.name, [])
    case .table(let text, let file):
      guard let target = request.target else { return Loaded(nil, []) }
      if let workbook {
        let findings = try workbook.rewrite(text, of: file, at: target.url)
        return Loaded(findings.hasErrors ? nil : target.name, findings)
      }
      let place = target.isTable ? target : target.appending(file)
      try store(text, in: place)
      return Loaded(place.name, [])
    }
  }

  private func store(_ text: String, in place: ComparisonSource) throws(VerificationFault) {
    do throws(SystemReason) {
      try writeFile(Data(text.utf8), to: place.url)
    } catch {
      throw .exported(place.name, error)
    }
  }
}

extension ComparisonSource {
  /// Whether it is called like a table; a dossier's folder is not.
  fileprivate var isTable: Bool { url.pathExtension.lowercased() == "csv" }

  /// Whether it is called like a workbook.
  fileprivate var isWorkbook: Bool { url.pathExtension.lowercased() == "xlsx" }

  /// A file of the folder.
  fileprivate func appending(_ file: String) -> ComparisonSource {
    ComparisonSource(
      url: url.appendingPathComponent(file),
      name: name.hasSuffix("/") ? name + file : "\(name)/\(file)")
  }
}

/// Reads an export: by its mapping where there is one, otherwise to propose one.
public func readExport(_ request: ExportRequest) -> ExportImport {
  var texts: [SourceText] = []
  let surroundings = ExportSurroundings.load(for: request)
  guard let known = surroundings.value, !surroundings.findings.hasErrors else {
    return ExportImport(request, .nothing, findings: surroundings.findings)
  }
  let found = ExportFile.read(request, for: known.context, texts: &texts)
  var findings = surroundings.findings + found.findings
  guard let sheet = found.value, !found.findings.hasErrors else {
    return ExportImport(request, .nothing, findings: findings, texts: texts)
  }
  let export = sheet.name.isEmpty ? request.export.name : "\(request.export.name)“\(sheet.name)”"
  guard FileManager.default.fileExists(atPath: request.mapping.url.path) else {
    let proposed = proposeMapping(of: sheet, named: export, for: known.context)
    findings += proposed.findings
    let result = proposed.value.map { ExportImport.Result.proposal($0) }
    return ExportImport(request, result ?? .nothing, findings: findings, texts: texts)
  }
  let source = SourceText.read(request.mapping.url, as: request.mapping.name, family: "K")
  findings += source.findings
  guard let text = source.value else {
    return ExportImport(request, .nothing, findings: findings, texts: texts)
  }
  texts.append(text)
  let mapping = ExportMapping.read(text, for: known.context)
  findings += mapping.findings
  guard let mapping = mapping.value else {
    return ExportImport(request, .nothing, findings: findings, texts: texts)
  }
  let reading = readExport(
    sheet, named: request.export.name, by: mapping, for: known.context, year: known.year)
  findings += reading.findings + targetFindings(request)
  let file = request.table.table.file
  if let filled = known.workbook?.filledRows(of: file), filled > 0, !request.isReplacing {
    let name = request.target?.name ?? ""
    findings.append(ExportFileFault.filled(rows: filled).finding(at: .file(name)))
  }
  let report = reading.tally.read > 0 ? reading.tally.text(of: export, into: file) : ""
  let result: ExportImport.Result =
    if let table = reading.table, !findings.hasErrors { .table(table.text, file: file) } else {
      .nothing
    }
  return ExportImport(
    request, result, report: report, findings: findings, texts: texts, into: known.workbook)
}

/// A workbook that people fill in, into which a table goes.
private struct TargetWorkbook: Sendable {
  let sheets: DossierSheets
  let set: LayoutSet

  /// How many rows a table has already.
  func filledRows(of file: String) -> Int {
    readDraft(.sheets(sheets), by: set).value?[table: file]?.rows.count ?? 0
  }

  /// Writes the workbook anew with the rows of a table.
  func rewrite(_ text: String, of file: String, at url: URL) throws -> [Finding] {
    let parsed = CSVFile.parse(SourceText(file: file, text: text), family: "K")
    let records = (parsed.value?.records ?? []).map { $0.map(\.text) }
    guard let head = records.first else { return parsed.findings }
    let names = head.map { $0.hasPrefix("\u{FEFF}") ? String($0.dropFirst()) : $0 }
    return try Submission.rewrite(
      sheets, at: url, by: set,
      with: DossierDraft.Table(file: file, headings: names, rows: Array(records.dropFirst())))
  }
}

/// What stands in the way of writing the table.
private func targetFindings(_ request: ExportRequest) -> [Finding] {
  guard let target = request.target, !request.isReplacing, !target.isWorkbook else { return [] }
  let place = target.isTable ? target : target.appending(request.table.table.file)
  guard FileManager.default.fileExists(atPath: place.url.path) else { return [] }
  let source = SourceText.read(place.url, as: place.name, family: "K")
  guard let text = source.value else { return source.findings }
  // One line of headings is what a new dossier has.
  let count = CSVFile.parse(text, family: "K").value?.records.count ?? 0
  guard count > 1 else { return [] }
  return [ExportFileFault.filled(rows: count - 1).finding(at: .file(place.name))]
}

/// What an export is read with: the words of a layout set, and the units of a dossier.
private struct ExportSurroundings {
  let context: ExportContext
  let year: Int?
  /// The workbook that the table goes into; nil for any other place.
  var workbook: TargetWorkbook?

  static func load(for request: ExportRequest) -> Loaded<ExportSurroundings> {
    let library = request.data.layouts
    let dossier =
      request.dossier ?? request.target.flatMap { $0.isTable ? nil : $0.url }
    var source: DossierSource?
    if let dossier, isWorkbook(dossier) {
      let book = readDossierWorkbook(
        dossier, named: dossier.lastPathComponent, with: request.reader)
      guard let sheets = book.value else { return Loaded(nil, book.findings) }
      source = .sheets(sheets)
    } else {
      source = dossier.map { .folder($0) }
    }
    let named = source.map { readLayoutName(of: $0) }
    if let findings = named?.findings, findings.hasErrors { return Loaded(nil, findings) }
    guard let name = request.layout ?? named?.value?.name else {
      let fault = ExportFileFault.noLayout(known: library.names)
      return Loaded(nil, [fault.finding(at: nil)])
    }
    guard library.has(name) else {
      let fault = UsageFault.unknownLayout(name, known: library.names)
      return Loaded(nil, [fault.finding(at: nil)])
    }
    let isIntoWorkbook = request.target?.isWorkbook ?? false
    let set = library.load(name, extent: isIntoWorkbook ? .whole : [])
    let words = ExportWords.load(from: library.root)
    var findings = set.findings.filter { $0.severity == .error } + words.findings
    guard let set = set.value, let words = words.value else { return Loaded(nil, findings) }
    var own: OwnUnits?
    if let source {
      let units = readOwnUnits(of: source, under: DossierRules(set))
      findings += units.findings
      own = units.value
    }
    let units = own?.units.map { units in
      Dictionary(units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
    let context = ExportContext(
      table: request.table, vocabulary: set.vocabulary, words: words, units: units)
    var known = ExportSurroundings(context: context, year: request.year ?? own?.fiscalYear)
    if isIntoWorkbook, let target = request.target {
      let book = readDossierWorkbook(target.url, named: target.name, with: request.reader)
      guard let sheets = book.value else { return Loaded(nil, findings + book.findings) }
      known.workbook = TargetWorkbook(sheets: sheets, set: set)
    }
    return Loaded(known, findings)
  }
}

/// Reads the sheet of an export.
private enum ExportFile {
  static func read(
    _ request: ExportRequest, for context: ExportContext, texts: inout [SourceText]
  ) -> Loaded<ExportSheet> {
    let (url, name) = (request.export.url, request.export.name)
    switch FileSort(of: url) {
    case .workbook:
      let answer = request.reader.read(ReadingRequest(.workbook, of: url, as: name))
      guard case .workbook(let book)? = answer.value else { return Loaded(nil, answer.findings) }
      let errors = answer.findings.filter { $0.severity == .error }
      let chosen = choose(from: book, request, context)
      return Loaded(chosen.value, errors + chosen.findings)
    case .text:
      let source = SourceText.read(url, as: name, family: "K")
      guard let text = source.value else { return Loaded(nil, source.findings) }
      texts.append(text)
      let sheet = ExportSheet.reading(text, family: "K")
      return Loaded(sheet.value, source.findings + sheet.findings)
    case .folder, .pdf, .other:
      let exists = FileManager.default.fileExists(atPath: url.path)
      return Loaded(nil, [ExportFileFault.otherKind(exists: exists).finding(at: .file(name))])
    }
  }

  /// The sheet that is asked for, or the only one that has a head.
  private static func choose(
    from book: WorkbookReading, _ request: ExportRequest, _ context: ExportContext
  ) -> Loaded<ExportSheet> {
    let display = CellDisplay(book)
    let names = book.sheets.map(\.name)
    let place = Place.file(request.export.name)
    if let asked = request.sheet {
      guard let sheet = book.sheets.first(where: { $0.name == asked }) else {
        return Loaded(
          nil, [ExportFileFault.unknownSheet(asked, known: names).finding(at: place)])
      }
      return Loaded(ExportSheet(sheet, of: book, display: display), [])
    }
    let seen = book.sheets.filter { $0.visibility == .visible }
      .map { ExportSheet($0, of: book, display: display) }
    let headed = seen.filter { $0.hasHead(for: context) }
    if headed.count > 1 {
      let fault = ExportFileFault.severalSheets(headed.map(\.name))
      return Loaded(nil, [fault.finding(at: place)])
    }
    // Of one without a head its reader says so.
    return Loaded(headed.first ?? seen.first ?? ExportSheet(name: "", rows: []), [])
  }
}

/// What stands in the way of an export, or of the table that it becomes.
private enum ExportFileFault: Fault {
  case noLayout(known: [String])
  case otherKind(exists: Bool)
  case unknownSheet(String, known: [String])
  case severalSheets([String])
  /// A table that has rows already.
  case filled(rows: Int)

  var wording: FaultWording {
    switch self {
    case .noLayout(let known):
      FaultWording(
        code: "X420", cause: .usage, what: "没有说明用哪一套版式的词",
        expected: "--to 或 --dossier 后面的卷宗，或版式：\(known.joined(separator: "、"))",
        mend: "加上 --dossier 卷宗，或 --layout 版式")
    case .otherKind(let exists):
      FaultWording(
        code: "K200", what: exists ? "不是工作簿，也不是文本" : "没有这个文件", expected: "导出表：工作簿（.xlsx）或 CSV",
        mend: exists ? "旧格式的（.xls），另存为 .xlsx" : "检查文件名和所在的文件夹")
    case .unknownSheet(let name, let known):
      FaultWording(
        code: "K201", what: "没有名为\(quoted(name))的工作表", expected: oneOf(known),
        mend: correction(of: name, among: known, otherwise: "改正 --sheet"))
    case .severalSheets(let names):
      FaultWording(
        code: "K202", what: "有 \(names.count) 张工作表像导出表", expected: oneOf(names),
        mend: "用 --sheet 写明哪一张")
    case .filled(let rows):
      FaultWording(
        code: "K203", what: "这张表里已经有 \(rows) 行", expected: "只有列名的表，或还没有的文件",
        mend: "原来的不要了，加上 --replace；要留的，--to 另写一个文件")
    }
  }
}
