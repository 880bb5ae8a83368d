import Diagnostics
import Foundation
import Layouts
import TestSupport
import Testing

@Suite("版式的文件夹")
struct LayoutLibraryTests {
  @Test("有 set.yaml 的文件夹才是一套版式，按名称排列")
  func names() throws {
    try withTemporaryFolder { root in
      let library = LayoutLibrary(root: root)
      #expect(library.names == [])
      for name in ["b-2023", "a-2024", "catalogues"] {
        try FileManager.default.createDirectory(
          at: root.appendingPathComponent(name), withIntermediateDirectories: true)
      }
      for name in ["b-2023", "a-2024"] {
        try Data().write(to: root.appendingPathComponent("\(name)/set.yaml"))
      }
      try Data().write(to: root.appendingPathComponent("README.md"))
      #expect(library.names == ["a-2024", "b-2023"])
    }
  }

  @Test("没有版式的文件夹也不出错")
  func missingRoot() {
    let library = LayoutLibrary(root: URL(fileURLWithPath: "/没有/这个文件夹"))
    #expect(library.names == [])
    let loaded = library.load("shanxi-2023")
    #expect(loaded.value == nil)
    #expect(loaded.findings.map(\.code) == ["L011"])
  }

  @Test("只要各表时，不读正文和自评表；各表不变")
  func extent() throws {
    let library = LayoutLibrary(root: Project.url("Layouts"))
    let whole = try #require(library.load("shanxi-2023").value)
    let loaded = library.load("shanxi-2023", extent: [])
    let forms = try #require(loaded.value)
    #expect(loaded.findings == [])
    #expect(whole.narrative != nil && whole.evaluationForm != nil && whole.evaluation != nil)
    #expect(forms.narrative == nil && forms.evaluationForm == nil && forms.evaluation == nil)
    #expect(forms.forms.map(\.number) == whole.forms.map(\.number))
    #expect(forms.forms.map(\.cells) == whole.forms.map(\.cells))
    #expect(library.load("shanxi-2023", extent: .evaluations).value?.evaluationForm != nil)
  }

  @Test("信息里的文件名可以用来取出原文")
  func lines() throws {
    let library = LayoutLibrary(root: Project.url("Tests/Fixtures/layouts"))
    #expect(library.lines(of: "sample/forms/02.yaml")?.contains("title: 支出表") == true)
    #expect(library.lines(of: "catalogues/function-sample.csv")?.first == "科目代码,科目名称")
    #expect(library.lines(of: "sample/forms/99.yaml") == nil)
  }

  @Test("文件可以带 BOM、用 CRLF 换行、存成 GB18030")
  func encodings() throws {
    let set = try SampleSet()
    let savings: [(Data) throws -> Data] = [
      { Data([0xEF, 0xBB, 0xBF]) + $0 },
      { Data(String(decoding: $0, as: UTF8.self).replacing("\n", with: "\r\n").utf8) },
      { data in try gb18030(data) },
    ]
    for save in savings {
      try withTemporaryFolder { root in
        try set.write(to: root)
        for path in set.files.keys {
          let url = root.appendingPathComponent(path)
          try save(Data(contentsOf: url)).write(to: url)
        }
        let loaded = LayoutLibrary(root: root).load("sample")
        #expect(loaded.findings == [])
        let labels = loaded.value?.forms.map(\.title)
        #expect(labels == ["收入支出总表", "支出表", "基本支出明细表", "相关信息表", "接待费表"])
      }
    }
  }
}

/// A text as GB18030, by the system's own converter.
private func gb18030(_ utf8: Data) throws -> Data {
  try withTemporaryFolder { folder in
    let (input, output) = (
      folder.appendingPathComponent("utf8"), folder.appendingPathComponent("gb")
    )
    try utf8.write(to: input)
    let result = try run(
      "iconv", ["-f", "UTF-8", "-t", "GB18030", "-o", output.path, input.path])
    #expect(result.status == 0, "\(result.errors)")
    return try Data(contentsOf: output)
  }
}
