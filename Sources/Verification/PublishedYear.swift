internal import Diagnostics
internal import Figures
internal import FoundationEssentials
internal import LastYear
internal import Layouts
internal import ReaderProcess
internal import Readings
internal import Recognition
public import Submission

/// Reads workbooks and PDFs that were published of the year before, or a folder of them.
public func readPublishedYear() -> PublishedYearReader {
  { source in known(source) }
}

private func known(_ source: LastYearSource) -> Loaded<KnownYear> {
  if let book = entryBook(source.url, named: source.name) { return source.dossier(book) }
  let request = FileCheckRequest(
    [ComparisonSource(url: source.url, name: source.name)], data: source.data)
  let read = FilesForms.read(request.sources, with: request.reader)
  guard !read.findings.hasErrors else {
    return Loaded(nil, read.findings.filter { $0.severity == .error })
  }
  let chosen = set(for: read, request, in: source.data.layouts)
  guard let set = chosen.value, !chosen.findings.hasErrors else {
    return Loaded(nil, chosen.findings.filter { $0.severity == .error })
  }
  // Of a form that several files print the first is taken: they say the same, or somebody is told so
  // elsewhere.
  var forms: [FigureForm] = []
  for form in read.files.flatMap({ $0.recognised(by: set).forms })
  where !forms.contains(where: { $0.number == form.number }) { forms.append(form) }
  let printed = Set(set.forms.map(\.number))
  guard forms.contains(where: { printed.contains($0.number) }) else {
    let fault = CheckedFileFault.noForms(set: set.title)
    return Loaded(nil, [fault.finding(at: .file(source.name))])
  }
  let words = PrintedWords(read.files, by: set)
  return Loaded(
    KnownYear(
      figures: FigureBook(forms), areExact: false, by: set, year: words.year ?? set.year,
      identity: KnownYear.Identity(name: words.department),
      names: KnownYear.names(printedIn: forms)), [])
}

/// Whose year finished files say that it is, in words.
private struct PrintedWords {
  private(set) var department: String?
  private(set) var year: Int?

  /// Pages that may be the cover.
  private static let frontPages = 2

  init(_ files: [FilesForms.File], by set: LayoutSet) {
    let lines = set.forms.flatMap(\.head).map { [$0.left, $0.middle, $0.right] }
    // A PDF tells them as one line, which the first of them alone would take for a long name.
    let heads = lines.map(TextTemplate.onOneLine) + lines.flatMap(\.self)
    for file in files {
      for text in file.tables.flatMap(\.head).map(\.text) { take(text, by: heads) }
    }
    for text in files.flatMap({ $0.titles(within: Self.frontPages) }) {
      take(text, by: [set.documentTitle])
    }
  }

  /// Takes what a text says by the first template that it is made of, unless that is known already.
  private mutating func take(_ text: String, by templates: [TextTemplate]) {
    guard department == nil || year == nil else { return }
    for template in templates {
      guard let values = template.values(in: text) else { continue }
      department = department ?? values[.departmentName]
      year = year ?? values[.fiscalYear].flatMap { Int($0) }
    }
  }
}

extension FilesForms.File {
  /// Texts that may be the document's title: what the file says of itself, and the lines of its first
  /// pages, which a title may take two of.
  fileprivate func titles(within pages: Int) -> [String] {
    switch reading {
    case .workbook(let book): return book.properties.map(\.value)
    case .pdf(let document):
      let lines = document.pages.prefix(pages).flatMap { $0.lines.map(\.text) }
      let pairs = zip(lines, lines.dropFirst()).map { $0 + $1 }
      return [document.properties.title].compactMap(\.self) + pairs + lines
    default: return []
    }
  }
}
