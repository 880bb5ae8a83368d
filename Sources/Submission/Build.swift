public import Audit
public import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import FoundationEssentials
internal import PDFOutput
internal import SourceFiles
internal import SpreadsheetOutput
internal import Typesetting

/// How a build ended: what it made, if it made anything, and all that was found on the way.
public struct BuildResult: Sendable {
  /// Nil where nothing was written, and the former outputs are as they were: errors were found, and no
  /// draft was asked for.
  public let summary: BuildSummary?
  /// What the audit says; nil where the dossier could not be read or composed.
  public let audit: AuditReport?
  /// What was found, whoever has to mend it; the exit code follows from it.
  public let findings: [Finding]
  /// The lines of the files that findings point to.
  public let lines: @Sendable (_ file: String) -> [String]?

  fileprivate init(
    _ summary: BuildSummary?, _ audit: AuditReport?, _ log: WorkLog, of order: BuildOrder
  ) {
    self.summary = summary
    self.audit = audit
    findings = log.findings(of: order)
    lines = log.lines
  }
}

/// Builds a submission: loads layout set and fonts, reads, composes, typesets, writes, and exchanges
/// the output folder.
///
/// - Parameters:
///   - request: what to build, by what.
///   - progress: called when a step begins.
public func build(
  _ request: BuildRequest, progress: (BuildStage) -> Void = { _ in }
) -> BuildResult {
  progress(.reading)
  var log = WorkLog()
  var audit: AuditReport?
  let summary = log.attempt { log in
    let (set, texts) = try LoadedSet.load(for: request, log: &log)
    let lines = set.lines
    let linesOfFonts = fontLines(request.data, preferring: request.fonts)
    log.lines = { lines($0) ?? linesOfFonts($0) }
    let steps = BuildSteps(order: request.order, set: set, texts: texts) {
      LoadedFonts.load(from: request.data, preferring: request.fonts)
    }
    return try steps.run(log: &log, audit: &audit, progress: progress)
  }
  return BuildResult(summary, audit, log, of: request.order)
}

/// Builds a submission by a layout set and with fonts that are loaded already, as a batch does.
///
/// What was found in loading them is not told again.
///
/// - Parameters:
///   - order: the dossier, and what is made of it.
///   - progress: called when a step begins.
public func build(
  _ order: BuildOrder, by set: LoadedSet, fonts: LoadedFonts,
  progress: (BuildStage) -> Void = { _ in }
) -> BuildResult {
  progress(.reading)
  var log = WorkLog()
  var audit: AuditReport?
  log.lines = { set.lines($0) ?? fonts.lines($0) }
  let summary = log.attempt { log in
    let steps = BuildSteps(order: order, set: set, texts: []) { Loaded(fonts, []) }
    return try steps.run(log: &log, audit: &audit, progress: progress)
  }
  return BuildResult(summary, audit, log, of: order)
}

/// The steps of a build behind the loading of the layout set.
private struct BuildSteps {
  let order: BuildOrder
  let set: LoadedSet
  /// Files of the dossier that were read before.
  let texts: [SourceText]
  /// Called once the document is composed: what is wrong with the dossier is told first.
  let loadFonts: () -> Loaded<LoadedFonts>

  func run(
    log: inout WorkLog, audit: inout AuditReport?, progress: (BuildStage) -> Void
  ) throws -> BuildSummary {
    if let out = order.out { try refuse(out, for: order) }
    let prepared = try prepare(
      order, by: set, alreadyRead: texts, log: &log, progress: progress)
    audit = prepared.audit
    try log.take(prepared.audit, for: order)
    progress(.fonts)
    let loaded = try log.take(loadFonts())
    let demand = FontDemand(prepared.document, from: prepared.texts, or: set.texts)
    let fonts = try log.take(loaded.library.set(needing: demand))

    let target = order.out ?? prepared.usualFolder(in: order.workingFolder)
    try refuse(target, for: order)
    let folder = try OutputFolder(target: target)
    var isDone = false
    defer { if !isDone { folder.discard() } }
    let outputs = try write(
      prepared, into: folder.staging, loaded, fonts, log: &log, progress: progress)

    progress(.exchange)
    let former = FormerOutputs(in: folder.target)
    try folder.commit(outputs.writer.files.map(\.name), former: former.names)
    isDone = true
    return BuildSummary(
      folder: target, prepared: prepared, writer: outputs.writer, pages: outputs.pages,
      formerFigures: former.figures)
  }

