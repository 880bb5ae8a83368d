internal import Diagnostics

/// Holds two texts against each other line by line, and lines of a comma-separated file field by
/// field.
struct TableComparison {
  let file: String
  let left: [[String]]
  let right: [[String]]

  func run(_ log: inout DifferenceLog) {
    log.compared(left.count, file: file, group: "")
    let comparison = compareSequences(
      left, right,
      by: ElementLikeness(
        leftName: { Self.name(left[$0]) }, rightName: { Self.name(right[$0]) },
        likeness: { likeness(of: Self.text(left[$0]), Self.text(right[$1])) },
        isWeighty: { !left[$0].allSatisfy(\.isEmpty) }))
    for change in comparison.changes {
      switch change {
      case .changed(let old, let new): compareFields(old, new, &log)
      case .removed(let range): add(.missing, side(left, range), nil, &log)
      case .added(let range, _): add(.added, nil, side(right, range), &log)
      case .moved(let old, let new): add(.moved, side(left, old), side(right, new), &log)
      }
    }
  }

  /// What a record is known by when its figures change; plain lines are known by their letters.
  private static func name(_ fields: [String]) -> String? {
    guard fields.count > 1 else { return nil }
    let texts = fields.filter { !$0.isEmpty && !PDFParagraph.isFigure($0) }
    return texts.isEmpty ? nil : texts.joined(separator: "\u{1F}")
  }

  private static func text(_ fields: [String]) -> String { fields.joined(separator: ",") }

  private func compareFields(_ old: Int, _ new: Int, _ log: inout DifferenceLog) {
    // With another number of fields no field can be told to be the other's.
    guard left[old].count == right[new].count else {
      let (first, second) = (Self.text(left[old]), Self.text(right[new]))
      // A comma within a field prints like one between two.
      let count = { (fields: [String]) in first == second ? "（\(fields.count) 列）" : "" }
      return add(
        .text, side(left, old..<old + 1, first + count(left[old])),
        side(right, new..<new + 1, second + count(right[new])), &log)
    }
    for (field, other) in zip(left[old], right[new]) where field != other {
      let isValue = [field, other].contains { PrintedNumber($0) != nil }
      add(
        isValue ? .value : .text, side(left, old..<old + 1, field),
        side(right, new..<new + 1, other), &log)
    }
  }

  private func side(
    _ rows: [[String]], _ range: Range<Int>, _ field: String? = nil
  ) -> Difference.Side {
    var texts = range.prefix(20).map { Self.text(rows[$0]) }
    if range.count > 20 { texts.append("…（共 \(range.count) 行）") }
    return Difference.Side(
      value: field ?? texts.joined(separator: "\n"), at: .line(range.lowerBound + 1, of: file))
  }

  private func add(
    _ kind: Difference.Kind, _ left: Difference.Side?, _ right: Difference.Side?,
    _ log: inout DifferenceLog
  ) {
    log.add(Difference(kind, file: file, group: "", left: left, right: right))
  }
}
