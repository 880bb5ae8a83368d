internal import Diagnostics
internal import FoundationEssentials
internal import SourceFiles

extension SourcePlace {
  /// Whether it stands in a file of the set itself, not in one that it inherits.
  func isOwn(ofSet name: String) -> Bool { file.hasPrefix("\(name)/") }
}

/// The files of a set and of the sets that it inherits from.
///
/// A set names its parent in set.yaml and has only what differs: a file of the same name is laid over
/// the parent's, an other is the parent's as it stands.
struct SetSources {
  /// The folder that holds all sets.
  let root: URL
  /// The set, its parent, and so on.
  let chain: [String]
  /// The set's own set.yaml, laid over those of its parents.
  let main: YAMLValue
  private let log: FindingLog

  /// The key of set.yaml that names the parent.
  static let parentKey = "parent"
  /// The key of set.yaml that says that the official forms have not been seen.
  static let assumedKey = "assumed"
  /// The key of set.yaml that says that others inherit the set and no dossier is built by it.
  static let baseKey = "base"
  /// The file of every set.
  static let mainFile = "set.yaml"

  /// Finds a set and those that it inherits from; nil where one of them cannot be read.
  init?(_ name: String, root: URL, log: FindingLog) {
    guard let (chain, documents) = Self.documents(name, root: root, log: log),
      let main = Self.laid(documents, log: log)
    else { return nil }
    (self.root, self.chain, self.main, self.log) = (root, chain, main, log)
  }

  /// The set, its parent, and so on, each with its set.yaml; nil where one of them cannot be read.
  private static func documents(
    _ name: String, root: URL, log: FindingLog
  ) -> (chain: [String], documents: [YAMLValue])? {
    var (chain, documents) = ([name], [YAMLValue]())
    while let last = chain.last {
      guard let document = document("\(last)/\(mainFile)", root: root, log: log) else {
        return nil
      }
      documents.append(document)
      let entry = document.entries?.first { $0.key.text == parentKey }
      guard let parent = entry?.value else { break }
      guard let name = parent.text, !chain.contains(name), exists(name, root: root) else {
        let names = LayoutLibrary(root: root).folders.filter { !chain.contains($0) }
        log.report(SetFault.parent(parent.text ?? parent.kindName, among: names), at: parent.place)
        return nil
      }
      chain.append(name)
    }
    return (chain, documents)
  }

  /// The set, its parent, and so on; nil where one of them cannot be read.
  static func chain(of name: String, root: URL) -> [String]? {
    documents(name, root: root, log: FindingLog(family: "L"))?.chain
  }

  /// Those of some sets that say, or inherit from one that says, that they are assumed; those that cannot
  /// be read are none of them.
  static func assumed(among names: [String], root: URL) -> Set<String> {
    // Of a set.yaml that has neither the key nor the name of a set that may be assumed nothing need be
    // known: most of all it need not be read with those that it inherits.
    var open = names.map { (name: $0, text: WrittenBytes(of: mainFile(of: $0, root: root))) }
    var possible: [String] = []
    while let index = open.firstIndex(where: { set in
      set.text.mayHave(assumedKey) || possible.contains(where: set.text.mayHave)
    }) {
      possible.append(open.remove(at: index).name)
    }
    return Set(
      possible.filter { name in
        let documents = documents(name, root: root, log: FindingLog(family: "L"))?.documents ?? []
        // What a set says itself, be it nothing, is over what it inherits.
        let said = documents.lazy.compactMap { document in
          document.entries?.first { $0.key.text == assumedKey }?.value
        }.first
        return said?.text == "true"
      })
  }

  /// Whether a set is there for others to inherit alone.
  static func isBase(_ name: String, root: URL) -> Bool {
    guard WrittenBytes(of: mainFile(of: name, root: root)).mayHave(baseKey) else { return false }
    let log = FindingLog(family: "L")
    return document("\(name)/\(mainFile)", root: root, log: log)?.says(baseKey) ?? false
  }

  /// A file of the set, laid over those of its parents that have it.
  ///
  /// - Parameter path: below the set's folder.
  func document(_ path: String) -> YAMLValue? {
    let files = owners(of: path).compactMap { Self.document("\($0)/\(path)", root: root, log: log) }
    return Self.laid(files, log: log)
  }

  /// A template of the set: its passages laid over those of its parents that have it.
  func template(_ path: String) -> TemplateText? {
    let texts = owners(of: path).compactMap {
      Self.text("\($0)/\(path)", root: root, log: log).map(TemplateText.init)
    }
    guard var result = texts.last else { return nil }
    for text in texts.dropLast().reversed() { result = text.laid(over: result, log: log) }
    return result
  }

  /// A file that all sets share.
  func shared(_ path: String) -> SourceText? { Self.text(path, root: root, log: log) }

  /// The sets that have a file, the set itself first; itself where none has.
  private func owners(of path: String) -> [String] {
    guard chain.count > 1 else { return chain }
    let owners = chain.filter { name in
      FileManager.default.fileExists(atPath: root.appendingPathComponent("\(name)/\(path)").path)
    }
    return owners.isEmpty ? [chain[0]] : owners
  }

  /// Whether there is a set of a name.
  static func exists(_ name: String, root: URL) -> Bool {
    !name.isEmpty && !name.contains("/")
      && FileManager.default.fileExists(atPath: mainFile(of: name, root: root).path)
  }

  private static func mainFile(of name: String, root: URL) -> URL {
    root.appendingPathComponent("\(name)/\(mainFile)")
  }

  /// Files of the same name as one, the most special first.
  private static func laid(_ files: [YAMLValue], log: FindingLog) -> YAMLValue? {
    guard var result = files.last else { return nil }
    let overlay = YAMLOverlay(log: log)
    for file in files.dropLast().reversed() { result = overlay.lay(file, over: result) }
    return result
  }

  private static func text(_ path: String, root: URL, log: FindingLog) -> SourceText? {
    let source = SourceText.read(
      root.appendingPathComponent(path), as: path, family: log.family, characters: .printed)
    log.report(source.findings)
    return source.value
  }

  private static func document(_ path: String, root: URL, log: FindingLog) -> YAMLValue? {
    guard let text = text(path, root: root, log: log) else { return nil }
    let parsed = YAMLValue.parse(text, family: log.family)
    log.report(parsed.findings)
    return parsed.value
  }
}

extension WrittenBytes {
  /// Whether a YAML file may have a word; where something is written by an escape it may have any.
  fileprivate func mayHave(_ word: String) -> Bool { has(word) || has("\\") }
}

extension YAMLValue {
  /// Whether a mapping has `true` behind a key.
  fileprivate func says(_ key: String) -> Bool {
    entries?.contains { $0.key.text == key && $0.value.text == "true" } ?? false
  }
}
