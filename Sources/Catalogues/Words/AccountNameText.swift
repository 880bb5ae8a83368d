internal import Diagnostics
internal import SourceFiles

/// A name as it was typed, without what does not belong to it.
struct AccountNameText {
  /// The name, without blanks and marks.
  let name: String
  /// Whether an explanation stood behind it.
  let hasExplanation: Bool
  /// What is amiss with it; nil where it is a name.
  let fault: ListFault?

  init(_ raw: String, of code: String, by listWords: ListWords) {
    var text = raw
    let start = listWords.explanation(in: text)
    hasExplanation = start != nil
    if let start { text = String(text[..<start]) }
    // A name that breaks within its cell goes on right away.
    let words = text.filter { !$0.isNewline }.split { isBlank($0) }.map(String.init)
    let joined = Self.withoutMarks(words.joined())
    guard let printed = printable(joined) else {
      name = joined
      fault = .unprintable(code: code, name: joined)
      return
    }
    name = printed
    fault = Self.fault(of: printed, words, code: code, hasExplanation: start != nil)
  }

  private static func fault(
    of name: String, _ words: [String], code: String, hasExplanation: Bool
  ) -> ListFault? {
    if name.isEmpty {
      return hasExplanation ? .explanationAlone(code: code) : .missingName(code: code)
    }
    if !name.contains(where: { $0.isLetter }) { return .number(code: code, name: name) }
    if hasCode(name) { return .codeInName(code: code, name: name) }
    let opening = name.count { "（(".contains($0) }
    if opening != name.count(where: { "）)".contains($0) }) {
      return .bracket(code: code, name: name)
    }
    // `其 他 支 出` is spread out; `行政 运行` may be two names.
    if words.count > 1, words.count(where: { $0.count > 1 }) > 1 {
      return .blank(code: code, name: words.joined(separator: " "))
    }
    return nil
  }

  /// Whether another account's code stands in a name: two rows became one.
  private static func hasCode(_ name: String) -> Bool {
    var run = 0
    for character in name + " " {
      if character.isASCIIDigit {
        run += 1
      } else {
        if run == 5 || run == 7 { return true }
        run = 0
      }
    }
    return false
  }

  /// Without leaders and the number of a page at its end, and without stars.
  private static func withoutMarks(_ text: String) -> String {
    var rest = text[...]
    let withoutNumber = rest.droppingLast(while: \.isASCIIDigit)
    let withoutLeaders = withoutNumber.droppingLast { ".…·．".contains($0) }
    if withoutLeaders.count + 2 <= withoutNumber.count { rest = withoutLeaders }
    return String(
      rest.droppingLast { "★☆*＊※|,，、;；:：".contains($0) }.drop { "★☆*＊※●•".contains($0) })
  }
}

extension Substring {
  fileprivate func droppingLast(while matches: (Character) -> Bool) -> Substring {
    guard let last = lastIndex(where: { !matches($0) }) else { return "" }
    return self[...last]
  }
}
