public import Comparison
public import Diagnostics
public import FoundationEssentials
public import ReaderProcess
public import Readings
public import Recognition

/// How figures of workbooks and PDFs are made known: by a layout set, which this module knows nothing
/// of.
public struct FigureRecognition: Sendable {
  /// The forms of workbooks that belong together, and as much about them as is wanted.
  public var workbooks: @Sendable ([WorkbookReading], RecognitionExtent) -> [RecognisedFile]
  /// The forms of PDFs that belong together and were read with ``details``, and as much about them as
  /// is wanted.
  public var pdfs: @Sendable ([PDFReading], RecognitionExtent) -> [RecognisedFile]
  /// What must be read of a PDF for its forms to be known.
  public var details: PDFDetails

  /// Takes what must be read of a PDF, and how the forms of either kind of file are told.
  public init(
    details: PDFDetails,
    workbooks: @escaping @Sendable ([WorkbookReading], RecognitionExtent) -> [RecognisedFile],
    pdfs: @escaping @Sendable ([PDFReading], RecognitionExtent) -> [RecognisedFile]
  ) {
    self.details = details
    self.workbooks = workbooks
    self.pdfs = pdfs
  }
}

/// A file or folder that is to be compared: where it is, and what reports call it.
public struct ComparisonSource: Sendable {
  /// Where the file or folder is.
  public var url: URL
  /// Never a path of the machine beyond what the user wrote.
  public var name: String
  /// Files of a folder that are not compared: the file of rules that stands among references.
  public var excluding: Set<String>

  /// Pairs a place with a name; unless said otherwise every file of a folder is compared.
  public init(url: URL, name: String, excluding: Set<String> = []) {
    self.url = url
    self.name = name
    self.excluding = excluding
  }
}

/// Both sides of a comparison, read for the level at which ``compare(_:_:level:rules:)`` will hold
/// them against each other.
public struct ComparisonPair: Sendable {
  /// The older side, or the reference.
  public let left: ComparisonInput
  /// The newer side, or what is held against the reference.
  public let right: ComparisonInput
}

/// Reads both sides of a comparison; what they are is told from their contents, not their names.
///
/// - Parameters:
///   - level: as it will be given to ``compare(_:_:level:rules:)``.
///   - recognition: how figures are made known; nil where no layout set is at hand, then only lists
///     have figures.
///   - reader: reads strangers' files in a process of their own.
/// - Returns: both sides, or the findings that say what could not be read (`C001` and following,
///   `C108` for what is no workbook, PDF or text). Warnings of the recognition come at the level of
///   figures alone.
public func readComparison(
  _ left: ComparisonSource, _ right: ComparisonSource, level: ComparisonLevel?,
  by recognition: FigureRecognition?, with reader: FileReader
) -> Loaded<ComparisonPair> {
  // Across kinds only figures can be compared, so they must be known.
  let crosses = FileSort(of: left.url) != FileSort(of: right.url)
  let level = level ?? (crosses ? .figures : .standard)
  let sides = SideReader(level: level, recognition: recognition, reader: reader)
  let (leftFiles, rightFiles) = (sides.files(of: left), sides.files(of: right))
  let pair = SidePair(
    reader: sides, left: leftFiles.withChecksums(against: rightFiles),
    right: rightFiles.withChecksums(against: leftFiles))
  let read = pair.read()
  let told = read.left.findings + read.right.findings
  guard let own = read.left.value, let others = read.right.value, !told.hasErrors else {
    return Loaded(nil, told)
  }
  guard level > .figures else {
    return Loaded(ComparisonPair(left: own, right: others), told)
  }
  let changed = changedDocuments(own, others)
  let drawn = atOnce { side in
    side == 0
      ? sides.withGrids(own, of: left, in: changed)
      : sides.withGrids(others, of: right, in: changed)
  }
  let findings = told + drawn.left.findings + drawn.right.findings
  guard let own = drawn.left.value, let others = drawn.right.value, !findings.hasErrors else {
    return Loaded(nil, findings)
  }
  let named = sides.withFigures(own, others, in: changed)
  return Loaded(ComparisonPair(left: named.left, right: named.right), findings)
}

/// The PDFs that both sides have with other lines, by their names.
private func changedDocuments(_ left: ComparisonInput, _ right: ComparisonInput) -> Set<String> {
  let own = Dictionary(left.documents.map { ($0.name, $0.reading) }) { first, _ in first }
  return Set(
    right.documents.compactMap { name, reading in
      own[name].flatMap { $0.lineTexts != reading.lineTexts ? name : nil }
    })
}

extension ComparisonInput {
  /// The PDFs by what they are found by.
  fileprivate var documents: [(name: String, reading: PDFReading)] {
    files.compactMap { file in
      if case .pdf(let reading) = file.content { (key(of: file), reading) } else { nil }
    }
  }
}

extension PDFReading {
  fileprivate var lineTexts: [[String]] { pages.map { $0.lines.map(\.text) } }
}
