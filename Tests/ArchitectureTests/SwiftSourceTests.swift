internal import Testing

/// The scanner that all other tests rest on.
@Suite("Taking Swift sources apart")
struct SwiftSourceTests {
  @Test("comments are dropped, and what looks like one inside a literal stays")
  func comments() {
    let source = SwiftSource(
      """
      let a = "x // y"  // "not a literal"
      /* "nor /* this */ one" */ let b = 1
      """)
    #expect(source.literals.compactMap(\.text) == ["x // y"])
    #expect(source.lines.map { String($0).trimmed } == [#"let a = """#, "let b = 1"])
    #expect(source.isComplete)
  }

  @Test("an interpolation parts a literal, and literals inside it count for themselves")
  func interpolations() {
    let source = SwiftSource(#"print("前 \(list.map { "中(\($0)" }.joined()) 后")"#)
    #expect(Set(source.literals.map(\.segments)) == [["前 ", " 后"], ["中(", ""]])
    #expect(source.code == #"print("(list.map { "($0)" }.joined())")"#)
  }

  @Test("literals over several lines give each of their lines")
  func severalLines() {
    let source = SwiftSource(
      "let a = 1\nlet text = \"\"\"\n  甲 \"一\"\n  乙\\(a)\n  \"\"\"\nlet b = \"丙\"")
    #expect(source.literals.map(\.line) == [2, 6])
    #expect(source.literals.first?.phrases.isSuperset(of: ["甲 \"一\"", "乙"]) == true)
  }

  @Test("raw literals and escapes")
  func escapes() {
    let source = SwiftSource(##"let a = [#"\n"x""#, "\u{4E00}\"\\", #"\#(a)b"#]"##)
    #expect(source.literals.map(\.segments) == [[#"\n"x""#], ["一\"\\"], ["", "b"]])
  }

  @Test("a literal that never ends is noticed", arguments: ["let a = \"x", "/* x", "\"\\(x\""])
  func incomplete(text: String) {
    #expect(!SwiftSource(text).isComplete)
  }

  @Test("every source is taken apart to its end")
  func sources() {
    #expect(!SourceTree.files.isEmpty)
    for file in SourceTree.files {
      #expect(file.source.isComplete, "\(file.path) was not taken apart to its end")
    }
  }
}
