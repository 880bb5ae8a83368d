import Diagnostics
import Foundation
import TestSupport
import Testing
import Typesetting

@Suite("Radicals that stand for ordinary characters")
struct RadicalTests {
  private let address = FigureAddress(form: "05", row: "20101", column: "科目名称")

  private func findings(_ text: String, in folder: URL = Project.url("Fonts")) -> [Finding] {
    FontSet.load(
      from: folder,
      needing: FontDemand([.init(role: "表格", text: text, place: .figure(address))])
    ).findings
  }

  @Test(
    "A radical is a warning with its place, its code and the ordinary character",
    arguments: [
      ("⼀", "U+2F00", "一", "U+4E00"), ("⻢", "U+2EE2", "马", "U+9A6C"),
      ("⺁", "U+2E81", "厂", "U+5382"),
      ("⿕", "U+2FD5", "龠", "U+9FA0"), ("⼯", "U+2F2F", "工", "U+5DE5"),
      ("⻳", "U+2EF3", "龟", "U+9F9F"),
    ])
  func warning(radical: String, code: String, character: String, ordinary: String) throws {
    let finding = try #require(findings("某某\(radical)局").first)
    #expect(finding.code == "F108" && finding.severity == .warning)
    #expect(finding.place == .figure(address))
    #expect(finding.what.contains("“\(radical)”（\(code)）"))
    #expect(finding.mend.contains("改用“\(character)”（\(ordinary)）"))
  }

  @Test("The table has every radical that stands for a character, in order, each once")
  func table() throws {
    let lines = try Project.text("Fonts/radicals.csv").split(separator: "\n").dropFirst()
    let codes = lines.compactMap { line in
      line.split(separator: ",").dropFirst().first.flatMap { UInt32($0.dropFirst(2), radix: 16) }
    }
    #expect(codes == codes.sorted() && Set(codes).count == codes.count)
    #expect(codes.filter { $0 >= 0x2F00 } == Array(0x2F00...0x2FD5))
    // All of the supplement's but ⺀, a mark of repetition, and a code that is not assigned.
    let none: Set<UInt32> = [0x2E80, 0x2E9A]
    #expect(codes.filter { $0 < 0x2F00 } == (0x2E80...0x2EF3).filter { !none.contains($0) })
  }

  @Test("Each radical of the table is reported, and ordinary characters are not")
  func all() throws {
    let rows = try Project.text("Fonts/radicals.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",") }
    let found = findings(rows.map { String($0[0]) }.joined())
    #expect(found.filter { $0.code == "F108" }.count == rows.count)
    #expect(findings(rows.map { String($0[2]) }.joined()) == [])
  }

  @Test("A table that is missing or wrong is told when it is needed, not before")
  func brokenTable() throws {
    try withTemporaryFolder { folder in
      for name in ["fonts.conf", "roles.yaml", "files"] {
        try FileManager.default.createSymbolicLink(
          at: folder.appendingPathComponent(name), withDestinationURL: Project.url("Fonts/\(name)"))
      }
      #expect(findings("一", in: folder) == [])
      #expect(findings("⼀", in: folder).map(\.code) == ["F011"])
      try "部首,部首编码,汉字,汉字编码\n⼀,U+2F00,一,U+4E01\n".write(
        to: folder.appendingPathComponent("radicals.csv"), atomically: true, encoding: .utf8)
      let finding = try #require(findings("⼀", in: folder).first)
      #expect(finding.code == "F109")
      #expect(finding.place == .source(SourcePlace(file: "Fonts/radicals.csv", line: 2)))
    }
  }
}
