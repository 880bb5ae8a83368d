/// One thing that is wrong, told so that the reader can mend it.
///
/// A finding is a value: it is collected, sorted and counted, and turned into text by
/// ``DiagnosticPrinter`` alone. There is no finding without an expectation and a mend.
public struct Finding: Hashable, Sendable {
  /// The steady code of this kind of finding: `D007`.
  ///
  /// D dossier, L layout set, F fonts, X output, C files that are compared.
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
    self.place = place
    self.related = related
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
