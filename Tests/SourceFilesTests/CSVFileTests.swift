import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// Comma-separated texts taken apart, with the place of each field.
@Suite("逗号分隔的表")
struct CSVFileTests {
  private func parse(_ text: String) -> Loaded<CSVFile> {
    CSVFile.parse(SourceText(file: "a.csv", text: text), family: "D")
  }

  private func texts(_ text: String) -> [[String]] {
    parse(text).value?.records.map { $0.map(\.text) } ?? []
  }

  private func places(_ text: String) -> [[String]] {
    parse(text).value?.records.map { $0.map { "\($0.place.line):\($0.place.column)" } } ?? []
  }

  @Test(
    "各种写法读出的栏",
    arguments: [
      ("", []), ("\n\n", []), ("a", [["a"]]), ("a\n", [["a"]]),
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,\n,b\n", [["a", ""], ["", "b"]]), ("a,b,", [["a", "b", ""]]),
      ("\"a,b\",c", [["a,b", "c"]]), ("\"a\"\"b\"", [["a\"b"]]), ("\"\"\"\"", [["\""]]),
      ("\"\",a", [["", "a"]]), ("\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]),
      ("\"a\r\nb\",c", [["a\nb", "c"]]), ("a\r\nb\rc\n", [["a"], ["b"], ["c"]]),
      ("a\r\n\r\nb", [["a"], ["b"]]), ("\"a\" ,b", [["a", "b"]]), (" a , b ", [[" a ", " b "]]),
      ("a,b\n,\n , \n\t,\nc,d", [["a", "b"], ["c", "d"]]), ("单位，代码,金额", [["单位，代码", "金额"]]),
    ] as [(String, [[String]])])
  func fields(_ text: String, _ expected: [[String]]) {
    #expect(texts(text) == expected)
    #expect(parse(text).findings.isEmpty)
  }

  @Test("每栏的行和列：汉字、引号、补充平面的字各算一列")
  func columns() {
    #expect(places("a,bb,c\n") == [["1:1", "1:3", "1:6"]])
    #expect(places("单位代码,𠮷,金额（元）,x") == [["1:1", "1:6", "1:8", "1:14"]])
    #expect(places("\"a,b\",\"c\"\"d\",e") == [["1:1", "1:7", "1:14"]])
    #expect(places(",,a") == [["1:1", "1:2", "1:3"]])
    #expect(places("e\u{0301},x") == [["1:1", "1:4"]])
  }

  @Test("引号里的换行算行；各种换行都只算一行")
  func lines() {
    #expect(places("\"一\n二\n三\",b\nc,d") == [["1:1", "3:4"], ["4:1", "4:3"]])
    #expect(places("a\r\n\"b\r\nc\",d\re") == [["1:1"], ["2:1", "3:4"], ["4:1"]])
    #expect(places("\n\n,,\na") == [["4:1"]])
  }

  private func findings(_ text: String) -> [String] {
    parse(text).findings.map { finding in
      guard case .source(let place) = finding.place else { return finding.code }
      return "\(finding.code) \(place)"
    }
  }

  @Test(
    "引号的错误指到那个引号或那个字",
    arguments: [
      ("a\n\"b", ["D015 a.csv:2:1"]), ("a,\"b\nc,d\n", ["D015 a.csv:1:3"]),
      ("\"a\"b,c", ["D013 a.csv:1:4"]), ("\"a\" b,c", ["D013 a.csv:1:5"]),
      ("\"a\" \"b\",c", ["D013 a.csv:1:5", "D014 a.csv:1:7"]),
      ("a\"b\",c", ["D014 a.csv:1:2", "D014 a.csv:1:4"]),
      ("单位,12\"0\n\"x\"y", ["D014 a.csv:1:6", "D013 a.csv:2:4"]),
    ])
  func quotationFaults(_ text: String, _ expected: [String]) {
    #expect(findings(text) == expected)
  }

  @Test("没有结束的引号之前的行照读，吞进引号的不算一行")
  func openQuote() {
    #expect(texts("a,b\nc,d\n\"e,f\ng,h\n") == [["a", "b"], ["c", "d"]])
  }

  @Test("写出的表读回来不变")
  func roundTrip() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let alphabet = Array("a,\"\n 单￥𠮷\t")
    for _ in 0..<500 {
      let width = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        // The first field keeps the row from being blank.
        ["x"]
          + (0..<width).map { _ in
            String(
              (0..<Int.random(in: 0...6, using: &random)).map { _ in
                alphabet[Int.random(in: alphabet.indices, using: &random)]
              })
          }
      }
      let lineEnd = ["\n", "\r\n", "\r"][Int.random(in: 0..<3, using: &random)]
      let text = rows.map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
      }.joined(separator: lineEnd)
      #expect(texts(text) == rows, "seed \(seed)")
    }
  }
}
