internal import Diagnostics
internal import Figures
internal import Readings

/// How two workbooks look and print otherwise; what they say plays no part.
struct WorkbookLooks {
  let file: String
  let left: WorkbookReading
  let right: WorkbookReading
  private let styles: StyleChanges

  init(file: String, _ first: WorkbookReading, _ second: WorkbookReading) {
    self.file = file
    left = first
    right = second
    styles = StyleChanges(first, second)
  }

  /// Reports how two sheets look otherwise.
  ///
  /// - Parameter reported: cells whose content differs, perhaps for their number format.
  func compare(_ pair: SheetPair, reported: ReportedCells, log: inout DifferenceLog) {
    let map = PlaceMap(pair)
    let group = pair.left.sheet.name
    let changes = PropertyChange.between(
      pair.left.sheet.properties(map), pair.right.sheet.properties(nil))
    for change in changes {
      add(change, group, .sheet(group), .sheet(pair.right.sheet.name), &log)
    }
    compareMerges(pair, map, &log)
    SheetSizes(file: file, pair: pair, map: map).run(&log)
    SheetItems(file: file, pair: pair, map: map).run(&log)
    SheetStyles(file: file, pair: pair, styles: styles, reported: reported).run(&log)
  }

  /// Reports what concerns the workbooks as a whole.
  func compareWorkbooks(_ pairs: [(left: Int, right: Int)], log: inout DifferenceLog) {
    let metadata = PropertyChange.between(
      left.properties.map { Property($0.name, $0.value) },
      right.properties.map { Property($0.name, $0.value) })
    for change in metadata { add(change, "", .file(file), .file(file), kind: .metadata, &log) }
    let dates = PropertyChange.between(
      left.ownProperties, right.ownProperties)
    let names = PropertyChange.between(definedNames(left), definedNames(right))
    for change in dates + names { add(change, "", .file(file), .file(file), &log) }
  }

  /// Merged ranges that only one side has, those in rows that only one side has left out.
  private func compareMerges(_ pair: SheetPair, _ map: PlaceMap, _ log: inout DifferenceLog) {
    let group = pair.left.sheet.name
    // Inserted rows bring their merged ranges along; the rows were told.
    let oneSided = pair.rows.changes.compactMap { change -> Range<Int>? in
      if case .added(let range, _) = change { range } else { nil }
    }
    let newRows = Set(oneSided.joined().map { pair.right.rows[$0].number })
    var others = Set(pair.right.sheet.merges)
    var seen: Set<CellRange> = []
    // What a damaged file names twice is one range.
    for merge in pair.left.sheet.merges where seen.insert(merge).inserted {
      guard let mapped = map.merge(merge) else { continue }
      if others.remove(mapped) != nil { continue }
      let side = Difference.Side(
        value: merge.reference, at: .cell(sheet: group, reference: merge.reference))
      log.add(
        Difference(
          .format, file: file, group: group, address: side.at, property: "merge", left: side))
    }
    for merge in pair.right.sheet.merges
    where others.contains(merge) && !newRows.contains(merge.firstRow) {
      let side = Difference.Side(
        value: merge.reference,
        at: .cell(sheet: pair.right.sheet.name, reference: merge.reference))
      log.add(
        Difference(
          .format, file: file, group: group, address: side.at, property: "merge", right: side))
    }
  }

  private func definedNames(_ book: WorkbookReading) -> [Property] {
    // Programs note the ranges of filters among the names as well.
    book.definedNames.filter { $0.name.lowercased() != "_xlnm._filterdatabase" }.map { name in
      Property("name:\(name.sheet.map { "\($0)!" } ?? "")\(name.name)", name.formula)
    }
  }

  private func add(
    _ change: PropertyChange, _ group: String, _ place: Place, _ other: Place,
    kind: Difference.Kind = .format, _ log: inout DifferenceLog
  ) {
    log.add(
      Difference(
        kind, file: file, group: group, address: group.isEmpty ? nil : .sheet(group),
        property: change.name, left: Difference.Side(value: change.left, at: place),
        right: Difference.Side(value: change.right, at: other)))
  }
}

extension WorkbookReading {
  /// What the workbook as a whole sets.
  fileprivate var ownProperties: [Property] {
    [
      Property("dateSystem", dateSystem.rawValue), Property("protection", protection),
      Property("view.tabs", showsTabs),
    ]
  }
}

/// What differs between any two styles of two workbooks, reckoned once for each pair that occurs.
final class StyleChanges {
  private let left: [StyleReading]
  private let right: [StyleReading]
  private var known: [UInt64: [PropertyChange]] = [:]
  /// Whether both workbooks have the same table of styles.
  let areOneTable: Bool

  init(_ first: WorkbookReading, _ second: WorkbookReading) {
    left = first.styles
    right = second.styles
    areOneTable = first.styles == second.styles
  }

  /// The properties in which a left style differs from a right one.
  func between(_ first: Int, _ second: Int) -> [PropertyChange] {
    let key = UInt64(UInt32(first)) << 32 | UInt64(UInt32(second))
    if let changes = known[key] { return changes }
    let plain = StyleReading()
    let a = left.indices.contains(first) ? left[first] : plain
    let b = right.indices.contains(second) ? right[second] : plain
    let changes = a == b ? [] : PropertyChange.between(a.properties, b.properties)
    known[key] = changes
    return changes
  }
}
