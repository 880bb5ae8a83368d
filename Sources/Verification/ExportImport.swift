public import Diagnostics
internal import Domain
public import Dossiers
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

/// What an import has written.
public struct WrittenExport: Sendable {
  /// The file, as people call it.
  public let name: String
  /// What the former workbook is now called, which stands beside; nil where none was replaced.
  public var former: String?
}

/// What came of an export; nothing is written yet.
public struct ExportImport: Sendable {
  /// What is to be written.
  public enum Result: Sendable {
    /// A mapping for people to correct.
    case proposal(ProposedMapping)
    /// The table, as the dossier has it.
    case table(DossierDraft.Table)
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
  /// - Returns: the file that was written, nil where there was none to be; or why a workbook was left as
  ///   it is.
  public func write() throws -> Loaded<WrittenExport> {
    switch result {
    case .nothing: return Loaded(nil, [])
    case .proposal(let proposal):
      try store(proposal.text, in: request.mapping)
      return Loaded(WrittenExport(name: request.mapping.name), [])
    case .table(let table):
      guard let target = request.target else { return Loaded(nil, []) }
      if let workbook {
        let former = try workbook.rewrite(with: table, at: target.url)
        return Loaded(
          former.value.map { WrittenExport(name: target.name, former: $0) }, former.findings)
      }
      let place = target.isTable ? target : target.appending(table.file)
      try store(table.text, in: place)
      return Loaded(WrittenExport(name: place.name), [])
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

/// Reads an export: by its mapping where there is one, otherwise to propose one.
public func readExport(_ request: ExportRequest) -> ExportImport {
  var texts: [SourceText] = []
  let surroundings = ExportSurroundings.load(for: request)
  guard let known = surroundings.value, !surroundings.findings.hasErrors else {
    return ExportImport(request, .nothing, findings: surroundings.findings)
  }
  // A mapping serves for years: it names the file, not the folder where it happened to be.
  let isProposing = !FileManager.default.fileExists(atPath: request.mapping.url.path)
  let name = isProposing ? request.export.url.lastPathComponent : request.export.name
  let found = ExportFile.read(request, named: name, for: known.context, texts: &texts)
  var findings = surroundings.findings + found.findings
  guard let sheet = found.value, !found.findings.hasErrors else {
    return ExportImport(request, .nothing, findings: findings, texts: texts)
  }
  let export = sheet.name.isEmpty ? name : "\(name)“\(sheet.name)”"
  if isProposing {
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
  let file = request.table.table.file
  let hindrances = request.hindrances(filled: known.workbook?.filledRows(of: file))
  findings += reading.findings + hindrances
  if known.lacksUnits, !reading.units.isEmpty, let dossier = known.dossier {
    let fault = ExportFileFault.noUnits(reading.units, isWorkbook: known.isSheets)
    findings.append(fault.finding(at: .file(dossier)))
  }
  // Sums beside a table that was not touched look as if it had been.
  let isTold = reading.tally.read > 0 && hindrances.isEmpty
  let title = request.table.title(isWorkbook: known.isSheets)
  let report = isTold ? reading.tally.text(of: export, into: title) : ""
  let result: ExportImport.Result =
    if let table = reading.table, !findings.hasErrors { .table(table.draft) } else { .nothing }
  return ExportImport(
    request, result, report: report, findings: findings, texts: texts, into: known.workbook)
}

/// What an export is read with: the words of a layout set, and the units of a dossier.
private struct ExportSurroundings {
  let context: ExportContext
  let year: Int?
  /// What the dossier is called; nil where there is none.
  var dossier: String?
  /// Whether the dossier is a workbook.
  var isSheets = false
  /// Whether the dossier does not say, or not rightly, which units it has.
  var lacksUnits: Bool { dossier != nil && context.units == nil }
  /// The workbook that the table goes into; nil for any other place.
  var workbook: TargetWorkbook?

  static func load(for request: ExportRequest) -> Loaded<ExportSurroundings> {
    let library = request.data.layouts
    let dossier =
      request.dossier ?? request.target.flatMap { $0.isTable ? nil : $0.url }
    var source: DossierSource?
    if let dossier, isWorkbook(dossier) {
      let book = readDossierWorkbook(
        dossier,
        named: request.dossier == nil ? request.target?.name ?? "" : dossier.lastPathComponent,
        with: request.reader)
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
    let isIntoWorkbook = request.target.map { isForWorkbook($0.url) } ?? false
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
    let units = own?.units.flatMap { units in
      units.isEmpty
        ? nil
        : Dictionary(units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
    let context = ExportContext(
      table: request.table, vocabulary: set.vocabulary, words: words, units: units)
    var known = ExportSurroundings(context: context, year: request.year ?? own?.fiscalYear)
    known.dossier = dossier?.lastPathComponent
    if case .sheets? = source { known.isSheets = true }
    if isIntoWorkbook, let target = request.target {
      // It is the dossier, unless another is named.
      if request.dossier == nil, case .sheets(let sheets)? = source {
        known.workbook = TargetWorkbook(sheets: sheets, set: set)
      } else {
        let book = readDossierWorkbook(target.url, named: target.name, with: request.reader)
        guard let sheets = book.value else { return Loaded(nil, findings + book.findings) }
        known.workbook = TargetWorkbook(sheets: sheets, set: set)
      }
    }
    return Loaded(known, findings)
  }
}

/// Reads the sheet of an export.
private enum ExportFile {
  static func read(
    _ request: ExportRequest, named name: String, for context: ExportContext,
    texts: inout [SourceText]
  ) -> Loaded<ExportSheet> {
    let url = request.export.url
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
