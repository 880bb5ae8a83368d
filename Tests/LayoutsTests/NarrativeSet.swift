import Diagnostics
import Foundation
import Layouts
import TestSupport

/// A copy of the set of sentences (`Tests/Fixtures/layouts/sentences`), to be spoilt in one respect.
struct NarrativeSet {
  /// A change that does not find its text.
  struct MutationFault: Error, CustomStringConvertible {
    let description: String
  }

  /// The texts by path below the folder of all sets.
  private var files: [String: String] = [:]

  init() throws {
    let root = Project.url("Tests/Fixtures/layouts")
    for folder in ["catalogues", "sentences", "sentences/forms", "sentences/narrative"] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: root.appendingPathComponent(folder).path)
      for name in names where name.contains(".") {
        let path = "\(folder)/\(name)"
        files[path] = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      }
    }
  }

  /// Replaces a text that stands exactly once in a file of the set; `values`, `set`, and the names of
  /// templates and forms may be written short.
  mutating func replace(_ old: String, in file: String, with new: String) throws {
    let path = Self.path(file)
    let parts = (files[path] ?? "").components(separatedBy: old)
    guard parts.count == 2, old != new else {
      throw MutationFault(description: "“\(old)” stands \(parts.count - 1) times in \(path)")
    }
    files[path] = parts.joined(separator: new)
  }

  /// Replaces what stands between two texts of a file, the first of them included.
  mutating func replace(
    from start: String, to end: String, in file: String, with new: String
  ) throws {
    let path = Self.path(file)
    let text = files[path] ?? ""
    guard let first = text.range(of: start),
      let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { throw MutationFault(description: "no “\(start)” … “\(end)” in \(path)") }
    files[path] = text.replacingCharacters(in: first.lowerBound..<last.lowerBound, with: new)
  }

  /// Puts a text in the place of a whole file.
  mutating func write(_ text: String, to file: String) { files[Self.path(file)] = text }

  /// Takes a file away.
  mutating func remove(_ file: String) { files[Self.path(file)] = nil }

  private static func path(_ file: String) -> String {
    switch file {
    case "set": "sentences/set.yaml"
    case "values": "sentences/narrative/values.yaml"
    case _ where file.count == 2: "sentences/forms/\(file).yaml"
    default: "sentences/narrative/\(file).mustache"
    }
  }

  /// Writes the set into a folder of sets.
  func write(to root: URL) throws {
    for (path, text) in files {
      let url = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  /// Writes the set into a temporary folder and loads it there.
  func load() throws -> (set: LayoutSet?, findings: [Finding], printed: String) {
    try withTemporaryFolder { root in
      try write(to: root)
      let library = LayoutLibrary(root: root)
      let loaded = library.load("sentences")
      let printed = DiagnosticPrinter { library.lines(of: $0) }
        .text(of: loaded.findings, consequence: "没有载入版式。")
      return (loaded.value, loaded.findings, printed)
    }
  }
}
