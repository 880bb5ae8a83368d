import Documents
import Testing

@Suite("The rule of spreadsheet programs for names of sheets")
struct SheetNameRuleTests {
  @Test(
    "Names that break it, each with the rule it breaks",
    arguments: [
      ("", SheetNameFault.empty),
      (String(repeating: "表", count: 32), .tooLong(32)),
      (String(repeating: "𠀀", count: 16), .tooLong(32)),
      ("收入/支出", .forbiddenCharacter("/")),
      ("收入\u{1}", .forbiddenCharacter("\u{1}")),
      ("'表", .apostropheAtEnd),
      ("表'", .apostropheAtEnd),
    ])
  func faults(name: String, fault: SheetNameFault) {
    #expect(SheetNameRule.fault(of: name) == fault)
  }

  @Test(
    "Names that keep it", arguments: ["表", "公开01表", "Bob's", String(repeating: "表", count: 31)])
  func allowed(name: String) { #expect(SheetNameRule.fault(of: name) == nil) }

  @Test("Whatever is wished for, the fitted names keep it and differ in more than their case")
  func fitted() {
    let wishes = [
      "A/B", "a/b", "'", "'", String(repeating: "长", count: 40), String(repeating: "长", count: 40),
      "一\n二\u{7}", "  空  ",
    ]
    let names = SheetNameRule.fitted(wishes.map { ($0, "自评-01") })
    #expect(names.allSatisfy { SheetNameRule.fault(of: $0) == nil })
    #expect(Set(names.map(SheetNameRule.key)).count == wishes.count)
    #expect(names[0] == "A／B")
    #expect(names[1] == "a／b（2）")
    #expect(names[2...3] == ["自评-01", "自评-01（2）"])
    #expect(names[6...7] == ["一 二", "空"])
  }
}
