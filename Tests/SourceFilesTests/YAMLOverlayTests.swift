import Diagnostics
import SourceFiles
import TestSupport
import Testing

@Suite("一个文件盖在另一个文件上")
struct YAMLOverlayTests {
  private let base = """
    title: 甲
    page: {size: [210, 297], margin: 15}
    empty: ~
    columns:
      - {id: name, width: 40, show: 项目}
      - {id: amount, width: 20, show: 数}
    blocks:
      - rows:
          - {id: first, label: 一}
          - {id: second, label: 二, sum: [first]}
      - rows:
          - {id: third, label: 三}
    plain: [1, 2, 3]
    """

  /// The overlay over ``base``, written as text, with what was found.
  private func laid(_ text: String) throws -> (text: String, findings: [Finding], root: YAMLValue) {
    func value(_ text: String, _ file: String) throws -> YAMLValue {
      try #require(
        YAMLValue.parse(SourceText(file: file, text: text), family: "L").value)
    }
    let log = FindingLog(family: "L")
    let root = YAMLOverlay(log: log).lay(
      try value(text, "child.yaml"), over: try value(base, "base.yaml"))
    return (written(root), log.findings, root)
  }

  private func written(_ value: YAMLValue) -> String {
    if let items = value.items { return "[" + items.map(written).joined(separator: ", ") + "]" }
    if let entries = value.entries {
      return "{"
        + entries.map { "\(written($0.key)): \(written($0.value))" }.joined(separator: ", ") + "}"
    }
    return value.text ?? "~"
  }

  @Test(
    "改、删、加、移一项，按键和名称",
    arguments: [
      ("title: 乙", "{title: 乙, page: "),
      ("page: {margin: 20}", "page: {size: [210, 297], margin: 20}"),
      ("page: {margin: ~}", "page: {size: [210, 297]}"), ("plain: [4]", "plain: [4]}"),
      ("extra: 丙", "extra: 丙}"), ("page: 无", "page: 无"),
      ("columns: {amount: {width: 30}}", "{id: amount, width: 30, show: 数}]"),
      ("columns: {name: ~}", "columns: [{id: amount, width: 20, show: 数}]"),
      (
        "columns: {share: {after: name, width: 9}}",
        "show: 项目}, {id: share, width: 9}, {id: amount"
      ),
      (
        "columns: {amount: {before: name}}", "columns: [{id: amount, width: 20, show: 数}, {id: name"
      ),
      ("rows: {second: {label: 贰}}", "{id: second, label: 贰, sum: [first]}"),
      (
        "rows: {second: {sum: ~}, third: {label: 叁}}",
        "{id: second, label: 二}]}, {rows: [{id: third, label: 叁}]}"
      ),
      (
        "rows: {fourth: {after: third, label: 四}}",
        "[{id: third, label: 三}, {id: fourth, label: 四}]"
      ),
    ])
  func changes(overlay: String, expected: String) throws {
    let result = try laid(overlay)
    #expect(result.findings == [])
    #expect(result.text.contains(expected), "\(result.text)")
  }

  @Test(
    "上一级没有的一项，报告在它自己的地方",
    arguments: [
      ("columns: {amuont: {width: 30}}", "amount", 11), ("rows: {thrid: {label: 三}}", "third", 8),
      ("columns: {share: {after: nmae, width: 9}}", "name", 26), ("page: {margni: ~}", "margin", 8),
      ("titel: ~", "title", 1),
    ])
  func unknown(overlay: String, nearest: String, column: Int) throws {
    let finding = try #require(try laid(overlay).findings.first)
    #expect(finding.code == "L020")
    #expect(finding.mend.contains("“\(nearest)”"), "\(finding.mend)")
    let place = SourcePlace(file: "child.yaml", line: 1, column: column)
    #expect(finding.place == .source(place))
  }

  @Test("每个值都记得自己的文件和行")
  func places() throws {
    let root = try laid("rows: {second: {label: 贰}}\ntitle: 乙").root
    func places(_ value: YAMLValue) -> [(String, SourcePlace)] {
      [(value.text ?? "", value.place)] + (value.items ?? []).flatMap(places)
        + (value.entries ?? []).flatMap { places($0.key) + places($0.value) }
    }
    let all = places(root)
    func place(_ text: String) -> SourcePlace? { all.first { $0.0 == text }?.1 }
    #expect(place("乙") == SourcePlace(file: "child.yaml", line: 2, column: 8))
    #expect(place("贰") == SourcePlace(file: "child.yaml", line: 1, column: 24))
    #expect(place("三") == SourcePlace(file: "base.yaml", line: 12, column: 28))
    #expect(place("210") == SourcePlace(file: "base.yaml", line: 2, column: 15))
  }

  @Test("上一级里的别名照样展开")
  func aliases() throws {
    func value(_ text: String, _ file: String) throws -> YAMLValue {
      try #require(YAMLValue.parse(SourceText(file: file, text: text), family: "L").value)
    }
    let log = FindingLog(family: "L")
    let base =
      "list: &l [一, &t 二]\nother: *l\nword: *t\nrows: [{id: x, v: *l, w: 1}, {id: y, v: [*l]}]"
    let laid = YAMLOverlay(log: log).lay(
      try value("rows: {x: {w: 2}}\nmore: &m {k: 三}\nagain: *m", "child.yaml"),
      over: try value(base, "base.yaml"))
    #expect(
      written(laid) == "{list: [一, 二], other: [一, 二], word: 二, "
        + "rows: [{id: x, v: [一, 二], w: 2}, {id: y, v: [[一, 二]]}], more: {k: 三}, again: {k: 三}}")
    #expect(log.findings == [])
  }

  @Test("什么都不改，就同上一级一样")
  func nothing() throws {
    let same = try laid("{}")
    #expect(same.findings == [] && same.text.hasPrefix("{title: 甲, page: {size: [210, 297]"))
    #expect(same.text.hasSuffix("plain: [1, 2, 3]}"))
  }
}
