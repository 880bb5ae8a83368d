import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

/// The forms in which programs save the same dossier.
@Suite("同一卷宗的不同存法")
struct FileFormTests {
  /// What the sample reads as.
  private static let expected = Result { try SampleDossier().read().value?.text }

  /// Reads the sample after its files' bytes have been saved otherwise.
  private func read(saving save: (Data) throws -> Data) throws -> DossierReading<FinalAccounts> {
    try withTemporaryFolder { folder in
      let dossier = SampleDossier()
      for (name, text) in dossier.files {
        try save(Data(text.utf8)).write(to: folder.appendingPathComponent(name))
      }
      return readDossier(.folder(folder), under: .sample)
    }
  }

  private func expectSample(
    _ reading: DossierReading<FinalAccounts>, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(reading.codes == [], sourceLocation: sourceLocation)
    let expected = try #require(try Self.expected.get())
    #expect(reading.value?.text == expected, sourceLocation: sourceLocation)
  }

  @Test("UTF-8 带 BOM")
  func byteOrderMark() throws {
    try expectSample(try read { Data([0xEF, 0xBB, 0xBF]) + $0 })
  }

  @Test("GB18030")
  func gb18030() throws {
    try expectSample(
      try read { data in
        try withTemporaryFolder { folder in
          let file = folder.appendingPathComponent("text")
          try data.write(to: file)
          let result = try run(
            "sh", ["-c", "iconv -f UTF-8 -t GB18030 text > gb18030"], in: folder)
          #expect(result.status == 0)
          let converted = try Data(contentsOf: folder.appendingPathComponent("gb18030"))
          #expect(converted != data)
          return converted
        }
      })
  }

  @Test("CRLF 与 CR 换行", arguments: ["\r\n", "\r"])
  func lineEnds(_ lineEnd: String) throws {
    try expectSample(
      try read { data in
        Data(String(decoding: data, as: UTF8.self).replacing("\n", with: lineEnd).utf8)
      })
  }

  @Test("电子表格程序留下的空行、空列和空格")
  func spreadsheetLeftovers() throws {
    try expectSample(
      try read { data in
        let text = String(decoding: data, as: UTF8.self)
        guard !text.contains("年度:") else { return data }
        let lines = text.split(separator: "\n").map { $0 + " ,," }
        return Data((lines.joined(separator: "\n") + "\n,,,,,,,,\n\n").utf8)
      })
  }

  @Test("evaluations 文件夹和程序自己的文件不算多出的文件")
  func companions() throws {
    var dossier = SampleDossier()
    dossier.folders = ["evaluations"]
    dossier.files["evaluations/01.yaml"] = nil
    dossier.files[".DS_Store"] = "x"
    dossier.files["~$income.csv"] = "x"
    #expect(try dossier.read().codes == [])
  }
}
