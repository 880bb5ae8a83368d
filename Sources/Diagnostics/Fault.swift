/// What was found amiss, as facts without sentences.
///
/// Each group of faults is an enumeration of its own, whose cases carry what the sentences need; the
/// sentences stand in ``wording``, one code a case, and nowhere else. There is no other way from a
/// fault to a ``Finding``.
public protocol Fault {
  /// How the fault is told.
  var wording: FaultWording { get }
}

/// The sentences of a fault, with the steady code under which it is explained.
public struct FaultWording: Hashable, Sendable {
  /// The code of this kind of fault: `D007`; docs/exit-codes.md explains each.
  public let code: String
  /// How grave it is.
  public let severity: Severity
  /// Who has to mend it; decides the exit code.
  public let cause: FaultCause
  /// What was found.
  public let what: String
  /// What was expected in its place.
  public let expected: String
  /// How to mend it.
  public let mend: String
  /// Lines to paste into a file where that mends it; empty where there are none.
  public let paste: [String]

  /// Puts a fault into words; no part may be missing.
  public init(
    code: String, severity: Severity = .error, cause: FaultCause = .input, what: String,
    expected: String, mend: String, paste: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.cause = cause
    self.what = what
    self.expected = expected
    self.mend = mend
    self.paste = paste
  }
}

extension Fault {
  /// The fault as a finding; nil where it has no place.
  ///
  /// - Parameter related: further places that belong to it.
  public func finding(at place: Place?, related: [SourcePlace] = []) -> Finding {
    Finding(wording, at: place, related: related)
  }

  /// The fault as a finding at a place in a text.
  public func finding(at place: SourcePlace, related: [SourcePlace] = []) -> Finding {
    Finding(wording, at: .source(place), related: related)
  }
}

/// A text of an input between quotation marks, cut off where it is long: a quotation mark that is
/// never closed makes a field of half the file.
public func quoted(_ text: String) -> String {
  let limit = 30
  let shown = text.count > limit ? text.prefix(limit) + "……" : Substring(text)
  return "“\(shown)”"
}

/// Words of a closed vocabulary, for “expected”.
public func oneOf(_ words: [String]) -> String {
  words.count == 1 ? words[0] : "下列之一：" + words.joined(separator: "、")
}

/// The mend for a word that is not known: the nearest known one, if any is near.
public func correction(of word: String, among words: [String], otherwise: String) -> String {
  nearest(to: word, among: words).map { "您是否想写“\($0)”？" } ?? otherwise
}
