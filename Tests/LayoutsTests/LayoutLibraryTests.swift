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

  @Test("推定的、只供继承的版式，不论自己写明还是继承，怎样写法，都认得出")
  func kinds() throws {
    let sets = [
      "a": "title: 甲", "b": "parent: a\nassumed: true", "c": "parent: b",
      "d": "parent: b\nassumed: ~", "e": "parent: c\nassumed: false",
      "f": "\"p\\x61rent\": \"\\x63\"", "g": "base: true", "h": "\"b\\x61se\": true",
      "i": "# assumed, base\ntitle: 乙", "j": "parent: 没有\nassumed: true",
    ]
    try withTemporaryFolder { root in
      for (name, text) in sets {
        let folder = root.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appendingPathComponent("set.yaml"))
      }
      let library = LayoutLibrary(root: root)
      #expect(library.names == ["a", "b", "c", "d", "e", "f", "i", "j"])
      #expect(library.officialNames == ["a", "d", "e", "i", "j"])
    }
    let library = LayoutLibrary(root: Project.url("Layouts"))
    for name in library.names {
      let isAssumed = try #require(library.load(name).value).isAssumed
      #expect(library.officialNames.contains(name) == !isAssumed)
    }
  }

  @Test("表名和表头的文字，不解析文件也找得到；上级说不清时一个也不给")
  func looseTexts() throws {
    let library = LayoutLibrary(root: Project.url("Layouts"))
    for name in library.officialNames {
      let texts = try #require(library.looseTexts(of: name))
      let set = try #require(library.load(name).value)
      for form in set.forms {
        let printed = [form.title] + form.sections.flatMap { $0.header.joined().map(\.text) }
        for text in printed where !text.contains(where: { ",:#'\"[]{}|".contains($0) }) {
          guard let mark = TextMark(text) else { continue }
          #expect(texts.contains(mark), "\(name): \(text)")
        }
      }
    }
    #expect(TextMark("决 算\n表　") == TextMark("决算表") && TextMark("1,234.50") == nil)
    try withTemporaryFolder { root in
      for (name, text) in [("a", "parent: b"), ("c", "{\"parent\": d}"), ("d", "title: 甲")] {
        let folder = root.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appendingPathComponent("set.yaml"))
      }
      let library = LayoutLibrary(root: root)
      #expect(library.looseTexts(of: "a") == nil && library.looseTexts(of: "c") == nil)
      #expect(library.looseTexts(of: "d") == [])
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
