import Testing

@testable import Recognition

@Suite("Space around a text")
struct TrimmedTextTests {
  @Test("what may be space is looked at, and nothing else is taken away")
  func trimmed() {
    let samples: [(String, String)] = [
      ("", ""), (" ", ""), ("1,234.50", "1,234.50"), ("其他支出", "其他支出"), (" 其他支出\n", "其他支出"),
      ("其他\n支出", "其他支出"), ("其他 支出　", "其他 支出"), ("　　工资\r\n福利", "工资福利"),
      ("“三公”经费——", "“三公”经费——"), ("\u{2003}合计\u{2009}", "合计"), ("\u{A0}①②\u{A0}", "①②"),
      ("\u{2028}甲\u{85}乙", "甲乙"), ("é、ü", "é、ü"), ("（本级）\u{205F}", "（本级）"), ("\u{1680}甲", "甲"),
      ("\t-5.00", "-5.00"),
    ]
    for (text, expected) in samples {
      #expect(text.trimmedOfSpace == expected, "\(text.debugDescription)")
    }
  }
}
