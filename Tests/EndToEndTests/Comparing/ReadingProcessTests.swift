import Foundation
import TestSupport
import Testing

@Suite("The process that reads strangers' files") struct ReadingProcessTests {
  /// A mishap, the environment that brings it about, and what is said of it.
  struct Mishap: Sendable, CustomTestStringConvertible {
    let kind: String
    let code: String
    let words: String
    var settings: [String: String] = [:]

    var testDescription: String { kind }
  }

  private static let document = ComparedBuilds.document

  @Test(
    "whatever becomes of it is told at its file, and ends with 2",
    arguments: [
      Mishap(kind: "kill", code: "C080", words: "信号 9"),
      Mishap(kind: "crash", code: "C080", words: "信号 11"),
      Mishap(kind: "leave", code: "C086", words: "退出码 1"),
      Mishap(
        kind: "hog", code: "C081", words: "600 MB", settings: ["GONGKAI_READER_MEMORY": "600"]),
      Mishap(kind: "hang", code: "C082", words: "2 秒", settings: ["GONGKAI_READER_SECONDS": "2"]),
      Mishap(kind: "spin", code: "C082", words: "2 秒", settings: ["GONGKAI_READER_SECONDS": "2"]),
      Mishap(kind: "babble", code: "C083", words: "不合格式"),
    ])
  func mishaps(_ mishap: Mishap) throws {
    let base = try ComparedBuilds.shared.get().base
    try withTemporaryFolder { folder in
      for name in ["left.pdf", "right.pdf"] {
        try copy(
          base.appendingPathComponent(Self.document), to: folder.appendingPathComponent(name))
      }
      var environment = mishap.settings
      environment["GONGKAI_READER_TRIAL"] = "\(mishap.kind):right.pdf"
      let result = try gongkai(
        ["diff", "left.pdf", "right.pdf"], in: folder, environment: environment)
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.errors.contains("right.pdf: 错误 \(mishap.code): "), "\(result.errors)")
      #expect(result.errors.contains(mishap.words), "\(result.errors)")
      #expect(result.errors.contains("期望: ") && result.errors.contains("处理: "))
      #expect(!result.errors.contains("left.pdf"))
    }
  }

  @Test("a workbook that takes more memory than there may be is told, not waited for")
  func starved() throws {
    let base = try ComparedBuilds.shared.get().base
    try withTemporaryFolder { folder in
      let name = "a.xlsx"
      try copy(
        base.appendingPathComponent(ComparedBuilds.forms), to: folder.appendingPathComponent(name))
      let result = try gongkai(
        ["diff", name, name], in: folder, environment: ["GONGKAI_READER_MEMORY": "1"])
      #expect(result.status == 2)
      #expect(result.errors.contains("a.xlsx: 错误 C081: "), "\(result.errors)")
    }
  }

  @Test("the other files of a folder are read on")
  func others() throws {
    let base = try ComparedBuilds.shared.get().base
    try withTemporaryFolder { folder in
      for side in ["left", "right"] {
        for name in ["a.xlsx", "b.xlsx", "c.xlsx"] {
          try copy(
            base.appendingPathComponent(ComparedBuilds.forms),
            to: folder.appendingPathComponent("\(side)/\(name)"))
        }
      }
      try Data("PK\u{3}\u{4}".utf8).write(to: folder.appendingPathComponent("left/c.xlsx"))
      let result = try gongkai(
        ["diff", "left", "right"], in: folder,
        environment: ["GONGKAI_READER_TRIAL": "crash:b.xlsx"])
      #expect(result.status == 2)
      for place in ["left/b.xlsx: 错误 C080", "right/b.xlsx: 错误 C080", "left/c.xlsx: 错误 C024"] {
        #expect(result.errors.contains(place), "\(result.errors)")
      }
      #expect(!result.errors.contains("a.xlsx"))
    }
  }

  @Test("a workbook of ours is read where it is asked for; a changed one is a stranger's")
  func ownFiles() throws {
    let base = try ComparedBuilds.shared.get().base
    let trial = ["GONGKAI_READER_TRIAL": "crash:\(ComparedBuilds.forms)"]
    let forms = base.appendingPathComponent(ComparedBuilds.forms).path
    let own = try gongkai(["diff", forms, forms], environment: trial)
    #expect(own.status == 0, "\(own.errors)")
    try withTemporaryFolder { folder in
      let copied = folder.appendingPathComponent(ComparedBuilds.forms)
      try copy(URL(fileURLWithPath: forms), to: copied)
      // The right side is not read where it is the same byte by byte.
      let stranger = try gongkai(["diff", copied.path, forms], environment: trial)
      #expect(stranger.status == 2 && stranger.errors.contains("C080"), "\(stranger.errors)")
      // Listed, but no longer as it was written.
      try copy(
        base.appendingPathComponent("manifest.json"),
        to: folder.appendingPathComponent("manifest.json"))
      #expect(try gongkai(["diff", forms, copied.path], environment: trial).status == 0)
      let handle = try FileHandle(forWritingTo: copied)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data([0]))
      try handle.close()
      #expect(try gongkai(["diff", forms, copied.path], environment: trial).status == 2)
    }
  }
}
