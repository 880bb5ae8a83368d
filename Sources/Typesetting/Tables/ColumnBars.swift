internal import Documents
internal import Geometry
internal import Graphics

/// The bars of a column of numbers: the largest number's bar leaves just the room that the widest
/// number needs behind its own.
struct ColumnBars {
  private let widest: Length
  private let largest: Double
  private let gap: Length

  /// The bars of a table by the grid columns that have any, from 0; hardly a table has.
  static func all(of table: MeasuredTable) -> [Int: ColumnBars] {
    let cells = table.sections.flatMap { section in
      section.body.cells.filter { $0.grid.cell.role == .bar }
    }
    return Dictionary(grouping: cells) { $0.grid.columns.lowerBound }
      .mapValues { ColumnBars($0, size: table.type.size) }
  }

  /// The bars of the cells of a column.
  private init(_ cells: [MeasuredTable.Cell], size: Length) {
    widest = cells.flatMap(\.lines).map(\.width).max() ?? .zero
    largest = cells.map { Self.size(of: $0) }.max() ?? 0
    gap = size / 3
  }

  /// The length of a cell's bar in a column of a width; none for what is not more than nothing.
  func length(of cell: MeasuredTable.Cell, in width: Length) -> Length {
    guard largest > 0 else { return .zero }
    let room = max(.zero, width - widest - gap)
    return room * max(0, Self.size(of: cell) / largest)
  }

  /// From the bar's start to the number behind it.
  func textStart(of cell: MeasuredTable.Cell, in width: Length) -> Length {
    let length = length(of: cell, in: width)
    return length > .zero ? length + gap : .zero
  }

  /// The number as it is printed; it is drawn and nothing is reckoned with it.
  private static func size(of cell: MeasuredTable.Cell) -> Double {
    let text = cell.grid.cell.content.printed.filter { $0 != "," && $0 != "%" }
    return Double(text) ?? 0
  }
}
