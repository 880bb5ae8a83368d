internal import Comparison
internal import Diagnostics
internal import FoundationEssentials
internal import ReaderProcess
internal import Readings
internal import Recognition

/// Both sides of a comparison while they are read: a workbook, or a sheet of one, that both have byte
/// by byte is read on the left alone.
///
/// What is the same is told by cryptographic checksums of whole files, and by the packed bytes of
/// sheets; never by the checksums that an archive states of itself.
struct SidePair {
  let reader: SideReader
  let left: SideFiles
  let right: SideFiles

  /// The workbook of the left that one of the right is compared with; nil where there is none.
  private func partner(of entry: SideFiles.Entry) -> SideFiles.Entry? {
    guard entry.sort == .workbook, left.isFolder == right.isFolder else { return nil }
    return left.entries.first {
      $0.sort == .workbook && ($0.name == entry.name || !left.isFolder)
    }
  }

  /// Reads both sides.
  func read() -> (left: Loaded<ComparisonInput>, right: Loaded<ComparisonInput>) {
    let partners = right.entries.reduce(into: [String: SideFiles.Entry]()) { partners, entry in
      partners[entry.name] = partner(of: entry)
    }
    let (own, others) = atOnce { side in
      side == 0
        ? reader.answers(to: left) { reader.request($0, of: left) }
        : reader.answers(to: right) { entry in
          let other = partners[entry.name]
          if let other, other.hasSameBytes(as: entry) { return nil }
          return request(entry, beside: other)
        }
    }
    var completed = others
    complete(&completed, from: own, partners)
    let figures = figures(own, completed, partners)
    return (
      reader.input(left, own, figures: figures.left),
      reader.input(right, completed, figures: figures.right)
    )
  }

  /// The request for a file of the right, without what its partner on the left has byte by byte.
  private func request(
    _ entry: SideFiles.Entry, beside other: SideFiles.Entry?
  ) -> ReadingRequest? {
    guard var request = reader.request(entry, of: right) else { return nil }
    guard let other else { return request }
    if request.ownBytes == nil {
      request.beside = .file(other.url)
    } else if let bytes = reader.request(other, of: left)?.ownBytes {
      // A stranger's file is opened in a process of its own alone.
      request.beside = .ownBytes(bytes)
    }
    return request
  }

  /// Puts into the answers of the right what was read on the left alone; what the left cannot complete
  /// is read once more by itself.
  private func complete(
    _ answers: inout SideAnswers, from own: SideAnswers, _ partners: [String: SideFiles.Entry]
  ) {
    var open: [SideFiles.Entry] = []
    for entry in right.entries {
      guard let other = partners[entry.name] else { continue }
      let answer = answers.files[entry.name]
      let book = own.workbook(other.name)
      if answer == nil, var book, own.files[other.name]?.findings.isEmpty == true {
        book.file = entry.shown
        answers.files[entry.name] = Loaded(.workbook(book), [])
      } else if answer == nil {
        open.append(entry)
      } else if case .partialWorkbook(let part) = answer?.value {
        if part.same.isEmpty {
          answers.files[entry.name] = Loaded(.workbook(part.book), answer?.findings ?? [])
        } else if let whole = book.flatMap(part.completed) {
          answers.files[entry.name] = Loaded(.workbook(whole), answer?.findings ?? [])
        } else {
          open.append(entry)
        }
      }
    }
    guard !open.isEmpty else { return }
    let again = reader.reader.read(open.compactMap { reader.request($0, of: right) })
    for (entry, answer) in zip(open, again) { answers.files[entry.name] = answer }
  }
}

extension SidePair {
  /// Figures of workbooks by the names of their files.
  private typealias FiguresByName = [String: RecognisedFile]

  /// Recognises the workbooks: all of them where figures are compared, otherwise those that differ,
  /// for nothing else is told by the names of figures.
  private func figures(
    _ own: SideAnswers, _ others: SideAnswers, _ partners: [String: SideFiles.Entry]
  ) -> (left: FiguresByName, right: FiguresByName) {
    guard let recognise = reader.recognition?.workbooks else { return ([:], [:]) }
    let extent = reader.level == .figures ? RecognitionExtent.everything : .figures
    var (ownFigures, otherFigures): (FiguresByName, FiguresByName) = ([:], [:])
    var alone = Set(left.entries.map(\.name))
    for entry in right.entries {
      guard let book = others.workbook(entry.name) else { continue }
      guard let other = partners[entry.name], let match = own.workbook(other.name) else {
        if isWanted(entry.name, in: left) {
          otherFigures[entry.name] = recognise([book], extent)[0]
        }
        continue
      }
      alone.remove(other.name)
      if reader.level > .figures, book.hasSameSheets(as: match) { continue }
      let both = recognise([match, book], extent)
      (ownFigures[other.name], otherFigures[entry.name]) = (both[0], both[1])
    }
    for name in alone {
      guard let book = own.workbook(name), isWanted(name, in: right) else { continue }
      ownFigures[name] = recognise([book], extent)[0]
    }
    return (ownFigures, otherFigures)
  }

  /// Whether a workbook without a partner among workbooks has figures to compare: with a file of
  /// another kind, or because figures are all that is compared.
  private func isWanted(_ name: String, in other: SideFiles) -> Bool {
    reader.level == .figures || !other.isFolder || other.entries.contains { $0.name == name }
  }
}

extension WorkbookReading {
  /// Whether another workbook has the same sheets in the same order, down to their looks: then it has
  /// the same figures at the same places.
  fileprivate func hasSameSheets(as other: WorkbookReading) -> Bool {
    sheets == other.sheets && styles == other.styles && dateSystem == other.dateSystem
  }
}
