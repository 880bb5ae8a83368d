public import Comparison
internal import Diagnostics
internal import FoundationEssentials
internal import Reading
public import Submission

/// What a build changed of the figures that an earlier build left in its folder.
///
/// - Returns: the comparison of both lists of figures; nil where no earlier build was there, or its
///   list cannot be read any more.
public func changes(of summary: BuildSummary) -> ComparisonReport? {
  let name = BuildSummary.figuresFile
  guard let former = summary.formerFigures,
    let old = readFiguresCSV(former, as: name).value,
    let new = readFiguresCSV(at: summary.folder.appendingPathComponent(name), as: name).value
  else { return nil }
  func input(_ reading: FiguresReading, called side: String) -> ComparisonInput {
    ComparisonInput(
      name: side, content: .file(ComparedFile(name: name, content: .figures(reading))))
  }
  return compare(
    input(old, called: "上次生成的"), input(new, called: "这次生成的"), level: .figures)
}
