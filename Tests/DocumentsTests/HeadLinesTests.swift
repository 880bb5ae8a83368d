import Documents
import Geometry
import Testing

@Suite("Lines of headings") struct HeadLinesTests {
  private let words = HeadWords(["科目", "代码", "绩效", "指标", "改进", "措施", "决算数"])

  private func lines(_ text: String, ems: Double) -> [String]? {
    let parts = words.parts(of: text)
    return HeadLines(parts: parts, widths: parts.map { .pt(Double($0.count) * 10) })
      .lines(in: .pt(ems * 10))
  }

  @Test("end between words, and are of equal widths")
  func betweenWords() {
    #expect(lines("科目代码", ems: 3) == ["科目", "代码"])
    #expect(lines("绩效指标", ems: 3.9) == ["绩效", "指标"])
    #expect(lines("科目代码", ems: 4) == ["科目代码"])
    #expect(lines("偏差原因分析及改进措施", ems: 6) == ["偏差原因分析", "及改进措施"])
  }

  @Test("have no single character where another break avoids it")
  func noOrphan() {
    #expect(lines("一二三四五", ems: 4) == ["一二三", "四五"])
    #expect(lines("一二三四五", ems: 2.5)?.count == 3)
    #expect(lines("决算数", ems: 2) == nil)
    for count in 4...12 {
      let text = String("一二三四五六七八九十百千".prefix(count))
      let found = lines(text, ems: 3) ?? []
      #expect(found.joined() == text)
      #expect(found.allSatisfy { $0.count > 1 }, "\(found)")
    }
  }

  @Test("keep signs with what they belong to, numbers and Latin words whole")
  func signs() {
    #expect(words.parts(of: "结（转）余、A4纸12%") == ["结", "（转）", "余、", "A4", "纸", "12%"])
    #expect(words.parts(of: "科目代码") == ["科目", "代码"])
    #expect(words.parts(of: "") == [])
  }
}
