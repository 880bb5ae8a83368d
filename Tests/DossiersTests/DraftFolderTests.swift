import Diagnostics
import Dossiers
import SourceFiles
import TestSupport
import Testing

/// Drafts that are written as files and read again.
@Suite("写出的卷宗文件")
struct DraftFolderTests {
  private func file(_ name: String, of draft: DossierDraft) throws -> String {
    try #require(DraftFolder(draft).files.first { $0.name == name }).text
  }

  private func department(_ group: DraftGroup) throws -> String {
    try file("department.yaml", of: DossierDraft(tables: [], department: group))
  }

  /// What a text says, as a value of a draft.
  private func read(_ text: String) throws -> DraftValue {
    let parsed = YAMLValue.parse(SourceText(file: "a.yaml", text: text), family: "D")
    #expect(parsed.findings.map(\.what) == [], "\(text)")
    return draft(try #require(parsed.value))
  }

  private func draft(_ value: YAMLValue) -> DraftValue {
    if let entries = value.entries {
      return .group(
        DraftGroup(entries.map { DraftGroup.Entry($0.key.text ?? "?", draft($0.value)) }))
    }
    if let items = value.items { return .list(items.map(draft)) }
    return value.text.map { .text($0) } ?? .nothing
  }

  @Test("读者看得懂：代码带引号，几行的文字成块，单位一行一个，提示在后面")
  func readable() throws {
    let unit = DraftGroup([
      .init("代码", .text("431001")), .init("名称", .text("某中心")), .init("类型", .text("事业单位")),
    ])
    let text = try department(
      DraftGroup([
        .init("年度", .text("2024")),
        .init("公开日期", .nothing, note: "例如 2025-09-20"),
        .init("单位", .list([.group(unit)]), note: "每个一项"),
        .init(
          "概况",
          .group(
            DraftGroup([
              .init("职责", .text("（一）甲。\n（二）乙。\n"), note: "核对"), .init("机构", .text("一: 二")),
            ]))),
        .init("原因", .group(DraftGroup([.init("201", .text("- 减少 #1"))]))),
        .init("制度", .list([])),
      ]))
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).joined(
        separator: "\n") == """
          年度: 2024
          公开日期:   # 例如 2025-09-20

          单位:   # 每个一项
            - {代码: "431001", 名称: 某中心, 类型: 事业单位}

          概况:
            职责: |   # 核对
              （一）甲。
              （二）乙。
            机构: "一: 二"

          原因:
            "201": "- 减少 #1"

          制度: []

          """)
  }

  @Test("任何文字写出去再读回来一字不差", arguments: [UInt64(1), 2, 3, 4])
  func lossless(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let group = HostileDraft.group(depth: 3, &random)
      let text = try department(group)
      #expect(try read(text) == .group(group.withoutNotes), "\(text)")
    }
  }

  @Test("单独一个难写的文字，在键、值、列表项和方括号里都不变")
  func single() throws {
    for text in HostileDraft.texts {
      let inner = DraftGroup([.init(text, .text(text), note: text)])
      let group = DraftGroup([
        .init(text, .text(text), note: text), .init(text + "1", .list([.text(text), .text("末")])),
        .init(
          text + "2", .list([.group(inner.withoutNotes), .group(inner), .list([.text(text)])])),
        .init("末", .text("末")),
      ])
      #expect(try read(department(group)) == .group(group.withoutNotes), "\(text.debugDescription)")
    }
  }

  @Test("表：BOM、CRLF、要引号的字段，题注在表头上面；文件各有其名")
  func tables() throws {
    let table = DossierDraft.Table(
      file: "budget.csv", headings: ["甲", "乙"], rows: [["一,二", "引\"号"], ["", "行\n行"]],
      remarks: ["来自上年"])
    let draft = DossierDraft(
      tables: [table], department: DraftGroup(),
      evaluations: [.init(name: "01-某项目", content: DraftGroup([.init("项目名称", .text("某项目"))]))],
      reasons: DraftGroup([.init("说明", .list([]))]))
    #expect(
      DraftFolder(draft).files.map(\.name) == [
        "department.yaml", "budget.csv", "evaluations/01-某项目.yaml", "审核说明.yaml",
      ])
    #expect(
      try file("budget.csv", of: draft)
        == "\u{FEFF}来自上年\r\n甲,乙\r\n\"一,二\",\"引\"\"号\"\r\n,\"行\n行\"\r\n")
    #expect(try file("evaluations/01-某项目.yaml", of: draft) == "项目名称: 某项目\n")
  }
}

