internal import Submission

/// The kinds of reference that a folder may hold of a submission.
///
/// Three weights: lists and texts that people review in a change, a line of checksum for each file,
/// and small pictures of a few pages; and the files themselves for those who have no others.
enum ReferenceKind: String, CaseIterable, Sendable {
  /// `figures.csv`, as a build writes it.
  case figures
  /// `sheets/<workbook>/<sheet>.txt`: ``Rendition`` of the workbooks.
  case sheets
  /// `pages/<document>/<number>.txt`: ``Rendition`` of the documents.
  case pages
  /// `hashes.txt`: the SHA-256 of each file, below the versions of the libraries that made them.
  case hashes
  /// `thumbs/<document>/<number>.png`: small pictures of a few pages, for eyes.
  case thumbs
  /// A workbook or document itself.
  case files

  /// What a folder gets that has none yet.
  static let usual: Set<ReferenceKind> = [.figures, .sheets, .pages, .hashes, .thumbs]

  /// The file of checksums.
  static let hashesFile = "hashes.txt"

  /// The kind that a file is by its name in the folder; nil for what is no reference.
  ///
  /// - Parameter outputs: the names of the files that a build writes.
  init?(path: String, outputs: Set<String>) {
    let folder = path.split(separator: "/", maxSplits: 1)
    switch path {
    case BuildSummary.figuresFile: self = .figures
    case Self.hashesFile: self = .hashes
    case _ where folder.count == 2 && path.hasSuffix(".txt"):
      guard let kind = [Self.sheets, .pages].first(where: { $0.rawValue == folder[0] }) else {
        return nil
      }
      self = kind
    case _ where folder.count == 2 && folder[0] == Self.thumbs.rawValue && path.hasSuffix(".png"):
      self = .thumbs
    case _ where outputs.contains(path) && path != BuildSummary.manifestFile: self = .files
    default: return nil
    }
  }
}
