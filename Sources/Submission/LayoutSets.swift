public import Diagnostics
public import FoundationEssentials
internal import Layouts

/// A layout set as it is told of in a list.
public struct LayoutOverview: Sendable {
  /// The name of its folder.
  public let name: String
  /// What it is, for people.
  public let title: String
  /// The fiscal year.
  public let year: Int
  /// The numbers of its forms in printed order.
  public let forms: [String]
  /// The set that it inherits from; nil for none.
  public let parent: String?
  /// Whether it was written before the official forms were seen.
  public let isAssumed: Bool

  init(_ set: LayoutSet) {
    name = set.name
    title = set.title
    year = set.year
    forms = set.forms.map(\.number)
    parent = set.parent
    isAssumed = set.isAssumed
  }
}

/// What a command on layout sets came to.
public struct LayoutReport: Sendable {
  /// The sets without faults, in order of their names.
  public let sets: [LayoutOverview]
  /// What was found in the sets that were read.
  public let findings: [Finding]
  /// The lines of a set's file, for quoting.
  public let lines: @Sendable (_ file: String) -> [String]?
}

/// Reads all sets, or the one that is named, as a build does.
///
/// - Returns: also `X416` where there is no set of the name.
public func reportLayouts(_ name: String? = nil, data: DataFolder) -> LayoutReport {
  let library = data.layouts
  if let name, !library.has(name) {
    let fault = UsageFault.unknownLayout(name, known: library.names)
    return LayoutReport(sets: [], findings: [fault.finding(at: nil)], lines: { _ in nil })
  }
  // One that is named is read with the checks of files that are read in, which no build needs.
  let extent: LayoutExtent = name == nil ? .whole : [.whole, .identities]
  let loaded = (name.map { [$0] } ?? library.names).map { library.load($0, extent: extent) }
  return LayoutReport(
    sets: loaded.compactMap(\.value).map(LayoutOverview.init), findings: loaded.flatMap(\.findings),
    lines: { library.lines(of: $0) })
}

/// Writes a set that inherits from another one and builds at once: next year's, with what differs
/// still to be written.
///
/// - Parameters:
///   - name: the set's folder; a year in it becomes the set's year.
///   - parent: the set that it inherits from.
/// - Returns: the new set's file; or what stands in the way, and nothing is left then.
public func makeNewLayout(
  _ name: String, from parent: String, data: DataFolder
) -> Loaded<URL> {
  var log = WorkLog()
  let file = log.attempt { log in
    let library = data.layouts
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
      !name.isEmpty
    else { throw UsageFault.layoutName(name) }
    guard library.has(parent) else {
      throw UsageFault.unknownLayout(parent, known: library.names)
    }
    let folder = library.root.appendingPathComponent(name)
    guard !Disk().exists(folder) else { throw UsageFault.existing(folder.path) }
    let base = try log.take(LoadedSet.load(parent, from: data)).set
    let year = name.split(separator: "-").lazy.compactMap { part -> Int? in
      part.count == 4 ? Int(part) : nil
    }.first
    let text = """
      # 由 \(parent) 继承，只写不同的地方；写法见 docs/layout-guide.md。
      parent: \(parent)
      # 正式表式核对好以后，删去下一行。
      assumed: true
      title: \(base.title.replacing(String(base.year), with: String(year ?? base.year)))
      year: \(year ?? base.year)

      """
    try writeNew([("set.yaml", text)], into: folder)
    return folder.appendingPathComponent("set.yaml")
  }
  return Loaded(file, log.findings)
}
