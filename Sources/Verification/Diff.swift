public import Comparison
public import Diagnostics
public import FoundationEssentials
internal import Layouts
public import ReaderProcess
internal import SourceFiles
public import Submission

/// What is to be held against what.
public struct DiffRequest: Sendable {
  /// A file or folder with the name that reports print.
  public struct Side: Sendable {
    /// Where the file or folder is.
    public let url: URL
    /// The name that reports print.
    public let name: String

    /// Pairs a place with a name.
    public init(url: URL, name: String) {
      self.url = url
      self.name = name
    }
  }

  /// The older side, or the reference.
  public var left: Side
  /// The newer side, or what is held against the reference.
  public var right: Side
  /// Nil for the level that suits the two.
  public var level: ComparisonLevel?
  /// A file of rules; nil for the one in the left folder, or else in the right one.
  public var rules: Side?
  /// The layout set that tells the forms; nil for the one that the files name, or that knows them.
  public var layout: String?
  /// Where layout sets are.
  public var data: DataFolder
  /// Reads the files, strangers' ones in processes of their own.
  public var reader = FileReader()

  /// Compares two sides as they are, by whatever rules stand beside them.
  public init(left: Side, right: Side, data: DataFolder) {
    self.left = left
    self.right = right
    self.data = data
  }
}

/// What a comparison came to.
public struct DiffResult: Sendable {
  /// Nil where a side, the rules or the layout set could not be read.
  public let report: ComparisonReport?
  /// What was found on the way, the report's own findings included.
  public let findings: [Finding]
  /// The lines of the files that findings point to.
  public let lines: @Sendable (_ file: String) -> [String]?

  /// How it ended: differences count, unless something could not be compared at all.
  public var outcome: Outcome {
    // What was not compared is never equal.
    findings.outcome(isEqual: report?.differences.isEmpty ?? false)
  }
}

/// The name of the file of rules beside references.
public let rulesFileName = "ignore.yaml"

/// Compares two files or folders: reads both, recognises their forms, holds them against each other.
public func diff(_ request: DiffRequest) -> DiffResult {
  let library = request.data.layouts
  let rulesFile = request.rules ?? rulesBeside(request.left) ?? rulesBeside(request.right)
  let lines: @Sendable (String) -> [String]? = { file in
    if file == rulesFile?.name, let url = rulesFile?.url { return textLines(of: url) }
    let sides = [request.left, request.right]
    if let side = sides.first(where: { $0.name == file }) { return textLines(of: side.url) }
    return library.lines(of: file)
  }
  let rules = rulesFile.map { ComparisonRules.read($0.url, as: $0.name) }
  let knowledge = FormKnowledge.find(
    named: request.layout, near: [request.left.url, request.right.url], in: library,
    isLazy: true)
  var findings = (rules?.findings ?? []) + knowledge.findings
  guard !findings.hasErrors, let known = knowledge.value else {
    return DiffResult(report: nil, findings: findings, lines: lines)
  }
  let pair = readComparison(
    source(request.left), source(request.right), level: request.level, by: known.recognition,
    with: request.reader)
  findings += known.findings
  guard !findings.hasErrors else {
    return DiffResult(report: nil, findings: findings, lines: lines)
  }
  findings += pair.findings
  guard let pair = pair.value else {
    return DiffResult(report: nil, findings: findings, lines: lines)
  }
  let report = compare(
    pair.left, pair.right, level: request.level, rules: rules?.value ?? .none
  ).including(findings)
  return DiffResult(report: report, findings: report.findings, lines: lines)
}

private func source(_ side: DiffRequest.Side) -> ComparisonSource {
  ComparisonSource(url: side.url, name: side.name, excluding: [rulesFileName])
}

/// The file of rules in a folder; nil where there is none.
private func rulesBeside(_ side: DiffRequest.Side) -> DiffRequest.Side? {
  let url = side.url.appendingPathComponent(rulesFileName)
  guard FileManager.default.fileExists(atPath: url.path) else { return nil }
  return DiffRequest.Side(url: url, name: "\(side.name)/\(rulesFileName)")
}

/// The lines of a file of text.
func textLines(of url: URL) -> [String]? {
  SourceText.read(url, as: url.lastPathComponent, family: "R").value?.lines
}
