internal import Readings

/// Which column of a table is which column of a form, by their headings.
struct ColumnMatch {
  /// The table's column for each of the form's.
  private(set) var columns: [Int: Int] = [:]
  /// The form's columns that were found by all that stands over them.
  private(set) var exact = Set<Int>()

  /// One way to tell columns, from the surest to the weakest; nil for one that it cannot tell.
  private static let signs: [@Sendable (ColumnHeading) -> [ComparableText]?] = [
    { heading in heading.number.map { heading.path + [$0] } },
    { heading in heading.path.isEmpty ? nil : heading.path },
    { heading in
      guard let number = heading.number, let lowest = heading.lowest else { return nil }
      return [lowest, number]
    },
    { heading in heading.lowest.map { [$0] } },
    { heading in heading.number.map { [$0] } },
  ]

  /// Matches columns sign by sign; what one sign has found the next leaves alone.
  ///
  /// Columns that read alike are taken from left to right, and only if there are as many of them on
  /// both sides: a wrong column is worse than one that is reported missing.
  init(_ wanted: [ColumnHeading], in found: [ColumnHeading]) {
    for (strength, sign) in Self.signs.enumerated() {
      let taken = Set(columns.values)
      let free = found.indices.filter { !taken.contains($0) }
      let open = wanted.indices.filter { columns[$0] == nil }
      guard !free.isEmpty, !open.isEmpty else { return }
      let groups = Self.grouped(free) { sign(found[$0]) }
      for (key, members) in Self.grouped(open, by: { sign(wanted[$0]) }) {
        guard let candidates = groups[key], candidates.count == members.count else { continue }
        for (column, place) in zip(members, candidates) { columns[column] = place }
        if strength < 2 { exact.formUnion(members) }
      }
    }
  }

  /// Columns by what they are told by; without those that nothing tells.
  private static func grouped(
    _ columns: [Int], by sign: (Int) -> [ComparableText]?
  ) -> [[ComparableText]: [Int]] {
    columns.reduce(into: [:]) { groups, column in
      if let key = sign(column) { groups[key, default: []].append(column) }
    }
  }
}
