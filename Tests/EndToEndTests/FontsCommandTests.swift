import Foundation
import TestSupport
import Testing

@Suite("gongkai fonts") struct FontsCommandTests {
  private let example = Project.url(DossierWriting.example)

  @Test("lists every role with its faces, files and the licensed face they stand for")
  func listsTheRoles() throws {
    let result = try gongkai(["fonts"])
    #expect(result.status == 0 && result.errors == "")
    Golden.check(result.output, against: "commands/fonts.txt")
  }

  @Test("for a dossier: what each role uses, and that nothing fell back")
  func listsTheUse() throws {
    let result = try gongkai(["fonts", example.path])
    #expect(result.status == 0, "\(result.errors)")
    for part in ["襄垣县工业和信息化局 2023 年度", "FandolSong-Regular.ttf", "方正小标宋简体", "每个字都用角色的首选字体"] {
      #expect(result.output.contains(part), "\(part)")
    }
    // Every role has its line, whether it sets anything or not.
    let rows = result.output.split(separator: "\n").map { $0.split(separator: " ").first ?? "" }
    for role in ["公文标题", "正文", "标题", "楷体", "表格", "表格标题", "数字"] {
      #expect(rows.contains { $0 == role }, "\(role)")
    }
  }

  @Test("names the characters that fell back, to what, how often and where they were typed")
  func listsSubstitutions() throws {
    try withDossier(replacing: "襄垣县工业和信息化局}", by: "襄垣县𠮷\u{9FEB}局}") { dossier, _ in
      let result = try gongkai(["fonts", dossier.path])
      #expect(result.status == 0, "\(result.errors)")
      let rows = result.output.split(separator: "\n").map { row in
        row.split(separator: " ").map(String.init)
      }
      #expect(
        rows.contains(
          ["𠮷", "U+20BB7", "表格", "Noto", "Serif", "CJK", "SC", "10", "department.yaml:8:24"]))
      #expect(
        rows.contains(
          ["\u{9FEB}", "U+9FEB", "表格", "BabelStone", "Han", "10", "department.yaml:8:25"]))
    }
  }

  @Test("a character that no font has is an error where it was typed, and ends with 2")
  func refusesUnknownCharacters() throws {
    for command in ["fonts", "build"] {
      try withDossier(replacing: "襄垣县工业和信息化局}", by: "襄垣县🦊局}") { dossier, folder in
        let result = try gongkai([command, dossier.path], in: folder)
        #expect(result.status == 2)
        #expect(result.errors.contains("department.yaml:8:24: 错误 F103"), "\(result.errors)")
        #expect(result.errors.contains("U+1F98A") && result.errors.contains("它要印在 01!"))
        #expect(result.errors.contains("    8 | 部门: {代码"))
      }
    }
    try withLedgerLine(in: "accounts.csv", "支出功能,2159999,其他\u{E000}支出") { dossier, folder in
      let result = try gongkai(["fonts", dossier.path], in: folder)
      #expect(result.status == 2)
      #expect(result.errors.contains("accounts.csv:2:16: 错误 D019"), "\(result.errors)")
    }
  }

  @Test("a radical is a warning where it was typed, all its places told, and the build goes on")
  func warnsOfRadicals() throws {
    try withDossier(replacing: "商务中心", by: "商务中⼼（⼼）") { dossier, folder in
      let result = try gongkai(["build", dossier.path], in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("department.yaml:12:30: 警告 F108: “⼼”（U+2F3C）"))
      #expect(result.errors.contains("改用“心”（U+5FC3）"))
      #expect(
        result.errors.contains("共 2 处") && result.errors.contains("另见: department.yaml:12:32"))
    }
  }

  @Test("rare characters of a name are printed, each with ink and none like another")
  func printsRareCharacters() throws {
    let rare = "𠮷䶮㛃⺁𬭚\u{9FEF}龥"
    try withDossier(replacing: "襄垣县工业和信息化局}", by: "\(rare)}") { dossier, folder in
      let out = folder.appendingPathComponent("out")
      try build(dossier, into: out)
      let pdf = out.appendingPathComponent("部门决算公开.pdf")
      let word = try #require(try pdfWords(pdf)[0].first { $0.text.hasSuffix(rare) })
      let scale = 300.0 / 72
      let count = Double(word.text.count)
      let width = (word.right - word.left) / count
      let pictures = try (word.text.count - rare.count..<word.text.count).map { index in
        let left = word.left + Double(index) * width
        return try ink(
          of: pdf, in: folder,
          [left, word.top, width, word.bottom - word.top].map { Int($0 * scale) })
      }
      for picture in pictures { #expect(picture.count { $0 < 128 } > 50) }
      #expect(Set(pictures).count == rare.count)
    }
  }

  @Test("a missing font is shown and ends with 3")
  func reportsMissingFonts() throws {
    try withTemporaryFolder { folder in
      try copyData(to: folder)
      try FileManager.default.removeItem(
        at: folder.appendingPathComponent("Fonts/files/FandolKai-Regular.ttf"))
      let result = try gongkai(["fonts", "--data", folder.path])
      #expect(result.status == 3)
      #expect(result.output.contains("（找不到）"))
      #expect(result.errors.contains("Fonts/roles.yaml:37:9: 错误 F101"), "\(result.errors)")
    }
  }

  @Test("--fonts puts other faces first in both commands, and the manifest says so")
  func prefersOtherFonts() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("正式字体.yaml")
      try """
      directories: [/usr/share/fonts/opentype/noto]
      roles:
        表格:
          official: 思源宋体
          faces: [{family: Noto Serif CJK SC, file: NotoSerifCJK-Regular.ttc, index: 2}]

      """.write(to: file, atomically: true, encoding: .utf8)
      let listed = try gongkai(["fonts", example.path, "--fonts", file.path])
      #expect(listed.status == 0, "\(listed.errors)")
      let row = listed.output.split(separator: "\n").first { $0.hasPrefix("表格 ") } ?? ""
      #expect(row.contains("Noto Serif CJK SC") && row.contains("思源宋体"))
      let (plain, other) = (folder.appendingPathComponent("a"), folder.appendingPathComponent("b"))
      try build(example, into: plain)
      try build(example, into: other, ["--fonts", file.path])
      #expect(try faces(of: "表格", in: plain) == ["FandolSong-Regular.ttf: 宋体"])
      #expect(try faces(of: "表格", in: other) == ["NotoSerifCJK-Regular.ttc: 思源宋体"])
      #expect(try faces(of: "数字", in: other) == faces(of: "数字", in: plain))
    }
  }

  @Test(
    "--fonts with a wrong file ends with 2, with a face that is not there with 3",
    arguments: [
      ("roles: [", Int32(2), "own.yaml"),
      ("roles: {表: {faces: [{family: a, file: b}]}}", 2, "F105"),
      ("roles: {表格: {faces: [{family: a, file: b.ttf}]}}", 3, "own.yaml:1:22: 错误 F101"),
    ])
  func refusesWrongFonts(text: String, status: Int32, hint: String) throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("own.yaml")
      try text.write(to: file, atomically: true, encoding: .utf8)
      for command in [["fonts"], ["fonts", example.path], ["build", example.path]] {
        let result = try gongkai(command + ["--fonts", file.path], in: folder)
        #expect(result.status == status, "\(command) \(result.errors)")
        #expect(result.errors.contains(hint), "\(result.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("Out").path))
    }
  }

  /// The faces of a role by the manifest of an output folder.
  private func faces(of role: String, in folder: URL) throws -> [String] {
    struct Manifest: Decodable {
      struct Font: Decodable {
        let role, file, standsFor: String
      }
      let fonts: [Font]
    }
    let data = try Data(contentsOf: folder.appendingPathComponent("manifest.json"))
    return try JSONDecoder().decode(Manifest.self, from: data).fonts
      .filter { $0.role == role }.map { "\($0.file): \($0.standsFor)" }
  }

  /// The gray values of a part of the first page: left, top, width and height at 300 dpi.
  private func ink(of pdf: URL, in folder: URL, _ box: [Int]) throws -> [UInt8] {
    let picture = folder.appendingPathComponent("ink")
    let sides = zip(["-x", "-y", "-W", "-H"], box).flatMap { [$0, "\($1)"] }
    let result = try run(
      "pdftoppm",
      ["-r", "300", "-gray", "-f", "1", "-l", "1", "-singlefile"] + sides + [
        pdf.path, picture.path,
      ])
    try #require(result.status == 0, "\(result.errors)")
    return Array(
      try Data(contentsOf: picture.appendingPathExtension("pgm")).suffix(box[2] * box[3]))
  }

  /// A copy of the example with a text of department.yaml replaced.
  private func withDossier(
    replacing text: String, by other: String, _ body: (URL, URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.copyItem(at: example, to: dossier)
      let file = dossier.appendingPathComponent("department.yaml")
      let before = try String(contentsOf: file, encoding: .utf8)
      let after = before.replacing(text, with: other)
      try #require(after != before)
      try after.write(to: file, atomically: true, encoding: .utf8)
      try body(dossier, folder)
    }
  }

  /// A copy of the example with a table of names of one line.
  private func withLedgerLine(
    in name: String, _ line: String, _ body: (URL, URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.copyItem(at: example, to: dossier)
      try "科目类型,科目代码,科目名称\n\(line)\n".write(
        to: dossier.appendingPathComponent(name), atomically: true, encoding: .utf8)
      try body(dossier, folder)
    }
  }
}
