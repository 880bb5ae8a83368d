internal import Geometry

/// Looks for widths within an area in which the rows of a table take few lines.
struct Narrowing {
  private var count: LineCount
  private let floors: [Double]
  private let greatest: [Double]
  private let area: Double
  private let em: Double

  init(_ count: LineCount, floors: [Length], greatest: [Length], area: Length) {
    self.count = count
    self.floors = floors.map(\.points)
    self.greatest = greatest.map(\.points)
    self.area = area.points
    em = max(1, count.em)
  }

  var widths: [Length] { count.widths.map { .pt($0) } }

  /// Begins with widths that the area holds.
  mutating func start(from widths: [Length]) { count.set(to: widths) }

  /// Begins with widths that the area does not hold, and takes from columns what is too much, em by
  /// em, where it costs the fewest lines; of equals, from the one with the most to give.
  mutating func narrow(from widths: [Length]) {
    count.set(to: widths)
    var over = count.widths.reduce(0, +) - area
    while over > slack {
      var best: (column: Int, step: Double, loss: Double, room: Double)?
      for column in floors.indices {
        let room = count.widths[column] - floors[column]
        guard room > slack else { continue }
        let step = min(room, em)
        let loss = Double(count.loss(column: column, width: count.widths[column] - step)) / step
        if best.map({ (loss, $0.room) < ($0.loss, room) }) ?? true {
          best = (column, step, loss, room)
        }
      }
      guard let best else { return }
      over -= best.step
      count.set(best.column, to: count.widths[best.column] - best.step)
    }
  }

  /// Takes what no text needs for the lines that it has, and gives it where it saves the most.
  mutating func settle() {
    for column in floors.indices {
      let width = max(floors[column], count.tight(column))
      guard width + slack < count.widths[column], count.loss(column: column, width: width) == 0
      else { continue }
      count.set(column, to: width)
    }
    while let better = wider() { count.set(better.column, to: better.width) }
  }

  /// The column that saves the most lines for its width, where there is one and the area has it.
  private func wider() -> (column: Int, width: Double)? {
    let free = area - count.widths.reduce(0, +) + slack
    var best: (column: Int, width: Double, gain: Double)?
    for column in floors.indices {
      let limit = min(count.widths[column] + free, greatest[column] + slack)
      for width in count.wider(column, upTo: limit) {
        let gain =
          Double(count.gain(column: column, width: width)) / (width - count.widths[column])
        if gain > best?.gain ?? 0 { best = (column, width, gain) }
      }
    }
    return best.map { ($0.column, $0.width) }
  }
}

/// Rounding of widths that are added up, in points.
private let slack = 0.01
