/// A stretch of a text that reads otherwise on the other side.
public struct ChangedSpan: Hashable, Sendable {
  /// What the left has there; empty where the right only adds.
  public let left: String
  /// What the right has there; empty where the right only omits.
  public let right: String
}

/// Two texts as one: what both have, and between it what differs.
struct ChangedText {
  /// A stretch of the text.
  enum Part: Hashable {
    case same(String)
    case changed(ChangedSpan)
  }

  /// In the order of both.
  let parts: [Part]

  /// Texts of which less than this is common, in hundredths of the longer one, are two texts.
  private static let leastCommon = 30

  /// What differs, from the front.
  var spans: [ChangedSpan] {
    parts.compactMap { if case .changed(let span) = $0 { span } else { nil } }
  }

  /// Lays two texts over each other; nil where they have little in common, or are the same.
  init?(_ left: String, _ right: String) {
    let (own, others) = (Self.tokens(of: left), Self.tokens(of: right))
    guard !own.isEmpty, !others.isEmpty else { return nil }
    let runs = align(own, others).runs
    var parts: [Part] = []
    var (i, j) = (0, 0)
    var common = 0
    for run in runs + [MatchedRun(left: own.count, right: others.count, count: 0)] {
      Self.append(own[i..<run.left].joined(), others[j..<run.right].joined(), to: &parts)
      let text = own[run.left..<run.left + run.count].joined()
      if !text.isEmpty { parts.append(.same(text)) }
      common += text.count
      (i, j) = (run.left + run.count, run.right + run.count)
    }
    guard common * 100 >= Self.leastCommon * max(left.count, right.count) else { return nil }
    self.parts = parts
    if spans.isEmpty { return nil }
  }

  /// A character that two rewritten passages have in common by chance does not part them.
  private static func append(_ old: String, _ new: String, to parts: inout [Part]) {
    guard !(old.isEmpty && new.isEmpty) else { return }
    guard parts.count > 1, case .same(let between) = parts[parts.count - 1], between.count == 1,
      case .changed(let last) = parts[parts.count - 2]
    else { return parts.append(.changed(ChangedSpan(left: old, right: new))) }
    parts.removeLast(2)
    parts.append(
      .changed(ChangedSpan(left: last.left + between + old, right: last.right + between + new)))
  }

  /// Numbers and Latin words as wholes, any other character by itself: a changed number is told with
  /// all its digits.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var isOpen = false
    var rest = text[...]
    while let character = rest.popFirst() {
      let isInner = isOpen && (character == "." || character == ",") && rest.first?.isDigit ?? false
      let joins = character.isDigit || character.isASCII && character.isLetter || isInner
      let closes = isOpen && character == "%"
      if joins && isOpen || closes {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
      isOpen = joins
    }
    return tokens
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
