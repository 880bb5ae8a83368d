public import Diagnostics
internal import Domain
internal import Dossiers
public import FoundationEssentials
internal import LastYear
internal import Layouts

/// A dossier that was begun from the year before.
public struct BegunDossier: Sendable {
  /// What was written.
  public let written: WrittenDraft
  /// The layout set that it is written for.
  public let layout: String
  /// What was taken over, line by line.
  public let carried: [String]
  /// What is left to do, line by line.
  public let open: [String]
}

/// Begins a year from the one before: writes a dossier with what can be taken over of it.
///
/// - Parameters:
///   - name: the layout set; nil for the only one that the same issuer has for the year after.
///   - reader: reads workbooks and PDFs.
/// - Returns: what was written; or what stands in the way, and nothing is left then.
public func makeNextDossier(
  _ folder: URL, from source: LastYearSource, layout name: String?,
  reader: @escaping PublishedYearReader
) -> Loaded<BegunDossier> {
  var log = WorkLog()
  let begun = log.attempt { log -> BegunDossier in
    // What stands there is told before anything is read of the year before.
    guard !Disk().exists(folder) else { throw UsageFault.existing(folder.path) }
    let known = try log.take(source.known(by: reader))
    let chosen = try nextSet(after: known, named: name, in: source.data.layouts)
    let set = try log.take(LoadedSet.load(chosen, from: source.data)).set
    guard set.year == known.year + 1 else {
      throw NextLayoutFault.layoutYear(chosen, year: set.year, needed: known.year + 1)
    }
    let brought = source.catalogues?.names(ofYear: set.year).value ?? AccountNames()
    let start = YearStart(
      from: known,
      at: relativePath(
        from: isForWorkbook(folder) ? folder.deletingLastPathComponent() : folder, to: source.url),
      by: set,
      names: set.accountNames.filled(by: brought))
    let written = try write(start.draft, by: set, to: folder)
    let words = written.isWorkbook ? WorkbookWords.told : { $0 }
    return BegunDossier(
      written: written, layout: set.name, carried: start.carried.map(words),
      open: start.open.map(words))
  }
  return Loaded(begun, log.findings)
}

/// The layout set for the year after: the one that is named, or the same issuer's.
private func nextSet(
  after known: KnownYear, named name: String?, in library: LayoutLibrary
) throws -> String {
  if let name {
    guard library.has(name) else { throw LayoutChoiceFault.unknown(name, known: library.names) }
    guard library.areOfOneIssuer(name, known.layoutSet) else {
      throw NextLayoutFault.otherIssuer(name, former: known.layoutSet)
    }
    return name
  }
  let year = known.year + 1
  let candidates = library.names.filter { candidate in
    library.areOfOneIssuer(candidate, known.layoutSet)
      && library.load(candidate, extent: []).value?.year == year
  }
  let official = library.officialNames
  let seen = candidates.filter(official.contains)
  let best = seen.isEmpty ? candidates : seen
  guard best.count == 1, let only = best.first else {
    throw NextLayoutFault.noSet(year: year, known: candidates)
  }
  return only
}

/// The way from a folder to a place.
private func relativePath(from folder: URL, to place: URL) -> String {
  let (start, end) = (
    folder.standardizedFileURL.pathComponents, place.standardizedFileURL.pathComponents
  )
  let common = zip(start, end).prefix { $0 == $1 }.count
  let parts = Array(repeating: "..", count: start.count - common) + end.dropFirst(common)
  return parts.isEmpty ? "." : parts.joined(separator: "/")
}
