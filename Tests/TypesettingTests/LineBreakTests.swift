import Diagnostics
import Geometry
import Graphics
import TestSupport
import Testing
import Typesetting

@Suite("Where lines of Chinese text are broken")
struct LineBreakTests {
  /// Texts of the kind that departments publish, and some that are harder than any.
  private static let corpus = [
    "根据《中华人民共和国预算法》（2018年修正）第十四条的规定，经本级人民代表大会批准的决算，应当在批准后20日内由本级政府财政部门向社会公开。",
    "一般公共预算财政拨款支出5,924.67万元，完成年初预算的139.38%，其中：基本支出805.97万元（占13.60%），项目支出5,118.69万元（占86.40%）。",
    "“三公”经费包括：因公出国（境）费、公务用车购置及运行费、公务接待费；其中“公务用车购置及运行费”又分为“公务用车购置费”和“公务用车运行费”。",
    "与上年相比，收入总计减少21,881.54万元，下降76.99%。主要原因是什么？上级专项资金减少！详见附表……",
    "部门（单位）：某某县工业和信息化局（本级）；科目：“2080505 机关事业单位基本养老保险缴费支出”。",
    "“大”、“小”、“多”、“少”、“上”、“下”、“左”、“右”、“前”、“后”、“里”、“外”，十二个字都加了引号。",
    "公开网址：（https://www.xiangyuan.gov.cn/xxgk/2023/05/t20230512_1234567.html）。邮箱：gxj@xiangyuan.gov.cn。",
    "（0000）（0001）（0002）（0003）【0004】〈0005〉《0006》〔0007〕（0000）万元",
    "转型——升级——发展——创新……再创新……还要创新——“真正的——创新”……——完",
    "全年1,234.56万元，12.5%、99.99%、100%；2023年12月31日（2023-12-31）起，每3.5个，8:30至17:30。",
    "《关于印发〈地方预决算公开操作规程〉的通知》（财预〔2016〕143号）、《预算法实施条例》（国令第729号）。",
    "完成率100.00%。同比增长-12.34%，￥1,234,567.89元，$99.95，25℃，10kg，3.5km/h，GB/T 9704-2012，COVID-19疫情。",
    "项目（一）：（二期）“XX工程”（含《可研》、“初设”等）；预算数0.00万元，决算数1,234,567,890.12万元，完成0.00%。",
  ]

  private func measure(_ texts: [String], role: String = "表格") throws -> TextMeasure {
    let demand = FontDemand(texts.map { .init(role: role, text: $0) })
    return try #require(FontSet.load(from: projectFonts, needing: demand).value).measure
  }

  /// A hundred widths, from two characters of 10 pt to thirty-two.
  private static let widths = (0..<100).map { 20 + Double($0) * 3.03 }

  @Test(
    "Signs stand where they may, and numbers, —— and …… are whole, at a hundred widths",
    arguments: ["表格", "正文"])
  func corpus(role: String) throws {
    let measure = try measure(Self.corpus, role: role)
    for text in Self.corpus {
      let check = try BreakCheck(text, role: role, measure: measure)
      for width in Self.widths { try check.run(.pt(width)) }
    }
  }

  @Test("Nor does a random row of signs, numbers and words fare worse")
  func random() throws {
    let parts = [
      "字", "万元", "1,234.56", "12.5%", "2023-12-31", "0000", "word", "，", "。", "、", "；", "：", "？",
      "！", "（", "）", "《", "》", "“", "”", "‘", "’", "【", "】", "〈", "〉", "——", "……", "/", "-", ". ",
      "（",
      "）", "字",
    ]
    var generator = SeededRandom(seed: 20_230_101)
    let texts = (0..<60).map { _ in
      (0..<30).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
    }
    let measure = try measure(texts)
    for text in texts {
      let check = try BreakCheck(text, role: "表格", measure: measure)
      for width in Self.widths.indices where width % 7 == 0 {
        try check.run(.pt(Self.widths[width]))
      }
    }
  }

