import Foundation
import TestSupport
import Testing

/// The executables from an installed folder: `bin/` with all of them, `share/gongkai` beside it.
@Suite("Executables that are one program")
struct HandOverTests {
  private struct Installation {
    let root: URL

    var program: URL { root.appendingPathComponent("bin/gongkai") }
    var second: URL { root.appendingPathComponent("bin/gongkai-files") }

    init(in folder: URL) throws {
      root = folder.appendingPathComponent("usr")
      let share = root.appendingPathComponent("share/gongkai")
      let bin = root.appendingPathComponent("bin")
      for folder in [bin, share] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      for name in ["Layouts", "Fonts"] {
        try FileManager.default.createSymbolicLink(
          at: share.appendingPathComponent(name), withDestinationURL: Project.url(name))
      }
      for name in ["gongkai", "gongkai-files", "gongkai-pdf"] {
        try FileManager.default.copyItem(
          at: Project.binary.deletingLastPathComponent().appendingPathComponent(name),
          to: bin.appendingPathComponent(name))
      }
    }

    func run(
      _ arguments: String..., environment: [String: String] = [:]
    ) throws -> ProcessResult {
      try TestSupport.run(program.path, arguments, in: root, environment: environment)
    }

    /// Puts a script in the second executable's place.
    func replaceSecond(by script: String) throws {
      try FileManager.default.removeItem(at: second)
      try "#!/bin/sh\n\(script)\n".write(to: second, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: second.path)
    }
  }

  private func withInstallation(_ body: (Installation) throws -> Void) throws {
    try withTemporaryFolder { try body(try Installation(in: $0)) }
  }

  @Test("an installed gongkai compares, through a link of another name as well")
  func comparing() throws {
    try withInstallation { installed in
      for (name, figure) in [("甲.csv", "1.00"), ("乙.csv", "2.00")] {
        try "form,row,column,printed\n01,行1,1,\(figure)\n".write(
          to: installed.root.appendingPathComponent(name), atomically: true, encoding: .utf8)
      }
      let same = try installed.run("diff", "甲.csv", "甲.csv")
      #expect(same.status == 0, "\(same.errors)")
      let different = try installed.run("diff", "甲.csv", "乙.csv")
      #expect(different.status == 1, "\(different.errors)")
      #expect(different.output.contains("01!行1.1"))
      let link = installed.root.appendingPathComponent("决算")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: installed.program)
      let linked = try TestSupport.run(link.path, ["diff", "甲.csv", "乙.csv"], in: installed.root)
      #expect(linked.output == different.output)
    }
  }

  @Test("users see one program and one help")
  func help() throws {
    try withInstallation { installed in
      let overview = try installed.run("--help")
      for command in ["build", "diff", "verify", "fonts", "new"] {
        #expect(overview.output.contains("\n  \(command) "), "\(command)")
      }
      for command in ["diff", "verify"] {
        let own = try installed.run(command, "--help")
        #expect(own.status == 0)
        #expect(own.output.contains("USAGE: gongkai \(command) "))
        #expect(own.output.contains("--level"))
        #expect(try installed.run("help", command).output == own.output)
      }
      let wrong = try installed.run("diff", "--nonsense")
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains("gongkai diff"))
    }
  }

  @Test("--version names both")
  func version() throws {
    try withInstallation { installed in
      let lines = try installed.run("--version").output.split(separator: "\n")
      #expect(lines.map { $0.split(separator: " ")[0] } == ["gongkai", "gongkai-files"])
      #expect(Set(lines.map { $0.split(separator: " ").last }).count == 1)
    }
  }

  @Test("two that do not belong together say so", arguments: [["diff", "a", "b"], ["--version"]])
  func mismatch(arguments: [String]) throws {
    try withInstallation { installed in
      let real = Project.binary.deletingLastPathComponent().appendingPathComponent("gongkai-files")
      try installed.replaceSecond(
        by: "GONGKAI_EDITION=0.1/0 exec '\(real.path)' \"$@\"")
      let result = try TestSupport.run(installed.program.path, arguments, in: installed.root)
      #expect(result.status == 3)
      #expect(result.errors.contains("错误 X303: "))
      #expect(result.errors.contains("0.1/0"))
      #expect(result.errors.contains("处理: "))
    }
  }

  @Test("a second executable that is missing, or cannot run, is told with its place")
  func missing() throws {
    try withInstallation { installed in
      try installed.replaceSecond(by: "exit 0")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644], ofItemAtPath: installed.second.path)
      let locked = try installed.run("diff", "a", "b")
      #expect(locked.status == 3)
      #expect(locked.errors.contains("错误 X304: 不能启动"))
      try FileManager.default.removeItem(at: installed.second)
      for arguments in [
        ["diff", "a", "b"], ["verify", "--help"], ["help", "diff"], ["--version"],
      ] {
        let result = try TestSupport.run(installed.program.path, arguments, in: installed.root)
        #expect(result.status == 3, "\(arguments)")
        #expect(result.errors.contains("错误 X302: 找不到 gongkai-files"))
        #expect(result.errors.contains(installed.second.resolvingSymlinksInPath().path))
        #expect(result.errors.contains("处理: "))
      }
      // What needs no reader works all the same.
      let fonts = try installed.run("fonts")
      #expect(fonts.status == 0, "\(fonts.errors)")
    }
  }

  @Test("what reads PDFs is no program for people, and says so")
  func readerOfPDFs() throws {
    try withInstallation { installed in
      let program = installed.root.appendingPathComponent("bin/gongkai-pdf")
      let result = try TestSupport.run(program.path, ["--help"], in: installed.root)
      #expect(result.status == 64)
      #expect(result.errors.contains("要运行的是 gongkai"))
    }
  }

  @Test("building loads no library that readers need, and reading workbooks none that PDFs need")
  func libraries() throws {
    func libraries(of name: String) throws -> String {
      let program = Project.binary.deletingLastPathComponent().appendingPathComponent(name)
      return try TestSupport.run("ldd", [program.path]).output
    }
    let (first, second) = (try libraries(of: "gongkai"), try libraries(of: "gongkai-files"))
    let third = try libraries(of: "gongkai-pdf")
    #expect(first.contains("libcairo"))
    for library in ["libzip", "libxml2"] {
      #expect(!first.contains(library), "gongkai loads \(library)")
      #expect(second.contains(library), "ldd would not tell \(library)")
    }
    for library in ["libpoppler", "libqpdf"] {
      #expect(!(first + second).contains(library), "gongkai or gongkai-files loads \(library)")
      #expect(third.contains(library), "ldd would not tell \(library)")
    }
  }
}
