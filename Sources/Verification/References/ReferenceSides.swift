internal import Comparison
internal import Diagnostics
internal import FoundationEssentials
internal import ReaderProcess
internal import Submission

/// References and what a build would leave in their place, as the two sides of a comparison.
struct ReferenceSides {
  let left: ComparisonInput
  let right: ComparisonInput

  /// Reads both sides.
  ///
  /// - Parameters:
  ///   - made: what the build would leave; written into `scratch`, so that both are read alike.
  ///   - figures: the list that the build wrote, for the units and ledger lines behind figures.
  ///   - name: how reports call the references.
  static func read(
    _ folder: ReferenceFolder, made: [MadeReference], scratch: URL, figures: URL, name: String,
    level: ComparisonLevel, by recognition: FigureRecognition, with reader: FileReader
  ) throws -> Loaded<ReferenceSides> {
    for reference in made {
      let target = scratch.appendingPathComponent(reference.path)
      do {
        try makeFolders(target.deletingLastPathComponent())
        try writeFile(Data(reference.bytes), to: target)
      } catch {
        throw VerificationFault.temporaryFile(reference.path, error)
      }
    }
    try makeFolder(scratch)
    try makeFolder(folder.url)
    var excluded: Set<String> = []
    if !made.contains(where: { $0.kind == .figures }) {
      // No reference itself, but it explains those that are; without it they are told all the same.
      let target = scratch.appendingPathComponent(BuildSummary.figuresFile)
      try? FileManager.default.copyItem(at: figures, to: target)
      excluded = [BuildSummary.figuresFile]
    }
    let read = readComparison(
      ComparisonSource(
        url: folder.url, name: name,
        excluding: Set(folder.others + [rulesFileName, ReferenceList.file])),
      ComparisonSource(url: scratch, name: builtName, excluding: excluded), level: level,
      by: recognition, with: reader)
    guard let pair = read.value else { return Loaded(nil, read.findings) }
    return Loaded(ReferenceSides(left: pair.left, right: pair.right), read.findings)
  }

  /// How reports call what is built.
  static let builtName = "现在生成的"

  private static func makeFolder(_ url: URL) throws(VerificationFault) {
    do {
      try makeFolders(url)
    } catch {
      throw VerificationFault.folder(url.lastPathComponent, error)
    }
  }
}

extension ReferenceSides {
  /// The sides without what would tell a difference twice.
  ///
  /// Where anything differs, checksums and pictures are left out, and so they are where other versions
  /// of the libraries made them: they only tell that something differs. Texts tell it line by line.
  func layered(level: ComparisonLevel) -> (sides: ReferenceSides, findings: [Finding]) {
    guard level > .figures else { return (keeping { !$0.isDerived }, []) }
    let texts = keeping { !$0.isOfBytes }
    guard level >= .format, isEqual(texts, level) else { return (texts, []) }
    let versions = [left, right].map(\.versions)
    // Without checksums nothing tells the versions, and pictures are compared as they are.
    guard versions[0] != versions[1], let old = versions[0], let new = versions[1] else {
      return (self, [])
    }
    // Where there is nothing but checksums, they are compared all the same: nothing else would be.
    let hasOthers = !texts.left.files.isEmpty
    let fault = SidesFault.otherVersions(old: old, new: new, hasOthers: hasOthers)
    return (
      hasOthers ? texts : self, [fault.finding(at: .file(ReferenceKind.hashesFile))]
    )
  }

  private func isEqual(_ sides: ReferenceSides, _ level: ComparisonLevel) -> Bool {
    compare(sides.left, sides.right, level: level).differences.isEmpty
  }

  private func keeping(_ isKept: (ReferenceKind) -> Bool) -> ReferenceSides {
    ReferenceSides(left: left.keeping(isKept), right: right.keeping(isKept))
  }
}

extension ReferenceKind {
  /// Whether it tells what the figures and files tell, in other words.
  fileprivate var isDerived: Bool { [.sheets, .pages].contains(self) || isOfBytes }

  /// Whether it only tells that something differs, and depends on the versions of the libraries.
  fileprivate var isOfBytes: Bool { [.hashes, .thumbs].contains(self) }
}

extension ComparedFile {
  fileprivate var referenceKind: ReferenceKind {
    ReferenceKind(path: name, outputs: []) ?? .files
  }
}

extension ComparisonInput {
  fileprivate func keeping(_ isKept: (ReferenceKind) -> Bool) -> ComparisonInput {
    ComparisonInput(name: name, content: .folder(files.filter { isKept($0.referenceKind) }))
  }

  /// The first line of the checksums, which tells the versions of the libraries.
  fileprivate var versions: String? {
    let hashes = files.first { $0.referenceKind == .hashes }
    guard case .text(let lines)? = hashes?.content else { return nil }
    return lines.first
  }
}
