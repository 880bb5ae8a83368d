/// What a sheet's cells point to in the rest of the workbook.
struct SheetContext {
  let strings: [RichText]
  /// For each style whether its format prints dates.
  let isDate: [Bool]
  let palette: [String]
  let dateSystem: DateSystem

  /// Cells that a workbook may have: four times a million, which take some 300 MB.
  ///
  /// What has more is no account, and would only fill the memory.
  static let mostCells = 4_000_000
}
