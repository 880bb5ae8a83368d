internal import Diagnostics
internal import Documents
internal import Domain
internal import FoundationEssentials
internal import Geometry
internal import Glibc
internal import Graphics
internal import PDFOutput
internal import SpreadsheetOutput
internal import Typesetting

/// The libraries on which the bytes of the outputs depend, each with its version.
public var libraryVersions: [String] {
  graphicsLibraries + [packingLibrary, spreadsheetLibrary]
}

/// Writes the files of a submission into one folder and keeps count of them.
struct OutputWriter: Sendable {
  let folder: URL
  private(set) var files: [WrittenFile] = []
  /// The sheets of all workbooks; 0 without one.
  private(set) var sheets = 0
  private var checksums: [Manifest.File] = []

  init(folder: URL) { self.folder = folder }

  /// The files that another writer has put into the same folder, listed before this one's.
  mutating func add(_ other: OutputWriter) {
    files = other.files + files
    checksums = other.checksums + checksums
    sheets += other.sheets
  }

  /// The workbooks of the forms and of the self-evaluations, where there are any.
  ///
  /// - Parameter breaks: where the pages of each form end, by its number.
  mutating func workbooks(
    _ document: Document, breaks: [String: [RowBreak]], fonts: FontSet
  ) throws {
    for (name, kind) in [("决算公开表.xlsx", FormKind.form), ("项目支出绩效自评表.xlsx", .evaluation)]
    where document.sheets.contains(where: { $0.kind == kind }) {
      try workbook(name, kind, of: document, breaks: breaks, fonts: fonts)
    }
  }

  private mutating func workbook(
    _ name: String, _ kind: FormKind, of document: Document, breaks: [String: [RowBreak]],
    fonts: FontSet
  ) throws {
    do {
      let summary = try writeWorkbook(
        document, of: kind, breaks: breaks, measure: RowMeasure(fonts),
        officialFont: fonts.officialName,
        to: folder.appendingPathComponent(name).path)
      guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
        throw MachineFault.file(name, SystemReason(EIO))
      }
      enter(name, data, isPublished: true)
      sheets += summary.sheets
    } catch let error as SpreadsheetError {
      throw Halt(findings: [error.finding(at: .file(name))])
    }
  }

  /// The paginated document.
  mutating func pdf(_ pages: TypesetDocument, of document: Document) throws {
    let name = "部门决算公开.pdf"
    let metadata = PDFMetadata(
      title: document.title, author: document.author, subject: document.title,
      creator: "gongkai", date: document.date)
    let bytes: [UInt8]
    do {
      bytes = try makePDF(pages, metadata: metadata)
    } catch {
      // The pages are fit to be drawn; what fails now is a library.
      throw MachineFault.pdf(name, reason: "\(error)")
    }
    try write(Data(bytes), name, isPublished: true)
  }

  /// Every figure, for machines.
  mutating func figures(_ document: Document) throws {
    try write(Data(figuresCSV(document)), BuildSummary.figuresFile)
  }

  /// What was read and written; the last file.
  mutating func manifest(_ prepared: PreparedDocument, fonts: FontSet) throws {
    let manifest = Manifest(
      department: prepared.department.code, fiscalYear: prepared.fiscalYear,
      layoutSet: prepared.layoutSet, date: prepared.document.date.description,
      draft: prepared.document.mark == nil ? nil : true,
      published: prepared.document.mark == nil
        ? files.filter(\.isPublished).map(\.name).sorted() : nil,
      selection: prepared.selection,
      names: prepared.names.isEmpty ? nil : prepared.names,
      glance: prepared.glance.isEmpty ? nil : prepared.glance,
      audit: Manifest.AuditCounts(prepared.audit), inputs: prepared.inputs,
      outputs: checksums.sorted { $0.name < $1.name },
      fonts: fonts.resolved.map {
        Manifest.Font(
          role: $0.role, family: $0.family, file: $0.file, standsFor: $0.official)
      })
    try write(manifest.encoded(), Manifest.fileName)
  }

  private mutating func write(_ data: Data, _ name: String, isPublished: Bool = false) throws {
    do {
      try writeFile(data, to: folder.appendingPathComponent(name))
    } catch {
      throw MachineFault.file(name, error)
    }
    enter(name, data, isPublished: isPublished)
  }

  /// Notes a file that stands in the folder.
  private mutating func enter(_ name: String, _ data: Data, isPublished: Bool) {
    files.append(WrittenFile(name: name, bytes: data.count, isPublished: isPublished))
    checksums.append(Manifest.File(name: name, sha256: sha256(of: data)))
  }
}

extension RowMeasure {
  /// Measures with the fonts that the pages are set in.
  fileprivate init(_ fonts: FontSet) {
    let measure = fonts.measure
    self.init(
      height: { text, style, width in
        let lines = try measure.lineCount(text, role: style.role, size: style.size, width: width)
        return style.size * style.lineHeight * Double(max(1, lines))
      },
      width: { text, style in try measure.width(text, role: style.role, size: style.size) })
  }
}
