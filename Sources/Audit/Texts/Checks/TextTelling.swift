internal import Diagnostics
internal import Layouts

/// What a check of texts has looked at, and what it found.
struct TextTelling {
  /// How many texts, or things said in them, were looked at.
  var asked = 0
  var findings: [CheckFinding] = []
}

extension DossierTelling {
  /// Takes over what was found in texts.
  mutating func add(_ told: TextTelling) {
    for _ in 0..<told.asked { compared() }
    take(told.findings)
  }
}

extension CheckLayout {
  /// Something that the check has found, told by itself.
  func finding(
    _ what: String, address: String, places: [SourcePlace], sides: [CheckFinding.Side] = [],
    difference: String? = nil, form: String? = nil
  ) -> CheckFinding {
    CheckFinding(
      check: id, severity: severity, address: address, what: what, words: words, mend: mend,
      sides: sides, difference: difference, places: places.map { .source($0) }, form: form,
      reason: nil)
  }
}
