import Diagnostics
import Foundation
import SourceFiles
import Testing

/// Texts as programs save them.
@Suite("文本文件的编码")
struct SourceTextTests {
  private func decode(_ bytes: [UInt8]) -> Loaded<SourceText> {
    SourceText.decode(bytes, file: "income.csv", family: "D")
  }

  private func expectFinding(
    _ bytes: [UInt8], code: String, line: Int, what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let loaded = decode(bytes)
    #expect(loaded.value == nil, sourceLocation: sourceLocation)
    #expect(loaded.findings.map(\.code) == [code], sourceLocation: sourceLocation)
    #expect(
      loaded.findings.first?.place == .source(SourcePlace(file: "income.csv", line: line)),
      sourceLocation: sourceLocation)
    #expect(loaded.findings.first?.what.contains(what) == true, sourceLocation: sourceLocation)
    #expect(
      loaded.findings.first?.mend.contains("UTF-8") == true, sourceLocation: sourceLocation)
  }

  @Test(
    "在末尾加行：编码、BOM、换行照原样",
    arguments: [
      ("甲,1\n", "甲,1\n乙,2\n"), ("\u{FEFF}甲,1\r\n", "\u{FEFF}甲,1\r\n乙,2\r\n"),
      ("甲,1\r\n丙", "甲,1\r\n丙\r\n乙,2\r\n"), ("甲\r丙\r", "甲\r丙\r乙,2\r"), ("甲", "甲\n乙,2\n"),
    ])
  func addedLines(text: String, expected: String) throws {
    let source = try #require(decode(Array(text.utf8)).value)
    #expect(source.bytes(adding: ["乙,2"]) == Array(expected.utf8))
  }

  @Test("GB18030 的文件，加的行也是 GB18030")
  func addedToGB18030() throws {
    // 甲 is BCD7, 乙 is D2D2.
    let source = try #require(decode([0xBC, 0xD7, 0x2C, 0xBC, 0xD7, 0x0D, 0x0A]).value)
    #expect(
      source.bytes(adding: ["乙"]) == [
        0xBC, 0xD7, 0x2C, 0xBC, 0xD7, 0x0D, 0x0A, 0xD2, 0xD2, 0x0D, 0x0A,
      ])
  }

  @Test("UTF-8，带不带 BOM 一样")
  func utf8() {
    let text = "单位代码,金额\n𠮷,5\n"
    #expect(decode(Array(text.utf8)).value?.text == text)
    #expect(decode([0xEF, 0xBB, 0xBF] + Array(text.utf8)).value?.text == text)
    #expect(decode([]).value?.text == "")
    #expect(decode([0xEF, 0xBB, 0xBF]).value?.text == "")
  }

  @Test(
    "GB18030：一、二、四字节",
    arguments: [
      ([0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0x35], "单位,5"),
      ([0xA3, 0xA4, 0xA3, 0xB5, 0xA1, 0xAA, 0xA1, 0xAA], "￥５——"),
      // Rare characters of names: U+20BB7, U+36C3, U+4DAE.
      ([0x95, 0x34, 0xB2, 0x35, 0x2C], "𠮷,"),
      ([0xB5, 0xA5, 0x82, 0x30, 0xB7, 0x31], "单㛃"),
      ([0xFE, 0x9F, 0xB5, 0xA5], "䶮单"),
      ([0x0A, 0xBD, 0xF0, 0xB6, 0xEE, 0x0D, 0x0A], "\n金额\r\n"),
    ] as [([UInt8], String)])
  func gb18030(_ bytes: [UInt8], _ text: String) {
    let loaded = decode(bytes)
    #expect(loaded.findings.isEmpty)
    #expect(loaded.value?.text == text)
  }

  @Test("既不是 UTF-8 也不是 GB18030：说出字节和行")
  func neither() {
    expectFinding([0x31, 0x0A, 0x32, 0xFF, 0x0A], code: "D010", line: 2, what: "第 4 个字节")
    // A text cut off in the middle of a character.
    expectFinding([0xB5, 0xA5, 0x0A, 0xCE], code: "D010", line: 2, what: "第 4 个字节")
  }

  @Test("损坏的 UTF-8 不当成 GB18030 读成乱码")
  func damagedUTF8() {
    var bytes = Array("单位代码,收入来源,功能科目\n431001,其他收入,2159999\n".utf8)
    let line = bytes.firstIndex(of: 0x0A) ?? 0
    bytes[line + 9] = 0x20
    expectFinding(bytes, code: "D016", line: 2, what: "UTF-8 编码在第 \(line + 9) 个字节起损坏")
    expectFinding(
      [0xEF, 0xBB, 0xBF, 0xB5, 0xA5, 0xCE, 0xBB], code: "D016", line: 1, what: "UTF-8 编码")
  }

  @Test("UTF-16、工作簿和别的文件说出是什么")
  func foreignFormats() {
    let utf16 = "单位".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    expectFinding([0xFF, 0xFE] + utf16, code: "D012", line: 0, what: "UTF-16")
    expectFinding([0xFE, 0xFF, 0x53, 0x55], code: "D012", line: 0, what: "UTF-16")
    expectFinding([0x50, 0x4B, 0x03, 0x04, 0x14], code: "D012", line: 0, what: "xlsx")
    expectFinding(
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], code: "D012", line: 0, what: "xls）")
    expectFinding([0x31, 0x00, 0x32, 0x00], code: "D012", line: 0, what: "零字节")
  }

  @Test("没有的文件、文件夹")
  func unreadable() {
    let folder = FileManager.default.temporaryDirectory
    let missing = SourceText.read(
      folder.appendingPathComponent("gongkai-\(UUID().uuidString)"), as: "income.csv", family: "L")
    #expect(missing.value == nil)
    #expect(missing.findings.map(\.code) == ["L011"])
    #expect(missing.findings.first?.what == "没有这个文件")
    let notAFile = SourceText.read(folder, as: "income.csv", family: "L")
    #expect(notAFile.findings.first?.what == "文件存在，但读不出来")
  }

  @Test("行以 LF、CRLF、CR 结束，别的分隔符不断行")
  func lines() {
    func lines(_ text: String) -> [String] { SourceText(file: "a", text: text).lines }
    #expect(lines("一\n二\r\n三\r四") == ["一", "二", "三", "四"])
    #expect(lines("一\n\n二\n") == ["一", "", "二", ""])
    #expect(lines("一\u{2028}二\u{85}三\u{0B}四\u{0C}五").count == 1)
  }
}
