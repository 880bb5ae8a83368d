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

  /// The list that a build writes beside its files.
  private static let ledgerName = "figures.csv"

  /// Lists a file, or all files of a folder.
  func files(of source: ComparisonSource) -> SideFiles {
    let sort = FileSort(of: source.url)
    let isFolder = sort == .folder
    let folder = isFolder ? source.url : source.url.deletingLastPathComponent()
    let listing = isFolder ? FolderListing.files(below: source.url) : nil
    let entries =
      listing.map { readable($0.paths, of: source) }
      ?? [
        SideFiles.Entry(
          url: source.url, name: source.url.lastPathComponent, shown: source.name, sort: sort)
      ]
    let foreign = (listing?.foreign ?? []).map { folder, name in
      let place = folder.isEmpty ? source.name : "\(source.name)/\(folder)"
      return SidesFault.foreignName(name, in: place).finding(at: nil)
    }
    return SideFiles(
      source: source, isFolder: isFolder, folder: folder, entries: entries, foreign: foreign,
      own: OwnOutputs(in: folder))
  }

  /// Reads files: strangers' ones in one process, one after the other.
  ///
  /// - Parameter request: what is asked of a file; nil for one that is not read.
  func answers(
    to files: SideFiles, asking request: (SideFiles.Entry) -> ReadingRequest?
  ) -> SideAnswers {
    var (names, requests): ([String], [ReadingRequest]) = ([], [])
    for entry in files.entries {
      guard let request = request(entry) else { continue }
      names.append(entry.name)
      requests.append(request)
    }
    let hasLedger = FileManager.default.fileExists(
      atPath: files.folder.appendingPathComponent(Self.ledgerName).path)
    if hasLedger { requests.append(ledgerRequest(in: files.folder, files.own)) }
    var answers = SideAnswers()
    var all = reader.read(requests)
    if hasLedger { answers.ledger = all.removeLast() }
    for (name, answer) in zip(names, all) { answers.files[name] = answer }
    return answers
  }

  /// The side as it is compared.
  ///
  /// - Parameter figures: those of workbooks, by the names of their files.
  func input(
    _ side: SideFiles, _ answers: SideAnswers, figures: [String: RecognisedFile]
  ) -> Loaded<ComparisonInput> {
    let ledger = answers.ledger.flatMap(Self.list)
    var files: [ComparedFile] = []
    var findings = side.foreign
    for entry in side.entries {
      let file = file(
        entry, answers.files[entry.name], figures[entry.name], ledger: ledger,
        isAlone: !side.isFolder)
      findings += file.findings
      guard var value = file.value else { continue }
      value.checksum = entry.checksum
      files.append(value)
    }
    let content: ComparisonInput.Content? =
      side.isFolder ? .folder(files) : files.first.map { .file($0) }
    return Loaded(content.map { ComparisonInput(name: side.source.name, content: $0) }, findings)
  }

  /// The files of a folder and those below, by their relative names.
  private func readable(_ paths: [String], of source: ComparisonSource) -> [SideFiles.Entry] {
    paths.compactMap { path in
      guard !source.excluding.contains(path) else { return nil }
      let url = source.url.appendingPathComponent(path)
      let sort = FileSort(of: url)
      guard sort != .folder else { return nil }
      return SideFiles.Entry(url: url, name: path, shown: "\(source.name)/\(path)", sort: sort)
    }
  }

  /// What is to be read of a file; nil for one that has no reader.
  private func task(_ entry: SideFiles.Entry) -> ReadingRequest.Task? {
    switch entry.sort {
    case .workbook: return .workbook
    case .pdf:
      guard level == .figures else { return .pdf(level >= .format ? .all : []) }
      return .pdf(recognition?.details ?? [])
    case .text: return .text
    case .folder, .other: return nil
    }
  }

  /// What is asked of a file; nil for one that has no reader.
  func request(_ entry: SideFiles.Entry, of files: SideFiles) -> ReadingRequest? {
    task(entry).map {
      // Nobody asks for the checksum of a document: it is read in a process of its own anyhow.
      let bytes = entry.sort == .pdf ? nil : files.own.bytes(of: entry.name)
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
    _ entry: SideFiles.Entry, _ answer: Loaded<FileReading>?, _ figures: RecognisedFile?,
    ledger: FigureBook?, isAlone: Bool
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
      return file(entry, .workbook(book), figures, ledger, answer.findings)
    case .pdf(let reading):
      let recognised = level == .figures ? recognition?.pdfs([reading], .everything).first : nil
      return file(entry, .pdf(reading), recognised, ledger, answer.findings)
    case .text(let text):
      return ComparedFile.reading(SourceText(file: entry.shown, text: text), as: entry.name)
    case .partialWorkbook, .grids, .pictures, nil: return Loaded(nil, answer.findings)
    }
  }

  private func file(
    _ entry: SideFiles.Entry, _ content: ComparedFile.Content, _ recognised: RecognisedFile?,
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
  /// The side with the cells of the tables of those PDFs.
  ///
  /// Plain pages were read with theirs. Of others they are found by drawing each page, which takes longer
  /// than all else, and only what differs needs them: texts that break elsewhere, and figures that are to
  /// be told by their address. So they are read of PDFs that differ, and of no others; of all pages, for
  /// a form goes on from its title over several, and self-evaluations are counted.
  func withGrids(
    _ input: ComparisonInput, of source: ComparisonSource, in documents: Set<String>
  ) -> Loaded<ComparisonInput> {
    var files = input.files
    var (places, requests): ([Int], [ReadingRequest]) = ([], [])
    for (index, file) in files.enumerated() {
      guard case .pdf(let reading) = file.content, documents.contains(input.key(of: file)) else {
        continue
      }
      let open = reading.pages.indices.filter {
        reading.pages[$0].mayHaveTable && !reading.pages[$0].areRulesKnown
      }
      guard !open.isEmpty else { continue }
      places.append(index)
      requests.append(
        ReadingRequest(
          .grids(open),
          of: input.isFolder ? source.url.appendingPathComponent(file.name) : source.url,
          as: input.isFolder ? "\(source.name)/\(file.name)" : source.name))
    }
    var findings: [Finding] = []
    for (index, answer) in zip(places, reader.read(requests)) {
      findings += answer.findings
      guard case .grids(let grids)? = answer.value, case .pdf(var reading) = files[index].content
      else { continue }
      for page in grids where reading.pages.indices.contains(page.page) {
        reading.pages[page.page].grids = page.grids
      }
      files[index] = files[index].with(.pdf(reading), figures: nil)
    }
    return Loaded(input.with(files), findings)
  }

  /// Both sides with the figures of those PDFs; what both have alike is looked at once.
  ///
  /// What was not recognised is no fault where everything that is printed is compared.
  func withFigures(
    _ left: ComparisonInput, _ right: ComparisonInput, in documents: Set<String>
  ) -> (left: ComparisonInput, right: ComparisonInput) {
    guard let recognition else { return (left, right) }
    var sides = [(input: left, files: left.files), (input: right, files: right.files)]
    for name in documents.sorted() {
      var found: [(side: Int, index: Int, reading: PDFReading)] = []
      for (side, value) in sides.enumerated() {
        for (index, file) in value.files.enumerated() where value.input.key(of: file) == name {
          guard case .pdf(let reading) = file.content, reading.pages.contains(where: \.mayHaveTable)
          else { continue }
          found.append((side, index, reading))
        }
      }
      for (place, file) in zip(found, recognition.pdfs(found.map(\.reading), .figures)) {
        sides[place.side].files[place.index] = sides[place.side].files[place.index]
          .with(.pdf(place.reading), figures: file.book)
      }
    }
    return (left.with(sides[0].files), right.with(sides[1].files))
  }
}

extension ComparisonInput {
  /// The file, or those of the folder.
  var files: [ComparedFile] {
    switch content {
    case .file(let file): [file]
    case .folder(let files): files
    }
  }

  var isFolder: Bool { if case .folder = content { true } else { false } }

  /// By what a file is found on the other side; one that was named itself goes by no name, for its
  /// other side may be called anything.
  func key(of file: ComparedFile) -> String { isFolder ? file.name : "" }

  /// The same side with other files in the places of its own.
  func with(_ files: [ComparedFile]) -> ComparisonInput {
    ComparisonInput(name: name, content: isFolder ? .folder(files) : .file(files[0]))
  }
}
