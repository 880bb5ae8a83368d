internal import Audit
internal import Diagnostics
internal import FoundationEssentials

/// `manifest.json`: what a build read, what it wrote, with which layout set and fonts.
struct Manifest: Codable {
  /// A file with its checksum.
  struct File: Codable {
    let name: String
    let sha256: String
  }

  /// A font role with the face that was used and the licensed one that it stands for.
  struct Font: Codable {
    let role: String
    let family: String
    let file: String
    let standsFor: String
  }

  /// A name of a printed account that is not the layout set's, with the file that has it.
  struct Name: Codable {
    let chart: String
    let code: String
    let name: String
    let catalogue: String
  }

  /// What a partial build was asked for.
  struct Selection: Codable {
    let formats: [String]
    let forms: [String]?
    let parts: [String]?
  }

  /// What the audit came to.
  struct AuditCounts: Codable {
    let errors: Int
    let warnings: Int
    let settled: Int
    let notes: Int
    let checks: Int
    let instances: Int
    /// Checks whose forms were not asked for; nil for none.
    let leftOut: Int?
    /// What the checks are about that were not read; nil for nothing.
    let unread: [String]?
  }

  let format: Int
  let department: String
  let fiscalYear: Int
  let layoutSet: String
  let date: String
  /// True for a draft; nil for what may be published.
  let draft: Bool?
  /// The outputs that are handed in and published, by name; nil for a draft, of which nothing is.
  ///
  /// The others stay with the department.
  let published: [String]?
  /// Nil for a whole submission.
  let selection: Selection?
  /// By chart and code; nil where the layout set names every account that is printed.
  let names: [Name]?
  /// The money at a glance; nil where the layout set names none.
  let glance: [GlanceFigure]?
  /// Nil where the layout set has no checks.
  let audit: AuditCounts?
  let inputs: [File]
  let outputs: [File]
  let fonts: [Font]

  /// The file's name in an output folder.
  static let fileName = BuildSummary.manifestFile

  /// The manifest of an output folder; nil where there is none of ours.
  init?(in folder: URL) {
    let url = folder.appendingPathComponent(Self.fileName)
    guard let data = try? Data(contentsOf: url),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
    else { return nil }
    self = manifest
  }

  init(
    department: String, fiscalYear: Int, layoutSet: String, date: String, draft: Bool?,
    published: [String]?, selection: Selection?, names: [Name]?, glance: [GlanceFigure]?,
    audit: AuditCounts?,
    inputs: [File],
    outputs: [File], fonts: [Font]
  ) {
    format = 1
    self.department = department
    self.fiscalYear = fiscalYear
    self.layoutSet = layoutSet
    self.date = date
    self.draft = draft
    self.published = published
    self.selection = selection
    self.names = names
    self.glance = glance
    self.audit = audit
    self.inputs = inputs
    self.outputs = outputs
    self.fonts = fonts
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(format, forKey: .format)
    try values.encode(department, forKey: .department)
    try values.encode(fiscalYear, forKey: .fiscalYear)
    try values.encode(layoutSet, forKey: .layoutSet)
    try values.encode(date, forKey: .date)
    try values.encodeIfPresent(draft, forKey: .draft)
    try values.encodeIfPresent(published, forKey: .published)
    try values.encodeIfPresent(selection, forKey: .selection)
    try values.encodeIfPresent(names, forKey: .names)
    try values.encode(inputs, forKey: .inputs)
    try values.encode(outputs, forKey: .outputs)
    try values.encode(fonts, forKey: .fonts)
    guard let glance else { return }
    // For each type that it meets, the encoder searches the whole program for what the type can do.
    var amounts = values.nestedUnkeyedContainer(forKey: .glance)
    for figure in glance {
      var amount = amounts.nestedContainer(keyedBy: GlanceFigure.CodingKeys.self)
      try amount.encode(figure.name, forKey: .name)
      try amount.encode(figure.printed, forKey: .printed)
      try amount.encode(figure.unit, forKey: .unit)
    }
  }

  /// The bytes of the file: keys sorted, so that they never change by themselves.
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

extension Manifest.Selection {
  /// What an order leaves out; nil where it asks for everything.
  init?(_ order: BuildOrder) {
    let formats = OutputFormat.allCases.filter(order.formats.contains)
    guard formats != OutputFormat.allCases || order.forms != nil || order.parts != nil else {
      return nil
    }
    self.init(formats: formats.map(\.rawValue), forms: order.forms, parts: order.parts)
  }
}

extension Manifest.AuditCounts {
  /// The counts of a report; nil where nothing was asked.
  init?(_ report: AuditReport) {
    guard !report.runs.isEmpty else { return nil }
    self.init(
      errors: report.errors, warnings: report.warnings, settled: report.settled,
      notes: report.notes, checks: report.runs.count,
      instances: report.instances, leftOut: report.leftOut == 0 ? nil : report.leftOut,
      unread: report.unread.isEmpty ? nil : report.unread)
  }
}
