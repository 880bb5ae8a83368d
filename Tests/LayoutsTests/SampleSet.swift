import Diagnostics
import Foundation
import Layouts
import TestSupport

/// A copy of the sample set (`Tests/Fixtures/layouts/sample`), to be spoilt in one respect at a time.
struct SampleSet {
  /// A change that does not find its text: it would leave the set as it is and prove nothing.
  struct MutationFault: Error, CustomStringConvertible {
    let description: String
  }

  /// The texts by path below the folder of all sets.
  private(set) var files: [String: String] = [:]

  init() throws {
    let root = Project.url("Tests/Fixtures/layouts")
    let folders = ["catalogues", "sample", "sample/forms"]
    for folder in folders {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: root.appendingPathComponent(folder).path)
      for name in names where name.hasSuffix(".yaml") || name.hasSuffix("-sample.csv") {
        let path = "\(folder)/\(name)"
        files[path] = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      }
    }
  }

  /// The path of a form, or of set.yaml, by its short name: `01`, `set`, `evaluation`.
  static func path(_ file: String) -> String {
    switch file {
    case "set": "sample/set.yaml"
    case "evaluation", "words": "sample/\(file).yaml"
    case _ where file.count == 2: "sample/forms/\(file).yaml"
    default: file
    }
  }

  /// Replaces a text that stands exactly once in a file.
  mutating func replace(_ old: String, in file: String, with new: String) throws {
    let path = Self.path(file)
    let parts = (files[path] ?? "").components(separatedBy: old)
    guard parts.count == 2, old != new else {
      throw MutationFault(description: "“\(old)” stands \(parts.count - 1) times in \(path)")
    }
    files[path] = parts.joined(separator: new)
  }

  /// Gives a file another text.
  mutating func rewrite(_ file: String, _ text: String) { files[Self.path(file)] = text }

  /// Takes a file away.
  mutating func remove(_ file: String) throws {
    guard files.removeValue(forKey: Self.path(file)) != nil else {
      throw MutationFault(description: "there is no \(file)")
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

  /// What loading made of the set.
  struct Outcome {
    let set: LayoutSet?
    let findings: [Finding]
    /// The findings as they are printed.
    let printed: String

    var isLoaded: Bool { self.set != nil }
  }

  /// Writes the set into a temporary folder and loads it there.
  func load() throws -> Outcome {
    try withTemporaryFolder { root in
      try write(to: root)
      let library = LayoutLibrary(root: root)
      let loaded = library.load("sample")
      let text = DiagnosticPrinter { library.lines(of: $0) }
        .text(of: loaded.findings, consequence: "没有载入版式。")
      return Outcome(set: loaded.value, findings: loaded.findings, printed: text)
    }
  }
}
