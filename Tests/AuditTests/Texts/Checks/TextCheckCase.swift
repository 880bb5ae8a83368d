import Audit
import Diagnostics
import Testing

/// A way to spoil a sound dossier's texts, and the checks that find it.
struct TextCheckCase: Sendable, CustomTestStringConvertible {
  /// Which dossier is spoilt.
  enum Dossier: Sendable {
    case example, bureau

    func read() throws -> AuditedDossier {
      switch self {
      case .example: try AuditedDossier.example()
      case .bureau: try AuditedDossier.bureau()
      }
    }
  }

  let title: String
  let check: String
  let dossier: Dossier
  /// As reasons cite it.
  let address: String
  /// The line of the file that is told; nil where none is known.
  let line: Int?
  /// What the message has.
  let told: [String]
  let spoil: @Sendable (inout AuditedDossier) throws -> Void

  var testDescription: String { "\(check): \(title)" }

  /// One text of one file written otherwise.
  init(
    _ check: String, _ title: String, _ old: String, _ new: String, in file: String,
    of dossier: Dossier = .bureau, at address: String, line: Int? = nil, told: String...
  ) {
    self.title = title
    self.check = check
    self.dossier = dossier
    self.address = address
    self.line = line
    self.told = told
    spoil = { try $0.replace(old, with: new, in: file) }
  }
}
