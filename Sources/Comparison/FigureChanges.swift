internal import Diagnostics
internal import Figures
internal import Readings

/// How the figures of a build stand to those that an earlier build left in its folder.
public enum FigureChanges: Sendable {
  case unchanged
  case changed(ComparisonReport)

  /// Holds one list of figures against an earlier one.
  ///
  /// - Parameters:
  ///   - former: the bytes of the list that an earlier build left.
  ///   - current: those of the list that stands there now.
  ///   - name: the name of both in the report.
  /// - Returns: nil where one of the lists cannot be read any more.
  public static func from(
    _ former: [UInt8], to current: [UInt8], named name: String
  ) -> FigureChanges? {
    // Mostly nothing has changed, and then nothing need be read.
    guard former != current else { return .unchanged }
    guard let old = readFiguresCSV(former, as: name).value,
      let new = readFiguresCSV(current, as: name).value
    else { return nil }
    func input(_ reading: FigureBook, called side: String) -> ComparisonInput {
      ComparisonInput(
        name: side, content: .file(ComparedFile(name: name, content: .figures(reading))))
    }
    let report = compare(
      input(old, called: "上次生成的"), input(new, called: "这次生成的"), level: .figures)
    return report.isEqual ? .unchanged : .changed(report)
  }
}
