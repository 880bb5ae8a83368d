internal import Diagnostics
internal import Figures
internal import Readings

/// A figure as a file has it.
///
/// - Parameter cell: row and column of its address: `2080501.2`.
func sampleFigure(
  _ form: String, _ cell: String, _ printed: String, unit: String? = nil,
  sources: [SourcePlace] = [], at place: Place
) -> Figure {
  let parts = cell.split(separator: ".", maxSplits: 1).map(String.init)
  return Figure(
    address: FigureAddress(form: form, row: parts[0], column: parts.count > 1 ? parts[1] : ""),
    printed: printed, content: Figure.Content(printed: printed), unit: unit, sources: sources,
    at: place)
}
