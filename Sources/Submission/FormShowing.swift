internal import Composition
public import Diagnostics
internal import Documents
public import FoundationEssentials
internal import Layouts
internal import PDFOutput
internal import Typesetting

/// What is to be shown of a form of a layout set.
public struct FormShowing: Sendable {
  /// The name of the set.
  public let set: String
  /// The form's number; zeros before it may be left out.
  public let form: String
  /// The folder for the drawing; nil for none.
  public let out: URL?
  /// Whether it is to be told where every value comes from.
  public let tellsOrigins: Bool

  /// Says what is to be shown.
  public init(set: String, form: String, out: URL?, tellsOrigins: Bool) {
    self.set = set
    self.form = form
    self.out = out
    self.tellsOrigins = tellsOrigins
  }
}

/// A form of a layout set as it was shown.
public struct ShownForm: Sendable {
  /// A value that the set states of the form, and where.
  public struct Origin: Sendable {
    /// The keys from the root of the file, ids in place of positions: `columns.name.width`.
    public let path: String
    /// As it is written, on one line.
    public let text: String
    /// File and line: `shanxi-2023/forms/05.yaml:3`.
    public let place: String
    /// Whether it stands in a file of a set that the set inherits from.
    public let isInherited: Bool
  }

  /// Where every value comes from; empty where it was not asked for.
  public let origins: [Origin]
  /// The files that were written, by their paths.
  public let files: [String]
}

/// A form as it was shown, and what was found on the way.
public struct FormShowingResult: Sendable {
  /// Nil where something stands in the way; nothing was written then.
  public let shown: ShownForm?
  /// All that was found on the way.
  public let findings: [Finding]
  /// The lines of the files that findings point to.
  public let lines: @Sendable (_ file: String) -> [String]?
}

/// Shows an empty form of a layout set: draws it with its ids and with what its cells show, and tells
/// where every value of it was written.
public func showForm(_ showing: FormShowing, data: DataFolder) -> FormShowingResult {
  var log = WorkLog()
  let library = data.layouts
  log.lines = { library.lines(of: $0) }
  let shown = log.attempt { log -> ShownForm in
    guard library.has(showing.set) else {
      throw UsageFault.unknownLayout(showing.set, known: library.names)
    }
    // As it is checked, so that what is wrong with a set is told here too.
    let set = try log.take(library.load(showing.set, extent: [.whole, .identities]))
    let number = try set.number(of: showing.form)
    let files = try showing.out.map { try draw(number, of: set, into: $0, data: data, log: &log) }
    let values = showing.tellsOrigins ? library.values(ofForm: number, in: set.name) : []
    return ShownForm(origins: values.map(ShownForm.Origin.init), files: files ?? [])
  }
  return FormShowingResult(shown: shown, findings: log.findings, lines: log.lines)
}

/// Draws an empty form as a PDF file and a picture of each page.
///
/// - Returns: the paths of the files.
private func draw(
  _ number: String, of set: LayoutSet, into folder: URL, data: DataFolder, log: inout WorkLog
) throws -> [String] {
  guard let document = emptyForm(number, of: set) else {
    preconditionFailure("a number of the set has a form")
  }
  let linesOfSet = log.lines
  let linesOfFonts = fontLines(data, preferring: nil)
  log.lines = { linesOfSet($0) ?? linesOfFonts($0) }
  let library = data.layouts
  let demand = FontDemand(document, or: { library.texts(of: set.name) })
  let loaded = try log.take(LoadedFonts.load(from: data))
  let fonts = try log.take(loaded.library.set(needing: demand))
  let pages = try log.take(typeset(document, with: fonts))
  let name = "\(set.name)-\(number)"
  let metadata = PDFMetadata(
    title: document.title, author: document.author, subject: document.title, creator: "gongkai",
    date: document.date)
  var files: [(name: String, bytes: [UInt8])] = []
  do {
    files.append(("\(name).pdf", try makePDF(pages, metadata: metadata)))
    for (index, picture) in try makePNGs(pages, resolution: resolution).enumerated() {
      files.append((index == 0 ? "\(name).png" : "\(name)-\(index + 1).png", picture))
    }
  } catch {
    throw MachineFault.pdf(name, reason: "\(error)")
  }
  let placed = files.map { (folder.appendingPathComponent($0.name), Data($0.bytes)) }
  try writeTogether(placed, into: folder)
  // A picture of a page that the form no longer has would be taken for one of its own.
  var further = placed.count
  while (try? removeFile(folder.appendingPathComponent("\(name)-\(further).png"))) != nil {
    further += 1
  }
  return placed.map(\.0.path)
}

/// Sharp on screens, and good to read on them.
private let resolution = 144

extension LayoutSet {
  /// The number of a form as the set has it, of what somebody wrote: `5` means `05`.
  fileprivate func number(of written: String) throws(UsageFault) -> String {
    var known = forms.map { ($0.number, $0.title) }
    if let form = evaluationForm {
      known.append((form.number, form.title.filled { "{\($0.rawValue)}" }))
    }
    guard
      let number = Submission.number(written, among: known.map(\.0)) ?? formNumber(named: written)
    else {
      throw .noSuchForm(written, set: name, known: known.map { "\($0) \($1)" })
    }
    return number
  }
}

extension ShownForm.Origin {
  fileprivate init(_ value: LayoutValue) {
    self.init(
      path: value.path, text: value.text,
      place: value.place.lineDescription, isInherited: value.isInherited)
  }
}
