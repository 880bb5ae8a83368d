internal import Comparison
internal import Diagnostics
internal import Foundation
internal import ReaderProcess
internal import TestSupport
internal import Testing
internal import Verification

@Suite("Files that are compared")
struct InputTests {
  private static func source(_ folder: URL, _ name: String) -> ComparisonSource {
    ComparisonSource(url: folder.appendingPathComponent(name), name: name)
  }

  private static func write(_ text: String, _ folder: URL, _ name: String) throws {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  @Test("folders are read with all that is in them, each file by what it is")
  func folders() throws {
    try withTemporaryFolder { folder in
      let list =
        "form,row,column,printed,印刷单位,exact,unit,sources\n01,行1,1,%,万元,10000.00,元,a.csv:2\n"
      for (side, figure, line) in [("left", "1.00", "甲"), ("right", "2.00", "乙")] {
        try Self.write(
          list.replacing("%", with: figure), folder, "\(side)/figures.csv")
        try Self.write("代码,名称\n1,\(line)\n", folder, "\(side)/below/names.csv")
        try Self.write("\(line)\n", folder, "\(side)/notes.txt")
        try Self.write("\(line)\n", folder, "\(side)/ignore.yaml")
        try Self.write("\(line)\n", folder, "\(side)/.hidden")
      }
      var right = Self.source(folder, "right")
      right.excluding = ["ignore.yaml"]
      var left = Self.source(folder, "left")
      left.excluding = ["ignore.yaml"]
      let pair = try #require(
        readComparison(left, right, level: nil, by: nil, with: Project.fileReader).value)
      let report = compare(pair.left, pair.right)
      #expect(report.differences.map(\.file) == ["figures.csv", "below/names.csv", "notes.txt"])
      let figure = report.differences.first { $0.file == "figures.csv" }
      #expect(figure?.addressText == "01!行1.1")
      #expect(figure?.right?.sources == [SourcePlace(file: "a.csv", line: 2)])
      #expect(figure?.unit == "万元")
      #expect(!report.text().contains(folder.path))
    }
  }

  @Test("what cannot be read ends with a finding that names the file as the user did")
  func unreadable() throws {
    try withTemporaryFolder { folder in
      try Self.write("甲\n", folder, "a.txt")
      try Data("PK\u{3}\u{4}".utf8).write(to: folder.appendingPathComponent("b.xlsx"))
      try Data("%PDF-1.7\n".utf8).write(to: folder.appendingPathComponent("c.pdf"))
      try Data().write(to: folder.appendingPathComponent("d.xlsx"))
      for name in ["b.xlsx", "c.pdf", "d.xlsx", "none.pdf"] {
        let loaded = readComparison(
          Self.source(folder, "a.txt"), Self.source(folder, name), level: nil, by: nil,
          with: Project.fileReader)
        #expect(loaded.value == nil)
        #expect(loaded.findings.hasErrors)
        for finding in loaded.findings {
          guard case .source(let place) = finding.place else {
            Issue.record("\(finding) names no file")
            continue
          }
          #expect(place.file == name)
        }
      }
    }
  }
}

extension Project {
  /// A reader whose process is the second executable, not the tests.
  static var fileReader: FileReader {
    FileReader(
      program: binary.deletingLastPathComponent().appendingPathComponent("gongkai-files").path)
  }
}
