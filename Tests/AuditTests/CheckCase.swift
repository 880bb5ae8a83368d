import Testing

/// A check with a dossier in which it holds, and what makes it fail.
struct CheckCase: CustomTestStringConvertible {
  /// A text in place of another; without another, lines at the end of a file.
  struct Edit {
    let file: String
    let text: String
    let replacement: String

    init(_ file: String, _ text: String, _ replacement: String) {
      (self.file, self.text, self.replacement) = (file, text, replacement)
    }
  }

  let check: String
  /// What makes it fail.
  let edits: [Edit]
  /// What the address and the text of the finding have in them.
  let expected: String
  /// What makes the check one that is asked at all.
  var before: [Edit] = []
  /// Whether the shipped example is changed, and not the bureau.
  var isOfExample = false
  /// Whether the year before is at hand, which the sound dossier fits.
  var isAfterLastYear = false

  var testDescription: String { "\(check): \(expected)" }

  /// A case of one change.
  static func one(
    _ check: String, _ file: String, _ text: String, _ replacement: String, _ expected: String,
    before: [Edit] = [], isOfExample: Bool = false
  ) -> CheckCase {
    CheckCase(
      check: check, edits: [Edit(file, text, replacement)], expected: expected, before: before,
      isOfExample: isOfExample)
  }

  /// The dossier in which the check holds.
  func sound() throws -> AuditedDossier {
    var dossier = isOfExample ? try AuditedDossier.example() : try AuditedDossier.bureau()
    try dossier.apply(before)
    if isAfterLastYear { dossier.known = try dossier.fittingLastYear() }
    return dossier
  }

  static let all = facts + budget + ledger + lastYear + evaluations
}

extension AuditedDossier {
  /// Makes changes, one after the other.
  mutating func apply(_ edits: [CheckCase.Edit]) throws {
    for edit in edits {
      if edit.text.isEmpty {
        append(edit.replacement, to: edit.file)
      } else {
        try replace(edit.text, with: edit.replacement, in: edit.file)
      }
    }
  }
}
