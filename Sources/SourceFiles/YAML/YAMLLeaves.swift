public import Diagnostics

/// A value of a YAML file that has no keys below it, with the way to it.
public struct YAMLLeaf {
  /// The keys from the root; in place of an item's number in a list its id, where it has one, else its
  /// number from 1.
  public let path: [String]
  /// The texts of a list without mappings or lists in it, or the text alone; empty for nothing.
  public let texts: [String]
  /// Whether it is a list.
  public let isList: Bool
  /// Where it was written.
  public let place: SourcePlace
}

extension YAMLValue {
  /// All values that have no keys below them, in the order of the file.
  public var leaves: [YAMLLeaf] { leaves(at: []) }

  private func leaves(at path: [String]) -> [YAMLLeaf] {
    if let entries {
      return entries.flatMap { entry in
        entry.value.leaves(at: path + [entry.key.text ?? entry.key.kindName])
      }
    }
    guard let items, items.contains(where: { $0.entries != nil || $0.items != nil }) else {
      let texts = items.map { $0.map { $0.text ?? "" } } ?? [text].compactMap { $0 }
      return [YAMLLeaf(path: path, texts: texts, isList: items != nil, place: place)]
    }
    return items.enumerated().flatMap { number, item in
      item.leaves(at: path + [item.identity ?? "\(number + 1)"])
    }
  }

  /// What an item of a list is told apart by.
  private var identity: String? {
    YAMLOverlay.identities.lazy.compactMap { name in
      entries?.first { $0.key.text == name }?.value.text
    }.first
  }
}
