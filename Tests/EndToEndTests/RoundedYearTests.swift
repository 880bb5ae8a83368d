import Foundation
import TestSupport
import Testing

/// The second year of a department of which nothing but what it published is at hand.
@Suite("gongkai new --from what was published", .serialized) struct RoundedYearTests {
  private static let fund = "政府性基金预算财政拨款"

  /// How grave the findings of checks of the prior year are, by the checks.
  private func told(of dossier: URL) throws -> [String: Set<String>] {
    let result = try gongkai(["check", dossier.path, "--json", "-"])
    try #require(result.status < 2, "\(result.errors)")
    let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let findings = (report as? [String: Any])?["findings"] as? [[String: Any]] ?? []
    try #require(!findings.isEmpty)
    return findings.reduce(into: [:]) { told, finding in
      guard let check = finding["check"] as? String, check.hasPrefix("prior-") else { return }
      told[check, default: []].insert(finding["severity"] as? String ?? "")
    }
  }

  /// The books of the bureau once more, as those of the year after.
  private func secondYear(in folder: URL) throws -> URL {
    let dossier = folder.appendingPathComponent("第二年")
    try FileManager.default.copyItem(
      at: Project.url("Tests/Fixtures/lanchuan-education-2023"), to: dossier)
    let file = dossier.appendingPathComponent("department.yaml")
    // Its bytes are no UTF-8; the year and the date are the same in every encoding.
    var text = try #require(String(data: Data(contentsOf: file), encoding: .isoLatin1))
    for (old, new) in [
      (": 2023\n", ": 2024\n"), ("shanxi-2023", "shanxi-2024"), ("2024-09-26", "2025-09-26"),
    ] {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    try #require(text.data(using: .isoLatin1)).write(to: file)
    return dossier
  }

  @Test("both sides of a fund are the total that is printed, and rounding is no error")
  func bureau() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("公开")
      try buildDraft(Project.url("Tests/Fixtures/lanchuan-education-2023"), into: out)
      let second = try secondYear(in: folder)
      for name in ["部门决算公开.pdf", "决算公开表.xlsx"] {
        let alone = folder.appendingPathComponent("只有\(name)")
        try FileManager.default.createDirectory(at: alone, withIntermediateDirectories: true)
        let file = alone.appendingPathComponent(name)
        try FileManager.default.copyItem(at: out.appendingPathComponent(name), to: file)
        let begun = folder.appendingPathComponent("由\(name)新建")
        let made = try gongkai(["new", begun.path, "--from", file.path])
        try #require(made.status == 0, "\(made.errors)")
        let stated = try FirstYear.stated(in: begun)
        #expect(stated["财政拨款收入总计|\(Self.fund)|"] == 745_300_000, "\(name)")
        #expect(stated["财政拨款支出总计|\(Self.fund)|"] == 745_300_000, "\(name)")

        // Names that the catalogue of the new year does not have.
        let names = second.appendingPathComponent("accounts.csv")
        try Data(contentsOf: begun.appendingPathComponent("accounts.csv")).write(to: names)
        let prior = begun.appendingPathComponent("prior-year.csv")
        let text = try String(contentsOf: prior, encoding: .utf8)
        func told(_ old: String, _ new: String) throws -> [String: Set<String>] {
          #expect(text.contains(old))
          try Data(text.replacing(old, with: new).utf8)
            .write(to: second.appendingPathComponent("prior-year.csv"))
          return try self.told(of: second)
        }
        let row = "财政拨款支出总计,\(Self.fund),,"
        #expect(try told(row, row)["prior-fund-total"] == nil, "\(name)")
        #expect(try told(row, row).values.allSatisfy { !$0.contains("error") }, "\(name)")
        // Parts that are added: off by the last decimal, which nobody can mend.
        let added = try told("\(row)7453000.00", "\(row)7452900.00")
        #expect(added["prior-fund-total"] == ["note"], "\(name)")
        let wrong = try told("\(row)7453000.00", "\(row)7452800.00")
        #expect(wrong["prior-fund-total"] == ["error"], "\(name)")
        let exact = try told("\(row)7453000.00", "\(row)7452912.34")
        #expect(exact["prior-fund-total"] == ["error"], "\(name)")
      }
    }
  }
}
