import Diagnostics
import Documents
import Domain
import Figures
import Foundation
import Geometry
import Layouts
import TestSupport
import Testing

/// Sets that have only what differs from another one.
@Suite("继承的版式")
struct InheritanceTests {
  /// A folder of sets with the shipped one and a child of it.
  private func withChild<Result>(
    _ files: [String: String], _ body: (LayoutLibrary) throws -> Result
  ) throws -> Result {
    try withTemporaryFolder { root in
      for name in ["national", "shanxi-2023", "catalogues"] {
        try FileManager.default.createSymbolicLink(
          at: root.appendingPathComponent(name),
          withDestinationURL: Project.url("Layouts").appendingPathComponent(name))
      }
      for (path, text) in files {
        let url = root.appendingPathComponent("child").appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
      }
      return try body(LayoutLibrary(root: root))
    }
  }

  /// A child by what differs; its set.yaml goes on with some lines.
  private func child(
    _ lines: String, _ files: [String: String] = [:]
  ) throws -> Loaded<LayoutSet> {
    var files = files
    files["set.yaml"] = "parent: shanxi-2023\n\(lines)\n"
    return try withChild(files) { $0.load("child") }
  }

  @Test("没有写的都同上一级一样")
  func same() throws {
    let parent = try #require(LayoutLibrary(root: Project.url("Layouts")).load("shanxi-2023").value)
    let loaded = try child("title: 另一套")
    #expect(loaded.findings == [])
    let set = try #require(loaded.value)
    #expect(set.name == "child" && set.title == "另一套" && set.year == parent.year)
    #expect(set.forms.map(\.number) == parent.forms.map(\.number))
    #expect(set.forms.map(\.title) == parent.forms.map(\.title))
    #expect(set.checks.map(\.id) == parent.checks.map(\.id))
    #expect(set.facts.map(\.path) == parent.facts.map(\.path))
    #expect(set.facts.map(\.isRequired) == parent.facts.map(\.isRequired))
    #expect(set.accountNames.name(of: "201", in: .function) == "一般公共服务支出")
  }

  @Test("表的次序、标题、栏、行、注、零的写法、小数、要填的事项、文字和审核都可以改")
  func everything() throws {
    let loaded = try child(
      """
      year: 2023
      forms: ["02", "01", "03", "04", "05", "06", "07", "08", "09", "10"]
      formats: {金额: {decimals: 1}}
      printing: {zero: 数字}
      facts:
        文字补充: {after: "三公经费.因公出国（境）费.预算", type: 文字, required: false, meaning: 补充的文字}
        三公经费.因公出国（境）费.预算: {meaning: 换了说法}
      """,
      [
        "forms/05.yaml": """
        title: 一般公共预算支出表
        columns: {name: {width: 50..60}}
        notes: [注：换了一句。]
        """,
        "forms/10.yaml": """
        rows:
          services: {label: 服务类}
          vehicles-other: {label: 其他的车}
        """,
        "narrative/part3.mustache": """
        {{! A comment, and a blank line, may stand before the first passage. }}

        {{! passage: state-capital }}
        ## 八、国有资本经营预算
        本部门没有国有资本经营预算收支。

        """,
        "checks/ledger.yaml": """
        checks:
          balance-of-items: {warning: 换了轻重, error: ~}
          idle-unit: ~
        """,
      ])
    // What is new is not quoted by any sentence.
    #expect(loaded.findings.map(\.code).allSatisfy { $0 == "L279" }, "\(loaded.findings)")
    let set = try #require(loaded.value, "\(loaded.findings)")
    #expect(set.forms.prefix(2).map(\.number) == ["02", "01"])
    let text = String(describing: set.narrative)
    #expect(text.contains("没有国有资本经营预算收支。") && text.contains("收入支出决算总体情况说明"))
    let five = try #require(set.forms.first { $0.number == "05" })
    #expect(five.title == "一般公共预算支出表" && five.code == "公开05表")
    #expect(five.columns.first { $0.id == "name" }?.widths == Length.mm(50)...Length.mm(60))
    #expect(five.notes.count == 1)
    let paths = set.facts.map(\.path)
    #expect(paths.firstIndex(of: "文字补充") == 1 && paths[0] == "三公经费.因公出国（境）费.预算")
    #expect(set.facts[0].meaning == "换了说法" && set.facts[0].isRequired)
    #expect(!set.checks.contains { $0.id == "idle-unit" })
    #expect(set.checks.first { $0.id == "balance-of-items" }?.severity == .warning)
    #expect(set.checks.contains { $0.id == "project-codes" })
  }

  /// Sets of other issuers and years, each a child of the shipped one without a line of Swift.
  private static let others = ["central-2023", "hunan-2021", "hubei-2019", "sichuan-2022"]

  private func other(_ name: String) throws -> LayoutSet {
    try withTemporaryFolder { root in
      let fixtures = Self.others.map { "Tests/Fixtures/layouts/\($0)" }
      for path in fixtures + ["Layouts/national", "Layouts/shanxi-2023", "Layouts/catalogues"] {
        let url = Project.url(path)
        try FileManager.default.createSymbolicLink(
          at: root.appendingPathComponent(url.lastPathComponent), withDestinationURL: url)
      }
      let loaded = LayoutLibrary(root: root).load(name)
      #expect(loaded.findings == [])
      return try #require(loaded.value)
    }
  }