  @Test("The check itself sees bad breaks")
  func judgement() throws {
    let texts = ["支出（1,234.56万元）。", "发展——创新", "增长12.5%，“好”"]
    let measure = try measure(texts)
    let bad: [(text: Int, lines: [String])] = [
      (0, ["支出（", "1,234.56万元）。"]), (0, ["支出（1,23", "4.56万元）。"]), (0, ["支出（1,234.56万元", "）。"]),
      (0, ["支出（1,234.56万元）", "。"]), (1, ["发展—", "—创新"]), (2, ["增长12.5", "%，“好”"]),
      (2, ["增长12.5%，“", "好”"]),
    ]
    for (index, lines) in bad {
      let check = try BreakCheck(texts[index], role: "表格", measure: measure)
      #expect(check.faults(in: lines, within: .pt(100)).count == 1, "\(lines)")
    }
    let check = try BreakCheck(texts[0], role: "表格", measure: measure)
    #expect(check.faults(in: ["支出（1,234.56", "万元）。"], within: .pt(100)).isEmpty)
    // Narrower than the bracket with its number.
    #expect(check.faults(in: ["支出（", "1,234.56万元）。"], within: .pt(45)).isEmpty)
  }

  @Test("What is wider than a line is broken between characters")
  func longWord() throws {
    let word = String(repeating: "8", count: 60)
    let lines = try measure([word]).lines(word, role: "表格", size: .pt(10), width: .pt(100))
    #expect(lines.map(\.text.count) == [20, 20, 20])
  }

  @Test("An address without a place to break is broken between its parts, not inside them")
  func webAddress() throws {
    let text = "（https://www.xiangyuan.gov.cn/2023/index_20230512.html）。"
    let lines = try measure([text]).lines(text, role: "表格", size: .pt(10), width: .pt(80))
    #expect(lines.map(\.text).joined() == text)
    for part in ["https", "xiangyuan.", "2023", "20230512.", "html）。"] {
      #expect(lines.contains { $0.text.contains(part) }, "\(part) in \(lines.map(\.text))")
    }
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

/// What no line break may take apart, reckoned anew and apart from the program.
///
/// A stretch is a number (`1,234.56`, `2023-12-31`), a row of —, a row of …, and a character with the
/// closing signs behind it or the opening signs before it (% and ℃ close, - and ￥ open a number);
/// stretches that share a character are one.
/// A break inside a stretch is a fault unless the whole stretch is wider than the line, and a break
/// inside a number, —— or …… is one unless that alone is.
private struct BreakCheck {
  private let text: String
  private let role: String
  private let measure: TextMeasure
  /// Offsets in characters, each with its width.
  private let stretches: [(range: Range<Int>, width: Length)]

  init(_ text: String, role: String, measure: TextMeasure) throws {
    self.text = text
    self.role = role
    self.measure = measure
    let number = #"[0-9]+(?:[,.:/\-][0-9]+)*"#
    let whole = Self.ranges(of: [number, "—{2,}", "…{2,}"], in: text)
    let close = "[，。、；：？！）》”’】〉〕%℃…]+"
    let open = #"(?:[（《“‘【〈〔]|[-￥$](?=[0-9]))+"#
    let signs = Self.ranges(
      of: ["(?:\(number)|—+|[^\\n])\(close)", "\(open)(?:\(number)|—+|[^\\n])"], in: text)
    stretches = try (whole + Self.joined(whole + signs)).map { range in
      let characters = Array(text)[range]
      return (range, try measure.width(String(characters), role: role, size: .pt(10)))
    }
  }

  /// Sets the text and holds its lines against the rules.
  func run(_ width: Length) throws {
    let lines = try measure.lines(text, role: role, size: .pt(10), width: width)
    #expect(lines.map(\.text).joined() == text)
    for line in lines { #expect(line.width <= width + .pt(0.06), "\(line.text) in \(width)") }
    let faults = faults(in: lines.map(\.text), within: width)
    #expect(faults.isEmpty, "\(faults) in \(width)")
  }

  /// The breaks that ought not to be, as `before|after`.
  func faults(in lines: [String], within width: Length) -> [String] {
    var faults: [String] = []
    var offset = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      offset += line.count
      let isFault = stretches.contains {
        $0.range.lowerBound < offset && offset < $0.range.upperBound && $0.width <= width
      }
      if isFault { faults.append("\(line)|\(next)") }
    }
    return faults
  }

  private static func ranges(of patterns: [String], in text: String) -> [Range<Int>] {
    patterns.flatMap { pattern -> [Range<Int>] in
      guard let regex = try? Regex(pattern) else { return [] }
      return text.matches(of: regex).map { match in
        text.distance(
          from: text.startIndex, to: match.range.lowerBound)..<text.distance(
            from: text.startIndex, to: match.range.upperBound)
      }
    }
  }

  /// The ranges with those that overlap made one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
