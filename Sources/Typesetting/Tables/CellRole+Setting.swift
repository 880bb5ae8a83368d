internal import Documents
internal import Figures

/// Where text stands between the left and right edge of its cell.
enum CellAlignment {
  case left, centre, right
  /// Behind the bar of its number.
  case behindBar
}

extension TableCell {
  var alignment: CellAlignment {
    switch role {
    case .code, .name, .label, .text: .left
    case .header, .totalLabel, .lineNumber, .side, .group, .value, .filler: .centre
    // Numbers of a column end at one line; a dash is none.
    case .figure: showsNumber ? .right : .centre
    case .number: .right
    case .bar: .behindBar
    }
  }

  /// Whether a number is printed, not a blank, a dash or a text.
  var showsNumber: Bool {
    if case .figure(let figure) = content { figure.shown != nil } else { false }
  }
}
