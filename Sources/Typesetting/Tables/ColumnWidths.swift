internal import Documents
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

  /// Takes what cannot be broken: figures, codes, line numbers; of any other text a character.
  init(_ extents: TableExtents) {
    var widest: [Range<Int>: Need] = [:]
    for (extent, cell) in extents.texts {
      let width = extent.need(em: extents.size)
      if width > widest[extent.columns]?.width ?? .zero {
        widest[extent.columns] = Need(columns: extent.columns, width: width, cell: cell)
      }
    }
    needs = widest.values.sorted {
      ($0.columns.count, $0.columns.lowerBound) < ($1.columns.count, $1.columns.lowerBound)
    }
  }

  /// The needs that the widths do not meet.
  func unmet(by widths: [Length]) -> [Need] {
    needs.filter { widths[$0.columns].sum() + tolerance < $0.width }
  }
}

extension TableExtents {
  /// Measures a table with the fonts of a style, in one size of its type.
  init(_ table: Table, style: TableStyle, size: Length, measure: TextMeasure) throws {
    try self.init(
      table, size: size, em: size, words: style.headWords,
      width: { try measure.width($0, role: $1.fontRole(in: style), size: size) },
      padding: { style.leftPadding($0) + style.rightPadding($0.role) })
  }
}

/// The widths of columns, to be made wider for figures that they do not hold.
struct ColumnWidths {
  let columns: [TableColumn]
  /// How the text area is shared among the columns.
  let shared: [Length]
  /// The width of the text area.
  let area: Length

  /// The widths with over-full columns made wider: first by what the table leaves free in the text
  /// area, then at the expense of text columns, then of other columns that need less than they have.
  ///
  /// A text column keeps four ems. Where that is not enough, some needs stay unmet.
  func widened(for needs: ColumnNeeds, type: TableType) -> [Length] {
    var widths = shared
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
