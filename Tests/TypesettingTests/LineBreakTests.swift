import Diagnostics
import Geometry
import Graphics
import Testing
import Typesetting

@Suite("Where lines of Chinese text are broken")
struct LineBreakTests {
  /// Signs that must not begin a line, and signs that must not end one.
  private static let notAtStart = Set("，。、；：？！）》”’…％%·,.;:?!)")
  private static let notAtEnd = Set("（《“‘(")

  private static let corpus = [
    "根据《中华人民共和国预算法》（2018年修正）第十四条的规定，经本级人民代表大会批准的决算，应当在批准后二十日内由本级政府财政部门向社会公开。",
    "一般公共预算财政拨款支出5,924.67万元，完成年初预算的139.38%，其中：基本支出805.97万元（占13.60%），项目支出5,118.69万元（占86.40%）。",
    "“三公”经费包括：因公出国（境）费、公务用车购置及运行费、公务接待费；其中“公务用车购置及运行费”又分为“公务用车购置费”和“公务用车运行费”。",
    "与上年相比，收入总计减少21,881.54万元，下降76.99%。主要原因是什么？上级专项资金减少！详见附表……",
    "部门（单位）：某某县工业和信息化局（本级）；科目：“2080505 机关事业单位基本养老保险缴费支出”。",
  ]

  private func measure(_ texts: [String]) throws -> TextMeasure {
    let demand = FontDemand(texts.map { .init(role: "表格", text: $0) })
    return try #require(FontSet.load(from: projectFonts, needing: demand).value).measure
  }

  @Test("No line begins with a closing sign or ends with an opening one, and nothing is lost")
  func punctuation() throws {
    let measure = try measure(Self.corpus)
    for text in Self.corpus {
      for width in stride(from: 62.0, through: 300, by: 7.3) {
        let lines = try measure.lines(text, role: "表格", size: .pt(10), width: .pt(width))
        #expect(lines.map(\.text).joined() == text)
        for (index, line) in lines.enumerated() {
          #expect(line.width <= .pt(width + 0.06), "\(line.text) in \(width)")
          if index > 0, let first = line.text.first {
            #expect(!Self.notAtStart.contains(first), "\(line.text) in \(width)")
          }
          if index < lines.count - 1, let last = line.text.last {
            #expect(!Self.notAtEnd.contains(last), "\(line.text) in \(width)")
          }
        }
      }
    }
  }

  @Test("Numbers are kept whole where a line can hold them")
  func numbers() throws {
    let text = Self.corpus[1]
    let measure = try measure([text])
    for width in stride(from: 80.0, through: 300, by: 3.7) {
      let lines = try measure.lines(text, role: "表格", size: .pt(10), width: .pt(width))
      for (line, next) in zip(lines, lines.dropFirst()) {
        let sides = [line.text.last, next.text.first]
        // Not isNumber: 万 is a number too.
        let areDigits = sides.allSatisfy { $0?.isWholeNumber == true && $0?.isASCII == true }
        #expect(!areDigits, "\(line.text)|\(next.text) in \(width)")
      }
    }
  }

  @Test("What is wider than a line is broken between characters")
  func longWord() throws {
    let word = String(repeating: "8", count: 60)
    let lines = try measure([word]).lines(word, role: "表格", size: .pt(10), width: .pt(100))
    #expect(lines.map(\.text.count) == [20, 20, 20])
  }

  @Test("A text exactly as wide as its column is not broken")
  func exactWidth() throws {
    let text = "一二三四五六七八九十"
    let measure = try measure([text])
    for size in stride(from: 6.5, through: 11, by: 0.1) {
      let lines = try measure.lines(text, role: "表格", size: .pt(size), width: .pt(size * 10))
      #expect(lines.count == 1, "\(size) pt")
    }
  }
}
