import Testing

@testable import Diagnostics

/// Further places of a finding in a line.
@Suite("另见的各处")
struct RelatedPlacesTests {
  private func text(_ file: String, _ lines: [Int]) -> String {
    RelatedPlaces(lines.map { SourcePlace(file: file, line: $0, column: 4) }).text
  }

  @Test("十处以内写明列，再多只写行，相连的写成一段")
  func manyPlaces() {
    #expect(text("a.csv", []) == "")
    #expect(text("a.csv", [3]) == "a.csv:3:4")
    #expect(text("a.csv", [3, 4]) == "a.csv:3:4，a.csv:4:4")
    let ten = (3...12).map { "a.csv:\($0):4" }.joined(separator: "，")
    #expect(text("a.csv", Array(3...12)) == ten)
    #expect(text("a.csv", Array(3...13)) == "a.csv 第 3–13 行")
    #expect(text("a.csv", [40, 30, 29] + Array(3...12) + [12]) == "a.csv 第 3–12、29、30、40 行")
  }

  @Test("几个文件按说到的次序；一个文件里的一处写明列")
  func severalFiles() {
    let many = (1...12).map { SourcePlace(file: "b.csv", line: $0, column: 1) }
    let places =
      many + [SourcePlace(file: "a.csv", line: 7, column: 2), SourcePlace(file: "c.csv")]
    #expect(RelatedPlaces(places).text == "b.csv 第 1–12 行，a.csv:7:2，c.csv")
  }
}
