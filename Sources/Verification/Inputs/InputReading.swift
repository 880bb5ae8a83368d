public import Comparison
public import Diagnostics
internal import Figures
public import FoundationEssentials
internal import PDFReader
public import Readings
public import Recognition
internal import WorkbookReader

/// How figures of workbooks and PDFs are made known: by a layout set, which this module knows nothing
/// of.
public struct FigureRecognition: Sendable {
  /// The forms of a workbook.
  public var workbook: @Sendable (WorkbookReading) -> RecognisedFile
  /// The forms of a PDF that was read with ``details``.
  public var pdf: @Sendable (PDFReading) -> RecognisedFile
  /// What must be read of a PDF for its forms to be known.
  public var details: PDFDetails

  /// Takes what must be read of a PDF, and how the forms of either kind of file are told.
  public init(
    details: PDFDetails, workbook: @escaping @Sendable (WorkbookReading) -> RecognisedFile,
    pdf: @escaping @Sendable (PDFReading) -> RecognisedFile
  ) {
    self.details = details
    self.workbook = workbook
    self.pdf = pdf
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
/// - Returns: both sides, or the findings that say what could not be read (`C001` and following,
///   `C108` for what is no workbook, PDF or text). Warnings of the recognition come at the level of
///   figures alone.
public func readComparison(
  _ left: ComparisonSource, _ right: ComparisonSource, level: ComparisonLevel?,
  by recognition: FigureRecognition?
) -> Loaded<ComparisonPair> {
  // Across kinds only figures can be compared, so they must be known.
  let crosses = FileSort(of: left.url) != FileSort(of: right.url)
  let level = level ?? (crosses ? .figures : .standard)
  let reader = InputReader(level: level, recognition: recognition)
  let (first, second) = (reader.read(left), reader.read(right))
  let findings = first.findings + second.findings
  guard let own = first.value, let others = second.value, !findings.hasErrors else {
    return Loaded(nil, findings)
  }
  guard level > .figures else { return Loaded(ComparisonPair(left: own, right: others), findings) }
  let changed = changedPages(own, others)
  return Loaded(
    ComparisonPair(
      left: reader.withGrids(own, of: left, on: changed.left),
      right: reader.withGrids(others, of: right, on: changed.right)), findings)
}

/// The pages of each side that the other does not have, by the name of the PDF; of those that both
/// sides have with other lines.
private func changedPages(
  _ left: ComparisonInput, _ right: ComparisonInput
) -> (left: [String: Set<Int>], right: [String: Set<Int>]) {
  let own = Dictionary(left.documents.map { ($0.name, $0.reading) }) { first, _ in first }
  var (leftPages, rightPages): ([String: Set<Int>], [String: Set<Int>]) = ([:], [:])
  for (name, reading) in right.documents {
    guard let other = own[name], other.lineTexts != reading.lineTexts else { continue }
    leftPages[name] = other.pages(notIn: reading)
    rightPages[name] = reading.pages(notIn: other)
  }
  return (leftPages, rightPages)
}

extension ComparisonInput {
  /// The PDFs by name; one that was named itself has none, for its other side may be called anything.
  fileprivate var documents: [(name: String, reading: PDFReading)] {
    let (files, isFolder) =
      switch content {
      case .file(let file): ([file], false)
      case .folder(let files): (files, true)
      }
    return files.compactMap { file in
      if case .pdf(let reading) = file.content { (isFolder ? file.name : "", reading) } else { nil }
    }
  }
}

extension PDFReading {
  fileprivate var lineTexts: [[String]] { pages.map { $0.lines.map(\.text) } }

  /// The places of the pages that have no page of another file's with the same lines in the same
  /// places.
  fileprivate func pages(notIn other: PDFReading) -> Set<Int> {
    let known = Set(other.pages.map(\.lines))
    return Set(pages.indices.filter { !known.contains(pages[$0].lines) })
  }
}

/// Reads one side.
private struct InputReader {
  let level: ComparisonLevel
  let recognition: FigureRecognition?

  /// The list that a build writes beside its files.
  private static let ledgerName = "figures.csv"

  func read(_ source: ComparisonSource) -> Loaded<ComparisonInput> {
    guard FileSort(of: source.url) == .folder else {
      let ledger = ledger(in: source.url.deletingLastPathComponent())
      let name = source.url.lastPathComponent
      let file = read(source.url, as: name, shownAs: source.name, ledger: ledger, isAlone: true)
      return Loaded(
        file.value.map { ComparisonInput(name: source.name, content: .file($0)) }, file.findings)
    }
    let ledger = ledger(in: source.url)
    var files: [ComparedFile] = []
    var findings: [Finding] = []
    for name in names(in: source.url) where !source.excluding.contains(name) {
      let file = read(
        source.url.appendingPathComponent(name), as: name, shownAs: "\(source.name)/\(name)",
        ledger: ledger, isAlone: false)
      findings += file.findings
      file.value.map { files.append($0) }
    }
    return Loaded(ComparisonInput(name: source.name, content: .folder(files)), findings)
  }

  /// The side with the cells of its tables on those pages, by the name of the PDF.
  ///
  /// Cells are found by drawing each page, which takes longer than all else, and only texts that
  /// break elsewhere need them; so they are read for pages that differ, and for no others.
  func withGrids(
    _ input: ComparisonInput, of source: ComparisonSource, on pages: [String: Set<Int>]
  ) -> ComparisonInput {
    func reread(_ file: ComparedFile, _ url: URL, _ pages: Set<Int>?) -> ComparedFile {
      guard let pages, case .pdf(let reading) = file.content else { return file }
      var result = file
      result.content = .pdf(readGrids(of: pages, at: url, into: reading))
      return result
    }
    var result = input
    switch input.content {
    // One that was named itself goes by no name.
    case .file(let file): result.content = .file(reread(file, source.url, pages[""]))
    case .folder(let files):
      result.content = .folder(
        files.map { file in
          reread(file, source.url.appendingPathComponent(file.name), pages[file.name])
        })
    }
    return result
  }

  /// The files of a folder and those below, by relative name; hidden ones left out.
  private func names(in folder: URL) -> [String] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.sorted().filter { path in
      !path.split(separator: "/").contains { $0.hasPrefix(".") }
        && FileSort(of: folder.appendingPathComponent(path)) != .folder
    }
  }

  /// The list of figures beside the files, for units and ledger lines; one that cannot be read
  /// explains nothing.
  private func ledger(in folder: URL) -> FigureBook? {
    let url = folder.appendingPathComponent(Self.ledgerName)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    return readFiguresCSV(at: url, as: Self.ledgerName).value
  }

  /// Reads a file by what it is.
  ///
  /// - Parameter isAlone: whether it was named itself; of a folder other files are compared too.
  private func read(
    _ url: URL, as name: String, shownAs shown: String, ledger: FigureBook?, isAlone: Bool
  ) -> Loaded<ComparedFile> {
    switch FileSort(of: url) {
    case .workbook:
      let loaded = readWorkbook(at: url, as: shown)
      return file(name, loaded, ledger, { .workbook($0) }) { recognition?.workbook($0) }
    case .pdf:
      let isWanted = level == .figures
      let details: PDFDetails = level >= .format ? .all : []
      let loaded = readPDF(
        at: url, as: shown, details: isWanted ? recognition?.details ?? [] : details)
      return file(name, loaded, ledger, { .pdf($0) }) { isWanted ? recognition?.pdf($0) : nil }
    case .text, .folder: return TextInput(url: url, name: name, shown: shown).read()
    case .other(let kind):
      if !isAlone, let data = try? Data(contentsOf: url) {
        return Loaded(ComparedFile(name: name, content: .bytes(Array(data))), [])
      }
      return Loaded(nil, [FileSort.finding(url, shown, kind: kind)])
    }
  }

  private func file<Reading>(
    _ name: String, _ loaded: Loaded<Reading>, _ ledger: FigureBook?,
    _ content: (Reading) -> ComparedFile.Content, _ recognise: (Reading) -> RecognisedFile?
  ) -> Loaded<ComparedFile> {
    guard let reading = loaded.value else { return Loaded(nil, loaded.findings) }
    let recognised = recognise(reading)
    let warnings = level == .figures ? recognised?.findings ?? [] : []
    return Loaded(
      ComparedFile(
        name: name, content: content(reading), figures: recognised?.book,
        ledger: ledger),
      loaded.findings + warnings)
  }
}
