internal import Diagnostics

/// A file laid over another one, of which it says only what differs.
///
/// Every value keeps the file and the place where it was written, so that whoever reads the result
/// names for what was inherited the file it comes from.
public struct YAMLOverlay {
  /// The keys by which items of a list are told apart, the first that an item has.
  static let identities = ["id", "path", "name", "key"]
  /// Where an item that the list below lacks is put in, or one that it has is moved to.
  private static let (after, before) = ("after", "before")
  /// Items that the list below lacks, put in at its end.
  private static let more = "+"

  private let log: FindingLog

  /// An overlay whose faults are reported to a log.
  public init(log: FindingLog) { self.log = log }

  /// Lays a value over an inherited one.
  ///
  /// A mapping changes the keys that it names; behind one of them, nothing (`~`) takes the key away.
  /// Over a list a mapping changes the items whose ids it names, wherever in lists below the key they
  /// stand: nothing takes the item away, `after` or `before` with an id puts in an item that is new, or
  /// moves one; behind `+` stand new items for the list's end. Everything else replaces what was inherited.
  public func lay(_ value: YAMLValue, over inherited: YAMLValue) -> YAMLValue {
    laid(.written(value), over: .written(inherited)).value
  }

  private func laid(_ draft: YAMLDraft, over inherited: YAMLDraft) -> YAMLDraft {
    guard let changes = draft.entries else { return draft }
    if let entries = inherited.entries {
      return .mapping(laid(changes, over: entries), at: draft.origin)
    }
    guard let items = inherited.items, let changed = sequence(items, changedBy: changes) else {
      return draft
    }
    return .sequence(changed, at: inherited.origin)
  }

  private func laid(
    _ changes: [YAMLDraft.Entry], over inherited: [YAMLDraft.Entry]
  ) -> [YAMLDraft.Entry] {
    var entries = inherited
    for change in changes {
      let index = entries.firstIndex { $0.key.isSameKey(as: change.key) }
      if let index, change.value.isNull {
        entries.remove(at: index)
      } else if let index {
        entries[index] = (change.key, laid(change.value, over: entries[index].value))
      } else if let nested = nested(change, below: entries) {
        entries = nested
      } else if change.value.isNull {
        reportUnknown(change, among: entries.compactMap(\.key.text))
      } else {
        entries.append(change)
      }
    }
    return entries
  }

  // MARK: Items by their ids

  /// Entries with a change of items that stand in lists further below under the same key; nil where
  /// there are none.
  private func nested(
    _ change: YAMLDraft.Entry, below entries: [YAMLDraft.Entry]
  ) -> [YAMLDraft.Entry]? {
    guard var pending = change.value.entries,
      entries.contains(where: { holdsItems(under: change.key, in: $0.value) })
    else { return nil }
    let result = entries.map { entry in
      (key: entry.key, value: applying(&pending, under: change.key, to: entry.value))
    }
    for change in pending {
      reportUnknown(change, among: entries.flatMap { ids(in: $0.value) })
    }
    return result
  }

  /// A value with those of the changes applied whose items it holds; they are taken from the list.
  private func applying(
    _ changes: inout [YAMLDraft.Entry], under key: YAMLValue, to draft: YAMLDraft
  ) -> YAMLDraft {
    if let items = draft.items {
      let changed = items.map { applying(&changes, under: key, to: $0) }
      return .sequence(changed, at: draft.origin)
    }
    guard let entries = draft.entries else { return draft }
    let changed = entries.map { entry -> YAMLDraft.Entry in
      guard entry.key.isSameKey(as: key), let items = entry.value.items else {
        return (entry.key, applying(&changes, under: key, to: entry.value))
      }
      let ids = items.compactMap(id)
      let own = changes.filter { concerns($0, ids) }
      guard !own.isEmpty, let changed = sequence(items, changedBy: own) else { return entry }
      changes.removeAll { concerns($0, ids) }
      return (entry.key, .sequence(changed, at: entry.value.origin))
    }
    return .mapping(changed, at: draft.origin)
  }

  /// Whether a change is of an item of a list, or puts one in beside another of it.
  private func concerns(_ change: YAMLDraft.Entry, _ ids: [String]) -> Bool {
    if let id = change.key.text, ids.contains(id) { return true }
    return position(of: change.value).map { ids.contains($0.id) } ?? false
  }

