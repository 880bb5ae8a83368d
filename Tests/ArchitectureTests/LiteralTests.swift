internal import Testing

/// What an issuer prescribes is data of a layout set; none of it may slip into the sources.
@Suite("Literals of the sources")
struct LiteralTests {
  /// A word in a literal that ought to be data.
  private struct Hit: Hashable {
    let file: SourceFile.ID
    let line: Int
    let word: String
    let reason: String
  }

  /// Shapes of what only an issuer gives, wherever they stand in a literal.
  private static let shapes: [(pattern: String, reason: String)] = [
    (#"(公开\s*\d+)"#, "the code of a form"),
    (#"(?:^|[^\d.,])(20\d{2})(?!\d)"#, "a year"),
    (#"(?:^|[^0-9A-Za-z_.,-])([2-5](?:\d{4}|\d{6}))(?![0-9A-Za-z_]|[.,]\d)"#, "an account code"),
  ]

  @Test("no literal says what a layout set says, but for the exceptions")
  func words() throws {
    for hit in try Self.hits() where !Self.isExcepted(hit) {
      Issue.record("\(hit.file):\(hit.line): “\(hit.word)” is \(hit.reason): make it data of a set")
    }
  }

  @Test("every exception is still needed")
  func exceptions() throws {
    let hits = try Self.hits()
    for exception in LiteralException.all {
      let found = hits.filter { exception.covers($0.word, in: $0.file) }.map(\.word)
      let idle = exception.words.subtracting(found).sorted()
      #expect(
        idle.isEmpty, "\(exception.path) no longer has \(idle): strike them (\(exception.reason))")
    }
  }

  @Test(
    "what the sets say is found: forms, sheets, labels, headings, notes, facts, accounts, years")
  func collection() {
    let samples = [
      "公开05表", "收入支出决算总表", "一、一般公共预算财政拨款收入", "总计", "栏次", "人员经费合计",
      "注：本表反映部门本年度取得的各项收入情况。", "说明：本表无数据", "三公经费", "公务接待费", "行政单位",
      "机关运行经费", "工资福利支出", "30101", "2010301", "2023", "shanxi-2023",
    ]
    for sample in samples {
      #expect(LayoutWords.all[sample] != nil, "“\(sample)” was not collected from Layouts")
    }
  }

  @Test("a literal is judged whole, by its lines, and beside its interpolations")
  func judgement() throws {
    let source = SwiftSource(
      """
      let a = "总计"; let b = "共 总计 行"; let c = "\\(n)收入支出决算总表"; let d = "第 201 类"
      let e = "公开12表"; let f = "2031年"; let g = "代码 2019901"; let h = "1.2023"; let i = "1302010"
      """)
    let words = try source.literals.flatMap { try Self.words(in: $0).map(\.word) }
    #expect(words == ["总计", "收入支出决算总表", "201", "公开12", "2031", "2019901"])
  }

  private static func isExcepted(_ hit: Hit) -> Bool {
    LiteralException.all.contains { $0.covers(hit.word, in: hit.file) }
  }

  private static func hits() throws -> [Hit] {
    try SourceTree.files.flatMap { file in
      try file.source.literals.flatMap { literal in
        try words(in: literal).map {
          Hit(file: file.id, line: literal.line, word: $0.word, reason: $0.reason)
        }
      }
    }
  }

  /// The words of a literal that are a set's, each once.
  private static func words(
    in literal: SwiftSource.Literal
  ) throws -> [(word: String, reason: String)] {
    var words: [(word: String, reason: String)] = []
    func add(_ word: String, _ reason: String) {
      if !words.contains(where: { $0.word == word }) { words.append((word, reason)) }
    }
    for phrase in literal.phrases.sorted() {
      // Beside an interpolation a short word is part of a sentence: `\(amount) 元`.
      guard phrase == literal.text || phrase.count >= 5 else { continue }
      if let place = LayoutWords.all[phrase] { add(phrase, "at \(place)") }
    }
    // The year in the name of a namespace is a standard's.
    for segment in literal.segments where !segment.contains("://") {
      for (pattern, reason) in shapes {
        for match in segment.matches(of: try Regex(pattern)) {
          guard let range = match.output[1].range else { continue }
          add(String(segment[range]), reason)
        }
      }
      // Numbers of three digits are common; only those that are codes are meant, and no size of paper.
      for match in segment.matches(of: /(?:^|[^0-9A-Za-z_.,\[-])(\d{3})(?![0-9A-Za-z_×]|[.,]\d)/) {
        let digits = String(match.1)
        if let place = LayoutWords.all[digits] { add(digits, "the account code at \(place)") }
      }
    }
    return words
  }
}
