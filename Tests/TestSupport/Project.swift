public import Foundation

/// Where the checkout under test stands and what it holds.
public enum Project {
  /// The root of the checkout.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder by its path from the root.
  public static func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// The text of a file by its path from the root.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// The program under test: the one built beside the tests.
  public static var binary: URL {
    Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
      .map { $0.deletingLastPathComponent() }?
      .appendingPathComponent("gongkai") ?? url(".build/debug/gongkai")
  }
}

/// A folder that a test may fill; it is removed when the body returns.
public func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("gongkai-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// Whether a program is in `PATH`.
public func isInstalled(_ program: String) -> Bool {
  let paths = ProcessInfo.processInfo.environment["PATH"] ?? ""
  return paths.split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}

/// What a program printed and how it ended.
public struct ProcessResult: Sendable {
  public let status: Int32
  public let output: String
  public let errors: String
}

/// Runs a program to its end.
///
/// - Parameters:
///   - program: a path, or a name that is looked for in `PATH`.
///   - environment: set in addition to the test's own; where it does not say, there are no catalogues
///     that people have brought in.
public func run(
  _ program: String, _ arguments: [String], in folder: URL = Project.root,
  environment: [String: String] = [:]
) throws -> ProcessResult {
  let process = Process()
  process.executableURL = URL(
    fileURLWithPath: program.contains("/") ? program : "/usr/bin/env")
  process.arguments = program.contains("/") ? arguments : [program] + arguments
  process.currentDirectoryURL = folder
  let without = ["XDG_DATA_HOME": "/nonexistent"]
  process.environment = ProcessInfo.processInfo.environment.merging(without) { $1 }
    .merging(environment) { $1 }
  let outputFile = FileManager.default.temporaryDirectory
    .appendingPathComponent("gongkai-out-\(UUID().uuidString)")
  let errorFile = outputFile.appendingPathExtension("err")
  for file in [outputFile, errorFile] {
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
  }
  defer { for file in [outputFile, errorFile] { try? FileManager.default.removeItem(at: file) } }
  process.standardOutput = try FileHandle(forWritingTo: outputFile)
  process.standardError = try FileHandle(forWritingTo: errorFile)
  process.standardInput = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return ProcessResult(
    status: process.terminationStatus,
    output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
    errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
}

/// Runs Python, the project's own where it is set up.
public func python(_ arguments: [String]) throws -> ProcessResult {
  let venv = Project.url(".venv/bin/python").path
  let program = FileManager.default.isExecutableFile(atPath: venv) ? venv : "python3"
  return try run(program, arguments)
}
