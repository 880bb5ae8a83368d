internal import Readings

/// Which sheets of two workbooks are the same one: by name, and by content where a name is gone or
/// stands for something else.
struct SheetMatching {
  /// Pairs of positions, by the left.
  private(set) var pairs: [(left: Int, right: Int)] = []
  /// Positions of sheets that only one side has.
  private(set) var missing: [Int] = []
  private(set) var added: [Int] = []
  /// Pairs whose order among the others is not the same, by the left position.
  private(set) var reordered: Set<Int> = []

  /// Sheets this much alike are one sheet with another name, in hundredths.
  private static let renamed = 50
  /// Sheets of one name that are less alike than this may be others that took each other's names.
  private static let strange = 25

  init(_ left: [SheetGrid], _ right: [SheetGrid]) {
    var partners: [Int: Int] = [:]
    for (index, grid) in left.enumerated() {
      partners[index] = right.firstIndex { $0.sheet.name == grid.sheet.name }
    }
    // Two sheets that swapped their names would otherwise differ in each cell; so a common name is
    // believed only if the contents have something in common as well.
    let kept = partners.filter { Self.looksAlike(left[$0.key], right[$0.value]) }
    let free = right.indices.filter { !kept.values.contains($0) }
    let open = left.indices.filter { kept[$0] == nil }
    var found = kept
    for match in Self.likest(left, open, right, free, strangers: partners) {
      found[match.left] = match.right
    }
    // What is like no other keeps the partner of its name.
    for index in open where found[index] == nil {
      guard let partner = partners[index], !found.values.contains(partner) else { continue }
      found[index] = partner
    }
    let taken = Set(found.values)
    pairs = left.indices.compactMap { index in found[index].map { (index, $0) } }
    missing = left.indices.filter { found[$0] == nil }
    added = right.indices.filter { !taken.contains($0) }
    reordered = Self.outOfOrder(pairs)
  }

  /// Whether two sheets of one name share rows; a look at the first rows is enough to say so.
  private static func looksAlike(_ left: SheetGrid, _ right: SheetGrid) -> Bool {
    if left.sheet.cells == right.sheet.cells { return true }
    let plain = ColumnMap.Side(numbers: nil, shift: 0)
    let count = min(50, left.rows.count, right.rows.count)
    let same = (0..<count).count { index in
      RowContent(cells: left.cells(at: index), columns: plain)
        == RowContent(cells: right.cells(at: index), columns: plain)
    }
    return count == 0 || 4 * same >= count || likeness(of: left, right) >= strange
  }

  /// The likest pairs of open sheets first; pairs of one name need no likeness, strangers much.
  private static func likest(
    _ left: [SheetGrid], _ open: [Int], _ right: [SheetGrid], _ free: [Int],
    strangers: [Int: Int]
  ) -> [(left: Int, right: Int)] {
    var candidates: [(left: Int, right: Int, likeness: Int)] = []
    for i in open {
      for j in free where strangers[i] != j {
        let likeness = likeness(of: left[i], right[j])
        if likeness >= renamed { candidates.append((i, j, likeness)) }
      }
    }
    // The likest pair of all is surely right, and what it takes is out of the way of doubtful ones.
    candidates.sort {
      ($1.likeness, $0.left, $0.right) < ($0.likeness, $1.left, $1.right)
    }
    var (usedLeft, usedRight) = (Set<Int>(), Set<Int>())
    return candidates.compactMap { candidate in
      guard !usedLeft.contains(candidate.left), !usedRight.contains(candidate.right) else {
        return nil
      }
      usedLeft.insert(candidate.left)
      usedRight.insert(candidate.right)
      return (candidate.left, candidate.right)
    }
  }

  /// The share of rows that both sheets have, in hundredths; rows are told by their texts too, so
  /// that a sheet with other figures is still known.
  private static func likeness(of left: SheetGrid, _ right: SheetGrid) -> Int {
    var counts: [String: Int] = [:]
    let own = names(of: left)
    let others = names(of: right)
    for name in own { counts[name, default: 0] += 1 }
    var common = 0
    for name in others {
      guard let count = counts[name], count > 0 else { continue }
      counts[name] = count - 1
      common += 1
    }
    let all = own.count + others.count
    return all == 0 ? 0 : 200 * common / all
  }

  /// What rows are known by, at most ten thousand of them.
  private static func names(of grid: SheetGrid) -> [String] {
    grid.rows.indices.prefix(10_000).compactMap { index in
      grid.rows[index].isEmpty ? nil : grid.label(at: index) ?? grid.text(at: index)
    }
  }

  /// The pairs outside of a longest row of pairs that ascends on both sides.
  private static func outOfOrder(_ pairs: [(left: Int, right: Int)]) -> Set<Int> {
    let runs = pairs.map { MatchedRun(left: $0.left, right: $0.right, count: 1) }
    let kept = Set(AnchorSearch.longestAscent(runs).map(\.left))
    return Set(pairs.map(\.left)).subtracting(kept)
  }
}
