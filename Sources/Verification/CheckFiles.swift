internal import Audit
internal import Comparison
internal import Diagnostics
internal import Figures
public import FoundationEssentials
internal import Layouts
public import ReaderProcess
internal import Readings
internal import Recognition
public import Submission

/// Finished files that are to be audited.
public struct FileCheckRequest: Sendable {
  /// Files, and folders of them, with the names that reports print.
  public var sources: [ComparisonSource]
  /// The layout set by name; nil for the one that the files name, or that knows them best.
  public var layout: String?
  /// Where layout sets are.
  public var data: DataFolder
  /// Reads the files, strangers' ones in processes of their own.
  public var reader = FileReader()

  /// Audits files by whatever set knows them.
  public init(_ sources: [ComparisonSource], data: DataFolder) {
    self.sources = sources
    self.data = data
  }
}

/// Whether a folder holds a dossier, and no finished files.
public func isDossier(_ folder: URL) -> Bool {
  FileManager.default.fileExists(
    atPath: folder.appendingPathComponent("department.yaml").path)
}

/// Audits the figures that finished files print, whoever made them.
public func check(_ request: FileCheckRequest) -> CheckResult {
  let library = request.data.layouts
  let lines: @Sendable (String) -> [String]? = { library.lines(of: $0) }
  let read = FilesForms.read(request.sources, with: request.reader)
  var findings = read.findings
  guard !findings.hasErrors else {
    return CheckResult(report: nil, findings: findings, lines: lines)
  }
  let chosen = set(for: read, request, in: library)
  findings += chosen.findings
  guard let set = chosen.value, !findings.hasErrors else {
    return CheckResult(report: nil, findings: findings, lines: lines)
  }
  var report = AuditReport.empty
  for file in read.files {
    let recognised = file.recognised(by: set)
    findings += recognised.findings.filter { $0.severity != .note }
    guard !recognised.forms.isEmpty else {
      findings.append(CheckedFileFault.noForms(set: set.title).finding(at: .file(file.name)))
      continue
    }
    report = report.joined(
      by: audit(AuditSubject(read: recognised.book.asPrinted(in: file.name)), by: set))
  }
  let isRead = !report.runs.isEmpty
  return CheckResult(report: isRead ? report : nil, findings: findings, lines: lines)
}

/// The layout set of the files: the one that is named, that a manifest beside them names, or that knows
/// most of their tables.
func set(
  for read: FilesForms, _ request: FileCheckRequest, in library: LayoutLibrary
) -> Loaded<LayoutSet> {
  let extent: LayoutExtent = [.evaluations, .identities]
  let named = request.layout ?? FormKnowledge.setName(near: request.sources.map(\.url), in: library)
  if let named {
    guard library.has(named) else {
      return Loaded(nil, [SidesFault.unknownSet(named, known: library.names).finding(at: nil)])
    }
    return library.load(named, extent: extent)
  }
  let sets = library.names.compactMap { library.load($0, extent: extent).value }
  let tables = read.files.flatMap(\.tables)
  guard let set = guessedSet(for: tables, among: sets) else {
    let names = read.files.map(\.name).joined(separator: "、")
    return Loaded(nil, [CheckedFileFault.unknownForms(files: names).finding(at: nil)])
  }
  return Loaded(set, [])
}

/// Files of which figures are to be judged.
struct FilesForms {
  /// A workbook or a PDF.
  struct File {
    let name: String
    let reading: FileReading

    var tables: [ReadTable] {
      switch reading {
      case .workbook(let book): book.tables
      case .pdf(let document): document.tables
      default: []
      }
    }

    func recognised(by set: LayoutSet) -> RecognisedFile {
      switch reading {
      case .workbook(let book): recognise(workbook: book, by: set)
      case .pdf(let document): recognise(pdf: document, by: set)
      default: RecognisedFile(book: FigureBook([]), findings: [])
      }
    }
  }

  let files: [File]
  let findings: [Finding]

  static func read(_ sources: [ComparisonSource], with reader: FileReader) -> FilesForms {
    let recognition = FigureRecognition(details: [.grids], workbooks: { _, _ in [] }) { _, _ in [] }
    let sides = SideReader(level: .figures, recognition: recognition, reader: reader)
    var files: [File] = []
    var findings: [Finding] = []
    for source in sources {
      let side = sides.files(of: source)
      findings += side.foreign
      let judged = side.entries.filter { $0.sort == .workbook || $0.sort == .pdf }
      // A folder has other files too; one that was named itself must be such a file.
      for entry in side.entries
      where !side.isFolder && !judged.contains(where: { $0.name == entry.name }) {
        findings.append(Self.refusal(entry))
      }
      if side.isFolder, judged.isEmpty {
        findings.append(CheckedFileFault.emptyFolder.finding(at: .file(source.name)))
      }
      let names = Set(judged.map(\.name))
      let answers = sides.answers(to: side) { entry in
        names.contains(entry.name) ? sides.request(entry, of: side) : nil
      }
      for entry in judged {
        guard let answer = answers.files[entry.name] else { continue }
        findings += answer.findings
        if let reading = answer.value { files.append(File(name: entry.shown, reading: reading)) }
      }
    }
    return FilesForms(files: files, findings: findings)
  }

  private static func refusal(_ entry: SideFiles.Entry) -> Finding {
    if case .other(let kind) = entry.sort {
      return FileSort.finding(entry.url, entry.shown, kind: kind)
    }
    return CheckedFileFault.otherKind.finding(at: .file(entry.shown))
  }
}

extension FigureBook {
  /// The book as it is printed, each figure with the file in which it stands: an exact value that a list
  /// beside it knows would hide what somebody wrote into the file.
  fileprivate func asPrinted(in file: String) -> FigureBook {
    FigureBook(
      forms.map { form in
        form.with(
          form.figures.map { figure in
            Figure(
              key: figure.key, address: figure.address, printed: figure.printed,
              content: figure.content, unit: figure.unit, sources: figure.sources,
              at: (figure.place ?? .form(form.number)).inFile(file))
          })
      })
  }
}

/// What stands in the way of judging a file.
enum CheckedFileFault: Fault {
  /// A file without a form of the set.
  case noForms(set: String)
  /// Files of which no set knows a form.
  case unknownForms(files: String)
  /// A folder without workbooks and PDFs.
  case emptyFolder
  /// A text, or another file that prints no forms.
  case otherKind

  var wording: FaultWording {
    switch self {
    case .noForms(let set):
      FaultWording(
        code: "C150", what: "没有认出一张表", expected: "“\(set)”的公开表或绩效自评表",
        mend: "核对文件；是别的版式的，用 --layout 写明")
    case .unknownForms(let files):
      FaultWording(
        code: "C151", what: "没有一套版式认得 \(files) 里的表", expected: "某套版式的公开表或绩效自评表",
        mend: "核对文件，或用 --layout 写明版式")
    case .emptyFolder:
      FaultWording(
        code: "C152", what: "文件夹里没有工作簿和 PDF，也没有 department.yaml",
        expected: "卷宗，或装有公开文件的文件夹", mend: "核对路径")
    case .otherKind:
      FaultWording(
        code: "C153", what: "不是工作簿，也不是 PDF", expected: "公开表的工作簿（.xlsx）或 PDF，或卷宗的文件夹",
        mend: "核对路径")
    }
  }
}
