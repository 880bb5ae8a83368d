import Diagnostics
import SourceFiles
import Testing

/// Mappings read key by key.
@Suite("按键读取")
struct YAMLMapTests {
  /// The root of a text.
  private func root(_ text: String) throws -> YAMLValue {
    let source = SourceText(file: "a.yaml", text: text)
    return try #require(YAMLValue.parse(source, family: "L").value)
  }

  /// A text opened as a mapping.
  private func open(_ text: String, log: FindingLog) throws -> YAMLMap {
    let value = try root(text)
    return try #require(YAMLMap(value, log: log))
  }

  /// Reads a text as a mapping and gives back what the body found, and the findings.
  private func read<Result>(
    _ text: String, _ body: (YAMLMap) -> Result
  ) throws -> (result: Result, findings: [String]) {
    let log = FindingLog(family: "L")
    let result = body(try open(text, log: log))
    return (
      result,
      log.findings.map { finding in
        guard case .source(let place) = finding.place else { return finding.code }
        return "\(place) \(finding.code) \(finding.what)"
      }
    )
  }

  @Test("没有人问的键是错误，带着最近的猜测和全部认识的键")
  func unknownKeys() throws {
    let log = FindingLog(family: "L")
    let map = try open("width: 1\nheigth: 2\n完全不同的东西: 3\n", log: log)
    _ = map.optional("width")
    _ = map.optional("height")
    map.finish()
    #expect(log.findings.map(\.code) == ["L005", "L005"])
    #expect(log.findings.map(\.what) == ["不认识的键“heigth”", "不认识的键“完全不同的东西”"])
    #expect(log.findings.map(\.mend) == ["您是否想写“height”？改正，或删去这个键", "删去这个键"])
    #expect(log.findings.map(\.expected) == Array(repeating: "下列键之一：width、height", count: 2))
    #expect(
      log.findings.map(\.place)
        == [2, 3].map { .source(SourcePlace(file: "a.yaml", line: $0, column: 1)) })
  }

  @Test("必须有的键：没写、写了没有内容")
  func required() throws {
    let read = try read("甲:\n乙: 1\n") { map in
      [map.string("甲"), map.string("乙"), map.string("丙")]
    }
    #expect(read.result == [nil, "1", nil])
    #expect(
      read.findings == ["a.yaml:1:1 L007 “甲”后面没有内容", "a.yaml:1:1 L003 缺少“丙”"])
  }

  @Test("选填的键没写或没有内容都没有错")
  func optional() throws {
    let read = try read("甲:\n乙: 1\n") { map in
      [map.optionalString("甲"), map.optionalString("乙"), map.optionalString("丙")]
    }
    #expect(read.result == [nil, "1", nil])
    #expect(read.findings == [])
    let presence = try self.read("甲:\n") { map in [map.has("甲"), map.has("乙")] }
    #expect(presence.result == [true, false])
  }

  @Test("类型不对")
  func wrongTypes() throws {
    let read = try read(
      "文字: [1]\n整数: 1.5\n数: 十\n无穷: inf\n开关: 是\n列表: 一\n"
    ) { map in
      _ = (map.string("文字"), map.integer("整数"), map.number("数"), map.number("无穷"))
      return (map.flag("开关"), map.list("列表").count)
    }
    #expect(read.result == (false, 0))
    #expect(
      read.findings == [
        "a.yaml:1:5 L004 这里是一个列表", "a.yaml:2:5 L004 这里是“1.5”", "a.yaml:3:4 L004 这里是“十”",
        "a.yaml:4:5 L004 这里是“inf”", "a.yaml:5:5 L004 这里是“是”", "a.yaml:6:5 L004 这里是“一”",
      ])
  }

  @Test("各种类型读出的值")
  func values() throws {
    let read = try read("整数: -3\n数: 0.5\n开关: true\n文字: [一, 二]\n一个: 三\n") { map in
      let texts = map.strings("文字") + map.strings("一个") + map.strings("没有")
      #expect(map.integer("整数") == -3)
      #expect(map.optionalNumber("数") == 0.5)
      #expect(map.optionalInteger("没有") == nil)
      #expect(map.flag("开关"))
      #expect(!map.flag("没有"))
      #expect(texts.map(\.place.line) == [4, 4, 5])
      return texts.map(\.text)
    }
    #expect(read.result == ["一", "二", "三"])
    #expect(read.findings == [])
  }

  @Test("限定的词：认识的给出值，不认识的给出猜测")
  func choices() throws {
    let log = FindingLog(family: "L")
    let items = try #require(try root("[空白, 空, 别的东西]").items)
    let map = try open("甲: 1", log: log)
    let words = [("空白", 1), ("数字", 2)]
    #expect(items.map { map.choice($0, of: "样式", among: words) } == [1, nil, nil])
    #expect(log.findings.map(\.code) == ["L006", "L006"])
    #expect(log.findings.map(\.mend) == ["您是否想写“空白”？", "改为上列之一"])
  }

  @Test("不是一组键的地方", arguments: ["- 一", "一", "\"\""])
  func noMapping(_ text: String) throws {
    let log = FindingLog(family: "L")
    let value = try root(text)
    #expect(YAMLMap(value, log: log) == nil)
    #expect(log.findings.map(\.code) == ["L004"])
  }
}
