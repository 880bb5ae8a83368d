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

  var writer = OutputWriter(folder: folder.staging)
  var sheets = 0
  var pages: [Page] = []
  // Parts that are text alone have no workbook.
  if request.formats.contains(.xlsx), !prepared.document.forms.isEmpty {
    progress(.workbook)
    do {
      sheets = try writer.workbook(prepared.document, fonts: fontSet)
    } catch let refusal as OutputRefusal {
      prepared.findings.append(refusal.finding)
      return prepared.refused()
    }
  }
  if request.formats.contains(.pdf) {
    progress(.pages)
    let typeset = Typesetting.typeset(prepared.document, with: fontSet)
    prepared.findings += typeset.findings
    guard let document = typeset.value else { return prepared.refused() }
    pages = document.pages
    try writer.pdf(document, of: prepared.document)
  }
  try writer.figures(prepared.document)
  try writer.manifest(prepared, fonts: fontSet)

  progress(.exchange)
  let former = Manifest(in: folder.target)
  let ours = Set((former?.outputs.map(\.name) ?? []) + (former == nil ? [] : [Manifest.fileName]))
  try folder.commit { ours.contains($0) }
  isDone = true
  let summary = BuildSummary(
    folder: target, files: writer.files, forms: prepared.document.forms.count, sheets: sheets,
    pages: pages.count, frontPages: FrontPages(pages),
    figures: prepared.document.forms.map(\.figures.count).reduce(0, +))
  return BuildResult(summary: summary, findings: prepared.findings, lines: prepared.lines)
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
