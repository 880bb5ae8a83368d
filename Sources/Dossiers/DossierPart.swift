internal import Diagnostics
internal import SourceFiles

/// A table, department.yaml or an evaluation of a dossier, wherever it stands.
struct DossierPart {
  /// How it was read.
  enum Content {
    case text(SourceText)
    /// A sheet, row by row.
    case rows([[CSVField]])
    /// A value that sheets make up.
    case value(YAMLValue)
  }

  /// The file or sheet as a whole.
  let place: SourcePlace
  let content: Content

  /// A file of a folder.
  init(_ text: SourceText) {
    place = SourcePlace(file: text.file)
    content = .text(text)
  }

  /// A sheet, or what sheets make up.
  init(_ content: Content, at place: SourcePlace) {
    self.place = place
    self.content = content
  }

  /// Its records, of a table.
  func records(family: String) -> Loaded<CSVFile> {
    switch content {
    case .text(let text): CSVFile.parse(text, family: family)
    case .rows(let rows): Loaded(CSVFile(records: rows), [])
    case .value: Loaded(nil, [])
    }
  }

  /// Its value, of anything but a table.
  func value(family: String) -> Loaded<YAMLValue> {
    switch content {
    case .text(let text): YAMLValue.parse(text, family: family)
    case .rows: Loaded(nil, [])
    case .value(let value): Loaded(value, [])
    }
  }
}

/// The parts of a dossier, each by the name that its file has in a folder.
protocol DossierParts {
  /// What was read, to be recorded.
  var texts: [SourceText] { get }
  /// Reports parts that are missing, and what belongs to no dossier.
  func checkNames()
  /// Whether there is a part of that name.
  func has(_ name: String) -> Bool
  /// A part; nil where it is missing, which ``checkNames()`` reports, or cannot be read.
  mutating func read(_ name: String) -> DossierPart?
  /// The self-evaluations in printed order.
  mutating func readEvaluations() -> [DossierPart]
}
