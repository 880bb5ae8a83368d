public import Diagnostics
internal import Domain
public import FoundationEssentials
internal import Typesetting

/// The roles with their faces, and what a dossier makes of them.
public struct FontReport: Sendable {
  /// A role with its faces; the last resorts are one without a name.
  public struct Role: Sendable {
    /// The role's name as `Fonts/roles.yaml` has it: `表格`; empty for the last resorts.
    public let name: String
    /// The licensed face that the faces stand for.
    public let official: String
    /// The faces in the order in which they are asked.
    public let faces: [Face]
  }

  /// A face of a role.
  public struct Face: Sendable {
    /// The family, as it is declared: `FandolSong`.
    public let family: String
    /// The file's name.
    public let file: String
    /// The face's number in the file.
    public let index: Int
    /// Where the file was found; nil where it is missing.
    public let folder: String?
    /// How many characters of the dossier it sets, each counted once.
    public let characters: Int
  }

  /// A character that the first face of its role lacks.
  public struct Substitution: Sendable {
    /// The character itself.
    public let character: String
    /// `U+20BB7`.
    public let code: String
    /// The name of the role that it was to be set in.
    public let role: String
    /// The family of the face that has it.
    public let family: String
    /// How often it is set.
    public let count: Int
    /// Where it stands first.
    public let place: String
  }

  /// Whose dossier it is (`襄垣县工业和信息化局 2023 年度`); nil for the roles alone.
  public let dossier: String?
  /// The roles in the order of `Fonts/roles.yaml`, the last resorts behind them.
  public let roles: [Role]
  /// The characters that another face had to set; empty for the roles alone.
  public let substitutions: [Substitution]
}

/// A report, if one could be made, and all that was found on the way.
public struct FontReportResult: Sendable {
  /// Nil where none could be made; then the findings say why.
  public let report: FontReport?
  /// All that was found on the way.
  public let findings: [Finding]
  /// The lines of the files that findings point to.
  public let lines: @Sendable (_ file: String) -> [String]?
}

/// Says which fonts the roles have.
///
/// - Parameter preferred: a file of font roles whose faces are asked first.
public func reportFonts(_ data: DataFolder, preferring preferred: URL?) -> FontReportResult {
  let inventory = FontListing.inventory(from: data.fonts, preferring: preferred)
  return FontReportResult(
    report: inventory.value.map { FontReport($0) }, findings: inventory.findings,
    lines: fontLines(data, preferring: preferred))
}

/// Says which fonts the texts of a dossier use.
///
/// - Returns: the report; none where the dossier could not be built, with what stands in the way.
public func reportFonts(of request: BuildRequest) -> FontReportResult {
  let declared = fontLines(request.data, preferring: request.fonts)
  var log = WorkLog()
  let report = log.attempt { log -> FontReport? in
    let (set, texts) = try LoadedSet.load(for: request, log: &log)
    let lines = set.lines
    log.lines = { lines($0) ?? declared($0) }
    let prepared = try prepare(request.order, by: set, alreadyRead: texts, log: &log) { _ in }
    let demand = FontDemand(prepared.document, from: prepared.texts, or: set.texts)
    let fonts = try log.take(
      FontSet.load(from: request.data.fonts, preferring: request.fonts, needing: demand))
    let title = "\(prepared.department.name) \(prepared.fiscalYear) 年度"
    return fonts.use(by: demand).map { FontReport($0, of: title) }
  }
  return FontReportResult(
    report: report ?? nil, findings: log.findings(of: request.order), lines: log.lines)
}

extension FontReport {
  fileprivate init(_ listing: FontListing, of dossier: String? = nil) {
    self.init(
      dossier: dossier,
      roles: listing.roles.map { role in
        Role(
          name: role.name, official: role.official,
          faces: role.faces.map {
            Face(
              family: $0.family, file: $0.file, index: $0.index, folder: $0.folder,
              characters: $0.characters)
          })
      },
      substitutions: listing.substitutions.map {
        Substitution(
          character: String($0.character), code: $0.code, role: $0.role, family: $0.family,
          count: $0.count, place: $0.place.map { DiagnosticPrinter.text(of: $0) } ?? "")
      })
  }
}
