public import Geometry

/// Shares the width of a text area among the columns of a table, by what their cells hold.
///
/// Every column gets what it cannot do without. What is left goes where it saves lines, so that the
/// rows together are as low as may be; what is left then, where columns are below their greatest
/// width. Pages and workbooks share by this one function.
public struct ColumnShares {
  /// The least and the greatest width of each column.
  private let columns: [ClosedRange<Length>]
  /// The width of the text area.
  private let area: Length
  /// The size of type in which lines were weighed against each other; smaller type sets out from
  /// there.
  private let size: Length
  /// What the columns need for what they hold in that size; nil where the area does not have it.
  private var content: [Length]?

  /// Prepares the sharing of an area among columns.
  ///
  /// - Parameter extents: the table in the largest size of type that is asked for.
  public init(_ columns: [TableColumn], extents: TableExtents, area: Length) {
    self.columns = columns.map(\.widths)
    self.area = area
    size = extents.size
    content = nil
    content = floors(for: extents).map { content(of: extents, above: $0) }
  }

  /// The widths in one size of type, no more than the area together; where that cannot hold all
  /// figures, some columns are narrower than theirs.
  public func widths(for extents: TableExtents) -> [Length] {
    if extents.size == size, let content { return filled(content) }
    guard let floors = floors(for: extents) else { return withoutRoom(for: extents) }
    return filled(content(of: extents, above: floors))
  }

  /// The least widths with what cells need to be set at all, and with what headings need to read well
  /// as far as it goes; nil where the area does not hold the former.
  private func floors(for extents: TableExtents) -> [Length]? {
    var floors = columns.map(\.lowerBound)
    for (text, _) in extents.texts {
      raise(&floors, columns: text.columns, to: text.need(em: extents.em), within: nil)
    }
    guard floors.sum() <= area + slack else { return nil }
    for (text, _) in extents.texts where text.comfort > .zero {
      raise(&floors, columns: text.columns, to: text.comfort, within: area)
    }
    return floors
  }

  /// Between the least widths, which fit, and those that cells need, which do not, as far as the area
  /// goes.
  private func withoutRoom(for extents: TableExtents) -> [Length] {
    let leasts = columns.map(\.lowerBound)
    let least = leasts.sum()
    guard least < area else { return leasts.map { $0 * (area.points / least.points) } }
    var wanted = leasts
    for (text, _) in extents.texts {
      raise(&wanted, columns: text.columns, to: text.need(em: extents.em), within: nil)
    }
    let share = (area - least).points / (wanted.sum() - least).points
    return zip(leasts, wanted).map { $0 + ($1 - $0) * share }
  }

  /// The widths in which the rows are low.
  private func content(of extents: TableExtents, above floors: [Length]) -> [Length] {
    var whole = floors
    for (text, _) in extents.texts where text.columns.count == 1 {
      raise(&whole, columns: text.columns, to: text.whole, within: nil)
    }
    guard whole.sum() > area + slack else { return whole }
    var narrowing = Narrowing(
      LineCount(extents, widths: floors), floors: floors, greatest: columns.map(\.upperBound),
      area: area)
    // Smaller type leaves room in the widths that larger type has, in proportion.
    let factor = extents.size.points / size.points
    let start = content.map { zip($0, floors).map { max($0 * factor, $1) } }
    if let start, start.sum() <= area + slack {
      narrowing.start(from: start)
    } else {
      narrowing.narrow(from: ceilings(of: extents, above: floors))
    }
    narrowing.settle()
    return narrowing.widths
  }

  /// The widths in which all but headings stand on one line, as far as columns may go: once a row of
  /// headings has two lines, narrower columns below it cost nothing more.
  private func ceilings(of extents: TableExtents, above floors: [Length]) -> [Length] {
    var widths = floors
    for (text, _) in extents.texts where text.columns.count == 1 {
      if case .running = text.text {
        raise(&widths, columns: text.columns, to: text.whole, within: nil)
      }
    }
    return widths
  }

  /// Makes columns wider, up to their greatest width, for a cell over them.
  ///
  /// - Parameter limit: what all columns together must not exceed; else nothing is changed.
  private func raise(
    _ widths: inout [Length], columns range: Range<Int>, to need: Length, within limit: Length?
  ) {
    var missing = need - widths[range].sum()
    guard missing > slack else { return }
    var room = Length.zero
    for column in range { room += max(.zero, columns[column].upperBound - widths[column]) }
    guard room > .zero else { return }
    missing = min(missing, room)
    if let limit, widths.sum() + missing > limit + slack { return }
    for column in range {
      let own = max(.zero, columns[column].upperBound - widths[column])
      widths[column] += missing * (own.points / room.points)
    }
  }

  /// Spreads what the area has left.
  ///
  /// Every column comes as near to its greatest width as all can, and those that are wider already stay
  /// as they are. So columns that the set states alike are alike, unless what they hold tells them
  /// apart.
  private func filled(_ widths: [Length]) -> [Length] {
    func spread(_ share: Double) -> [Length] {
      zip(widths, columns).map { width, limits in
        max(width, limits.lowerBound + (limits.upperBound - limits.lowerBound) * share)
      }
    }
    let widest = spread(1)
    if widest.sum() <= area { return widest }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if spread(middle).sum() <= area { low = middle } else { high = middle }
    }
    return spread(low)
  }
}

/// Rounding of widths that are added up.
private let slack = Length.pt(0.01)
