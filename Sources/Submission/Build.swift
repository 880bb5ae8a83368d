internal import Composition
public import Diagnostics
internal import Documents
internal import Domain
internal import Dossiers
internal import Figures
internal import FoundationEssentials
internal import Layouts
internal import PDFOutput
internal import SpreadsheetOutput
internal import Typesetting

/// How a build ended: what it made, if it made anything, and all that was found on the way.
public struct BuildResult: Sendable {
  /// Nil when errors were found; then nothing was written.
  public let summary: BuildSummary?
  /// All that was found on the way, errors and warnings.
  public let findings: [Finding]
  /// The lines of the files that findings point to.
  public let lines: @Sendable (_ file: String) -> [String]?
}

/// Builds a submission: reads, composes, typesets, writes, and exchanges the output folder.
///
/// - Parameters:
///   - request: what to build.
///   - progress: called when a step begins.
/// - Returns: the summary, or the findings that stand in the way.
/// - Throws: ``MachineFailure`` when disk or permissions fail, ``UsageFault`` for a request that
///   cannot be met. In every case but success the former outputs are as they were.
public func build(
  _ request: BuildRequest, progress: (BuildStage) -> Void = { _ in }
) throws -> BuildResult {
  progress(.reading)
  var prepared: PreparedDocument
  switch try prepare(request, progress: progress) {
  case .failure(let refusal): return refusal.result
  case .success(let document): prepared = document
  }

  progress(.fonts)
  let fonts = FontSet.load(
    from: request.data.fonts, preferring: request.fonts,
    needing: FontDemand(prepared.document, from: prepared.texts))
  prepared.findings += fonts.findings
  guard let fontSet = fonts.value else { return prepared.refused() }

  let name = "\(prepared.department.code)-\(prepared.fiscalYear)"
  let target = request.out ?? request.workingFolder.appendingPathComponent("Out/\(name)")
  try refuse(target, around: request)
  let folder = try OutputFolder(target: target)
  var isDone = false
  defer { if !isDone { folder.discard() } }

  let outputs: Outputs
  do {
    outputs = try writeOutputs(
      &prepared, request, into: folder.staging, fonts: fontSet, progress: progress)
  } catch let refusal as OutputRefusal {
    prepared.findings += refusal.findings
    return prepared.refused()
  }

  progress(.exchange)
  let former = Manifest(in: folder.target)
  let ours = Set((former?.outputs.map(\.name) ?? []) + (former == nil ? [] : [Manifest.fileName]))
  let formerFigures =
    ours.contains(BuildSummary.figuresFile)
    ? try? Data(contentsOf: folder.target.appendingPathComponent(BuildSummary.figuresFile)) : nil
  try folder.commit { ours.contains($0) }
  isDone = true
  let document = prepared.document
  let summary = BuildSummary(
    folder: target, files: outputs.writer.files, forms: document.forms.count,
    evaluations: document.evaluations.count, sheets: outputs.writer.sheets,
    pages: outputs.pages.count, frontPages: FrontPages(outputs.pages),
    figures: document.sheets.map(\.figures.count).reduce(0, +),
    formerFigures: formerFigures.map { Array($0) })
  return BuildResult(summary: summary, findings: prepared.findings, lines: prepared.lines)
}

/// What stands in the new folder, and the pages of its PDF.
private struct Outputs {
  var writer: OutputWriter
  var pages: [Page] = []
}

/// Writes every file that is asked for; the workbooks beside the PDF, where there are both.
private func writeOutputs(
  _ prepared: inout PreparedDocument, _ request: BuildRequest, into folder: URL, fonts: FontSet,
  progress: (BuildStage) -> Void
) throws -> Outputs {
  var outputs = Outputs(writer: OutputWriter(folder: folder))
  let document = prepared.document
  // Parts that are text alone have no workbook.
  let hasWorkbook = request.formats.contains(.xlsx) && !document.sheets.isEmpty
  let hasPages = request.formats.contains(.pdf)
  progress(hasWorkbook && hasPages ? .both : hasPages ? .pages : .workbook)
  var job: SideJob<Result<OutputWriter, any Error>>?
  if hasWorkbook, hasPages {
    job = workbookJob(document, request, into: folder)
  } else if hasWorkbook {
    try outputs.writer.workbooks(document, fonts: fonts)
  }
  // Whatever becomes of the pages: nobody writes into the folder any more when this returns.
  defer { _ = job?.wait() }
  if hasPages {
    let typeset = Typesetting.typeset(document, with: fonts)
    prepared.findings += typeset.findings
    guard let pages = typeset.value else { throw OutputRefusal(findings: []) }
    outputs.pages = pages.pages
    try outputs.writer.pdf(pages, of: document)
  }
  if let job { outputs.writer.add(try job.wait().get()) }
  try outputs.writer.figures(document)
  try outputs.writer.manifest(prepared, fonts: fonts)
  return outputs
}

/// Makes the workbooks on a thread of its own, with fonts of its own: a font set belongs to one task.
private func workbookJob(
  _ document: Document, _ request: BuildRequest, into folder: URL
) -> SideJob<Result<OutputWriter, any Error>> {
  let (data, preferred) = (request.data.fonts, request.fonts)
  return SideJob {
    Result {
      // Every character was found a moment ago; faces are opened as they are set with.
      let loaded = FontSet.load(from: data, preferring: preferred, needing: FontDemand([]))
      guard let fonts = loaded.value else {
        throw MachineFailure("字体刚才还在，现在读不出来", mend: "检查 Fonts 文件夹，再运行一次")
      }
      var writer = OutputWriter(folder: folder)
      try writer.workbooks(document, fonts: fonts)
      return writer
    }
  }
}

/// The exchange replaces the whole output folder, so it must not hold what is read or stood in.
private func refuse(_ target: URL, around request: BuildRequest) throws(UsageFault) {
  let out = target.standardizedFileURL.resolvingSymlinksInPath().path
  for (folder, what) in [(request.dossier, "卷宗"), (request.workingFolder, "当前文件夹")] {
    let inner = folder.standardizedFileURL.resolvingSymlinksInPath().path
    if inner == out || inner.hasPrefix(out.hasSuffix("/") ? out : out + "/") {
      throw UsageFault("输出文件夹 \(target.path) 不能是\(what)，也不能把它包在里面；请用 --out 指定单独的文件夹")
    }
  }
}
