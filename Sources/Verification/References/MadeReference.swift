internal import Diagnostics
internal import FoundationEssentials
internal import PDFReader
internal import Readings
internal import Submission
internal import WorkbookReader

/// A reference as the build of today would leave it.
struct MadeReference: Sendable {
  let path: String
  let kind: ReferenceKind
  let bytes: [UInt8]
}

extension MadeReference {
  /// All references of some kinds that can be made of a build's files.
  ///
  /// - Returns: nil, with findings, where one of our own files cannot be read back.
  static func make(
    of folder: URL, files: [String], kinds: Set<ReferenceKind>, versions: [String]
  ) -> Loaded<[MadeReference]> {
    var made: [MadeReference] = []
    var findings: [Finding] = []
    for name in files.sorted() where name != BuildSummary.manifestFile {
      let url = folder.appendingPathComponent(name)
      guard let data = try? Data(contentsOf: url) else { continue }
      if name == BuildSummary.figuresFile {
        made.append(MadeReference(path: name, kind: .figures, bytes: Array(data)))
        continue
      }
      let renditions = renditions(of: url, named: name, kinds: kinds)
      findings += renditions.findings
      made += renditions.value ?? []
      made.append(MadeReference(path: name, kind: .files, bytes: Array(data)))
    }
    let hashes = hashes(of: made.filter { $0.kind == .files }, versions)
    made.append(MadeReference(path: ReferenceKind.hashesFile, kind: .hashes, bytes: hashes))
    guard !findings.hasErrors else { return Loaded(nil, findings) }
    return Loaded(made.filter { kinds.contains($0.kind) }, findings)
  }

  /// The texts of a workbook or document; none of anything else, or where none are wanted.
  private static func renditions(
    of url: URL, named name: String, kinds: Set<ReferenceKind>
  ) -> Loaded<[MadeReference]> {
    let base = url.deletingPathExtension().lastPathComponent
    switch url.pathExtension {
    case "xlsx" where kinds.contains(.sheets):
      let loaded = readWorkbook(at: url, as: name)
      let texts = loaded.value.map { Rendition.renditions(of: $0, named: base) }
      return Loaded(texts?.map { $0.reference(.sheets) }, loaded.findings)
    case "pdf" where !kinds.isDisjoint(with: [.pages, .thumbs]):
      let loaded = readPDF(at: url, as: name, details: [.all, .tagTexts])
      guard let reading = loaded.value else { return Loaded(nil, loaded.findings) }
      let texts = Rendition.renditions(of: reading, named: base).map { $0.reference(.pages) }
      let pictures = kinds.contains(.thumbs) ? thumbs(of: reading, at: url, named: base) : []
      return Loaded(texts + pictures, loaded.findings)
    default: return Loaded([], [])
    }
  }

  /// Small pictures of the first page and of those with which a part begins.
  private static func thumbs(
    of reading: PDFReading, at url: URL, named name: String
  ) -> [MadeReference] {
    let parts = reading.outline.filter { $0.level == 1 }.compactMap(\.target?.page)
    let chosen = Set([1] + parts).sorted().prefix(thumbCount)
    return drawPages(Array(chosen), at: url, dotsPerInch: thumbDotsPerInch).map { page, picture in
      MadeReference(
        path: "\(ReferenceKind.thumbs.rawValue)/\(name.asFileName)/\(page).png", kind: .thumbs,
        bytes: picture)
    }
  }

  /// A handful: pictures are for eyes, and each change of one stays in the history of a project.
  private static let thumbCount = 8
  /// Enough to see what is cut off or overlaps.
  private static let thumbDotsPerInch = 40.0

  /// The checksums, a line a file, below a line of versions: the bytes of a file depend on them.
  private static func hashes(of files: [MadeReference], _ versions: [String]) -> [UInt8] {
    let lines = files.sorted { $0.path < $1.path }.map { file in
      "\(sha256(of: Data(file.bytes)))  \(file.path)"
    }
    return Array(
      (["# " + versions.joined(separator: ", ")] + lines).map { $0 + "\n" }.joined().utf8)
  }
}

extension Rendition {
  fileprivate func reference(_ kind: ReferenceKind) -> MadeReference {
    MadeReference(path: path, kind: kind, bytes: Array(text.utf8))
  }
}
