import Layouts
import TestSupport
import Testing

/// The tree that the loader makes of a template.
@Suite("载入的模板")
struct ProseTemplateTests {
  @Test("文字、值和行尾")
  func line() throws {
    #expect(try outline("# 甲{{ year }}乙") == "# 甲<year>乙⏎")
    #expect(try outline("") == "⏎")
    #expect(try outline("甲\n\n  乙\t\n") == "甲⏎⏎  乙\t⏎⏎")
  }

  @Test("段里有段；条件、列表、有内容可印的值都以名称为准")
  func sections() throws {
    #expect(
      try outline("{{#units}}{{unit}}{{^last()}}、{{/last()}}{{#year}}甲{{/year}}{{/units}}")
        == "(#units <unit>(^last() 、)(#year 甲))⏎")
    #expect(
      try outline("{{^has_fund}}甲\n乙{{/has_fund}}丙") == "(^has_fund 甲⏎乙)丙⏎")
  }

  @Test("单独一行的标记带走空白和行尾；各段之外一行总是结束")
  func alone() throws {
    #expect(
      try outline("甲\n {{#year}}\t\n  乙\n  {{! 说明 }}\n{{/year}}\n丙") == "甲⏎(#year   乙⏎)⏎丙⏎")
    #expect(try outline("甲{{#year}}\n乙\n{{/year}}\n丙") == "甲(#year ⏎乙⏎)⏎丙⏎")
  }

  @Test("和表格的一行写在一起的标记各自一行，行首尾没有空白")
  func row() throws {
    #expect(
      try outline("| 甲 |\n| -- |\n {{#units}} | {{unit}} | \t{{/units}}")
        == "| 甲 |⏎| -- |⏎⏎(#units | <unit> |⏎)⏎")
  }

  /// The outline of a template: `⏎` ends a line, `<key>` prints a value, `(#key …)` is a section.
  private func outline(_ template: String) throws -> String {
    var set = try NarrativeSet()
    set.write(template, to: "kinds")
    let loaded = try set.load()
    let parts = try #require(loaded.set?.narrative?.parts, "\(loaded.printed)")
    let templates = parts.compactMap {
      if case .text(let template, _) = $0 { template } else { nil }
    }
    return outline(try #require(templates.dropFirst().first).pieces)
  }

  private func outline(_ pieces: [ProseTemplate.Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .lineEnd: "⏎"
      case .value(let key): "<\(key)>"
      case .section(let section):
        "(\(section.isInverted ? "^" : "#")\(name(section.subject)) \(outline(section.pieces)))"
      }
    }.joined()
  }

  private func name(_ subject: ProseTemplate.Subject) -> String {
    switch subject {
    case .value(let key): key
    case .first: "first()"
    case .last: "last()"
    }
  }
}
