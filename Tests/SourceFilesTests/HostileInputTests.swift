import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// Input that no program and no person would write.
@Suite("任意输入")
struct HostileInputTests {
  /// Random bytes: anything, marks that readers give a meaning, or Chinese text with holes.
  private func bytes(_ random: inout SeededRandom) -> [UInt8] {
    let marks = Array("\",\r\n:{}[]-#&*!|>'%@` \t?~单位，：".utf8)
    let count = Int.random(in: 0...200, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    case 1: return (0..<count).map { _ in marks[Int.random(in: marks.indices, using: &random)] }
    default:
      let text = Array("年度: 2023\n部门: {代码: \"431\", 名称: 某局}\n单位:\n  - {代码: 一}\n".utf8)
      return text.filter { _ in Int.random(in: 0..<40, using: &random) > 0 }
    }
  }

  /// Asks a value for everything it has.
  private func walk(_ value: YAMLValue, log: FindingLog) {
    _ = (value.place, value.text, value.isNull, value.kindName)
    for item in value.items ?? [] { walk(item, log: log) }
    guard value.entries != nil, let map = YAMLMap(value, log: log) else { return }
    for key in map.keys {
      walk(key, log: log)
      guard let name = key.text, let value = map.optional(name) else { continue }
      walk(value, log: log)
    }
    map.finish()
  }

  @Test("任何字节都不会使读取崩溃，位置都在文本之内")
  func randomBytes() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for round in 0..<5000 {
      let decoded = SourceText.decode(bytes(&random), file: "a", family: "D")
      #expect((decoded.value == nil) == decoded.findings.hasErrors, "seed \(seed), \(round)")
      guard let text = decoded.value else { continue }
      let lines = text.lines
      let csv = CSVFile.parse(text, family: "D")
      for field in csv.value?.records.joined() ?? [].joined() {
        #expect((1...lines.count).contains(field.place.line), "seed \(seed), \(round)")
        let width = lines[field.place.line - 1].unicodeScalars.count
        #expect((1...width + 1).contains(field.place.column), "seed \(seed), \(round)")
      }
      let log = FindingLog(family: "D")
      let yaml = YAMLValue.parse(text, family: "D")
      if let value = yaml.value { walk(value, log: log) }
      #expect((yaml.value == nil) == yaml.findings.hasErrors, "seed \(seed), \(round)")
      let printer = DiagnosticPrinter { _ in lines }
      for finding in csv.findings + yaml.findings + log.findings {
        let printed = printer.text(of: finding)
        #expect(
          (3...6).contains(printed.count { $0 == "\n" }), "\(printed) seed \(seed), \(round)")
      }
    }
  }
}
