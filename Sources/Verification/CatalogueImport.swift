public import Catalogues
public import Diagnostics
public import Domain
internal import FoundationEssentials
public import Layouts
public import ReaderProcess
internal import Readings
internal import SourceFiles
public import Submission

/// A list of account names that is to be taken over.
public struct CatalogueRequest: Sendable {
  /// The file, with the name that people gave it.
  public var list: ComparisonSource
  /// The year of the catalogue.
  public var year: Int
  /// The charts that are taken.
  public var charts = AccountChart.allCases
  /// Whether names of the list take the place of those brought in before.
  public var isReplacing = false
  /// Where the names go.
  public var catalogues: UserCatalogues
  /// Where the names are that come with the program.
  public var data: DataFolder
  /// Reads workbooks in a process of its own.
  public var reader = FileReader()

  /// Takes a list over into the catalogues of a year.
  public init(_ list: ComparisonSource, year: Int, catalogues: UserCatalogues, data: DataFolder) {
    self.list = list
    self.year = year
    self.catalogues = catalogues
    self.data = data
  }
}

/// What was understood of a list of account names; nothing is written yet.
public struct CatalogueImport: Sendable {
  /// What was understood; nil where the file or a catalogue could not be read.
  public let reading: CatalogueReading?
  /// What would change, chart by chart.
  public let changes: [CatalogueChanges]
  /// Everything that was found.
  public let findings: [Finding]
  /// The lines of the list, where it is a text.
  public let lines: @Sendable (_ file: String) -> [String]?
  private let request: CatalogueRequest

  fileprivate init(
    _ request: CatalogueRequest, reading: CatalogueReading? = nil, changes: [CatalogueChanges] = [],
    findings: [Finding], lines: [String] = []
  ) {
    self.request = request
    self.reading = reading
    self.changes = changes
    self.findings = findings
    let name = request.list.name
    self.lines = { $0 == name ? lines : nil }
  }

  /// What was understood, for people; nil where nothing was.
  public var preview: String? {
    reading.map { CataloguePreview(of: $0, named: request.list.name, changes: changes).text }
  }

  /// The files that would be written, by their paths.
  public var files: [String] {
    changes.filter { !$0.isEmpty }.map { file(of: $0).path }
  }

  /// Writes the catalogues that change, each as a whole; one that cannot be written stays as it was.
  ///
  /// - Returns: the files that were written, by their paths.
  public func write() throws -> [String] {
    let name = request.list.url.lastPathComponent
    return try changes.filter { !$0.isEmpty }.map { change in
      try store(
        change.names(from: name), of: change.chart, year: change.year, in: request.catalogues)
    }
  }

  private func file(of change: CatalogueChanges) -> URL {
    request.catalogues.file(of: change.chart, year: change.year)
  }
}

/// Reads a list of account names as people have it: a workbook, a comma-separated file or another text.
public func readList(_ request: CatalogueRequest) -> CatalogueImport {
  let list = ListFile.read(request)
  var findings = list.findings
  guard let parts = list.value, !findings.hasErrors else {
    return CatalogueImport(request, findings: findings)
  }
  let words = ListWords.read(from: request.data.layouts)
  findings += words.findings
  guard let words = words.value else { return CatalogueImport(request, findings: findings) }
  let reading = readCatalogue(parts.parts, by: words, charts: request.charts)
  findings += reading.findings
  var changes: [CatalogueChanges] = []
  var areKnown = true
  for chart in request.charts where !reading.accounts(of: chart).isEmpty {
    let own = request.catalogues.names(of: chart, year: request.year)
    let former = request.catalogues.names(of: chart, year: request.year - 1)
    findings += own.findings + former.findings
    guard let names = own.value else {
      areKnown = false
      continue
    }
    let library = request.data.layouts
    let known = KnownNames(
      own: names, shipped: library.shippedNames(of: chart, year: request.year),
      former: (former.value ?? []) + library.shippedNames(of: chart, year: request.year - 1))
    let change = CatalogueChanges(
      reading.accounts(of: chart), of: chart, year: request.year, known: known,
      isReplacing: request.isReplacing)
    findings += change.findings
    changes.append(change)
  }
  if reading.accounts.isEmpty {
    findings.append(CatalogueFileFault.noAccounts.finding(at: .file(request.list.name)))
  }
  let isSound = areKnown && !reading.accounts.isEmpty
  return CatalogueImport(
    request, reading: reading, changes: isSound ? changes : [],
    findings: findings.inReadingOrder(), lines: parts.lines)
}

/// The parts of a file, with its lines where it is a text.
private struct ListFile {
  let parts: [ListPart]
  var lines: [String] = []

  static func read(_ request: CatalogueRequest) -> Loaded<ListFile> {
    let (url, name) = (request.list.url, request.list.name)
    switch FileSort(of: url) {
    case .workbook:
      let answer = request.reader.read(ReadingRequest(.workbook, of: url, as: name))
      guard case .workbook(let book)? = answer.value else { return Loaded(nil, answer.findings) }
      let parts = book.tables.map { ListPart($0, of: name) }
      return Loaded(ListFile(parts: parts), answer.findings.filter { $0.severity == .error })
    case .text:
      let source = SourceText.read(url, as: name, family: "K")
      guard let text = source.value else { return Loaded(nil, source.findings) }
      let part = ListPart.reading(text)
      let told = source.findings + part.findings
      return Loaded(part.value.map { ListFile(parts: [$0], lines: text.lines) }, told)
    case .folder, .pdf, .other:
      let exists = FileManager.default.fileExists(atPath: url.path)
      return Loaded(
        nil, [CatalogueFileFault.otherKind(exists: exists).finding(at: .file(name))])
    }
  }
}

/// What stands in the way of a list of account names, or of the catalogue that is made of it.
private enum CatalogueFileFault: Fault {
  case noAccounts
  case otherKind(exists: Bool)

  var wording: FaultWording {
    switch self {
    case .noAccounts:
      FaultWording(
        code: "K101", what: "没有找到一个可以采用的科目",
        expected: "每行有代码（功能分类 3、5、7 位，经济分类 3、5 位）和名称", mend: "核对文件；写了 --chart 的，核对是哪一种分类")
    case .otherKind(let exists):
      FaultWording(
        code: "K100", what: exists ? "不是工作簿，也不是文本" : "没有这个文件",
        expected: "科目名称的单子：工作簿（.xlsx）、CSV 或文本",
        mend: exists ? "PDF 里的，把文字复制到文本文件里；旧格式的，另存为 .xlsx" : "检查文件名和所在的文件夹")
    }
  }
}
