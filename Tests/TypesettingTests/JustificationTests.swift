import Diagnostics
import Documents
import Geometry
import Graphics
import TestSupport
import Testing

@testable import Typesetting

@Suite("Lines that are flush on both sides")
struct JustificationTests {
  private let style = TextStyle(role: "正文", size: .pt(16), lineHeight: 1.8)
  private let width = Length.mm(156)

  private func justified(_ texts: [String]) throws -> [[SetLine]] {
    let demand = FontDemand(texts.map { .init(role: style.role, text: $0) })
    let fonts = try #require(FontSet.load(from: Project.url("Fonts"), needing: demand).value)
    let setter = ParagraphSetter(measure: fonts.measure, width: width)
    return try texts.map { try setter.justified($0, style: style, indent: 2) }
  }

  private func justified(_ text: String) throws -> [SetLine] { try justified([text])[0] }

  /// Sentences as parts three and four of a disclosure have them, with figures of any length.
  private func sentences() -> [String] {
    var generator = SeededRandom(seed: 20_260_901)
    let subjects = [
      "教育支出（类）", "社会保障和就业支出（类）", "机关事业单位基本养老保险缴费", "其中：“三公”经费",
      "公务用车购置及运行维护费（全年未安排预算）", "一般公共预算财政拨款支出", "《政府采购法》规定的货物支出",
    ]
    let words = ["年初预算", "支出决算", "较2022年减少", "增长", "完成年初预算的", "占比"]
    return (0..<400).map { _ in
      var text = subjects.randomElement(using: &generator) ?? ""
      for _ in 0..<Int.random(in: 2...12, using: &generator) {
        let digits = Int.random(in: 0...6, using: &generator)
        let largest = (0..<digits).reduce(1) { power, _ in power * 10 }
        let whole = Int.random(in: 0..<largest, using: &generator)
        let number = "\(grouped(whole)).\(Int.random(in: 10...99, using: &generator))"
        text += words.randomElement(using: &generator) ?? ""
        text += number + (Bool.random(using: &generator) ? "万元" : "%") + "，"
        if Int.random(in: 0..<3, using: &generator) == 0 {
          text += (subjects.randomElement(using: &generator) ?? "") + "，"
        }
      }
      return text.dropLast() + "。"
    }
  }

  private func grouped(_ number: Int) -> String {
    number < 1_000
      ? "\(number)"
      : grouped(number / 1_000) + "," + String(String(number % 1_000 + 1_000).dropFirst())
  }

  @Test("Of 400 paragraphs with figures, hardly a line ends short, and none is spread too far")
  func flush() throws {
    var (all, short) = (0, 0)
    for lines in try justified(sentences()) {
      for line in lines {
        let end = line.x + line.line.width
        #expect(end <= width + .pt(0.06), "\(line.line.text)")
        #expect(largestGap(line.line) <= style.size * 0.2501, "\(line.line.text)")
      }
      for line in lines.dropLast() {
        all += 1
        if line.x + line.line.width < width - .pt(1) { short += 1 }
      }
    }
    #expect(all > 1_000 && short * 100 <= all, "\(short) of \(all)")
  }

  /// The widest gap behind a character that is an em wide.
  private func largestGap(_ line: ShapedLine) -> Length {
    let places = Array(zip(line.text, line.runs.flatMap(\.glyphs).map(\.x)))
    return zip(places, places.dropFirst()).filter { left, _ in !left.0.isASCII }
      .map { left, right in right.1 - left.1 - style.size }.max() ?? .zero
  }

  @Test("Signs stand where they may, numbers are whole and have their %")
  func breaks() throws {
    let (closing, opening) = (Set("，。、；：？！）》”%"), Set("（《“"))
    for (text, lines) in zip(sentences(), try justified(sentences())) {
      #expect(lines.map(\.line.text).joined() == text)
      for (line, next) in zip(lines, lines.dropFirst()) {
        let (last, first) = (line.line.text.last ?? " ", next.line.text.first ?? " ")
        let place = "\(line.line.text)|\(next.line.text)"
        #expect(!closing.contains(first) && !opening.contains(last), "\(place)")
        #expect(!(isOfNumber(last) && isOfNumber(first)), "\(place)")
        #expect(!(last == "万" && first == "元"), "\(place)")
      }
    }
  }

