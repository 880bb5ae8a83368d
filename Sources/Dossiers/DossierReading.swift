public import Diagnostics
public import SourceFiles

/// What was made of a dossier: a value where one could be made, all findings, and the texts read.
public struct DossierReading<Value> {
  /// The value; nil when there are errors, or nothing was found.
  public let value: Value?
  /// All that was found, in reading order.
  public let findings: [Finding]
  /// The texts that were read, by file name.
  public let texts: [SourceText]
  /// What names the accounts that are printed; nil where it cannot be known: a list of names is faulty.
  public let names: NameOrigins?
  /// What the department states of its audit, for others to read; nil where it states nothing.
  public let reasons: KeptValue?
  /// The lines of the files that findings point to; split once, not for each finding.
  private let linesByFile: [String: [String]]

  init(
    _ value: Value?, findings: [Finding], texts: [SourceText], names: NameOrigins? = nil,
    reasons: KeptValue? = nil
  ) {
    self.value = value
    self.names = names
    self.reasons = reasons
    let files = DossierFiles.known.filter { $0.hasSuffix(".csv") }
    let tables = Set(files + files.compactMap { SheetTitle.ofFile($0)?.rawValue })
    self.findings = findings.gathered(in: tables)
    self.texts = texts
    let cited = Set(
      findings.compactMap { finding in
        if case .source(let place) = finding.place { place.file } else { nil }
      })
    linesByFile = Dictionary(
      texts.filter { cited.contains($0.file) }.map { ($0.file, $0.lines) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The lines of a file that a finding points to, for quoting; nil for any other.
  public func lines(of file: String) -> [String]? { linesByFile[file] }
}

extension DossierReading: Sendable where Value: Sendable {}