  @Test(
    "别的发布单位只写不同的地方",
    arguments: [
      ("central-2023", ["01", "02", "03", "04", "05", "06", "07", "08", "09"], "“三公”经费"),
      ("hunan-2021", ["01", "02", "03", "04", "05", "06", "09", "07", "08"], "国有资本"),
      ("hubei-2019", ["01", "02", "03", "04", "05", "06", "07", "09"], "“三公”经费"),
      ("sichuan-2022", ["01", "02", "03", "04", "05", "06", "07", "08", "10", "09"], "“三公”经费"),
    ])
  func otherIssuers(name: String, forms: [String], last: String) throws {
    let set = try other(name)
    #expect(set.forms.map(\.number) == forms)
    #expect(set.forms.last?.title.contains(last) == true)
    let ids = Set(set.checks.map(\.id))
    // Checks of a form that there is not are left out, the others are there.
    #expect(ids.contains("procurement-spent") == forms.contains("10"))
    // A dossier need not state what only that form prints.
    let goods = try #require(set.facts.first { $0.path == "政府采购.货物" })
    #expect(goods.isRequired == forms.contains("10"))
    #expect(ids.contains("balance-of-items") && set.glance.map(\.name).contains("收入总计"))
    guard name == "hunan-2021" else { return }
    // The printed codes go on from 01 to 09 in the order of the forms.
    #expect(set.forms.map(\.code) == (1...9).map { "公开0\($0)表" })
  }

  @Test("湖北 2019：没有国有资本的行，支出从行次 29 起，零印作 0.00")
  func hubei() throws {
    let set = try other("hubei-2019")
    let form = try #require(set.forms.first { $0.number == "01" })
    let rows = form.sections.flatMap(\.blocks).flatMap(\.rows).compactMap { row in
      if case .fixed(let line) = row { line } else { nil }
    }
    #expect(rows.first { $0.label.hasSuffix("一般公共服务支出") }?.lineNumber == "29")
    #expect(rows.first { $0.label.hasSuffix("上级补助收入") }?.label == "三、上级补助收入")
    #expect(!rows.contains { $0.label.contains("国有资本") })
    let lines = rows.compactMap(\.lineNumber).compactMap { Int($0) }
    #expect(lines == Array(1...lines.count))
    let cell = try #require(form.cells.first { $0.key.row == "income-general" })
    #expect(cell.value.printing.zero == .number)
  }

  @Test("四川 2022：文字在前，报表在最后；只换了标题的一段，名词解释还在")
  func sichuan() throws {
    let parts = try #require(try other("sichuan-2022").narrative?.parts)
    #expect(parts.count == 5)
    if case .forms = parts[4] {} else { Issue.record("forms are not the last part") }
    guard case .text(let glossary, _) = parts[2] else {
      Issue.record("no glossary")
      return
    }
    let text = String(describing: glossary)
    #expect(text.contains("第三部分 名词解释") && text.contains("财政拨款收入："))
  }