  /// Writes every file that is asked for; the workbooks beside the PDF, where there are both.
  private func write(
    _ prepared: PreparedDocument, into folder: URL, _ loaded: LoadedFonts, _ fonts: FontSet,
    log: inout WorkLog, progress: (BuildStage) -> Void
  ) throws -> (writer: OutputWriter, pages: [Page]) {
    var writer = OutputWriter(folder: folder)
    var pages: [Page] = []
    let document = prepared.document
    // Parts that are text alone have no workbook.
    let hasWorkbook = order.formats.contains(.xlsx) && !document.sheets.isEmpty
    let hasPages = order.formats.contains(.pdf)
    progress(hasWorkbook && hasPages ? .both : hasPages ? .pages : .workbook)
    // Workbooks end their pages where the document does, whether it is made as well or not.
    let plans = planForms(of: document, with: fonts)
    var job: SideJob<Result<OutputWriter, any Error>>?
    if hasWorkbook, hasPages {
      job = workbookJob(document, plans.breaks, loaded, into: folder)
    } else if hasWorkbook {
      try writer.workbooks(document, breaks: plans.breaks, fonts: fonts)
    }
    // Whatever becomes of the pages: nobody writes into the folder any more when this returns.
    defer { _ = job?.wait() }
    if hasPages {
      let typeset = try log.take(Typesetting.typeset(document, with: fonts, plans: plans))
      pages = typeset.pages
      try writer.pdf(typeset, of: document)
    }
    if let job { writer.add(try job.wait().get()) }
    try writer.figures(document)
    try writer.manifest(prepared, fonts: fonts)
    return (writer, pages)
  }

  /// Makes the workbooks on a thread of its own, with a font set of its own: one belongs to one task.
  private func workbookJob(
    _ document: Document, _ breaks: [String: [RowBreak]], _ loaded: LoadedFonts, into folder: URL
  ) -> SideJob<Result<OutputWriter, any Error>> {
    SideJob {
      Result {
        // Every character was found a moment ago; faces are opened as they are set with.
        guard let fonts = loaded.library.set(needing: FontDemand([])).value else {
          throw MachineFault.fontsGone
        }
        var writer = OutputWriter(folder: folder)
        try writer.workbooks(document, breaks: breaks, fonts: fonts)
        return writer
      }
    }
  }
}

/// What an earlier build has left in an output folder.
private struct FormerOutputs {
  /// The names of its files.
  let names: Set<String>
  /// Its list of figures.
  let figures: [UInt8]?

  init(in folder: URL) {
    let manifest = Manifest(in: folder)
    names = Set(manifest.map { $0.outputs.map(\.name) + [Manifest.fileName] } ?? [])
    let url = folder.appendingPathComponent(BuildSummary.figuresFile)
    let data = names.contains(BuildSummary.figuresFile) ? try? Data(contentsOf: url) : nil
    figures = data.map { Array($0) }
  }
}

extension BuildSummary {
  fileprivate init(
    folder: URL, prepared: PreparedDocument, writer: OutputWriter, pages: [Page],
    formerFigures: [UInt8]?
  ) {
    let document = prepared.document
    self.init(
      folder: folder, files: writer.files, forms: document.forms.count,
      evaluations: document.evaluations.count, sheets: writer.sheets, pages: pages.count,
      frontPages: FrontPages(pages),
      figures: document.sheets.map(\.figureCount).reduce(0, +), book: prepared.figures,
      glance: prepared.glance, isDraft: document.mark != nil, formerFigures: formerFigures)
  }
}

extension WorkLog {
  /// Notes what an audit comes to.
  ///
  /// - Throws: ``Halt`` where it has found errors, and nothing is to be written then.
  fileprivate mutating func take(_ audit: AuditReport, for order: BuildOrder) throws(Halt) {
    let (errors, warnings) = (audit.errors, audit.warnings)
    let place = Place.dossier(order.dossier.lastPathComponent)
    var found = audit.remarks
    if errors > 0 {
      let fault: AuditFault = order.isDraft ? .draft(errors: errors) : .refused(errors: errors)
      found.append(fault.finding(at: place))
    }
    if warnings > 0 { found.append(AuditFault.warnings(warnings).finding(at: place)) }
    guard errors == 0 || order.isDraft || order.isWrittenWithErrors else {
      throw Halt(findings: found)
    }
    add(found)
  }
}
