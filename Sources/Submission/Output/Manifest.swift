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

  /// What a partial build was asked for.
  struct Selection: Codable {
    let formats: [String]
    let forms: [String]?
    let parts: [String]?
  }

  let format: Int
  let department: String
  let fiscalYear: Int
  let layoutSet: String
  let date: String
  /// Nil for a whole submission.
  let selection: Selection?
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
    department: String, fiscalYear: Int, layoutSet: String, date: String,
    selection: Selection?, inputs: [File], outputs: [File], fonts: [Font]
  ) {
    format = 1
    self.department = department
    self.fiscalYear = fiscalYear
    self.layoutSet = layoutSet
    self.date = date
    self.selection = selection
    self.inputs = inputs
    self.outputs = outputs
    self.fonts = fonts
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
