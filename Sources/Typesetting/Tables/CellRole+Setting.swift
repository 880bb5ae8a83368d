internal import Documents

/// Where text stands between the left and right edge of its cell.
enum CellAlignment {
  case left, centre
  /// Flush right, with the decimal points of a column below one another.
  case decimal
  /// Flush right.
  case right
  /// Behind the bar of its number.
  case behindBar
}

extension CellRole {
  /// Whether the text is never broken over lines.
  var isUnbreakable: Bool {
    switch self {
    case .code, .lineNumber, .figure, .number, .bar: true
    case .header, .name, .label, .totalLabel, .side, .group, .value, .text, .filler: false
    }
  }

  var alignment: CellAlignment {
    switch self {
    case .code, .name, .label, .text: .left
    case .header, .totalLabel, .lineNumber, .side, .group, .value, .filler: .centre
    case .figure: .decimal
    case .number: .right
    case .bar: .behindBar
    }
  }
}
