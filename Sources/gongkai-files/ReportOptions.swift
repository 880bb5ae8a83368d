internal import ArgumentParser
internal import Comparison
internal import Console
internal import Diagnostics
internal import FoundationEssentials
internal import Submission
internal import Verification

/// What the commands that compare have in common: the level, and where the report goes.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "比较到哪一级：figures（印出的数）、content（全部文字）、format（连同格式）。", valueName: "LEVEL"))
  var level: String?

  @Option(help: ArgumentHelp("把报告写成 JSON；“-”是标准输出。", valueName: "FILE"))
  var json: String?

  @Option(help: ArgumentHelp("把报告写成 JUnit XML；“-”是标准输出。", valueName: "FILE"))
  var junit: String?

  @Option(help: ArgumentHelp("最多列出多少处差异；计数不受影响。", valueName: "N"))
  var limit = 200

  @Flag(help: ArgumentHelp("只印一行总结。"))
  var quiet = false

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit 应是不小于 0 的整数。") }
    guard json != "-" || junit != "-" else {
      throw ValidationError("--json 和 --junit 不能都写到标准输出。")
    }
  }

  /// The level by its name; wrong usage for one that does not exist.
  func chosenLevel() throws -> ComparisonLevel? {
    guard let level else { return nil }
    let parsed = ComparisonLevel.parse(level.lowercased())
    if let level = parsed.value { return level }
    try conclude(parsed.findings, consequence: "没有比较。")
    return nil
  }

  /// Prints what was found and the report, writes the files asked for, and ends with the exit code.
  func finish(
    _ result: DiffResult, outcome: Outcome, surroundings: Surroundings, note: String? = nil
  ) throws {
    let isComplete = outcome == .done || outcome == .checksFailed
    if !result.findings.isEmpty {
      let printer = DiagnosticPrinter(lines: result.lines)
      let consequence = isComplete ? "已经比完，请核对。" : "没有比完。"
      Terminal.printError(printer.text(of: result.findings, consequence: consequence))
    }
    guard let report = result.report else { throw ExitCode(outcome) }
    try ReportFile.write(report.json(), to: json, .json, surroundings)
    try ReportFile.write(Data(report.junit(limit: limit).utf8), to: junit, .junit, surroundings)
    // Of sides that nothing could be compared of there is no verdict: the findings say why.
    let hasVerdict = isComplete || report.comparedCount > 0 || !report.differences.isEmpty
    if hasVerdict && json != "-" && junit != "-" {
      print(report.text(limit: limit, isBrief: quiet), terminator: "")
      if let note { print(note) }
    }
    if outcome != .done { throw ExitCode(outcome) }
  }

  /// Refuses places for reports at which they would do harm, before anything is compared.
  func checkPlaces(_ surroundings: Surroundings) throws {
    let files = [(json, ReportFile.Form.json), (junit, .junit)]
      .compactMap { ReportFile.named($0, $1, surroundings) }
    for file in files { try file.check() }
    guard files.count < 2 || files[0].url.path != files[1].url.path else {
      throw ReportFault.samePlace(files[0].name)
    }
  }
}
