internal import Foundation
internal import TestSupport

/// A Swift file of the program, read and taken apart once for all tests.
struct SourceFile: Sendable, Identifiable {
  /// The path from the root of the checkout: `Sources/Domain/Money/Money.swift`.
  let path: String
  let text: String
  let source: SwiftSource

  var id: String { path }

  /// The folder below `Sources`.
  var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// Where a line of it stands, for messages.
  func place(_ line: Int) -> String { "\(path):\(line)" }

  /// The lines of code that a pattern matches, with their numbers from 1.
  func lines(matching pattern: String) throws -> [(number: Int, line: String)] {
    let expression = try Regex(pattern)
    return source.lines.enumerated().compactMap { offset, line in
      line.contains(expression) ? (offset + 1, String(line)) : nil
    }
  }
}

/// An `import` line.
struct ImportLine: Sendable {
  let module: String
  /// `internal`, `public`; empty where nothing is written.
  let access: String
  let line: Int
}

extension SourceFile {
  /// The imports of the file.
  var imports: [ImportLine] {
    let expression = /^\s*(?:@\w+\s+)*(?:(\w+)\s+)?import\s+(?:(?:struct|class|enum|func)\s+)?(\w+)/
    return source.lines.enumerated().compactMap { offset, line in
      guard let match = line.firstMatch(of: expression) else { return nil }
      return ImportLine(
        module: String(match.2), access: match.1.map(String.init) ?? "", line: offset + 1)
    }
  }
}

/// The Swift files below `Sources`.
enum SourceTree {
  /// The folder of the system libraries' module maps, which is no module itself.
  static let foreign = "C"

  /// Every file, in order of its path.
  static let files: [SourceFile] = paths(below: "Sources", withExtension: "swift").compactMap {
    guard let text = try? Project.text($0) else { return nil }
    return SourceFile(path: $0, text: text, source: SwiftSource(text))
  }

  /// The modules that have sources.
  static var modules: [String] { Set(files.map(\.module)).sorted() }

  /// The files of a module.
  static func files(of module: String) -> [SourceFile] { files.filter { $0.module == module } }

  /// The paths of files below a folder of the checkout, sorted; hidden files and folders, and what
  /// a build makes, are left out.
  ///
  /// - Parameter suffix: the extension of their names; nil for all files.
  static func paths(below folder: String, withExtension suffix: String? = nil) -> [String] {
    let root = Project.root.resolvingSymlinksInPath().path
    let enumerator = FileManager.default.enumerator(
      at: URL(fileURLWithPath: root).appendingPathComponent(folder),
      includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    var paths: [String] = []
    while let url = enumerator?.nextObject() as? URL {
      let path = url.resolvingSymlinksInPath().path
      guard suffix == nil || url.pathExtension == suffix, !url.hasDirectoryPath,
        path.hasPrefix(root + "/")
      else { continue }
      paths.append(String(path.dropFirst(root.count + 1)))
    }
    return paths.filter { !$0.hasPrefix("Out/") }.sorted()
  }
}

extension String {
  /// The text without spaces and line breaks at its ends.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
