internal import Readings

/// What a sheet's cells point to in the rest of the workbook.
struct SheetContext {
  let strings: [RichText]
  /// For each style whether its format prints dates.
  let isDate: [Bool]
  let palette: ColourPalette
  /// What rules for the looks of cells set, by number.
  let differences: [String]
  let dateSystem: DateSystem
  /// Where cells go as they are read; nil where they are kept.
  var drain: CellDrain?

  /// Cells that a workbook may have: a quarter more than a million, which take some 160 MB while
  /// they are read.
  ///
  /// What has more is no account, and would only fill the memory.
  static let mostCells = 1_250_000
  /// Texts that its cells may share; two count as a cell.
  static let mostTexts = 800_000
}
