internal import Comparison
internal import Diagnostics
internal import Figures
internal import FoundationEssentials
internal import ReaderProcess
internal import Readings
internal import Recognition
internal import SourceFiles
internal import Submission

/// Reads one side.
struct SideReader: Sendable {
  let level: ComparisonLevel
  let recognition: FigureRecognition?
  let reader: FileReader

  /// A file of the side.
  private struct Entry {
    let url: URL
    /// Its name relative to what is compared.
    let name: String
    /// Its name in messages.
    let shown: String
    let sort: FileSort
  }

  /// The list that a build writes beside its files.
  private static let ledgerName = "figures.csv"

  /// Reads a file, or all files of a folder: strangers' files in one process, one after the other.
  func read(_ source: ComparisonSource) -> Loaded<ComparisonInput> {
    let sort = FileSort(of: source.url)
    let isFolder = sort == .folder
    let folder = isFolder ? source.url : source.url.deletingLastPathComponent()
    let listing = isFolder ? FolderListing.files(below: source.url) : nil
    let entries =
      listing.map { readable($0.paths, of: source) }
      ?? [
        Entry(
          url: source.url, name: source.url.lastPathComponent, shown: source.name, sort: sort)
      ]
    let own = OwnOutputs(in: folder)
    var requests = entries.compactMap { request($0, own) }
    let hasLedger = FileManager.default.fileExists(
      atPath: folder.appendingPathComponent(Self.ledgerName).path)
    if hasLedger { requests.append(ledgerRequest(in: folder, own)) }
    var answers = reader.read(requests)
    let ledger = hasLedger ? Self.list(in: answers.removeLast()) : nil
    var files: [ComparedFile] = []
    var findings = (listing?.foreign ?? []).map { folder, name in
      let place = folder.isEmpty ? source.name : "\(source.name)/\(folder)"
      return SidesFault.foreignName(name, in: place).finding(at: nil)
    }
    answers.reverse()
    for entry in entries {
      let answer = task(entry) == nil ? nil : answers.popLast()
      let file = file(entry, answer, ledger: ledger, isAlone: !isFolder)
      findings += file.findings
      guard var value = file.value else { continue }
      value.checksum = (try? Data(contentsOf: entry.url, options: .mappedIfSafe)).map(sha256)
      files.append(value)
    }
    let content: ComparisonInput.Content? =
      isFolder ? .folder(files) : files.first.map { .file($0) }
    return Loaded(content.map { ComparisonInput(name: source.name, content: $0) }, findings)
  }

  /// The files of a folder and those below, by their relative names.
  private func readable(_ paths: [String], of source: ComparisonSource) -> [Entry] {
    paths.compactMap { path in
      guard !source.excluding.contains(path) else { return nil }
      let url = source.url.appendingPathComponent(path)
      let sort = FileSort(of: url)
      guard sort != .folder else { return nil }
      return Entry(url: url, name: path, shown: "\(source.name)/\(path)", sort: sort)
    }
  }

  /// What is to be read of a file; nil for one that has no reader.
  private func task(_ entry: Entry) -> ReadingRequest.Task? {
    switch entry.sort {
    case .workbook: return .workbook
    case .pdf:
      guard level == .figures else { return .pdf(level >= .format ? .all : []) }
      return .pdf(recognition?.details ?? [])
    case .text: return .text
    case .folder, .other: return nil
    }
  }

  private func request(_ entry: Entry, _ own: OwnOutputs) -> ReadingRequest? {
    task(entry).map {
      // Nobody asks for the checksum of a document: it is read in a process of its own anyhow.
      let bytes = entry.sort == .pdf ? nil : own.bytes(of: entry.name)
      return ReadingRequest($0, of: entry.url, as: entry.shown, ownBytes: bytes)
    }
  }

  /// The list of figures beside the files, for units and ledger lines.
  private func ledgerRequest(in folder: URL, _ own: OwnOutputs) -> ReadingRequest {
    ReadingRequest(
      .text, of: folder.appendingPathComponent(Self.ledgerName), as: Self.ledgerName,
      ownBytes: own.bytes(of: Self.ledgerName))
  }

