internal import Foundation
public import Testing

/// Readable reference texts in `Tests/Golden`, held against what the project makes today.
///
/// `swift test` never writes. `scripts/golden update` runs the tests with `GONGKAI_GOLDEN=update`,
/// which rewrites what differs and fails the test all the same, so that recording is never green.
public enum Golden {
  /// Whether differing references are rewritten.
  public static var isUpdating: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["GONGKAI_GOLDEN"] == "update" && environment["CI"] == nil
  }

  /// Holds a text against the reference of that path below `Tests/Golden`.
  public static func check(
    _ actual: String, against path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let url = Project.url("Tests/Golden/\(path)")
    let expected = try? String(contentsOf: url, encoding: .utf8)
    guard actual != expected else { return }
    if isUpdating {
      try? FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? actual.write(to: url, atomically: true, encoding: .utf8)
    }
    Issue.record(
      """
      Tests/Golden/\(path) \(expected == nil ? "is missing" : "differs")\
      \(isUpdating ? " and was rewritten" : ""):
      \(difference(from: expected ?? "", to: actual))
      To accept: scripts/golden update
      """,
      sourceLocation: sourceLocation)
  }

  /// Holds the names of the files in a folder below `Tests/Golden` against those that tests read.
  ///
  /// For folders whose references are named by a number or code: one that is left over would be held
  /// against nothing.
  public static func checkFiles(
    of folder: String, are names: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let url = Project.url("Tests/Golden/\(folder)")
    let found = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    for name in Set(found).subtracting(names).sorted() {
      if isUpdating { try? FileManager.default.removeItem(at: url.appendingPathComponent(name)) }
      Issue.record(
        """
        Tests/Golden/\(folder)/\(name) is held against nothing\(isUpdating ? " and was removed" : "").
        To accept: scripts/golden update
        """,
        sourceLocation: sourceLocation)
    }
    for name in Set(names).subtracting(found).sorted() where !isUpdating {
      Issue.record("Tests/Golden/\(folder)/\(name) is missing", sourceLocation: sourceLocation)
    }
  }

  /// The first twenty lines that differ.
  private static func difference(from expected: String, to actual: String) -> String {
    let old = expected.components(separatedBy: "\n")
    let new = actual.components(separatedBy: "\n")
    let changes = new.difference(from: old)
    let lines = changes.map { change in
      switch change {
      case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
      case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
      }
    }
    return lines.prefix(20).joined(separator: "\n")
  }
}
