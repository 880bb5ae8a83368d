import Foundation
import TestSupport
import Testing

@Suite("Figures of the narrative") struct NarrativeFiguresTests {
  @Test(
    "every published figure that rests on the dossier is equal in value, but for the named ones")
  func figuresAreAsPublished() throws {
    let text = try NarrativeText.example()
    let figures = try PublishedFigure.all()
    #expect(figures.count > 150)
    for figure in figures {
      let found = try figure.found(in: text[figure.section])
      guard found.count == 1 else {
        Issue.record("\(figure): found \(found.count) times in “\(text[figure.section])”")
        continue
      }
      #expect(figure.agrees(with: found[0]), "\(figure): \(found[0])")
    }
  }

  @Test("what is named as differing from the published text does differ, and says why")
  func exceptionsAreNeeded() throws {
    let exceptions = try PublishedFigure.all().filter { $0.ours != nil }
    #expect(exceptions.count == 20)
    for exception in exceptions {
      #expect(!exception.reason.isEmpty, "\(exception)")
      guard let ours = exception.ours else { continue }
      #expect(!PublishedFigure.isEqual(exception.published, to: ours), "\(exception) is idle")
    }
  }

  @Test("budgets, finals and changes of the classes add up to those of the whole")
  func classesAddUp() throws {
    let text = try NarrativeText.example()
    let classes = text.paragraphs("五（三）").dropFirst()
    #expect(classes.count == 9)
    func sum(_ words: String) throws -> Decimal {
      try classes.reduce(0) { sum, paragraph in
        sum + (try PublishedFigure.amounts(after: words, in: paragraph).first ?? 0)
      }
    }
    // Nine rounded figures: the sum may be out by half a 分 of 万元 for each.
    let tolerance = Decimal(string: "0.05") ?? 0
    #expect(abs(try sum("年初预算") - (Decimal(string: "4250.88") ?? 0)) < tolerance)
    #expect(abs(try sum("支出决算") - (Decimal(string: "5924.67") ?? 0)) < tolerance)
    let change = try sum("增加") - sum("减少")
    #expect(abs(change - (Decimal(string: "-21530.00") ?? 0)) < tolerance)
  }

  @Test("nothing reads “∞”, no tag is left, no mark is doubled")
  func textIsClean() throws {
    let all = try NarrativeText.example().all
    for mark in ["∞", "{", "}", "。。", "；；", "，，", "，。", "nan", "inf", "-0"] {
      #expect(!all.contains(mark), "“\(mark)”")
    }
  }

  @Test("the example's own texts pass without a warning")
  func exampleIsComplete() throws {
    #expect(try NarrativeText.example().warnings.isEmpty)
  }
}

/// A figure of the published narrative: where it stands and what it is.
struct PublishedFigure: CustomStringConvertible {
  /// `五（三）`.
  let section: String
  /// The words just before it in our text; `…` stands for any others.
  let words: String
  let published: String
  let unit: String
  /// What we write instead, where the published text contradicts the forms.
  let ours: String?
  let reason: String

  var description: String { "\(section) “\(words)” \(published)\(unit)" }

  /// The list, from the fixture.
  static func all() throws -> [PublishedFigure] {
    let lines = try Project.text("Tests/Fixtures/xiangyuan-2023/narrative-figures.csv")
      .split(separator: "\n").dropFirst()
    return try lines.map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 6, "\(line)")
      return PublishedFigure(
        section: fields[0], words: fields[1], published: fields[2], unit: fields[3],
        ours: fields[4].isEmpty ? nil : fields[4], reason: fields[5])
    }
  }

  /// What stands behind the words: a number before the unit, or the wording that takes its place.
  func found(in text: String) throws -> [String] {
    let before = Self.pattern(words)
    if let ours, Decimal(string: ours) == nil {
      let wording = NSRegularExpression.escapedPattern(for: ours)
      return try Self.matches(before + "(\(wording))", in: text)
    }
    let after = NSRegularExpression.escapedPattern(for: unit)
    return try Self.matches(before + Self.number + after, in: text)
  }

  /// Whether a text found is what it ought to be.
  func agrees(with found: String) -> Bool {
    if let ours, Decimal(string: ours) == nil { return found == ours }
    return Self.isEqual(ours ?? published, to: found)
  }

  /// Whether a figure, rounded to the decimals of another, equals it.
  static func isEqual(_ exact: String, to printed: String) -> Bool {
    let digits = printed.replacing(",", with: "")
    guard var value = Decimal(string: exact), let other = Decimal(string: digits) else {
      return exact == printed
    }
    let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
    var rounded = Decimal()
    NSDecimalRound(&rounded, &value, decimals, .plain)
    return rounded == other
  }

  /// Every amount in 万元 behind the words.
  static func amounts(after words: String, in text: String) throws -> [Decimal] {
    try matches(pattern(words) + number + "万元", in: text)
      .compactMap { Decimal(string: $0.replacing(",", with: "")) }
  }

  private static let number = #"([0-9][0-9,]*(?:\.[0-9]+)?)"#

  private static func pattern(_ words: String) -> String {
    words.components(separatedBy: "…").map(NSRegularExpression.escapedPattern)
      .joined(separator: ".*?")
  }

  /// The first group of every match.
  private static func matches(_ pattern: String, in text: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern)
    let all = expression.matches(in: text, range: NSRange(text.startIndex..., in: text))
    return all.compactMap { Range($0.range(at: 1), in: text).map { String(text[$0]) } }
  }
}