  @Test("哪里写的错，就说哪个文件的哪一行，不管是不是继承来的")
  func faults() throws {
    let cases: [(String, [String: String], String, Int, String)] = [
      ("forms: [\"01\"]\nyear: 20", [:], "child/set.yaml", 3, "L120"),
      ("titel: 甲", [:], "child/set.yaml", 2, "L005"),
      ("facts: {三公经费.没有的: {meaning: 甲}}", [:], "child/set.yaml", 2, "L020"),
      (
        "title: 甲", ["forms/05.yaml": "columns:\n  nmae: {width: 9..9}"], "child/forms/05.yaml", 2,
        "L020"
      ),
      (
        "title: 甲", ["forms/05.yaml": "columns:\n  name: {width: 9..x}"], "child/forms/05.yaml", 2,
        "L129"
      ),
      (
        "title: 甲", ["narrative/part3.mustache": "\n{{! passage: capitol }}\n正文"],
        "child/narrative/part3.mustache", 2, "L020"
      ),
      (
        "title: 甲", ["narrative/part3.mustache": "{{! passage: state-capital }}\n{{nothing}}\n"],
        "child/narrative/part3.mustache", 2, "L131"
      ),
      // What the child took away is missed where the parent cites it.
      ("formats: {辆数: ~}", [:], "shanxi-2023/forms/10.yaml", 0, ""),
    ]
    for (lines, files, file, line, code) in cases {
      let findings = try child(lines, files).findings
      let places = findings.compactMap { finding -> SourcePlace? in
        if case .source(let place) = finding.place { place } else { nil }
      }
      let found = zip(findings, places).contains { finding, place in
        place.file == file && (line == 0 || place.line == line)
          && (code.isEmpty || finding.code == code)
      }
      #expect(found, "\(lines) \(files): \(findings)")
      // What is wrong only in the parent's file says where the child can mend it.
      for (finding, place) in zip(findings, places) {
        #expect(
          finding.mend.contains("继承自 ") == !place.file.hasPrefix("child/"),
          "\(finding)")
      }
    }
  }

  @Test("上一级自己就错的，说怎样改正它，不说在下一级里改写")
  func parentsOwnFaults() throws {
    var set = try SampleSet()
    set.rewrite("child/set.yaml", "parent: sample\ntitle: 下一级\nformats: {辆数: ~}\n")
    try set.replace("title: ", in: "sample/forms/02.yaml", with: "titel: ")
    try withTemporaryFolder { root in
      try set.write(to: root)
      let library = LayoutLibrary(root: root)
      let parents = library.load("sample").findings
      #expect(!parents.isEmpty)
      let findings = library.load("child").findings
      for finding in findings {
        #expect(finding.mend.contains("继承自 ") == !parents.contains(finding), "\(finding)")
      }
      #expect(parents.allSatisfy(findings.contains))
    }
  }

  @Test("加在末尾的写在 + 之下；已经有的不能再加")
  func more() throws {
    let fact = "{path: 甲, type: 数量, unit: 个, required: false, meaning: 新加的}"
    let set = try child("facts: {+: [\(fact)]}").value
    #expect(set?.facts.last?.path == "甲")
    let twice = try child("facts: {+: [\(fact.replacingOccurrences(of: "甲", with: "概况.主要职责"))]}")
    let finding = try #require(twice.findings.first)
    #expect(twice.value == nil && finding.code == "L028" && finding.related.count == 1)
    #expect(finding.place == .source(SourcePlace(file: "child/set.yaml", line: 2, column: 13)))
  }

  @Test("只供继承的版式不列出，也不能用来生成")
  func base() throws {
    let library = LayoutLibrary(root: Project.url("Layouts"))
    #expect(library.has("national") && !library.names.contains("national"))
    let loaded = library.load("national")
    #expect(loaded.value == nil && loaded.findings.map(\.code) == ["L296"])
  }

  @Test("上一级没有，或绕回自己，都说得清楚", arguments: ["shanxi-2032", "child", "../x", ""])
  func parents(name: String) throws {
    let loaded = try withChild(["set.yaml": "parent: \"\(name)\"\ntitle: 甲\n"]) { $0.load("child") }
    let finding = try #require(loaded.findings.first)
    #expect(loaded.value == nil && finding.code == "L138")
    #expect(finding.place == .source(SourcePlace(file: "child/set.yaml", line: 1, column: 9)))
    if name == "shanxi-2032" { #expect(finding.mend.contains("shanxi-2023")) }
  }

  @Test("受损的下一级不会使程序崩溃，每处错误都指向自己的文件和行")
  func damaged() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    var set = try SampleSet()
    let own = [
      "child/set.yaml": """
      parent: sample
      title: 下一级
      year: 2024
      catalogues: {支出功能: function-sample.csv}
      forms: ["02", "01", "03", "04", "05"]
      formats: {金额: {decimals: 1, grouping: false}}
      facts:
        设备: {unit: 套}
        新设备: {after: 设备, type: 数量, unit: 台, meaning: 新的设备}

      """,
      "child/forms/01.yaml": """
      title: 收支表
      columns: {income-line: {width: 12}}
      rows:
        service: {label: 事业的收入}
        other: {after: service, label: 其他, line: "9"}
        income-blank: ~
      notes: []

      """,
    ]
    for (path, text) in own { set.rewrite(path, text) }
    let paths = set.files.keys.sorted()
    var refused = 0
    try withTemporaryFolder { root in
      let library = LayoutLibrary(root: root)
      try set.write(to: root)
      #expect(library.load("child").value != nil, "\(library.load("child").findings)")
      for round in 0..<300 {
        // Mostly the child's own files.
        let path = round % 3 == 0 ? paths[round / 3 % paths.count] : own.keys.sorted()[round % 2]
        let sound = Array((set.files[path] ?? "").utf8)
        var bytes = sound
        HostileSetTests.damage(&bytes, with: &random)
        let url = root.appendingPathComponent(path)
        try Data(bytes).write(to: url)
        defer { try? Data(sound).write(to: url) }
        let loaded = library.load("child")
        let context = "seed \(seed), round \(round), \(path)"
        #expect((loaded.value == nil) == loaded.findings.hasErrors, "\(context)")
        refused += loaded.value == nil ? 1 : 0
        let lineCount = bytes.count { [10, 13, 0x85, 0xA8, 0xA9].contains($0) } + 1
        for finding in loaded.findings {
          guard case .source(let place) = finding.place else {
            Issue.record("no place: \(finding) (\(context))")
            continue
          }
          // The child may name a catalogue that is none.
          let isKnown = paths.contains(place.file) || place.file.hasPrefix("catalogues/")
          #expect(isKnown || finding.code == "L011", "\(place) (\(context))")
          // libyaml tells of an end that comes too early on the line behind it.
          #expect(place.file != path || place.line <= lineCount + 1, "\(place) (\(context))")
        }
      }
    }
    #expect(refused > 100)
  }
}
