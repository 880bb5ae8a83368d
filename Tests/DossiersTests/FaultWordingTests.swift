import Diagnostics
import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

/// Each fault once, as it is printed.
@Suite("卷宗的错误信息")
struct FaultWordingTests {
  /// The messages of all cases, each below its title; made once for all tests.
  private static let messages = Result { try makeMessages() }

  private static func makeMessages() throws -> String {
    var text = ""
    for fault in FaultCase.all {
      var dossier = SampleDossier()
      fault.spoil(&dossier)
      text += "## \(fault.title)\n" + (try dossier.read().printed) + "\n"
    }
    // A folder that is not there has no dossier to spoil.
    let missing = try withTemporaryFolder { folder in
      readMissing(folder.appendingPathComponent("没有"))
    }
    return text + "## 没有这个文件夹\n" + missing + (try foreignMessages())
      + (try undecidedMessages())
  }

  /// What people have brought in is no dossier's to hold.
  private static func undecidedMessages() throws -> String {
    var rules = DossierRules.sample
    for name in ["一般公共服务支出", "公共服务支出"] {
      let (list, line) = name.hasPrefix("一般") ? (0, 2) : (1, 7)
      let file = ["catalogues/function-2023.csv", "function-2023.csv"][list]
      let place = SourcePlace(file: file, line: line, column: 1)
      if list == 0 {
        rules.accountNames.set(name, for: "201", in: .function, at: place)
      } else {
        var brought = AccountNames()
        brought.set(name, for: "201", in: .function, at: place)
        rules.broughtNames = Loaded(brought, [])
      }
    }
    return "\n## 两份科目表名称不同\n" + (try SampleDossier().read(under: rules).printed)
  }

  /// Names that are no text, and folders that cannot be looked into, are no dossier's to hold.
  private static func foreignMessages() throws -> String {
    try withTemporaryFolder { folder in
      let loop = folder.appendingPathComponent("圈")
      try FileManager.default.createSymbolicLink(atPath: loop.path, withDestinationPath: "圈")
      let dossier = folder.appendingPathComponent("卷宗")
      try SampleDossier().write(to: dossier)
      let made = try run("bash", ["-c", "touch $'\\xCB\\xB5\\xC3\\xF7.txt'"], in: dossier)
      try #require(made.status == 0)
      return "\n## 读不出来的文件夹\n" + readDossier(.folder(loop), under: .sample).printed
        + "\n## 文件名不是 UTF-8\n" + readDossier(.folder(dossier), under: .sample).printed
    }
  }

  @Test("每种错误的全文")
  func wording() throws {
    Golden.check(try Self.messages.get(), against: "diagnostics/dossier.txt")
  }

  @Test("每个代码都有一例")
  func everyCodeIsShown() throws {
    let folder = Project.url("Sources/Dossiers/Faults")
    let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    let codes = sources.flatMap { $0.matches(of: /code: "(D\d{3})"/).map { String($0.1) } }
    #expect(codes.count > 30)
    #expect(Set(codes).count == codes.count, "a code is used for two faults")
    // Those of workbooks are held by their own tests.
    let messages = try Self.messages.get() + Project.text("Tests/Golden/diagnostics/workbook.txt")
    for code in codes {
      #expect(messages.contains(" \(code): "), "\(code) is not among the golden messages")
    }
  }

  @Test("正文只有一行：第一行以 位置: 级别 代码: 开头")
  func firstLines() throws {
    let lines = try Self.messages.get().split(separator: "\n").filter { $0.contains(/: (错误|警告) D/) }
    #expect(lines.count >= FaultCase.all.count)
    for line in lines {
      #expect(line.contains(/^[^ :]+(:\d+){0,2}: (错误|警告) D\d{3}: .+/), "\(line)")
    }
  }
}

/// The message for a folder that does not exist.
private func readMissing(_ folder: URL) -> String {
  readDossier(.folder(folder), under: .sample).printed
}
