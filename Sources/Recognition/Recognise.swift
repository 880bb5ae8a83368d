internal import Diagnostics
internal import Figures
public import Layouts
public import Readings

/// How much of what was recognised is wanted.
public enum RecognitionExtent: Sendable {
  /// The figures alone.
  case figures
  /// Also what is no form, row or column of the set.
  case everything
}

/// Tells which tables of a file are which forms of a layout set, and which cell is which figure.
///
/// - Parameter file: the file's name as messages print it.
/// - Returns: the forms with their figures by public address, and whatever is no form, row or column
///   of the set, each with its place.
public func recognise(_ tables: [ReadTable], in file: String, by set: LayoutSet) -> RecognisedFile {
  FormRecogniser(set: set).recognise(tables, in: file)
}

/// The forms of a set that a workbook has, whatever its sheets are called.
public func recognise(workbook: WorkbookReading, by set: LayoutSet) -> RecognisedFile {
  recognise(workbook.tables, in: workbook.file, by: set)
}

/// The forms of a set that a PDF has, by the rules and words on its pages; it has to be read with
/// ``PDFDetails/grids``.
///
/// Tags are not needed: poppler-glib 22.12 does not tell the spans of their cells. Tables without
/// rules, and pictures, are not recognised as yet.
public func recognise(pdf: PDFReading, by set: LayoutSet) -> RecognisedFile {
  recognise(pdf.tables, of: pdf, by: set)
}

/// The forms of a set among the tables of a PDF, and the pages that were not read.
private func recognise(
  _ tables: [ReadTable], of pdf: PDFReading, by set: LayoutSet
) -> RecognisedFile {
  let recognised = recognise(tables, in: pdf.file, by: set)
  let pages = UnreadPages(set: set, pdf: pdf)
  let parts = pages.parts(
    reading: recognised.formPages, told: Set(recognised.unread.flatMap(\.pages)))
  var findings = recognised.findings
  if tables.isEmpty { findings.append(RecognitionFault.noTables.finding(at: .file(pdf.file))) }
  findings += parts.map { part in
    pages.fault(of: part).finding(at: .page(part.pages.first ?? 1, file: pdf.file))
  }
  return RecognisedFile(
    book: recognised.book, findings: findings, unread: recognised.unread + parts)
}

/// The layout set whose forms the tables are, among several.
///
/// - Returns: the set that knows most of the tables, by code, title and header; the first of several
///   that know equally many, and nil where none knows any.
public func guessedSet(for tables: [ReadTable], among sets: [LayoutSet]) -> LayoutSet? {
  bestGuess(for: tables, in: "", among: sets)?.set
}

/// Tells which tables of a file are which forms of the layout set that knows most of them.
///
/// - Parameter file: the file's name as messages print it.
/// - Returns: nothing where none of the sets knows any.
public func recognise(
  _ tables: [ReadTable], in file: String, among sets: [LayoutSet]
) -> RecognisedFile {
  bestGuess(for: tables, in: file, among: sets)?.recognition
    ?? sets.lazy.map { recognise(tables, in: file, by: $0) }.first { !$0.unread.isEmpty }
    ?? RecognisedFile(book: FigureBook([]), findings: [])
}

/// Files that belong together, as their tables, which are made once however many layout sets they are held
/// against.
public struct FileTables: Sendable {
  let files: [(tables: [ReadTable], name: String)]
  /// What they were read from; nothing for workbooks.
  fileprivate let pdfs: [PDFReading]

  /// Tables by the names of their workbooks.
  init(_ files: [(tables: [ReadTable], name: String)]) { (self.files, pdfs) = (files, []) }

  /// The tables of workbooks.
  public init(of workbooks: [WorkbookReading]) {
    files = workbooks.map { ($0.tables, $0.file) }
    pdfs = []
  }

  /// The tables of PDFs, which have to be read with ``PDFDetails/grids``.
  public init(of pdfs: [PDFReading]) {
    files = pdfs.map { ($0.tables, $0.file) }
    self.pdfs = pdfs
  }

