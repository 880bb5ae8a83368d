internal import Documents
internal import Figures
internal import Geometry

/// How wide the columns of a table must be in one size of type.
struct ColumnNeeds {
  /// What a range of columns must hold, and the cell that asks for it.
  struct Need {
    let columns: Range<Int>
    let width: Length
    let cell: TableCell
  }

  /// The widest need of each range of columns, single columns first.
  let needs: [Need]
  /// For each column at whose right edge figures end: the widest part behind their decimal point,
  /// point included.
  let fractions: [Int: Length]

  /// Measures what cannot be broken: figures, codes, line numbers; of any other text a character.
  init(_ grid: TableGrid, type: TableType, measure: TextMeasure) throws {
    let cells = grid.sections.flatMap { section in
      [section.side].compactMap { $0 } + (section.header.cells + section.body.cells).map(\.cell)
    }
    let own = try cells.map { try fraction(of: $0, type: type, measure: measure) }
    var fractions: [Int: Length] = [:]
    for (cell, width) in zip(cells, own) {
      fractions[cell.columns.upperBound] = max(fractions[cell.columns.upperBound] ?? .zero, width)
    }
    var widest: [Range<Int>: Need] = [:]
    for (cell, own) in zip(cells, own) where !cell.content.printed.isEmpty {
      var width = type.size
      if cell.role.isUnbreakable {
        width = try measure.width(
          cell.content.printed, role: cell.role.fontRole(in: type.style), size: type.size)
        if cell.showsNumber {
          // Its decimal point stands where the column's widest fraction begins.
          width += (fractions[cell.columns.upperBound] ?? own) - own
        }
      }
      width += type.horizontalPadding
      if width > widest[cell.columns]?.width ?? .zero {
        widest[cell.columns] = Need(columns: cell.columns, width: width, cell: cell)
      }
    }
    self.fractions = fractions
    needs = widest.values.sorted {
      ($0.columns.count, $0.columns.lowerBound) < ($1.columns.count, $1.columns.lowerBound)
    }
  }

  /// The needs that the widths do not meet.
  func unmet(by widths: [Length]) -> [Need] {
    needs.filter { widths[$0.columns].sum() + tolerance < $0.width }
  }
}

/// The part of a number behind its decimal point, with the point; nothing for other cells.
func fraction(of cell: TableCell, type: TableType, measure: TextMeasure) throws -> Length {
  let printed = cell.content.printed
  // Bytes are searched faster than characters.
  guard cell.showsNumber, let point = printed.utf8.lastIndex(of: UInt8(ascii: ".")) else {
    return .zero
  }
  return try measure.width(
    String(printed[point...]), role: cell.role.fontRole(in: type.style), size: type.size)
}

extension TableCell {
  /// Whether a number is printed, not a blank, a dash or a text.
  var showsNumber: Bool {
    if case .figure(let figure) = content { figure.shown != nil } else { false }
  }
}

/// The widths that a layout set asks for, fitted to the text area and to what the columns hold.
struct ColumnWidths {
  let columns: [TableColumn]
  /// The width of the text area.
  let area: Length

  /// The widths as asked for; narrowed in proportion where the area does not hold them.
  var asked: [Length] {
    let total = columns.map(\.width).sum()
    guard total > area + tolerance else { return columns.map(\.width) }
    return columns.map { $0.width * (area.points / total.points) }
  }

  /// The widths with over-full columns made wider: first by what the table leaves free in the text
  /// area, then at the expense of text columns, then of other columns that need less than they have.
  ///
  /// A text column keeps four ems. Where that is not enough, some needs stay unmet.
  func widened(for needs: ColumnNeeds, type: TableType) -> [Length] {
    var widths = asked
    var floors = columns.map { column in
      column.holdsFigures ? Length.zero : type.size * 4 + type.horizontalPadding
    }
    for need in needs.needs where need.columns.count == 1 {
      floors[need.columns.lowerBound] = max(floors[need.columns.lowerBound], need.width)
    }
    for need in needs.unmet(by: widths) {
      let missing = need.width - widths[need.columns].sum()
      guard missing > .zero else { continue }
      let got = take(missing, from: &widths, floors: floors, sparing: need.columns)
      for column in need.columns { widths[column] += got / Double(need.columns.count) }
    }
    return widths
  }

  /// Takes up to that much from free space and columns other than those; returns what it got.
  private func take(
    _ wanted: Length, from widths: inout [Length], floors: [Length], sparing: Range<Int>
  ) -> Length {
    var got = min(wanted, max(.zero, area - widths.sum()))
    for holdsFigures in [false, true] {
      let givers = columns.indices.filter { index in
        columns[index].holdsFigures == holdsFigures && !sparing.contains(index)
          && widths[index] > floors[index]
      }
      let spare = givers.map { widths[$0] - floors[$0] }.sum()
      let part = min(wanted - got, spare)
      guard part > .zero else { continue }
      // Each gives in proportion to what it can spare.
      for index in givers {
        let own = widths[index] - floors[index]
        widths[index] = widths[index] - own * (part.points / spare.points)
      }
      got += part
    }
    return got
  }
}
