import Diagnostics
import Dossiers
import Foundation
import SourceFiles
import TestSupport
import Testing

/// The first look into a dossier, which only asks for its layout set.
@Suite("卷宗所用的版式")
struct LayoutNameTests {
  private func read(_ text: String?) throws -> DossierReading<LayoutName> {
    try withTemporaryFolder { folder in
      if let text {
        try Data(text.utf8).write(to: folder.appendingPathComponent("department.yaml"))
      }
      return readLayoutName(of: .folder(folder))
    }
  }

  @Test("名称和位置；其余内容先不判断")
  func name() throws {
    let reading = try read("年度: 不知道\n版式: shanxi-2023 # 省里的\n乱写: 1\n")
    #expect(reading.value?.name == "shanxi-2023")
    #expect(
      reading.value?.place == SourcePlace(file: "department.yaml", line: 2, column: 5))
    #expect(reading.codes == [])
  }

  @Test("没有写版式不算错", arguments: ["年度: 2023\n", "版式:\n", "年度: 2023\n版式: ~\n"])
  func missing(_ text: String) throws {
    let reading = try read(text)
    #expect(reading.value == nil)
    #expect(reading.codes == [])
  }

  @Test("版式不是文字", arguments: ["版式: [shanxi-2023]\n", "版式: {名称: shanxi-2023}\n"])
  func wrongType(_ text: String) throws {
    let reading = try read(text)
    #expect(reading.value == nil)
    #expect(reading.codes == ["D004"])
  }

  @Test("YAML 有错时说出位置，可以引用原文")
  func brokenYAML() throws {
    let reading = try read("年度: 2023\n版式: 'shanxi\n")
    #expect(reading.value == nil)
    #expect(reading.codes == ["D001"])
    #expect(reading.lines(of: "department.yaml")?.first == "年度: 2023")
    #expect(reading.lines(of: "income.csv") == nil)
  }

  @Test("没有 department.yaml 时说出缺少的全部文件")
  func noFile() throws {
    #expect(try read(nil).codes == Array(repeating: "D021", count: 6))
  }

  @Test("读过的 department.yaml 不再读第二遍：中间改动了，用的仍是读到的内容")
  func readOnce() throws {
    try withTemporaryFolder { folder in
      var dossier = SampleDossier()
      try dossier.write(to: folder)
      let named = readLayoutName(of: .folder(folder))
      let text = try #require(dossier.files["department.yaml"])
      dossier.files["department.yaml"] = "乱写"
      try dossier.write(to: folder)
      let reading = readDossier(.folder(folder), under: .sample, alreadyRead: named.texts)
      #expect(reading.codes == [])
      #expect(reading.texts.first { $0.file == "department.yaml" }?.bytes == Array(text.utf8))
      #expect(reading.texts.count { $0.file == "department.yaml" } == 1)
      #expect(readDossier(.folder(folder), under: .sample).value == nil)
    }
  }

  @Test("没有这个文件夹")
  func noDossier() throws {
    let reading = try withTemporaryFolder {
      readLayoutName(of: .folder($0.appendingPathComponent("x")))
    }
    #expect(reading.codes == ["D020"])
  }
}
