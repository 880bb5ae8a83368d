internal import Diagnostics
internal import FoundationEssentials
internal import ReaderProcess
internal import Readings
internal import Submission

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
    of folder: URL, files: [String], kinds: Set<ReferenceKind>, with reader: FileReader
  ) -> Loaded<[MadeReference]> {
    var made: [MadeReference] = []
    var findings: [Finding] = []
    for name in files.sorted() where name != BuildSummary.manifestFile {
      let url = folder.appendingPathComponent(name)
      guard let data = try? Data(contentsOf: url) else { continue }
      let bytes = Array(data)
      if name == BuildSummary.figuresFile {
        made.append(MadeReference(path: name, kind: .figures, bytes: bytes))
        continue
      }
      let maker = ReferenceMaker(url: url, bytes: bytes, kinds: kinds, reader: reader)
      let renditions = maker.renditions()
      findings += renditions.findings
      made += renditions.value ?? []
      made.append(MadeReference(path: name, kind: .files, bytes: bytes))
    }
    if kinds.contains(.hashes) {
      let hashes = hashes(of: made.filter { $0.kind == .files }, reader)
      findings += hashes.findings
      made += hashes.value.map { [$0] } ?? []
    }
    guard !findings.hasErrors else { return Loaded(nil, findings) }
    return Loaded(made.filter { kinds.contains($0.kind) }, findings)
  }

  /// The checksums, a line a file, below a line of versions: the bytes of a file depend on them.
  private static func hashes(
    of files: [MadeReference], _ reader: FileReader
  ) -> Loaded<MadeReference> {
    let path = ReferenceKind.hashesFile
    let answer = reader.read(
      ReadingRequest(.drawingLibrary, of: URL(fileURLWithPath: "/"), as: path))
    guard case .text(let drawingLibrary)? = answer.value else {
      return Loaded(nil, answer.findings)
    }
    let versions = libraryVersions + [drawingLibrary]
    let lines = files.sorted { $0.path < $1.path }.map { file in
      "\(sha256(of: Data(file.bytes)))  \(file.path)"
    }
    let bytes = Array(
      (["# " + versions.joined(separator: ", ")] + lines).map { $0 + "\n" }.joined().utf8)
    return Loaded(MadeReference(path: path, kind: .hashes, bytes: bytes), answer.findings)
  }
}

/// Makes the references of a file that was built a moment ago.
private struct ReferenceMaker {
  let url: URL
  let bytes: [UInt8]
  let kinds: Set<ReferenceKind>
  let reader: FileReader

  private var name: String { url.lastPathComponent }
  private var base: String { url.deletingPathExtension().lastPathComponent }

  /// The texts of a workbook or document; none of anything else, or where none are wanted.
  func renditions() -> Loaded<[MadeReference]> {
    switch url.pathExtension {
    case "xlsx" where kinds.contains(.sheets):
      let answer = reader.read(ReadingRequest(.workbook, of: url, as: name, ownBytes: bytes))
      guard case .workbook(let book)? = answer.value else { return Loaded(nil, answer.findings) }
      let texts = Rendition.renditions(of: book, named: base)
      return Loaded(texts.map { $0.reference(.sheets) }, answer.findings)
    case "pdf" where !kinds.isDisjoint(with: [.pages, .thumbs]):
      let answer = reader.read(ReadingRequest(.pdf([.all, .tagTexts]), of: url, as: name))
      guard case .pdf(let reading)? = answer.value else { return Loaded(nil, answer.findings) }
      let texts = Rendition.renditions(of: reading, named: base).map { $0.reference(.pages) }
      let pictures = kinds.contains(.thumbs) ? thumbs(of: reading) : Loaded([], [])
      return Loaded(texts + (pictures.value ?? []), answer.findings + pictures.findings)
    default: return Loaded([], [])
    }
  }

  /// Small pictures of the first page and of those with which a part begins.
  private func thumbs(of reading: PDFReading) -> Loaded<[MadeReference]> {
    let parts = reading.outline.filter { $0.level == 1 }.compactMap(\.target?.page)
    let chosen = Set([1] + parts).sorted().prefix(Self.thumbCount)
    let task = ReadingRequest.Task.pictures(
      Array(chosen), dotsPerInch: Self.thumbDotsPerInch)
    let answer = reader.read(ReadingRequest(task, of: url, as: name))
    guard case .pictures(let pictures)? = answer.value else { return Loaded(nil, answer.findings) }
    let made = pictures.map { picture in
      MadeReference(
        path: "\(ReferenceKind.thumbs.rawValue)/\(base.asFileName)/\(picture.page).png",
        kind: .thumbs, bytes: picture.bytes)
    }
    return Loaded(made, answer.findings)
  }

  /// A handful: pictures are for eyes, and each change of one stays in the history of a project.
  private static let thumbCount = 8
  /// Enough to see what is cut off or overlaps.
  private static let thumbDotsPerInch = 40.0
}

extension Rendition {
  fileprivate func reference(_ kind: ReferenceKind) -> MadeReference {
    MadeReference(path: path, kind: kind, bytes: Array(text.utf8))
  }
}
