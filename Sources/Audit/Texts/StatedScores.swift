public import Domain

/// A score that a text states for a whole evaluation.
public struct StatedScore: Hashable, Sendable {
  /// The points; those that no evaluation can have are none.
  public let points: Points
  /// Word and number as written.
  public let text: String
  /// Where it begins, in Unicode scalars from the text's first, from 0.
  public let offset: Int
}

/// A grade that a text states for an evaluation.
public struct StatedGrade: Hashable, Sendable {
  /// The grade, by the word of its scale.
  public let grade: String
  /// Word and grade as written.
  public let text: String
  /// Where it begins, in Unicode scalars from the text's first, from 0.
  public let offset: Int
}

extension ScannedText {
  /// How many characters may stand between the word for a score and its number.
  private static let linkLength = 6
  /// How far before the word it may be said that the score is of a part.
  private static let partReach = 8

  /// The scores of the whole that the text states, in its order: 自评得分为95.5分, 总分：９８分.
  ///
  /// Scores of indicators, of the execution or of the year before are left out, as the rules' words
  /// before them tell; so is 总分100分 where another score follows, for it says what is worth how much.
  public func scores(by rules: TextRules) -> [StatedScore] {
    var found: [StatedScore] = []
    for run in digitRuns where run.count <= 3 {
      var end = run.upperBound
      if self[end].isPoint, self[end + 1].isDigit {
        end += 1
        while self[end].isDigit { end += 1 }
      }
      guard end < scalars.count, let unit = rules.pointWords.match(in: scalars, at: end),
        rules.noPoints.match(in: scalars, at: end) == nil,
        let start = word(of: rules.scoreWords, before: run.lowerBound),
        !isOfPart(start, by: rules), let points = Points(words(run.lowerBound..<end))
      else { continue }
      found.append(StatedScore(points: points, text: words(start..<end + unit), offset: start))
    }
    return found.count > 1 ? found.filter { $0.points.hundredths != 100_00 } : found
  }

  /// The grades that the text states, in its order: 评价等级为“优”, 自评结果：良好.
  ///
  /// - Parameter scale: the words for grades.
  public func grades(_ scale: [String], by rules: TextRules) -> [StatedGrade] {
    var found: [StatedGrade] = []
    let words = WordList(scale)
    for index in scalars.indices {
      guard let length = words.match(in: scalars, at: index),
        let end = end(ofGrade: index..<index + length),
        let start = word(of: rules.gradeWords, before: index), !isOfPart(start, by: rules)
      else { continue }
      found.append(
        StatedGrade(
          grade: self.words(index..<index + length), text: self.words(start..<end), offset: start))
    }
    return found
  }

  /// Where a word of a list begins that ends before a place, with nothing but links between them.
  private func word(of list: WordList, before place: Int) -> Int? {
    var end = place
    for _ in 0...Self.linkLength {
      if list.matchEnds(in: scalars, before: end) {
        return (max(0, end - 8)..<end).first { list.match(in: scalars, at: $0) == end - $0 }
      }
      guard end > 0, scalars[end - 1].linksScore else { return nil }
      end -= 1
    }
    return nil
  }

  private func isOfPart(_ start: Int, by rules: TextRules) -> Bool {
    let clause = clause(around: start..<start)
    let first = max(clause.lowerBound, start - Self.partReach)
    return first < start && rules.partScoreWords.occurs(in: scalars, within: first..<start)
  }

  /// Behind a grade and the character that may make a word of it; nil where another word goes on.
  private func end(ofGrade grade: Range<Int>) -> Int? {
    let next = self[grade.upperBound]
    if next == 0 || next.endsClause || next.isClosing || next.isBlank { return grade.upperBound }
    return Self.gradeTails.contains { next.is($0) } ? grade.upperBound + 1 : nil
  }

  /// What people add to a grade of one character: 优秀, 良好, 中等.
  private static let gradeTails: [Unicode.Scalar] = ["秀", "好", "等"]
}

extension UInt32 {
  /// Whether it may stand between the word for a score and the score.
  fileprivate var linksScore: Bool {
    switch Unicode.Scalar(self) {
    case "为", "是", "达", "到", "共", "计", "得", "评", "定", "：", ":", "“", "\"", "（", "(": true
    default: isBlank
    }
  }
}