  /// What stands in the tables and around them, but for numbers.
  public var texts: Set<TextMark> {
    var texts: Set<TextMark> = []
    func add(_ text: String) {
      if let mark = TextMark(text) { texts.insert(mark) }
    }
    for table in files.lazy.flatMap(\.tables) {
      add(table.name)
      for text in table.head { add(text.text) }
      for cell in table.cells { add(cell.text) }
    }
    return texts
  }
}

/// The forms of files that belong together, each by the layout set that knows most of it.
///
/// A table that stands in the same place of the first file, and says the same, is looked at once; of PDFs
/// only where figures alone are wanted.
public func recognise(
  _ group: FileTables, among sets: [LayoutSet], telling extent: RecognitionExtent
) -> [RecognisedFile] {
  if extent == .everything, !group.pdfs.isEmpty {
    return zip(group.files, group.pdfs).map { recognise($0.tables, of: $1, among: sets) }
  }
  return zip(group.files, best(of: group.files, among: sets, telling: extent)).map { file, best in
    if let best { return best }
    guard group.pdfs.isEmpty else { return RecognisedFile(book: FigureBook([]), findings: []) }
    return recognise(file.tables, in: file.name, among: sets)
  }
}

/// What the set that knows most of it tells of each file; nil where none knows a figure.
private func best(
  of files: [(tables: [ReadTable], name: String)], among sets: [LayoutSet],
  telling extent: RecognitionExtent
) -> [RecognisedFile?] {
  var best: [RecognisedFile?] = Array(repeating: nil, count: files.count)
  for set in sets {
    let found = FormRecogniser(set: set).recognise(files, telling: extent)
    for (index, file) in found.enumerated()
    where file.figures.count > best[index]?.figures.count ?? 0 { best[index] = file }
  }
  return best
}

/// The forms of PDFs that belong together, by a layout set.
public func recognise(
  pdfs: [PDFReading], by set: LayoutSet, telling extent: RecognitionExtent
) -> [RecognisedFile] {
  guard extent == .figures else { return pdfs.map { recognise(pdf: $0, by: set) } }
  return FormRecogniser(set: set).recognise(pdfs.map { ($0.tables, $0.file) }, telling: extent)
}

/// The forms of workbooks that belong together, by a layout set.
public func recognise(
  workbooks: [WorkbookReading], by set: LayoutSet, telling extent: RecognitionExtent
) -> [RecognisedFile] {
  FormRecogniser(set: set).recognise(
    workbooks.map { ($0.tables, $0.file) }, telling: extent)
}

/// The forms of a PDF by the layout set that knows most of it, among several; where none knows any
/// figure, the one that knows most of what was not read.
private func recognise(
  _ tables: [ReadTable], of pdf: PDFReading, among sets: [LayoutSet]
) -> RecognisedFile {
  let all = sets.map { recognise(tables, of: pdf, by: $0) }
  let best = all.indices.max { left, right in
    (all[left].figures.count, all[left].unread.count, -left)
      < (all[right].figures.count, all[right].unread.count, -right)
  }
  return best.map { all[$0] } ?? RecognisedFile(book: FigureBook([]), findings: [])
}

private func bestGuess(
  for tables: [ReadTable], in file: String, among sets: [LayoutSet]
) -> (set: LayoutSet, recognition: RecognisedFile)? {
  var best: (count: Int, set: LayoutSet, recognition: RecognisedFile)?
  for set in sets {
    let recognition = recognise(tables, in: file, by: set)
    let count = recognition.figures.count
    if count > best?.count ?? 0 { best = (count, set, recognition) }
  }
  return best.map { ($0.set, $0.recognition) }
}

extension RecognisedFile {
  /// The forms that were read, by the pages on which their tables stand.
  fileprivate var formPages: [Int: [String]] {
    var pages: [Int: [String]] = [:]
    for form in forms {
      let own = Set(
        form.figures.compactMap { $0.place?.page } + [form.place?.page].compactMap(\.self))
      for page in own { pages[page, default: []].append(form.number) }
    }
    return pages
  }
}