extension DraftGroup {
  fileprivate var withoutNotes: DraftGroup {
    DraftGroup(entries.map { Entry($0.key, $0.value.withoutNotes) })
  }
}

extension DraftValue {
  fileprivate var withoutNotes: DraftValue {
    switch self {
    case .nothing, .text: self
    case .list(let items): .list(items.map(\.withoutNotes))
    case .group(let group): .group(group.withoutNotes)
    }
  }
}

/// Drafts of texts that are hard to write.
private enum HostileDraft {
  static let texts = [
    "", " ", "\n", "\n\n", "~", "null", "NULL", "true", "431001", "0431", "1.50", "-5", "- 甲",
    "-", "?", "? 甲", ":", "甲:", "甲: 乙", "甲 #乙", "#甲", "甲# 乙", "[甲]", "{甲: 乙}", "甲, 乙",
    "甲]", "&甲", "*甲", "!甲", "|", "|-", ">甲", "'甲'", "\"甲\"", "甲\"乙", "%甲", "@甲", "`甲`",
    "---", "--- 甲", "...", "... 甲", "=", "<<", "\\", "甲\\n乙", "\t甲", "甲\t乙", "甲\t",
    " 甲", "甲 ", "\u{3000}甲\u{3000}", "\u{A0}甲", "甲\n", "甲\n乙", "甲\n乙\n", "甲\n\n乙\n\n",
    "甲\n  乙\n丙", " 甲\n乙", "\n甲", "甲\n ", "甲\n \n乙", "甲 \n乙 \n", "甲\n# 乙\n", "甲\n- 乙",
    "甲\n---\n乙", "甲\n...\n", "甲\r\n乙", "甲\r乙", "\r", "甲\u{85}乙", "甲\u{2028}乙\n丙",
    "甲\u{2029}", "\u{FEFF}甲", "甲\u{0}乙", "\u{1}", "\u{7F}", "\u{9F}", "\u{FFFE}", "\u{FFFF}",
    "\u{10FFFF}", "\u{1F600}\n\u{20000}", "e\u{301}", "{{05!211.1}}万元", "降至{{05!211.1}}万元",
    "“甲”：乙；丙", "甲:乙", "http://甲", "12:30", "甲 : 乙", "甲\n\t乙", "\t\n甲", "甲\n\t\n",
  ]

  private static let signs =
    Array(
      "甲乙 \n:#-?[]{},&*!|>'\"%@`\\~.0\t\r\u{85}\u{2028}\u{FEFF}\u{0}\u{7F}=/e\u{301}".unicodeScalars
    )

  static func text(_ random: inout SeededRandom) -> String {
    if Int.random(in: 0..<3, using: &random) == 0 {
      return texts.randomElement(using: &random) ?? ""
    }
    let count = Int.random(in: 0..<12, using: &random)
    return (0..<count).map { _ in
      String(Character(signs.randomElement(using: &random) ?? "甲"))
    }.joined()
  }

  static func group(depth: Int, _ random: inout SeededRandom) -> DraftGroup {
    var group = DraftGroup()
    for _ in 0..<Int.random(in: 0..<5, using: &random) {
      let note = Bool.random(using: &random) ? text(&random) : nil
      let key = text(&random)
      let value = value(depth: depth - 1, &random)
      // Keys of the same bytes only: equal texts may be written with others.
      guard !group.entries.contains(where: { $0.key == key }) else { continue }
      group.entries.append(.init(key, value, note: note))
    }
    return group
  }

  private static func value(depth: Int, _ random: inout SeededRandom) -> DraftValue {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 3), using: &random) {
    case 0: .nothing
    case 1, 2: .text(text(&random))
    case 3:
      .list(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth: depth - 1, &random) })
    default: .group(group(depth: depth, &random))
    }
  }
}
