public import Comparison
internal import Diagnostics
internal import FoundationEssentials
internal import Reading
public import Submission

/// How the figures of a build stand to those that an earlier build left in its folder.
public enum FigureChanges: Sendable {
  case unchanged
  case changed(ComparisonReport)
}

/// What a build changed of the figures that an earlier build left in its folder.
///
/// - Returns: nil where no earlier build was there, or its list cannot be read any more.
public func changes(of summary: BuildSummary) -> FigureChanges? {
  let name = BuildSummary.figuresFile
  guard let former = summary.formerFigures,
    let data = try? Data(contentsOf: summary.folder.appendingPathComponent(name))
  else { return nil }
  let current = Array(data)
  // Mostly nothing has changed, and then nothing need be read.
  guard former != current else { return .unchanged }
  guard let old = readFiguresCSV(former, as: name).value,
    let new = readFiguresCSV(current, as: name).value
  else { return nil }
  func input(_ reading: FiguresReading, called side: String) -> ComparisonInput {
    ComparisonInput(
      name: side, content: .file(ComparedFile(name: name, content: .figures(reading))))
  }
  let report = compare(
    input(old, called: "上次生成的"), input(new, called: "这次生成的"), level: .figures)
  return report.isEqual ? .unchanged : .changed(report)
}
