/// What a sheet's cells point to in the rest of the workbook.
struct SheetContext {
  let strings: [RichText]
  /// For each style whether its format prints dates.
  let isDate: [Bool]
  let palette: [String]
  let dateSystem: DateSystem

  /// Cells that a workbook may have: two million, which take some 150 MB.
  ///
  /// What has more is no account, and would only fill the memory.
  static let mostCells = 2_000_000
}
