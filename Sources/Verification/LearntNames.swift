internal import Audit
public import Diagnostics
internal import Domain
internal import Figures
internal import FoundationEssentials
public import Layouts
internal import Recognition
public import Submission

/// A finished file out of which names of accounts are to be learnt.
public struct LearningRequest: Sendable {
  /// The file, the set that knows its forms, and where sets are.
  public var files: FileCheckRequest
  /// The fiscal year whose names it prints.
  public var year: Int
  /// Where names go that people bring in.
  public var catalogues: UserCatalogues
  /// Whether the names are taken; otherwise they are told and nothing is written.
  public var isTaking = false

  /// Tells what could be learnt of a file.
  public init(_ file: ComparisonSource, year: Int, data: DataFolder, catalogues: UserCatalogues) {
    files = FileCheckRequest([file], data: data)
    self.year = year
    self.catalogues = catalogues
  }
}

/// A name that a file prints beside an account's code.
public struct LearntName: Hashable, Sendable {
  /// The chart of the account.
  public let chart: String
  /// The account's code.
  public let code: String
  /// What the file calls it.
  public let name: String
  /// What a catalogue, or the file itself elsewhere, calls it; nil for a name that is new.
  public let known: String?
  /// Where that stands; nil for a name that is new.
  public let source: String?
}

/// What was learnt of a file.
public struct LearningResult: Sendable {
  /// Names that no catalogue of the year had.
  public let new: [LearntName]
  /// Names that are not what a catalogue of the year, or the file elsewhere, has: none is taken.
  public let differing: [LearntName]
  /// How many names the catalogues had already.
  public let known: Int
  /// The files that were written; empty where nothing was taken.
  public let written: [String]
  /// What was found on the way.
  public let findings: [Finding]
  /// The lines of the files that findings point to.
  public let lines: @Sendable (_ file: String) -> [String]?
  /// Whether the file could be read, and taken what was to be taken.
  public let isDone: Bool
}

/// Takes codes and names of accounts out of a published file; what is known already is never written
/// over.
public func learnNames(_ request: LearningRequest) -> LearningResult {
  let library = request.files.data.layouts
  let catalogues = request.catalogues
  let lines: @Sendable (String) -> [String]? = { catalogues.lines(of: $0) ?? library.lines(of: $0) }
  var findings: [Finding] = []
  func stopped() -> LearningResult {
    LearningResult(
      new: [], differing: [], known: 0, written: [], findings: findings, lines: lines, isDone: false
    )
  }
  let read = FilesForms.read(request.files.sources, with: request.files.reader)
  findings += read.findings
  guard !findings.hasErrors else { return stopped() }
  let chosen = set(for: read, request.files, in: library)
  findings += chosen.findings.filter { $0.severity != .note }
  guard let set = chosen.value, !findings.hasErrors else { return stopped() }
  let shipped = library.catalogues
  let own = catalogues.lists
  findings += shipped.findings + own.findings
  guard !findings.hasErrors else { return stopped() }
  let lists = ((shipped.value ?? []) + (own.value ?? [])).filter { $0.year == request.year }
  var lesson = Lesson(lists: lists)
  for file in read.files {
    let forms = file.recognised(by: set).forms
    if forms.isEmpty {
      findings.append(CheckedFileFault.noForms(set: set.title).finding(at: .file(file.name)))
    }
    for row in forms.flatMap(\.rows) { lesson.take(row, from: file.name) }
  }
  guard !findings.hasErrors else { return stopped() }
  var written: [String] = []
  if request.isTaking {
    do {
      written = try store(lesson.new, of: request)
    } catch {
      findings.append(finding(thrown: error))
      return stopped()
    }
  }
  return LearningResult(
    new: lesson.new.map(\.told), differing: lesson.differing, known: lesson.known.count,
    written: written, findings: findings, lines: lines, isDone: true)
}

/// Adds names to the catalogues of the year that people have brought in.
private func store(_ names: [Lesson.Name], of request: LearningRequest) throws -> [String] {
  let source = request.files.sources.first?.url.lastPathComponent ?? ""
  return try AccountChart.allCases.compactMap { chart in
    let own = names.filter { $0.chart == chart }
    guard !own.isEmpty else { return nil }
    let file = request.catalogues.file(of: chart, year: request.year)
    let earlier = request.catalogues.names(of: chart, year: request.year).value ?? []
    let added = own.map {
      CatalogueName(
        code: $0.code, name: $0.name, source: source, place: SourcePlace(file: file.path))
    }
    return try store(earlier + added, of: chart, year: request.year, in: request.catalogues)
  }
}

/// What is learnt of a file's rows, held against what is known.
private struct Lesson {
  /// A name that nothing had.
  struct Name {
    let chart: AccountChart
    let code: String
    let name: String

    var told: LearntName {
      LearntName(chart: chart.rawValue, code: code, name: name, known: nil, source: nil)
    }
  }

  let lists: [CatalogueList]
  private(set) var new: [Name] = []
  private(set) var differing: [LearntName] = []
  private(set) var known: Set<String> = []

  init(lists: [CatalogueList]) { self.lists = lists }

  /// Takes the account of a row, if it is one.
  mutating func take(_ row: FigureRow, from file: String) {
    guard let (code, chart) = row.account, chart.hasAccount(code) else { return }
    // A name in a narrow cell is broken, and Chinese names have no spaces.
    let name = row.name.filter { !$0.isWhitespace && !$0.isNewline }
    guard let first = name.first, first.isLetter || first == "“", name.count <= 60 else { return }
    if let list = lists.first(where: { $0.chart == chart && $0.name(of: code) != nil }),
      let other = list.name(of: code)
    {
      known.insert("\(chart.rawValue)\(code)")
      differ(chart, code, name, from: other.name, in: "\(list.file):\(other.place.line)")
    } else if let other = new.first(where: { $0.chart == chart && $0.code == code }) {
      // Of two names in one file neither is taken.
      guard differ(chart, code, name, from: other.name, in: file) else { return }
      new.removeAll { $0.chart == chart && $0.code == code }
    } else if !differing.contains(where: { $0.chart == chart.rawValue && $0.code == code }) {
      new.append(Name(chart: chart, code: code, name: name))
    }
  }

  /// Notes a name that is not the known one; false where it is.
  @discardableResult
  private mutating func differ(
    _ chart: AccountChart, _ code: String, _ name: String, from other: String, in source: String
  ) -> Bool {
    guard !areSameName(name, other) else { return false }
    let entry = LearntName(
      chart: chart.rawValue, code: code, name: name, known: other, source: source)
    if !differing.contains(entry) { differing.append(entry) }
    return true
  }
}
