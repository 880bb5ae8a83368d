internal import Comparison
internal import Diagnostics
internal import FoundationEssentials
internal import ReaderProcess
internal import Readings
internal import Submission

/// The files of a side before anything is read of them.
struct SideFiles: Sendable {
  /// A file of the side.
  struct Entry: Sendable {
    let url: URL
    /// Its name relative to what is compared.
    let name: String
    /// Its name in messages.
    let shown: String
    let sort: FileSort
    /// How many bytes it has; nil where it cannot be read.
    let size: Int?
    /// The SHA-256 of its bytes; nil where they cannot be read or nobody needs to know.
    fileprivate(set) var checksum: String?

    /// Lists a file.
    init(url: URL, name: String, shown: String, sort: FileSort) {
      (self.url, self.name, self.shown, self.sort) = (url, name, shown, sort)
      size = Self.bytes(of: url)?.count
    }

    fileprivate static func bytes(of url: URL) -> Data? {
      try? Data(contentsOf: url, options: .mappedIfSafe)
    }

    /// Whether both are the same byte by byte.
    func hasSameBytes(as other: Entry) -> Bool { checksum != nil && checksum == other.checksum }
  }

  let source: ComparisonSource
  let isFolder: Bool
  /// The folder that is compared, or the one in which the file is.
  let folder: URL
  private(set) var entries: [Entry]
  /// Names that are no UTF-8, each told.
  let foreign: [Finding]
  let own: OwnOutputs
}

extension SideFiles {
  /// The same with the checksums of the files that one of another side may equal: of those that are as
  /// long as one there.
  func withChecksums(against other: SideFiles) -> SideFiles {
    let sizes = Set(other.entries.compactMap(\.size))
    var side = self
    for (index, entry) in entries.enumerated() where entry.size.map(sizes.contains) ?? false {
      side.entries[index].checksum = Entry.bytes(of: entry.url).map(sha256)
    }
    return side
  }
}

/// What was read of a side.
struct SideAnswers: Sendable {
  /// By the names of the files; none of a file that has no reader.
  var files: [String: Loaded<FileReading>] = [:]
  /// The list of figures beside the files; nil for none.
  var ledger: Loaded<FileReading>?

  /// A workbook by its name.
  func workbook(_ name: String) -> WorkbookReading? {
    if case .workbook(let book) = files[name]?.value { book } else { nil }
  }
}