  /// The items of a list with changes by id; nil where its items have none.
  private func sequence(
    _ items: [YAMLDraft], changedBy changes: [YAMLDraft.Entry]
  ) -> [YAMLDraft]? {
    guard items.contains(where: { id(of: $0) != nil }) else { return nil }
    var items = items
    for change in changes {
      guard let id = change.key.text else { continue }
      if id == Self.more, let more = change.value.items {
        append(more, to: &items)
        continue
      }
      let index = items.firstIndex { self.id(of: $0) == id }
      let position = position(of: change.value)
      guard index != nil || position != nil else {
        reportUnknown(change, among: items.compactMap(self.id))
        continue
      }
      if let position, !items.contains(where: { self.id(of: $0) == position.id }) {
        let fault = OverlayFault.noSuchItem(position.id, among: items.compactMap(self.id))
        log.report(fault, at: position.place)
        continue
      }
      let name = items.lazy.compactMap(identity).first?.key
      let old = index.map { items.remove(at: $0) }
      if change.value.isNull { continue }
      let patch = change.value.without([Self.after, Self.before])
      let new = old.map { laid(patch, over: $0) } ?? named(patch, change.key, by: name)
      var target = index ?? items.count
      if let position, let neighbour = items.firstIndex(where: { self.id(of: $0) == position.id }) {
        target = position.isAfter ? neighbour + 1 : neighbour
      }
      items.insert(new, at: target)
    }
    return items
  }

  /// Puts new items at the end of a list.
  private func append(_ more: [YAMLDraft], to items: inout [YAMLDraft]) {
    // Hundreds of facts may be there: what each is called is found once.
    var known: [String: YAMLDraft] = [:]
    for item in items {
      if let id = id(of: item), known[id] == nil { known[id] = item }
    }
    for item in more {
      let id = id(of: item)
      if let id, let old = known[id] {
        log.report(
          OverlayFault.alreadyThere(id), at: item.origin.place, related: [old.origin.place])
        continue
      }
      items.append(item)
      if let id { known[id] = item }
    }
  }

  /// Where a change puts its item.
  private func position(of change: YAMLDraft) -> (id: String, isAfter: Bool, place: SourcePlace)? {
    for entry in change.entries ?? [] {
      guard let key = entry.key.text, [Self.after, Self.before].contains(key),
        let id = entry.value.text
      else { continue }
      return (id, key == Self.after, entry.value.origin.place)
    }
    return nil
  }

  /// A new item with its id, under the key that the others of its list have for it.
  private func named(_ draft: YAMLDraft, _ id: YAMLValue, by key: YAMLValue?) -> YAMLDraft {
    guard let key, let entries = draft.entries else { return draft }
    return .mapping([(key, .written(id))] + entries, at: id)
  }

  private func reportUnknown(_ change: YAMLDraft.Entry, among ids: [String]) {
    log.report(
      OverlayFault.noSuchItem(change.key.text ?? "", among: ids), at: change.key.place)
  }

  /// What an item of a list is called by; nil for one without a name.
  private func identity(of item: YAMLDraft) -> YAMLDraft.Entry? {
    guard let entries = item.entries else { return nil }
    return Self.identities.lazy.compactMap { name in
      entries.first { $0.key.text == name }
    }.first
  }

  private func id(of item: YAMLDraft) -> String? { identity(of: item)?.value.text }

  /// The ids of all items below, the value's own included.
  private func ids(in draft: YAMLDraft) -> [String] {
    if let items = draft.items { return items.flatMap(ids) }
    return [id(of: draft)].compactMap { $0 } + (draft.entries ?? []).flatMap { ids(in: $0.value) }
  }

  /// Whether a list of named items stands under a key somewhere below.
  private func holdsItems(under key: YAMLValue, in draft: YAMLDraft) -> Bool {
    if let items = draft.items { return items.contains { holdsItems(under: key, in: $0) } }
    return (draft.entries ?? []).contains { entry in
      if entry.key.isSameKey(as: key), let items = entry.value.items {
        return items.contains { id(of: $0) != nil }
      }
      return holdsItems(under: key, in: entry.value)
    }
  }
}
