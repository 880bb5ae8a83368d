public import Diagnostics
internal import Domain
internal import Layouts

/// A mapping as it is proposed: the text of its file, and how much is left to people.
public struct ProposedMapping: Sendable {
  /// The file.
  public let text: String
  /// How many places people have to decide.
  public let undecided: Int
}

/// What keeps an export from being looked at.
extension ExportSheet {
  /// Whether the sheet has a head that is known.
  public func hasHead(for context: ExportContext) -> Bool {
    HeadFinder(sheet: self, context: context).find() != nil
  }
}

/// Proposes how an export becomes a table of the dossier.
///
/// - Parameter name: what people call the export.
public func proposeMapping(
  of sheet: ExportSheet, named name: String, for context: ExportContext
) -> Loaded<ProposedMapping> {
  guard let head = HeadFinder(sheet: sheet, context: context).find() else {
    return Loaded(nil, [noHead(sheet, name)])
  }
  let proposal = Proposer(sheet: sheet, head: head, context: context).propose()
  let text = proposal.text(of: name, context: context)
  return Loaded(ProposedMapping(text: text, undecided: proposal.undecided), [])
}

/// Takes over an export by a mapping: all of its rows, or none.
///
/// - Parameters:
///   - name: what people call the export.
///   - year: the year of the accounts, against which its title is held; nil for none.
public func readExport(
  _ sheet: ExportSheet, named name: String, by mapping: ExportMapping, for context: ExportContext,
  year: Int? = nil
) -> ExportReading {
  guard let head = HeadFinder(sheet: sheet, context: context).find() else {
    return .nothing([noHead(sheet, name)])
  }
  if let first = mapping.undecided.first {
    let fault = MappingFault.undecided(count: mapping.undecided.count)
    return .nothing([fault.finding(at: first, related: Array(mapping.undecided.dropFirst()))])
  }
  var reader = ExportReader(sheet, head: head, mapping: mapping, context: context)
  let reading = reader.read()
  guard let year, let title = otherYear(in: head, than: year) else { return reading }
  let fault = ExportFault.otherYear(title.text, year: year)
  return reading.with([fault.finding(at: title.place)])
}

private func noHead(_ sheet: ExportSheet, _ name: String) -> Finding {
  let place: Place = sheet.name.isEmpty ? .file(name) : .sheet(sheet.name, file: name)
  return ExportFault.noHead.finding(at: place)
}

/// A title that names years, and not the one that is expected.
private func otherYear(in head: ExportHead, than year: Int) -> ExportCell? {
  head.titles.first { title in
    let years = title.text.matches(of: /(?:^|[^0-9])([0-9]{4})(?:年|[-\/])/).compactMap {
      Int($0.1)
    }
    return !years.isEmpty && !years.contains(year)
  }
}

extension ExportReading {
  /// An export of which nothing was read.
  static func nothing(_ findings: [Finding]) -> ExportReading {
    ExportReading(
      table: nil, findings: findings, tally: ImportTally(), emptyFields: [], openWords: [],
      understood: [:])
  }

  /// The same with what else was found.
  func with(_ others: [Finding]) -> ExportReading {
    ExportReading(
      table: table, findings: (findings + others).inReadingOrder(), tally: tally,
      emptyFields: emptyFields, openWords: openWords, understood: understood)
  }
}
