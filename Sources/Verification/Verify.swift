public import Comparison
public import Diagnostics
internal import FoundationEssentials
internal import Layouts
public import ReaderProcess
internal import SourceFiles
public import Submission

/// What is to be built and what it is to be held against.
public struct VerificationRequest: Sendable {
  /// The dossier and how to build it; where to is decided here.
  public var build: BuildRequest
  /// The folder of references, with the name that reports print.
  public var references: DiffRequest.Side
  /// Nil for ``ComparisonLevel/format``: references are to be met in everything.
  public var level: ComparisonLevel?
  /// Whether the references are replaced by what is built.
  public var isUpdating = false
  /// Reads the files, in processes of their own.
  public var reader = FileReader()

  /// Holds a build against references, which it leaves as they are.
  public init(build: BuildRequest, references: DiffRequest.Side) {
    self.build = build
    self.references = references
  }
}

/// What a verification came to.
public struct VerificationResult: Sendable {
  /// What the comparison with the references came to.
  public let diff: DiffResult
  /// The references that were written anew or removed, by their relative names.
  public let updated: [String]

  /// How it ended; references that were rewritten do not hold either, so that it never passes.
  public var outcome: Outcome {
    updated.isEmpty ? diff.outcome : diff.findings.outcome(isEqual: false)
  }
}

/// Builds a dossier into a folder of its own and holds the files against references.
///
/// The references are whatever of ``ReferenceKind`` the folder has, and what its list says that it is
/// to have: a kind that is gone is an error.
///
/// What the machine refuses is among the findings, as it is for a build.
public func verify(
  _ request: VerificationRequest, progress: (BuildStage) -> Void = { _ in }
) -> VerificationResult {
  do {
    return try verified(request, progress: progress)
  } catch {
    let diff = DiffResult(report: nil, findings: [finding(thrown: error)], lines: { _ in nil })
    return VerificationResult(diff: diff, updated: [])
  }
}

private func verified(
  _ request: VerificationRequest, progress: (BuildStage) -> Void
) throws -> VerificationResult {
  let work = try TemporaryFolder()
  defer { work.remove() }
  var build = request.build
  build.order.out = work.url.appendingPathComponent("out")
  // What was built is compared first; what the audit says of it is told with the differences.
  build.order.isWrittenWithErrors = true
  let built = Submission.build(build, progress: progress)
  guard let summary = built.summary else {
    // Programs that ask for a report are told as well what is wrong with the dossier.
    let report = ComparisonReport(
      left: request.references.name, right: ReferenceSides.builtName,
      level: request.level ?? .format, stoppedBy: built.findings)
    return VerificationResult(
      diff: DiffResult(report: report, findings: built.findings, lines: built.lines), updated: [])
  }
  let check = ReferenceCheck(request, built: summary, lines: built.lines)
  var result = try check.result(scratch: work.url.appendingPathComponent("made"))
  result = DiffResult(
    report: result.report?.including(built.findings), findings: built.findings + result.findings,
    lines: result.lines)
  guard request.isUpdating, let made = check.made else {
    return VerificationResult(diff: result, updated: [])
  }
  do {
    let updated = try check.folder.replace(with: made, kinds: check.kinds)
    return VerificationResult(diff: result, updated: updated)
  } catch {
    throw VerificationFault.references(request.references.name, error)
  }
}

/// Holds a build against a folder of references.
private struct ReferenceCheck {
  let request: VerificationRequest
  let summary: BuildSummary
  let lines: @Sendable (String) -> [String]?
  let folder: ReferenceFolder
  let kinds: Set<ReferenceKind>
  /// What the build would leave as references; nil where its files cannot be read back.
  let made: [MadeReference]?
  private let makingFindings: [Finding]

  init(
    _ request: VerificationRequest, built summary: BuildSummary,
    lines: @escaping @Sendable (String) -> [String]?
  ) {
    self.request = request
    self.summary = summary
    self.lines = lines
    let names = summary.files.map(\.name)
    folder = ReferenceFolder(request.references.url, outputs: Set(names))
    kinds = folder.kinds.isEmpty && request.isUpdating ? ReferenceKind.usual : folder.kinds
    let made = MadeReference.make(
      of: summary.folder, files: names, kinds: kinds, with: request.reader)
    self.made = made.value
    makingFindings = made.findings
  }

  private var level: ComparisonLevel { request.level ?? .format }

  /// The comparison.
  ///
  /// - Parameter scratch: a folder for what the build would leave.
  func result(scratch: URL) throws -> DiffResult {
    let rules = readRules()
    let lines = self.lines
    let (rulesURL, rulesName) = (rulesURL, rulesName)
    let allLines: @Sendable (String) -> [String]? = { file in
      file == rulesName ? textLines(of: rulesURL) : lines(file)
    }
    func ended(_ report: ComparisonReport?, _ findings: [Finding]) -> DiffResult {
      DiffResult(report: report, findings: findings, lines: allLines)
    }
    var findings = makingFindings + rules.findings
    guard !folder.references.isEmpty || folder.listed != nil || request.isUpdating else {
      return ended(nil, findings + [nothingToCompare])
    }
    let knowledge = FormKnowledge.find(
      named: request.build.layout, near: [summary.folder],
      in: request.build.data.layouts)
    findings += knowledge.findings + unknownFiles
    guard let made, let known = knowledge.value, !findings.hasErrors else {
      return ended(nil, findings + lostKinds)
    }
    findings += lostKinds
    let read = try ReferenceSides.read(
      folder, made: request.isUpdating ? made : made.filter { !folder.lost.contains($0.kind) },
      scratch: scratch,
      figures: summary.folder.appendingPathComponent(BuildSummary.figuresFile),
      name: request.references.name, level: level,
      by: known.recognition, with: request.reader)
    findings += read.findings
    guard let sides = read.value else { return ended(nil, findings) }
    let layered = sides.layered(level: level)
    let report = compare(
      layered.sides.left, layered.sides.right, level: level, rules: rules.value ?? .none
    ).including(findings + layered.findings)
    return ended(report, report.findings)
  }

  private var rulesURL: URL { request.references.url.appendingPathComponent(rulesFileName) }
  private var rulesName: String { "\(request.references.name)/\(rulesFileName)" }

  private func readRules() -> Loaded<ComparisonRules> {
    guard FileManager.default.fileExists(atPath: rulesURL.path) else {
      return Loaded(ComparisonRules.none, [])
    }
    return ComparisonRules.read(rulesURL, as: rulesName)
  }

  private var nothingToCompare: Finding {
    SidesFault.noReferences(request.references.name).finding(at: nil)
  }

  /// What the list of kinds has and the folder has not; told as an error, unless it is written anew.
  private var lostKinds: [Finding] {
    guard !request.isUpdating, let list = folder.listed else { return [] }
    let place = Place.file("\(request.references.name)/\(ReferenceList.file)")
    var faults: [SidesFault] = []
    if !list.unknown.isEmpty { faults.append(.unknownKinds(list.unknown)) }
    if !folder.lost.isEmpty {
      faults.append(.lostKinds(folder.lost, folder: request.references.name))
    }
    return faults.map { $0.finding(at: place) }
  }

  /// Files that are no references: neither compared nor touched, which somebody may not expect.
  private var unknownFiles: [Finding] {
    let name = request.references.name
    let foreign = folder.foreign.map { SidesFault.foreignName($0, in: name).finding(at: nil) }
    guard !folder.others.isEmpty else { return foreign }
    return [SidesFault.foreignFiles(folder.others, folder: name).finding(at: nil)] + foreign
  }
}
