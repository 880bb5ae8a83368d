internal import Diagnostics
internal import FoundationEssentials
internal import SourceFiles

/// The files of a dossier folder, read by name.
struct DossierFiles: DossierParts {
  static let department = "department.yaml"
  static let accounts = "accounts.csv"
  /// Files without which there is no dossier.
  static let required = [department] + LedgerTable.all.map(\.file)
  /// What the department states of its audit, which others read.
  static let reasons = "审核说明.yaml"
  /// All files that a dossier may have.
  static let known = required + [accounts, reasons]
  /// The folder of self-evaluations.
  static let evaluations = "evaluations"

  private let folder: URL
  /// What was read of the folder before, by file name.
  private let earlier: [String: SourceText]
  private let log: FindingLog
  private(set) var texts: [SourceText] = []
  /// The entries of the folder.
  private let names: [String]
  /// The entries whose names are no text.
  private let foreign: [ForeignName]

  /// Lists a folder; nil, with a finding, where there is none.
  ///
  /// - Parameter earlier: texts of the folder that have been read already; no file is read twice, for
  ///   it might have changed in between.
  init?(_ folder: URL, alreadyRead earlier: [SourceText] = [], log: FindingLog) {
    let listing: FolderListing
    do {
      listing = try FolderListing(folder)
    } catch {
      let name = folder.lastPathComponent
      let fault =
        error.isAbsence
        ? FileFault.noDossier(
          name, isFile: FileManager.default.fileExists(atPath: folder.path))
        : .unreadable(name, error)
      log.report(fault, at: SourcePlace(file: name))
      return nil
    }
    self.folder = folder
    self.earlier = Dictionary(
      earlier.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    self.log = log
    names = listing.names.filter { !isOutputs(folder, $0) }
    foreign = listing.foreign
  }

  /// Reports files that are missing, and entries that belong to no dossier.
  func checkNames() {
    let unknown = names.filter { name in
      !Self.known.contains(name) && name != Self.evaluations && !isPassedOver(name)
    }
    for name in Self.required where !names.contains(name) {
      let guess = nearest(to: name, among: unknown)
      log.report(FileFault.missing(name, guess: guess), at: SourcePlace(file: name))
    }
    for name in unknown {
      let absent = (Self.known + [Self.evaluations]).filter { !names.contains($0) }
      let guess = nearest(to: name, among: absent)
      log.report(FileFault.unknown(name, guess: guess), at: SourcePlace(file: name))
    }
    for name in foreign {
      log.report(FileFault.foreignName(name), at: SourcePlace(file: name.escaped))
    }
  }

  /// Whether the folder has an entry of that name.
  func has(_ name: String) -> Bool { names.contains(name) }

  /// The text of a file; nil where it is missing, which ``checkNames()`` reports, or cannot be read.
  mutating func read(_ name: String) -> DossierPart? {
    has(name) ? load(name).map { DossierPart($0) } : nil
  }

  /// The texts of the self-evaluations, in the order of their files' names; reports what else their
  /// folder holds.
  mutating func readEvaluations() -> [DossierPart] {
    guard has(Self.evaluations) else { return [] }
    let inner = folder.appending(path: Self.evaluations)
    guard let listing = try? FolderListing(inner) else {
      log.report(
        EvaluationFault.noFolder(Self.evaluations), at: SourcePlace(file: Self.evaluations))
      return []
    }
    for name in listing.foreign {
      log.report(
        ForeignEvaluation(name: name),
        at: SourcePlace(file: "\(Self.evaluations)/\(name.escaped)"))
    }
    let files = listing.names.filter { !isPassedOver($0) && !isOutputs(inner, $0) }
      .map { "\(Self.evaluations)/\($0)" }
    return files.compactMap { file in
      guard file.hasSuffix(".yaml") else {
        log.report(EvaluationFault.foreignFile(file), at: SourcePlace(file: file))
        return nil
      }
      return load(file).map { DossierPart($0) }
    }
  }

  /// Reads a file by its path from the folder.
  private mutating func load(_ file: String) -> SourceText? {
    if let text = earlier[file] {
      texts.append(text)
      log.report(text.findings)
      return text
    }
    let loaded = SourceText.read(
      folder.appending(path: file), as: file, family: log.family, characters: .printed)
    log.report(loaded.findings)
    if let text = loaded.value { texts.append(text) }
    return loaded.value
  }

  /// Whether programs put the entry there: hidden files, and locks of open tables (`~$income.csv`).
  private func isPassedOver(_ name: String) -> Bool { name.hasPrefix(".") || name.hasPrefix("~$") }
}

/// Whether an entry of a folder is where builds write that are started in it.
private func isOutputs(_ folder: URL, _ name: String) -> Bool {
  var isFolder = false
  let path = folder.appending(path: name).path
  return name == "Out" && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    && isFolder
}
