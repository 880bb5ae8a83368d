import Foundation
import TestSupport
import Testing

/// Sheets that both sides have byte by byte are read once; a workbook that is packed otherwise has
/// nothing byte by byte, so that all of it is read.
@Suite("Workbooks that are packed otherwise") struct PackedOtherwiseTests {
  /// Writes a workbook anew, its parts not compressed.
  private static func repack(_ file: URL, to target: URL) throws {
    let script = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], "w", 0) as new:
          for name in old.namelist():
              new.writestr(name, old.read(name))
      """
    let result = try run("python3", ["-c", script, file.path, target.path])
    try #require(result.status == 0, "\(result.errors)")
  }

  /// The workbooks of a build in a folder of their own, packed as they were and otherwise.
  private static func copies(of build: URL, in folder: URL) throws -> [URL] {
    try ["as they were", "otherwise"].map { name in
      let place = folder.appendingPathComponent("\(build.lastPathComponent) \(name)/side")
      for file in [ComparedBuilds.forms, ComparedBuilds.evaluations] {
        let target = place.appendingPathComponent(file)
        try copy(build.appendingPathComponent(file), to: target)
        if name == "otherwise" {
          try FileManager.default.removeItem(at: target)
          try repack(build.appendingPathComponent(file), to: target)
        }
      }
      return place
    }
  }

  /// The report for programs, without the names of the sides and the number of files that are the same
  /// byte by byte.
  private static func report(_ left: URL, _ right: URL, level: String) throws -> [String] {
    let result = try gongkai(["diff", left.path, right.path, "--json", "-", "--level", level])
    try #require([0, 1].contains(result.status), "\(result.errors)")
    let own = [#""left" : ""#, #""right" : ""#, #""sameFiles""#]
    return result.output.split(separator: "\n").map { line in
      line.drop { $0 == " " }.trimming { $0 == "," }
    }.filter { line in !own.contains { line.hasPrefix($0) } }
  }

  @Test("are compared as others are", arguments: ["figures", "content", "format"])
  func reports(level: String) throws {
    let builds = try ComparedBuilds.shared.get()
    try withTemporaryFolder { folder in
      let base = try Self.copies(of: builds.base, in: folder)
      let changed = try Self.copies(of: builds.changed, in: folder)
      for others in [base, changed] {
        let plain = try Self.report(base[0], others[0], level: level)
        #expect(plain.count > 10)
        for (left, right) in [(0, 1), (1, 0), (1, 1)] {
          #expect(try Self.report(base[left], others[right], level: level) == plain)
        }
      }
    }
  }
}

extension Substring {
  /// The text without such characters at its end.
  fileprivate func trimming(_ isOut: (Character) -> Bool) -> String {
    var rest = self
    while rest.last.map(isOut) ?? false { rest.removeLast() }
    return String(rest)
  }
}
