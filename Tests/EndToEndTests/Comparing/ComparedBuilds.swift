import Foundation
import TestSupport
import Testing

/// Three submissions of the example that differ in one thing each, built once for all suites.
struct ComparedBuilds: Sendable {
  /// The example as it is.
  let base: URL
  /// With one amount more in a line of income and a line of expenditure.
  let changed: URL
  /// With page numbers of another size.
  let styled: URL
  /// The dossier of ``changed``.
  let changedDossier: URL
  /// What the first build, into a folder that did not exist, printed.
  let firstOutput: String

  static let shared = Result { try ComparedBuilds() }

  static let forms = "决算公开表.xlsx"
  static let evaluations = "项目支出绩效自评表.xlsx"
  static let document = "部门决算公开.pdf"
  /// The lines that ``changed`` has otherwise.
  static let changedLines = ["income.csv:3", "expenditure.csv:3"]

  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("gongkai-compared-\(UUID().uuidString)")

  private init() throws {
    let folder = Self.folder
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: ComparedBuilds.folder) }
    let example = Project.url(DossierWriting.example)
    base = folder.appendingPathComponent("base")
    firstOutput = try build(example, into: base).output

    changedDossier = folder.appendingPathComponent("dossier")
    try manager.copyItem(at: example, to: changedDossier)
    try correct(changedDossier)
    changed = folder.appendingPathComponent("changed")
    try build(changedDossier, into: changed)

    let data = folder.appendingPathComponent("data")
    try manager.createDirectory(at: data, withIntermediateDirectories: true)
    try manager.copyItem(
      at: Project.url("Layouts"), to: data.appendingPathComponent("Layouts"))
    try manager.createSymbolicLink(
      at: data.appendingPathComponent("Fonts"), withDestinationURL: Project.url("Fonts"))
    try replace(
      "pageNumber: {font: 数字, size: 14", "pageNumber: {font: 数字, size: 15",
      in: data.appendingPathComponent("Layouts/national/set.yaml"))
    styled = folder.appendingPathComponent("styled")
    try build(example, into: styled, ["--data", data.path])
  }
}

/// Adds the same amount to a line of income and to one of expenditure, so that balances hold.
func correct(_ dossier: URL) throws {
  try replace(
    "2010301,1348400.00", "2010301,1349634.56", in: dossier.appendingPathComponent("income.csv"))
  try replace(
    "2010301,30101,460696.00", "2010301,30101,461930.56",
    in: dossier.appendingPathComponent("expenditure.csv"))
}

/// Replaces a text that a file has.
func replace(_ old: String, _ new: String, in file: URL) throws {
  let text = try String(contentsOf: file, encoding: .utf8)
  try #require(text.contains(old), "\(file.lastPathComponent) has no \(old)")
  // Only the first: the next unit may have a line that ends alike.
  let range = try #require(text.range(of: old))
  try text.replacingCharacters(in: range, with: new)
    .write(to: file, atomically: true, encoding: .utf8)
}

/// Copies a file, making the folders above.
func copy(_ source: URL, to target: URL) throws {
  try FileManager.default.createDirectory(
    at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
  try FileManager.default.copyItem(at: source, to: target)
}
