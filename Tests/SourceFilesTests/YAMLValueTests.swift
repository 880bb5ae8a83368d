import Diagnostics
import SourceFiles
import Testing

/// YAML texts taken apart, and what is said of those that are none.
@Suite("YAML 的结构和位置")
struct YAMLValueTests {
  private func parse(_ text: String) -> Loaded<YAMLValue> {
    YAMLValue.parse(SourceText(file: "a.yaml", text: text), family: "D")
  }

  private func value(_ text: String) throws -> YAMLValue {
    let loaded = parse(text)
    #expect(loaded.findings.isEmpty)
    return try #require(loaded.value)
  }

  @Test("标量保持原样：代码不变成数，日期不变成日期")
  func scalarsAsWritten() throws {
    let value = try value("[0431, \"431\", 1.50, 2024-09-20, yes, 0x1F, 1e3, '是''是', \"a\\nb\"]")
    #expect(
      value.items?.map(\.text)
        == ["0431", "431", "1.50", "2024-09-20", "yes", "0x1F", "1e3", "是'是", "a\nb"])
  }

  @Test("什么都没写与写了空文字不同")
  func nulls() throws {
    let value = try value("[~, null, , \"\", 'null']".replacing(", ,", with: ",~,"))
    #expect(value.items?.map(\.isNull) == [true, true, true, false, false])
    #expect(value.items?.map(\.text) == [nil, nil, nil, "", "null"])
  }

  @Test("键和值的位置，汉字各算一列")
  func places() throws {
    let value = try value(
      """
      年度: 2023
      部门: {代码: "431", 名称: 某局}
      机构:
        - 办公室
        -   综合股
      """)
    let entries = try #require(value.entries)
    #expect(entries.map { "\($0.key.place)" } == ["a.yaml:1:1", "a.yaml:2:1", "a.yaml:3:1"])
    #expect(entries.map { "\($0.value.place)" } == ["a.yaml:1:5", "a.yaml:2:5", "a.yaml:4:3"])
    #expect(
      entries[1].value.entries?.map { "\($0.value.place)" } == ["a.yaml:2:10", "a.yaml:2:21"])
    #expect(entries[2].value.items?.map { "\($0.place)" } == ["a.yaml:4:5", "a.yaml:5:7"])
  }

  @Test("别名指回原来的值和它的位置")
  func aliases() throws {
    let value = try value("甲: &x {数: 5}\n乙: *x\n")
    let entries = try #require(value.entries)
    #expect(entries[1].value.entries?.first?.value.text == "5")
    #expect("\(entries[1].value.place)" == "a.yaml:1:4")
  }

  @Test("别名套别名、一读就是上亿项的文件不被接受，重复几千项的可以")
  func repeatedAliases() throws {
    func file(_ levels: Int) -> String {
      (1...levels).reduce("题: \"甲\\\\\"\n零: &a0 [1, 2, 3]\n") { text, level in
        let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        return text + "层\(level): &a\(level) [\(items)]\n"
      }
    }
    #expect(try value(file(3)).entries?.count == 5)
    #expect(fault(file(12)) == "a.yaml:7:10 D001 不是有效的 YAML（别名重复的内容太多）")
  }

  /// The finding's place, code and the reason between brackets.
  private func fault(_ text: String) -> String {
    let loaded = parse(text)
    guard loaded.value == nil, let finding = loaded.findings.first, loaded.findings.count == 1,
      case .source(let place) = finding.place
    else { return "no fault" }
    return "\(place) \(finding.code) \(finding.what)"
  }

  @Test(
    "不是 YAML 的文字：位置和原因",
    arguments: [
      ("", "a.yaml D008 文件是空的"), ("# 只有注释\n", "a.yaml D008 文件是空的"),
      ("甲: [1, 2\n乙: 3\n", "a.yaml:2:2 D001 不是有效的 YAML（缺少逗号或右括号）"),
      ("甲: {数: 1\n", "a.yaml:2:1 D001 不是有效的 YAML（缺少逗号或右括号）"),
      ("甲: 'x\n", "a.yaml:2:1 D001 不是有效的 YAML（引号没有结束）"),
      ("甲:\n\t乙: 1\n", "a.yaml:2:1 D001 不是有效的 YAML（这个字符不能放在这里，多半是制表符）"),
      ("甲: 1\n  乙: 2\n", "a.yaml:2:4 D001 不是有效的 YAML（这里不能再出现“键:”）"),
      ("甲: 乙: 1\n", "a.yaml:1:5 D001 不是有效的 YAML（这里不能再出现“键:”）"),
      ("甲: 1\n乙\n丙: 1\n", "a.yaml:3:1 D001 不是有效的 YAML（缺少冒号，或冒号后没有空格）"),
      ("甲: *x\n", "a.yaml:1:4 D001 不是有效的 YAML（引用了没有定义的别名）"),
      ("甲: \"\\q\"\n", "a.yaml:1:5 D001 不是有效的 YAML（双引号里的反斜杠写法不认识）"),
      ("- 甲\n乙: 1\n", "a.yaml:2:1 D001 不是有效的 YAML（列表项的缩进不一致）"),
      ("甲: {数:}\n", "a.yaml:1:6 D001 不是有效的 YAML（冒号后要有空格）"),
      ("甲: *号\n", "a.yaml:1:5 D001 不是有效的 YAML（以“*”“&”“!”开头的文字要用引号括起）"),
      ("甲: - 乙\n", "a.yaml:1:4 D001 不是有效的 YAML（这里不能写“- ”）"),
      ("甲: [1,, 2]\n", "a.yaml:1:7 D001 不是有效的 YAML（这里缺少内容，或多了标点）"),
      ("[1]\n乙: 2\n", "a.yaml:2:1 D001 不是有效的 YAML（这一行与上面的内容接不上）"),
      ("甲: 1\n---\n乙: 2\n", "a.yaml:2:1 D001 不是有效的 YAML（文件中间有“---”，只能有一份内容）"),
      ("甲: 一二三四\n乙: 五\u{1}六\n", "a.yaml:2 D009 含有 YAML 不允许的控制字符"),
    ])
  func faults(_ text: String, _ expected: String) { #expect(fault(text) == expected) }

  @Test(
    "写了两遍的键：指到第一处，另见第二处",
    arguments: [
      ("年度: 1\n部门: 2\n年度: 3\n", "1:1", "3:1"),
      ("甲:\n  预算: 1\n乙:\n  预算: 2\n  决算: 2\n  预算: 3\n", "4:3", "6:3"),
      ("甲: {预算: 1}\n乙: {预算: 2, 年初预算: 5, 预算: 3}\n", "2:5", "2:21"),
      ("'年度': 1\n\"年度\": 2\n", "1:1", "2:1"),
    ])
  func duplicates(_ text: String, _ first: String, _ second: String) throws {
    let finding = try #require(parse(text).findings.first)
    #expect(finding.code == "D002")
    #expect(finding.place.map { "\($0)" }?.isEmpty == false)
    guard case .source(let place) = finding.place else {
      Issue.record("\(finding) names no file")
      return
    }
    #expect("\(place)" == "a.yaml:\(first)")
    #expect(finding.related.map(\.description) == ["a.yaml:\(second)"])
  }

  @Test(
    "极深的嵌套说出错误，不崩溃",
    arguments: [
      ("[", "1:201"), ("{a: ", "1:801"), ("- ", "1:401"), ("? ", "1:401"), ("&a [", "1:801"),
    ])
  func deepNesting(_ opening: String, _ place: String) {
    let text = String(repeating: opening, count: 200_000)
    #expect(fault(text) == "a.yaml:\(place) D001 不是有效的 YAML（嵌套太深）")
  }

  @Test("逐行缩进的极深嵌套也说出错误；很长而不深的只说键重复")
  func deepNestingByLines() {
    let deep = (0..<3000).map { String(repeating: " ", count: $0) + "a:" }
    #expect(
      fault(deep.joined(separator: "\n")) == "a.yaml:201:201 D001 不是有效的 YAML（嵌套太深）")
    let long = String(repeating: "a:\n ", count: 200_000)
    #expect(fault(long) == "a.yaml:2:2 D002 同一组里键“a”写了两遍")
  }
}
