internal import Diagnostics
internal import Readings

/// What people see beside the cells of two sheets; each thing that differs is told once.
///
/// Things that are the same at the same place belong together first, then what stands at one place,
/// then what is the same elsewhere; what is left only one side has.
struct SheetItems {
  let file: String
  let pair: SheetPair
  /// How places on the left read on the right.
  let map: PlaceMap

  /// What two things that look the same have in common.
  fileprivate struct Look: Hashable {
    let kind: SheetItem.Kind
    let text: String
    let formulas: [String]
    let details: String

    init(_ item: SheetItem) {
      kind = item.kind
      text = item.text
      details = item.details
      // Relative references count from the first cell, wherever a row was put in.
      formulas = item.formulas.map { formula in
        guard let first = item.ranges.first else { return formula }
        return RelativeFormula.text(
          of: formula, row: first.firstRow, column: first.firstColumn)
      }
    }
  }

  /// Where a thing stands, by the rows and columns of the right side.
  fileprivate struct Spot: Hashable {
    let kind: SheetItem.Kind
    let ranges: [CellRange]
    var position: String?
  }

  fileprivate struct Whole: Hashable {
    let look: Look
    let spot: Spot
  }

  /// A thing of one side that has no partner yet.
  fileprivate struct Item {
    let item: SheetItem
    let look: Look
    let spot: Spot

    var whole: Whole { Whole(look: look, spot: spot) }
    var place: Spot { Spot(kind: spot.kind, ranges: spot.ranges) }
  }

  func run(_ log: inout DifferenceLog) {
    let (own, others) = (pair.left.sheet.items, pair.right.sheet.items)
    guard !own.isEmpty || !others.isEmpty, own != others || !map.isPlain else { return }
    var left = own.compactMap { item in mapped(item).map { Item(item, at: $0) } }
    var right = others.map { Item($0, at: $0.ranges) }
    let same = Self.take(&left, &right) { $0.whole }
    reportOrder(same, &log)
    for (old, new) in Self.take(&left, &right, by: \.place) { report(old.item, new.item, &log) }
    for (old, new) in Self.take(&left, &right, by: \.look) { report(old.item, new.item, &log) }
    for old in left { report(old.item, nil, &log) }
    for new in right where !isOnNewCells(new.item) { report(nil, new.item, &log) }
  }

  /// Takes the pairs with the same key out of both lists, in the order of the left.
  private static func take<Key: Hashable>(
    _ left: inout [Item], _ right: inout [Item], by key: (Item) -> Key?
  ) -> [(left: Item, right: Item)] {
    var places: [Key: [Int]] = [:]
    for (index, item) in right.enumerated().reversed() {
      if let key = key(item) { places[key, default: []].append(index) }
    }
    var pairs: [(left: Item, right: Item)] = []
    var taken: Set<Int> = []
    left.removeAll { item in
      guard let key = key(item), let index = places[key]?.popLast() else { return false }
      taken.insert(index)
      pairs.append((item, right[index]))
      return true
    }
    right = right.indices.filter { !taken.contains($0) }.map { right[$0] }
    return pairs
  }

  /// The ranges of a left item on the right; nil where its rows or columns are gone, which was told.
  private func mapped(_ item: SheetItem) -> [CellRange]? {
    if item.ranges.isEmpty { return [] }
    let ranges = item.ranges.compactMap { range in
      range.firstRow == range.lastRow ? map.merge(range) : map.area(range)
    }
    return ranges.isEmpty ? nil : SheetItem(item.kind, ranges: ranges).ranges
  }

  /// Whether an item stands wholly in rows and columns that only the right has.
  private func isOnNewCells(_ item: SheetItem) -> Bool {
    !item.ranges.isEmpty
      && item.ranges.allSatisfy { range in
        map.isNew(row: range.firstRow) && map.isNew(row: range.lastRow)
          || pair.columns.added.contains(range.firstColumn)
            && pair.columns.added.contains(range.lastColumn)
      }
  }

  /// Of rules, and of pictures over each other, the order counts too.
  private func reportOrder(_ pairs: [(left: Item, right: Item)], _ log: inout DifferenceLog) {
    let layers: [(kinds: Set<SheetItem.Kind>, name: String)] = [
      ([.conditionalFormat], "conditionalFormatOrder"),
      ([.picture, .chart, .shape], "drawingOrder"),
    ]
    for layer in layers {
      let own = pairs.map(\.left).filter { layer.kinds.contains($0.item.kind) }
      let others = Set(own.map(\.whole))
      // The right ones in their own order.
      let order = pair.right.sheet.items.filter { layer.kinds.contains($0.kind) }
        .map { Item($0, at: $0.ranges) }.filter { others.contains($0.whole) }
      guard own.map(\.whole) != order.map(\.whole), own.count == order.count else { continue }
      add(
        layer.name, own.map { Self.value($0.item) }.joined(separator: "\n"),
        order.map { Self.value($0.item) }.joined(separator: "\n"),
        .sheet(pair.left.sheet.name), .sheet(pair.right.sheet.name), &log)
    }
  }

  private func report(_ old: SheetItem?, _ new: SheetItem?, _ log: inout DifferenceLog) {
    guard let kind = (old ?? new)?.kind else { return }
    var values = (old.map(Self.value), new.map(Self.value))
    if let old, let new, values.0 == values.1 {
      // What says the same stands elsewhere, or looks otherwise.
      let isElsewhere = old.ranges != new.ranges || old.position != new.position
      values =
        isElsewhere
        ? (Self.spot(old), Self.spot(new))
        : (Self.value(old, isWhole: true), Self.value(new, isWhole: true))
    }
    add(
      kind.rawValue, values.0, values.1, Self.place(old, on: pair.left.sheet.name),
      Self.place(new, on: pair.right.sheet.name), &log)
  }

  private func add(
    _ property: String, _ old: String?, _ new: String?, _ place: Place, _ other: Place,
    _ log: inout DifferenceLog
  ) {
    let own = old == nil ? other : place
    log.add(
      Difference(
        .format, file: file, group: pair.left.sheet.name, address: own, property: property,
        left: old.map { Difference.Side(value: $0, at: place) },
        right: new.map { Difference.Side(value: $0, at: other) }))
  }

  /// Where an item stands: its first range, or the sheet.
  private static func place(_ item: SheetItem?, on sheet: String) -> Place {
    item?.ranges.first.map { .cell(sheet: sheet, reference: $0.reference) } ?? .sheet(sheet)
  }

  private static func spot(_ item: SheetItem) -> String {
    let ranges = item.ranges.map(\.reference).joined(separator: " ")
    return [ranges, item.position].filter { !$0.isEmpty }.joined(separator: "，")
  }

  /// What an item says, as reports print it.
  private static func value(_ item: SheetItem) -> String { value(item, isWhole: false) }

  private static func value(_ item: SheetItem, isWhole: Bool) -> String {
    var parts = [item.text] + item.formulas.map { "=" + $0 }
    // What rules set is part of what they say; the rest is of use only where nothing else differs.
    if isWhole || item.kind == .conditionalFormat || parts.allSatisfy(\.isEmpty) {
      parts.append(item.details)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension SheetItems.Item {
  fileprivate init(_ item: SheetItem, at ranges: [CellRange]) {
    self.item = item
    look = SheetItems.Look(item)
    spot = SheetItems.Spot(kind: item.kind, ranges: ranges, position: item.position)
  }
}
