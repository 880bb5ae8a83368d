import Foundation
import Reckoning
import TestSupport
import Testing

/// The invented education bureau with its two schools, whose files are in GB18030 throughout.
///
/// They are decoded by Python, which shares no table of characters with the program under test.
enum SchoolDossier {
  static let folder = Project.url("Tests/Fixtures/lanchuan-education-2023")

  /// The paths of its files from its folder.
  static func files() throws -> [String] {
    let evaluations = folder.appendingPathComponent("evaluations")
    let names = try FileManager.default.contentsOfDirectory(atPath: evaluations.path)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0 != "evaluations" }.sorted() + names.sorted().map { "evaluations/\($0)" }
  }

  /// The text of a file, by its path from the folder.
  static func text(_ file: String) throws -> String {
    let decode = """
      import sys
      sys.stdout.buffer.write(open(sys.argv[1], "rb").read().decode("gb18030").encode("utf-8"))
      """
    let result = try python(["-c", decode, folder.appendingPathComponent(file).path])
    try #require(result.status == 0, "\(file): \(result.errors)")
    return result.output
  }

  /// Its ledger tables.
  static func tables() throws -> LedgerTables { try LedgerTables(text) }

  /// Its books as the reckoning knows them; what no ledger holds is copied from department.yaml.
  static func ledger() throws -> LedgerModel {
    LedgerModel(
      try tables(), purchases: [86_132_625, 494_420_405, 31_093_608],
      holdings: [0, 0, 1, 1, 0, 0, 0, 0, 1],
      publicBudget: [0, 0, 5_000_000, 800_000], publicFinal: [0, 0, 4_826_037, 684_300],
      unitTypes: ["302001": "行政单位", "302002": "公益一类事业单位", "302003": "公益一类事业单位"])
  }
}
