/// One thing that is wrong, told so that the reader can mend it.
///
/// A finding is a value: it is collected, sorted and counted, and turned into text by
/// ``DiagnosticPrinter`` alone. There is no finding without an expectation and a mend.
public struct Finding: Hashable, Sendable {
  /// The steady code of this kind of finding: `D007`.
  ///
  /// D dossier, L layout set, F fonts, X output, C files that are compared,
  /// K lists of account names.
  public let code: String
  /// How grave it is; an error stands in the way of outputs.
  public let severity: Severity
  /// Where it points; nil where it is about no place.
  public let place: Place?
  /// What was found.
  public let what: String
  /// What was expected in its place.
  public let expected: String
  /// How to mend it.
  public let mend: String
  /// Lines to paste into a file where that mends it; empty where there are none.
  public let paste: [String]
  /// Further places that belong to it (the other of two equal rows).
  public let related: [SourcePlace]
  /// Who has to mend it; decides the exit code.
  public let cause: FaultCause

  /// Makes a finding of a fault's words.
  public init(_ wording: FaultWording, at place: Place?, related: [SourcePlace] = []) {
    code = wording.code
    severity = wording.severity
    cause = wording.cause
    what = wording.what
    expected = wording.expected
    mend = wording.mend
    paste = wording.paste
    self.place = place
    self.related = related
  }

  /// The same finding, to be mended in another way.
  public func mended(by advice: String) -> Finding {
    let words = FaultWording(
      code: code, severity: severity, cause: cause, what: what, expected: expected, mend: advice,
      paste: paste)
    return Finding(words, at: place, related: related)
  }

  /// The same finding at another place, with other words for the things that it names.
  ///
  /// - Parameter lines: changes the lines to paste.
  public func told(
    at place: Place?, pasting lines: (String) -> String, _ words: (String) -> String
  ) -> Finding {
    Finding(
      FaultWording(
        code: code, severity: severity, cause: cause, what: words(what),
        expected: words(expected), mend: words(mend), paste: paste.map(lines)), at: place,
      related: related)
  }

  /// The same finding at another place alone.
  public func moved(to place: SourcePlace) -> Finding { Finding(wording, at: .source(place)) }

  /// The same finding with a folder before the file that it points to.
  public func below(_ folder: String) -> Finding {
    guard case .source(let place)? = place else { return self }
    return Finding(wording, at: .source(place.below(folder)), related: related)
  }

  /// The words, without the place.
  fileprivate var wording: FaultWording {
    FaultWording(
      code: code, severity: severity, cause: cause, what: what, expected: expected, mend: mend,
      paste: paste)
  }

  /// The same finding with further places.
  fileprivate func also(at places: [SourcePlace]) -> Finding {
    var seen = Set(related)
    return Finding(
      wording, at: place, related: related + places.filter { seen.insert($0).inserted })
  }
}

extension [Finding] {
  /// Whether any of them is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The findings in the order in which people read them: by place, then by code; each once.
  public func inReadingOrder() -> [Finding] {
    var seen = Set<Finding>()
    let unique = filter { seen.insert($0).inserted }
    return unique.sorted { left, right in
      switch (left.place, right.place) {
      case (let a?, let b?) where a < b || b < a: return a < b
      // What has no place comes last.
      case (nil, _?), (_?, nil): return left.place != nil
      default: return (left.code, left.what) < (right.code, right.what)
      }
    }
  }
}

/// What findings have in common that are mended once.
private struct FindingCause: Hashable {
  let wording: FaultWording
  let related: [SourcePlace]
}

extension [Finding] {
  /// The findings with those of one wording told once, at the first of their places with the others as
  /// related: what has one cause is mended once.
  ///
  /// Those that have related places of their own are of one
  /// cause only where these are the same: of two pairs of equal rows each stays a pair.
  ///
  /// - Parameter files: the files whose findings are put together; others are left as they are.
  public func gathered(in files: Set<String>) -> [Finding] {
    var indices: [FindingCause: Int] = [:]
    var result: [Finding] = []
    var others: [Int: [SourcePlace]] = [:]
    for finding in inReadingOrder() {
      guard case .source(let place) = finding.place, files.contains(place.file) else {
        result.append(finding)
        continue
      }
      let cause = FindingCause(wording: finding.wording, related: finding.related)
      if let index = indices[cause] {
        others[index, default: []].append(place)
      } else {
        indices[cause] = result.count
        result.append(finding)
      }
    }
    for (index, places) in others { result[index] = result[index].also(at: places) }
    return result
  }
}

/// What a reader makes of its input: a value where one could be made, and all that was found.
public struct Loaded<Value> {
  /// The value; nil when the errors left nothing to go on with.
  public let value: Value?
  /// All that was found on the way, errors and warnings.
  public let findings: [Finding]

  /// Pairs a value with its findings.
  public init(_ value: Value?, _ findings: [Finding]) {
    self.value = value
    self.findings = findings
  }

  /// The same findings with another value in its place, where there is one.
  public func map<Other>(_ change: (Value) -> Other) -> Loaded<Other> {
    Loaded<Other>(value.map(change), findings)
  }
}

extension Loaded: Sendable where Value: Sendable {}
