/// A workbook that was read beside another one, without the sheets that stand there byte by byte.
public struct PartialWorkbook: Hashable, Sendable {
  /// The workbook; of sheets that the other one has too it knows the name alone.
  public var book: WorkbookReading
  /// The places of those sheets, which are the same ones on the other side.
  public let same: [Int]

  /// Pairs a workbook with the places of what is missing in it.
  public init(_ book: WorkbookReading, same: [Int]) {
    self.book = book
    self.same = same
  }

  /// Fewer cells than any reader refuses: half of what fills its memory.
  private static let fewCells = 500_000

  /// The whole workbook.
  ///
  /// - Parameter other: the one beside which it was read.
  /// - Returns: nil where that one cannot complete it, or where both together have so many cells that
  ///   the reader might have refused the file; then it has to be read by itself.
  public func completed(by other: WorkbookReading) -> WorkbookReading? {
    guard !same.isEmpty else { return book }
    guard book.sheets.count == other.sheets.count else { return nil }
    var whole = book
    for place in same {
      guard whole.sheets.indices.contains(place) else { return nil }
      whole.sheets[place] = other.sheets[place]
    }
    var count = 0
    for cell in whole.sheets.lazy.flatMap(\.cells) {
      // Long formulas and many fonts count as the cells that they take the memory of.
      count += 1 + 2 * cell.runs.count + (cell.formula?.text.utf8.count ?? 0) / 64
      guard count <= Self.fewCells else { return nil }
    }
    return whole
  }
}
