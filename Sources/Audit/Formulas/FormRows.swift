internal import Domain
internal import Figures

/// The lines of a form as formulas see them.
struct FormRows {
  /// A line with figures.
  struct Line {
    let id: String
    let kind: FigureRow.Kind
    /// Its figures in reading order.
    var figures: ArraySlice<Figure>

    /// The figure in the column of a pattern; nil where the line has none there.
    ///
    /// - Parameter column: what `*` stands for.
    func figure(_ columns: CellPattern.Columns, column: String?) -> Figure? {
      switch columns {
      case .id(let id): figure(id)
      case .each: column.flatMap(figure)
      case .only: figures.count == 1 ? figures.first : nil
      }
    }

    private func figure(_ column: String) -> Figure? {
      figures.first { $0.key?.cell.column == column }
    }
  }

  let form: FigureForm
  /// The lines that have figures, block by block.
  let lines: [Line]
  private let positions: [String: Int]
  /// Whether accounts come and go with the ledger: a code that is not there has no money.
  let hasTree: Bool

  init(_ form: FigureForm) {
    self.form = form
    // Blocks side by side are read across, and summed down.
    var places = Dictionary(
      form.rows.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var all = form.rows.map { Line(id: $0.id, kind: $0.kind, figures: []) }
    var rest = form.figures[...]
    while let row = rest.first.map({ $0.key?.cell.row }) {
      // The figures of a line stand together, mostly, and need no list of their own.
      let run = rest.prefix { $0.key?.cell.row == row }
      rest = rest[run.endIndex...]
      guard let row else { continue }
      if let place = places[row] {
        all[place].figures = all[place].figures.isEmpty ? run : all[place].figures + run
      } else {
        // Figures of the foot have no line of their own where a file was read.
        places[row] = all.count
        all.append(Line(id: row, kind: .line, figures: run))
      }
    }
    lines = all.filter { !$0.figures.isEmpty }
    positions =
      lines.count == all.count
      ? places
      : Dictionary(
        lines.enumerated().map { ($0.element.id, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    hasTree = lines.allSatisfy { line in
      if case .account(_, .function) = line.kind { true } else { line.kind == .total }
    }
  }

  /// The line of an id.
  func line(_ id: String) -> Line? { positions[id].map { lines[$0] } }

  /// The lines of a group.
  ///
  /// - Parameter above: the line below whose account they are to be, for that group.
  func lines(of group: RowGroup, below above: Line? = nil) -> [Line] {
    switch group {
    case .every: lines
    case .accounts(let level): lines.filter { $0.level == level }
    case .records(let list): lines.filter { $0.kind == .record(list) }
    case .below: above.map(children) ?? []
    }
  }

  /// The lines from one to another.
  func lines(from first: String, to last: String) -> [Line]? {
    guard let start = positions[first], let end = positions[last], start <= end else { return nil }
    return Array(lines[start...end])
  }

  /// The accounts below that of a line that no other listed one stands between.
  private func children(of line: Line) -> [Line] {
    guard let code = line.account else { return [] }
    let within = lines.filter { other in
      guard let account = other.account else { return false }
      return account != code && account.utf8.starts(with: code.utf8)
    }
    return within.filter { candidate in
      !within.contains { other in
        guard let inner = candidate.account, let outer = other.account else { return false }
        return outer != inner && inner.utf8.starts(with: outer.utf8)
      }
    }
  }
}

extension FormRows.Line {
  /// The code of its account.
  var account: String? { if case .account(let code, _) = kind { code } else { nil } }

  /// The level of its account, from 0.
  fileprivate var level: Int? {
    guard case .account(let code, let chart) = kind else { return nil }
    return chart.levelDigits.firstIndex(of: code.utf8.count)
  }
}
