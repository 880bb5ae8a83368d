public import Diagnostics
public import FoundationEssentials
public import SourceFiles

/// The folder of all layout sets.
public struct LayoutLibrary: Sendable {
  /// The folder `Layouts`, one folder a set in it.
  public let root: URL

  /// A library by its folder, which is looked into only when a set is asked for.
  public init(root: URL) { self.root = root }

  /// The names of the sets by which dossiers are built, sorted: without those that others only inherit.
  public var names: [String] { folders.filter { !SetSources.isBase($0, root: root) } }

  /// The names of all sets, sorted.
  var folders: [String] {
    let contents = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return contents.filter { SetSources.exists($0, root: root) }.sorted()
  }

  /// Whether there is a set of a name.
  public func has(_ name: String) -> Bool { SetSources.exists(name, root: root) }

  /// The names of the sets whose official forms have been seen, sorted: of all but those that are
  /// assumed.
  public var officialNames: [String] {
    // Names that others only inherit count too: a set that they make assumed is so itself.
    let folders = folders
    let assumed = SetSources.assumed(among: folders, root: root)
    return folders.filter { !assumed.contains($0) && !SetSources.isBase($0, root: root) }
  }

  /// Whether two sets prescribe what one issuer publishes: one inherits from the other or both from a
  /// third, be it not what all inherit; or their names differ in the year alone.
  public func areOfOneIssuer(_ one: String, _ other: String) -> Bool {
    func issuers(_ name: String) -> Set<String> {
      let chain = (sources(of: name)?.chain ?? [name]).filter { !SetSources.isBase($0, root: root) }
      return Set(
        chain.map { set in
          set.split(separator: "-").filter { Int($0) == nil }.joined(separator: "-")
        })
    }
    return !issuers(one).isDisjoint(with: issuers(other))
  }

  /// The files of a set; what is wrong with them is told where it is loaded.
  private func sources(of name: String) -> SetSources? {
    SetSources(name, root: root, log: FindingLog(family: "L"))
  }

  /// Loads and checks a set.
  ///
  /// - Parameter extent: what is read of it.
  /// - Returns: the set, or nil with every fault of the files that were read.
  public func load(_ name: String, extent: LayoutExtent = .whole) -> Loaded<LayoutSet> {
    SetLoader(root: root, name: name, extent: extent).load()
  }

  /// The files that a set is read from, as messages name them: its own, those of the sets that it
  /// inherits from, then the catalogues.
  public func texts(of name: String) -> [SourceText] {
    let chain = SetSources.chain(of: name, root: root) ?? [name]
    return (chain + ["catalogues"]).flatMap { folder -> [SourceText] in
      let url = root.appendingPathComponent(folder)
      let files = (try? FileManager.default.subpathsOfDirectory(atPath: url.path)) ?? []
      return files.sorted().compactMap { file -> SourceText? in
        let path = "\(folder)/\(file)"
        guard [".yaml", ".csv", ".mustache"].contains(where: file.hasSuffix) else { return nil }
        return SourceText.read(root.appendingPathComponent(path), as: path, family: "L").value
      }
    }
  }

  /// The lines of a file of a set as messages name it, for quoting.
  public func lines(of file: String) -> [String]? {
    SourceText.read(root.appendingPathComponent(file), as: file, family: "L").value?.lines
  }
}