  private func isOfNumber(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character == "," || character == ".")
  }

  @Test("A number parts from its unit where the line would be too wide, and only there")
  func units() throws {
    let parted = try justified("卫生健康支出（类）年初预算38.94万元，支出决算31.07万元，完成年初预算的79.80%。")
    #expect(parted.first?.line.text.hasSuffix("支出决算31.07") == true)
    // Here the number goes with its unit, and the line gives a little at each gap.
    let whole = try justified("卫生健康支出（类）的年初预算为38.94万元，支出决算31.07万元，完成年初预算的79.80%。")
    #expect(whole.first?.line.text.hasSuffix("支出决算") == true)
  }

  @Test("All gaps of a line gain the same, beside punctuation too")
  func evenly() throws {
    let lines = try justified(
      "节能环保支出（类）年初预算2,341.20万元，支出决算2,732.27万元，完成年初预算的116.70%，较2022年减少21,662.73万元。")
    for line in lines.prefix(1) {
      let glyphs = line.line.runs.flatMap(\.glyphs).map(\.x)
      let places = Array(zip(line.line.text, glyphs))
      let gaps = zip(places, places.dropFirst()).filter { left, _ in !left.0.isASCII }
        .map { ($1.1 - $0.1 - style.size).points }
      let (least, most) = (gaps.min() ?? 0, gaps.max() ?? 0)
      #expect(most - least < 0.01, "\(line.line.text) \(least) \(most)")
      #expect(abs((line.x + line.line.width - width).points) < 0.01)
    }
  }

  @Test(
    "Pairs of signs are closed up by almost half an em",
    arguments: ["”“", "）：", "）。", "，“", "：“", "》（", "（“", "”）", "。”"])
  func pairs(pair: String) throws {
    let line = try #require(try justified("字\(pair)字").first?.line)
    let x = line.runs.flatMap(\.glyphs).map(\.x)
    let gap = x[1] - x[0] - style.size
    #expect(abs((x[2] - x[1] - style.size * 0.53 - gap).points) < 0.02)
    let end = line.width
    #expect(abs((end - style.size * 3.53 - gap * 3).points) < 0.02)
  }

  @Test(
    "Signs without a blank half between them are not closed up",
    arguments: ["（）", "“”", "字。", "（字", "——", "……", "1）", "）字", "。字"])
  func open(pair: String) throws {
    let line = try #require(try justified("字\(pair)字").first?.line)
    let x = line.runs.flatMap(\.glyphs).map(\.x)
    let own = style.size * (pair.hasPrefix("1") ? 0.5 : 1)
    #expect(abs((x[2] - x[1] - own).points) < 0.4)
  }

  @Test("A sign at the end of a line may stand out by its blank half, and its box does not")
  func trimmed() throws {
    // The indented line has room for 26 characters; the comma begins half an em before its end.
    let text = String(repeating: "财", count: 25) + "1，" + String(repeating: "政", count: 20)
    let lines = try justified(text)
    #expect(lines.first?.line.text.last == "，")
    let line = try #require(lines.first)
    let sign = try #require(line.line.runs.last?.glyphs.last)
    #expect(line.x + sign.x + style.size > width + .pt(1))
    #expect(line.x + sign.x + style.size / 2 <= width + .pt(0.1))
    #expect(abs((line.x + line.line.width - width).points) < 0.01)
  }

  @Test("No character is left alone on the last line if the others can make room or send one along")
  func lostCharacter() throws {
    let lines = try justified(String(repeating: "决", count: 26 + 28) + "算。")
    #expect(lines.count == 3)
    #expect((lines.last?.line.text.count ?? 0) > 2, "\(lines.map(\.line.text))")
  }
}
