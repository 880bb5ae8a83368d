internal import Diagnostics
public import Figures
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
  ///   - book: the figures that were written now, with the words that are printed around them.
  /// - Returns: nil where one of the lists cannot be read any more.
  public static func from(
    _ former: [UInt8], to current: [UInt8], named name: String, of book: FigureBook
  ) -> FigureChanges? {
    // Mostly nothing has changed, and then nothing need be read.
    guard former != current else { return .unchanged }
    guard let old = readFiguresCSV(former, as: name).value,
      let new = readFiguresCSV(current, as: name).value
    else { return nil }
    func input(_ reading: FigureBook, called side: String) -> ComparisonInput {
      let list = ComparedFile(name: name, content: .figures(reading.described(by: book)))
      return ComparisonInput(name: side, content: .file(list))
    }
    let report = compare(
      input(old, called: "上次生成的"), input(new, called: "这次生成的"), level: .figures)
    return report.isEqual ? .unchanged : .changed(report)
  }
}
