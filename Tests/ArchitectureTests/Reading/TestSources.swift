internal import Foundation
internal import TestSupport

/// The sources of the tests, as far as they name files that stand beside them.
struct TestSources {
  /// All that stands between quotes, with what stands between literals.
  private let pieces: Set<Substring>
  /// Folders below `Tests/Golden` whose files a test counts, or hands to `gongkai verify`; either
  /// tells what is left over.
  let countedFolders: [String]

  init(_ text: String) {
    pieces = Set(text.split(separator: "\""))
    let golden = "Tests/Golden/"
    let counted = text.components(separatedBy: "Golden.checkFiles(").dropFirst().compactMap {
      $0.split(separator: "\"").dropFirst().first
    }
    let verified = pieces.filter { $0.hasPrefix(golden) }.map { $0.dropFirst(golden.count) }
    countedFolders = (counted + verified)
      .filter { !$0.isEmpty && !$0.contains { $0 == "\\" || $0.isWhitespace } }
      .map { "\($0)/" }
  }

  /// The sources of the checkout but for the file that judges others by them.
  static func ofCheckout(without judge: String) throws -> TestSources {
    let paths = SourceTree.paths(below: "Tests", withExtension: "swift")
    return TestSources(
      try paths.filter { !judge.hasSuffix($0) }.map { try Project.text($0) }.joined())
  }

  /// Whether a literal without an interpolation says just this.
  func name(_ literal: String) -> Bool { pieces.contains(literal[...]) }
}

/// The files of `Tests/Fixtures`, as far as it is known from them alone what is read of them.
struct FixtureTree {
  static let folder = "Tests/Fixtures"

  /// From the folder of the fixtures.
  let paths: [String]
  /// From the name of a layout set to the scalars of its `set.yaml` and `words.yaml`.
  private let sets: [String: Set<String>]

  /// A tree by its paths and the texts of those that are a `set.yaml` or `words.yaml`.
  init(paths: [String], text: (String) throws -> String) rethrows {
    self.paths = paths
    var sets: [String: Set<String>] = [:]
    let ends = ["/set.yaml", "/words.yaml"]
    for path in paths where path.hasPrefix("layouts/") && ends.contains(where: path.hasSuffix) {
      let name = String(path.split(separator: "/")[1])
      sets[name, default: []].formUnion(YAMLScalars(try text(path)).scalars.map(\.text))
    }
    self.sets = sets
  }

  static func ofCheckout() throws -> FixtureTree {
    let paths = SourceTree.paths(below: folder).map { String($0.dropFirst(folder.count + 1)) }
    return try FixtureTree(paths: paths) { try Project.text("\(folder)/\($0)") }
  }

  /// The files that no test reads.
  func unused(by tests: TestSources) -> [String] {
    paths.filter { path in
      if tests.name("\(Self.folder)/\(path)") { return false }
      let parts = path.split(separator: "/").map(String.init)
      if parts[0] == "layouts" { return !isRead(Array(parts.dropFirst()), by: tests) }
      // What a dossier may hold is for its reader to say, who warns of any other file.
      return !paths.contains("\(parts[0])/department.yaml")
        || !tests.name("\(Self.folder)/\(parts[0])")
    }
  }

  /// Whether a set that a test loads names the file; all names that a set can leave out are here.
  private func isRead(_ parts: [String], by tests: TestSources) -> Bool {
    let file = parts.dropFirst().joined(separator: "/")
    if parts[0] == "catalogues" { return sets.values.contains { $0.contains(file) } }
    guard let scalars = sets[parts[0]], tests.name(parts[0]) else { return false }
    return ["set.yaml", "narrative/values.yaml"].contains(file) || scalars.contains(file)
      || scalars.contains { file == "forms/\($0).yaml" || file == "checks/\($0)" }
  }
}
