import Foundation
import TestSupport
import Testing

/// A figure, or a word for one, in the text that the finance bureau published.
private struct PublishedMention: CustomStringConvertible {
  let section: String
  /// What stands before it, one behind the other.
  let words: [String]
  let figure: String
  /// Why its own forms say otherwise; empty where they do not.
  let contradiction: String

  var description: String { "\(section) \(words.joined(separator: "…")) \(figure)" }

  static func all() throws -> [PublishedMention] {
    try Project.text("Tests/Fixtures/putuo-2024/narrative.csv").split(separator: "\n").dropFirst()
      .map { line in
        let fields = line.split(separator: ",", maxSplits: 3).map(String.init)
        return PublishedMention(
          section: fields[0], words: fields[1].split(separator: "…").map(String.init),
          figure: fields[2], contradiction: fields[3] == "same" ? "" : fields[3])
      }
  }

  /// How far behind its words a figure stands at most.
  private static let reach = 40

  /// Whether a text has it: the figure whole, not far behind the words.
  func stands(in text: String) -> Bool {
    var rest = text[...]
    for word in words {
      guard let range = rest.firstRange(of: word) else { return false }
      rest = rest[range.upperBound...]
    }
    let near = rest.prefix(Self.reach)
    return near.ranges(of: figure).contains { range in
      let before =
        range.lowerBound > near.startIndex ? near[near.index(before: range.lowerBound)] : " "
      let after = range.upperBound < near.endIndex ? near[range.upperBound] : " "
      return !figure.contains(where: \.isNumber) || !(before.isPart || after.isPart)
    }
  }
}

extension Character {
  /// Whether it would be part of a number beside it.
  fileprivate var isPart: Bool { "0123456789.,".contains(self) }
}

@Suite("普陀区财政局 2024：说明里的数与公开的相同")
struct PutuoNarrativeTests {
  private static let text = Result {
    try NarrativeText(
      dossier: Project.url("Examples/putuo-finance-2024"), set: "shanghai-2024")
  }

  @Test("公开的每个数都在同一处；与自己的报表矛盾的四处，印的是报表的数")
  func mentions() throws {
    let text = try Self.text.get()
    #expect(text.findings == [])
    let mentions = try PublishedMention.all()
    #expect(mentions.count == 106)
    #expect(mentions.count { !$0.contradiction.isEmpty } == 4)
    for mention in mentions {
      let stands = mention.stands(in: text[mention.section])
      #expect(
        stands == mention.contradiction.isEmpty, "\(mention): “\(text[mention.section])”")
    }
  }

  @Test("没有留下的标记，没有重复的标点，没有空的括号")
  func textIsClean() throws {
    let all = try Self.text.get().all
    for mark in ["∞", "{", "}", "。。", "；；", "，，", "，。", "：。", "（）", "nan", "-0"] {
      #expect(!all.contains(mark), "“\(mark)”")
    }
  }
}