  /// A list of figures; one that cannot be read explains nothing.
  private static func list(in answer: Loaded<FileReading>) -> FigureBook? {
    guard case .text(let text)? = answer.value else { return nil }
    return readFiguresCSV(SourceText(file: ledgerName, text: text)).value
  }

  /// A file by what it is.
  ///
  /// - Parameter isAlone: whether it was named itself; of a folder other files are compared too.
  private func file(
    _ entry: Entry, _ answer: Loaded<FileReading>?, ledger: FigureBook?, isAlone: Bool
  ) -> Loaded<ComparedFile> {
    guard let answer else {
      if !isAlone, let data = try? Data(contentsOf: entry.url) {
        return Loaded(ComparedFile(name: entry.name, content: .bytes(Array(data))), [])
      }
      let kind: FileKind? = if case .other(let kind) = entry.sort { kind } else { nil }
      return Loaded(nil, [FileSort.finding(entry.url, entry.shown, kind: kind)])
    }
    switch answer.value {
    case .workbook(let book):
      return file(entry, .workbook(book), recognition?.workbook(book), ledger, answer.findings)
    case .pdf(let reading):
      let recognised = level == .figures ? recognition?.pdf(reading, true) : nil
      return file(entry, .pdf(reading), recognised, ledger, answer.findings)
    case .text(let text):
      return ComparedFile.reading(SourceText(file: entry.shown, text: text), as: entry.name)
    case .grids, .pictures, nil: return Loaded(nil, answer.findings)
    }
  }

  private func file(
    _ entry: Entry, _ content: ComparedFile.Content, _ recognised: RecognisedFile?,
    _ ledger: FigureBook?, _ findings: [Finding]
  ) -> Loaded<ComparedFile> {
    let told = level == .figures ? recognised : nil
    return Loaded(
      ComparedFile(
        name: entry.name, content: content, figures: recognised?.book, ledger: ledger,
        unread: told?.unread ?? []),
      findings + (told?.findings ?? []))
  }
}

extension SideReader {
  /// The side with the cells of the tables of those PDFs, and with the figures in them.
  ///
  /// Cells are found by drawing each page, which takes longer than all else, and only what differs
  /// needs them: texts that break elsewhere, and figures that are to be told by their address. So they
  /// are read of PDFs that differ, and of no others; of all pages, for a form goes on from its title
  /// over several, and self-evaluations are counted.
  func withGrids(
    _ input: ComparisonInput, of source: ComparisonSource, in documents: Set<String>
  ) -> Loaded<ComparisonInput> {
    var (files, isFolder): ([ComparedFile], Bool) =
      switch input.content {
      case .file(let file): ([file], false)
      case .folder(let files): (files, true)
      }
    var (places, requests): ([Int], [ReadingRequest]) = ([], [])
    for (index, file) in files.enumerated() {
      // One that was named itself goes by no name.
      guard case .pdf(let reading) = file.content, documents.contains(isFolder ? file.name : "")
      else { continue }
      let ruled = reading.pages.indices.filter { reading.pages[$0].mayHaveTable }
      guard !ruled.isEmpty else { continue }
      let open = ruled.filter { !reading.pages[$0].areRulesKnown }
      guard !open.isEmpty else {
        files[index] = files[index].with(
          .pdf(reading), figures: recognition?.pdf(reading, false).book)
        continue
      }
      places.append(index)
      requests.append(
        ReadingRequest(
          .grids(open),
          of: isFolder ? source.url.appendingPathComponent(file.name) : source.url,
          as: isFolder ? "\(source.name)/\(file.name)" : source.name))
    }
    var findings: [Finding] = []
    for (index, answer) in zip(places, reader.read(requests)) {
      findings += answer.findings
      guard case .grids(let grids)? = answer.value, case .pdf(var reading) = files[index].content
      else { continue }
      for page in grids where reading.pages.indices.contains(page.page) {
        reading.pages[page.page].grids = page.grids
      }
      // What was not recognised is no fault where everything that is printed is compared.
      files[index] = files[index].with(
        .pdf(reading), figures: recognition?.pdf(reading, false).book)
    }
    let content: ComparisonInput.Content = isFolder ? .folder(files) : .file(files[0])
    return Loaded(ComparisonInput(name: input.name, content: content), findings)
  }
}
