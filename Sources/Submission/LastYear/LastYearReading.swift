internal import Composition
public import Diagnostics
internal import Domain
public import Dossiers
internal import Figures
public import FoundationEssentials
public import LastYear
public import Layouts
internal import Readings

/// Where the year before is.
public struct LastYearSource: Sendable {
  /// The dossier, the folder of outputs, or the file.
  public let url: URL
  /// What messages call it.
  public let name: String
  /// Where layout sets are.
  public let data: DataFolder
  /// The names of accounts that people have brought in; nil for none.
  public let catalogues: UserCatalogues?

  /// Pairs a place with what reading it needs.
  public init(url: URL, name: String, data: DataFolder, catalogues: UserCatalogues? = nil) {
    self.url = url
    self.name = name
    self.data = data
    self.catalogues = catalogues
  }
}

/// Reads what was published, for those who have readers for it.
public typealias PublishedYearReader = @Sendable (LastYearSource) -> Loaded<KnownYear>

extension LastYearSource {
  /// What is known of the year before.
  ///
  /// - Parameter reader: reads workbooks and PDFs; nil where nobody does.
  /// - Returns: nil, with what stands in the way; without findings where only a reader could tell.
  func known(by reader: PublishedYearReader?) -> Loaded<KnownYear> {
    let disk = Disk()
    guard disk.exists(url) else {
      return Loaded(nil, [LastYearFault.missing(name).finding(at: nil)])
    }
    func has(_ file: String, in folder: URL) -> Bool {
      disk.exists(folder.appendingPathComponent(file))
    }
    if has(DossierFileName.department, in: url) { return dossier() }
    let isFolder = has(".", in: url)
    if isFolder, has(BuildSummary.figuresFile, in: url) { return outputs(in: url, reader) }
    if let reader { return reader(self) }
    let folder = url.deletingLastPathComponent()
    if !isFolder, has(BuildSummary.figuresFile, in: folder), has(Manifest.fileName, in: folder) {
      return outputs(in: folder, nil)
    }
    return Loaded(nil, [])
  }

  /// Reads the dossier of the year before, and composes its forms.
  ///
  /// - Parameter sheets: what it says, where it is a workbook; nil for a folder.
  public func dossier(_ sheets: DossierSheets? = nil) -> Loaded<KnownYear> {
    var log = WorkLog()
    var order = BuildOrder(dossier: url, workingFolder: url)
    order.catalogues = catalogues
    order.sheets = sheets
    let known = log.attempt { log -> KnownYear in
      let (loaded, texts) = try LoadedSet.load(for: BuildRequest(order, data: data), log: &log)
      let reading = readDossier(
        order.source, by: loaded.set, catalogues: catalogues, alreadyRead: texts)
      let accounts = try log.take(Loaded(reading.value, reading.findings))
      let composed = try log.take(compose(accounts, by: loaded.set, withText: false))
      return KnownYear(accounts, figures: composed.figures, by: loaded.set)
    }
    // Its warnings were told when it was built.
    let errors = log.findings(of: order).filter { $0.severity == .error }
    return Loaded(known, errors.map(inDossier))
  }

  /// A finding with the dossier before the file that it speaks of, for the new dossier has such a file
  /// too; one of a layout set as it is.
  private func inDossier(_ finding: Finding) -> Finding {
    guard case .source(let place)? = finding.place, data.layouts.lines(of: place.file) == nil else {
      return finding
    }
    return finding.below(name)
  }

  /// Reads the list of figures that a build wrote; what that does not tell is read of its other files.
  private func outputs(in folder: URL, _ reader: PublishedYearReader?) -> Loaded<KnownYear> {
    let shown = "\(name)/\(BuildSummary.figuresFile)"
    let library = data.layouts
    let manifest = Manifest(in: folder)
    guard let manifest, library.has(manifest.layoutSet) else {
      if let reader { return reader(self) }
      return Loaded(
        nil, [LastYearFault.unknownSet(shown, known: library.names).finding(at: nil)])
    }
    guard let bytes = OwnOutputs(in: folder).bytes(of: BuildSummary.figuresFile) else {
      return Loaded(nil, [LastYearFault.changed(shown).finding(at: nil)])
    }
    let list = readFiguresCSV(bytes, as: shown)
    let loaded = library.load(manifest.layoutSet, extent: [])
    guard let book = list.value, let set = loaded.value, !list.findings.hasErrors else {
      return Loaded(nil, (list.findings + loaded.findings).filter { $0.severity == .error })
    }
    let published = reader?(self).value
    var identity = published?.identity ?? KnownYear.Identity()
    identity.code = manifest.department
    return Loaded(
      KnownYear(
        figures: book.keyed(by: set), areExact: true, by: set, year: manifest.fiscalYear,
        identity: identity, names: published?.names ?? []), [])
  }
}
