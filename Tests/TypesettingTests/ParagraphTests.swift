import Documents
import Geometry
import Testing

@testable import Graphics
@testable import Typesetting

@Suite("Lines of a paragraph")
struct ParagraphTests {
  private let style = TextStyle(role: "正文", size: .pt(16), lineHeight: 1.8)
  /// 156 mm, in which official documents have 28 characters of 16 pt.
  private let width = Length.mm(156)

  /// ASCII is half an em wide, everything else an em.
  private var measure: TextMeasure {
    TextMeasure(
      shape: { text, _, size, width in set(text, size).lines(width: width) },
      prepare: { text, _, size, closesPairs in
        let open = set(text, size)
        return PreparedText(closesPairs ? open.closingPairs() : open)
      })
  }

  private func set(_ text: String, _ size: Length) -> SetText {
    let em = Int(size.points * 1024)
    var paragraph = SetParagraph(bytes: 0..<text.utf8.count, clusterCount: text.count)
    paragraph.beginRun(FaceID(index: 0))
    var offset = 0
    for character in text {
      let end = offset + character.utf8.count
      paragraph.add(
        [SetParagraph.PlacedGlyph(id: 1, x: 0, y: 0)], for: offset..<end,
        advance: character.isASCII ? em / 2 : em, isBlank: character.isWhitespace)
      offset = end
    }
    return SetText(
      text, bytes: Array(text.utf8), size: size, paragraphs: [paragraph], memo: LineBreakMemo())
  }

  private func justified(_ text: String) throws -> [SetLine] {
    try ParagraphSetter(measure: measure, width: width).justified(text, style: style, indent: 2)
  }

  private func positions(_ line: SetLine) -> [Length] {
    line.line.runs.flatMap(\.glyphs).map { line.x + $0.x }
  }

  @Test("28 characters of 16 pt stand in columns on 156 mm, 26 on the indented first line")
  func grid() throws {
    let lines = try justified(String(repeating: "财", count: 26 + 28 + 5))
    #expect(lines.map(\.line.text.count) == [26, 28, 5])
    let columns = try #require(lines.dropFirst().first.map(positions))
    #expect(abs((lines[1].x + lines[1].line.width - width).points) < 0.01)
    // Every character of every line stands in a column.
    for (line, skipped) in zip(lines, [2, 0, 0]) {
      for (x, column) in zip(positions(line), columns.dropFirst(skipped)) {
        #expect(abs((x - column).points) < 0.01)
      }
    }
  }

  @Test(
    "Lines but the last are flush on both sides, numbers are spread with all else or not at all")
  func flush() throws {
    let text = String(repeating: "本年收入6,548.69万元，占79.26%，", count: 9)
    let lines = try justified(text)
    for line in lines.dropLast() {
      #expect(abs((line.x + line.line.width - width).points) < 0.01, "\(line.line.text)")
      let characters = Array(line.line.text)
      let places = positions(line).map(\.points)
      let gaps = characters.indices.dropLast().map { index in
        (
          isTight: characters[index].isASCII && characters[index + 1].isASCII,
          width: places[index + 1] - places[index] - (characters[index].isASCII ? 8 : 16)
        )
      }
      let most = gaps.map { abs($0.width - gaps[0].width) }.max() ?? 0
      #expect(most < 0.01 || gaps.allSatisfy { !$0.isTight || abs($0.width) < 0.01 })
    }
    #expect(lines.map(\.line.text).joined() == text)
  }

  @Test("A line that has nothing to squeeze is broken where the room ends")
  func latin() throws {
    let text = String(repeating: "x", count: 200)
    let lines = try justified(text)
    #expect(lines.map(\.line.text).joined() == text)
    #expect(lines.allSatisfy { $0.x + $0.line.width <= width + .pt(0.01) })
  }

  @Test("Line breaks make paragraphs, each indented; blanks around them are left out")
  func pieces() throws {
    let lines = try justified("　　甲\n\n  乙乙 \r\n丙")
    #expect(lines.map(\.line.text) == ["甲", "乙乙", "丙"])
    #expect(Set(lines.map(\.x)).count == 1 && lines[0].x > .pt(31))
    #expect(try justified(" \n ").isEmpty)
  }

  @Test("Centred lines are as few as possible and nearly of one length")
  func balanced() throws {
    let setter = ParagraphSetter(measure: measure, width: width)
    let lines = try setter.centred(String(repeating: "局", count: 60), style: style)
    #expect(lines.count == 3)
    let lengths = lines.map(\.line.text.count)
    #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
    for line in lines { #expect(abs((line.x * 2 + line.line.width - width).points) < 0.01) }
  }
}
