import Documents
import Geometry
import Graphics
import Testing

@testable import Typesetting

@Suite("Lines of a paragraph")
struct ParagraphTests {
  private let style = TextStyle(role: "正文", size: .pt(16), lineHeight: 1.8)
  /// 156 mm, in which official documents have 28 characters of 16 pt.
  private let width = Length.mm(156)

  /// ASCII is half an em wide; a line is broken before any other character.
  private var measure: TextMeasure {
    TextMeasure { text, _, size, width in
      var lines: [[Character]] = [[]]
      for character in text {
        let line = lines[lines.count - 1] + [character]
        if let width, line.count > 1, em(line) * size > width + .pt(0.001) {
          lines.append([character])
        } else {
          lines[lines.count - 1] = line
        }
      }
      return lines.map { shaped($0, size: size) }
    }
  }

  private func em(_ characters: [Character]) -> Double {
    characters.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
  }

  private func shaped(_ characters: [Character], size: Length) -> ShapedLine {
    let glyphs = characters.indices.map { index in
      Glyph(id: 1, x: size * em(Array(characters[..<index])), y: .zero)
    }
    let clusters = characters.map { GlyphCluster(bytes: $0.utf8.count, glyphs: 1) }
    let run = GlyphRun(
      face: FaceID(index: 0), size: size, text: String(characters), glyphs: glyphs,
      clusters: clusters)
    return ShapedLine(text: String(characters), width: size * em(characters), runs: [run])
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

  @Test("Lines but the last are flush on both sides, numbers are not spread")
  func flush() throws {
    let text = String(repeating: "本年收入6,548.69万元，占79.26%，", count: 9)
    let lines = try justified(text)
    for line in lines.dropLast() {
      #expect(abs((line.x + line.line.width - width).points) < 0.01, "\(line.line.text)")
      let characters = Array(line.line.text)
      for (index, x) in positions(line).enumerated().dropFirst()
      where characters[index].isASCII && characters[index - 1].isASCII {
        #expect(abs((x - positions(line)[index - 1]).points - 8) < 0.01)
      }
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
