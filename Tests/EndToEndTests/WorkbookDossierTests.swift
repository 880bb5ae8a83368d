import Foundation
import TestSupport
import Testing

/// A dossier as a folder, as a workbook, and carried from one to the other: one and the same submission.
@Suite("A dossier as a workbook") struct WorkbookDossierTests {
  private static let dossiers = [
    "Examples/xiangyuan-2023", "Examples/putuo-finance-2024",
    "Tests/Fixtures/lanchuan-education-2023",
  ]

  @Test("folder → workbook → build gives the files of folder → build", arguments: dossiers)
  func sameSubmission(dossier: String) throws {
    try withTemporaryFolder { folder in
      let source = Project.url(dossier)
      let workbook = folder.appendingPathComponent("填报.xlsx")
      try convert(source, to: workbook)
      let out = folder.appendingPathComponent("out")
      try build(source, into: out)
      var others = [("workbook", workbook)]

      let back = folder.appendingPathComponent("back")
      try convert(workbook, to: back)
      others.append(("folder of the workbook", back))
      let second = folder.appendingPathComponent("second.xlsx")
      try convert(back, to: second)
      #expect(
        try Data(contentsOf: second) == Data(contentsOf: workbook), "the second workbook differs")

      let saved = folder.appendingPathComponent("openpyxl.xlsx")
      let script = "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])"
      let result = try python(["-c", script, workbook.path, saved.path])
      try #require(result.status == 0, "\(result.errors)")
      others.append(("workbook that openpyxl saved", saved))
      if isInstalled("soffice") {
        others.append(("workbook that LibreOffice saved", try saveAgain(workbook, in: folder)))
      }
      for (number, other) in others.enumerated() {
        let its = folder.appendingPathComponent("out\(number)")
        try build(other.1, into: its)
        try compare(out, its, other.0)
      }
    }
  }

  @Test("a workbook that was published is told from one that is filled in")
  func publishedWorkbook() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try build(Project.url(Self.dossiers[1]), into: out)
      let published = out.appendingPathComponent("决算公开表.xlsx").path
      for command in [["build"], ["convert"], ["fonts"], ["verify", "--against", out.path]] {
        let target = command == ["convert"] ? [folder.appendingPathComponent("x").path] : []
        let result = try gongkai(
          command.prefix(1) + [published] + command.dropFirst() + target, in: folder)
        #expect(result.status == 2 && result.errors.contains("D354"), "\(command)")
      }
    }
  }

  @Test("a year is begun from a workbook as from its folder, and as a workbook or a folder alike")
  func nextYear() throws {
    try withTemporaryFolder { folder in
      let last = folder.appendingPathComponent("last")
      try FileManager.default.copyItem(at: Project.url(Self.dossiers[0]), to: last)
      let workbook = folder.appendingPathComponent("last.xlsx")
      try convert(last, to: workbook)
      for (former, target) in [("last", "a"), ("last.xlsx", "b"), ("last.xlsx", "c.xlsx")] {
        let result = try gongkai(["new", target, "--from", former], in: folder)
        try #require(result.status == 0, "\(result.errors)")
      }
      try convert(folder.appendingPathComponent("c.xlsx"), to: folder.appendingPathComponent("c"))
      for name in try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("a").path)
      {
        func lines(_ other: String, leavingOut word: String) throws -> [String] {
          let url = folder.appendingPathComponent(other).appendingPathComponent(name)
          return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix(word) }
            // Cells keep neither zeros behind an amount nor the break at the end of a text.
            .map { line in
              line.replacingOccurrences(of: "|-", with: "|").components(separatedBy: ",")
                .map(Self.plainNumber).joined(separator: ",")
            }
        }
        let first = try lines("a", leavingOut: "上年:")
        #expect(try first == lines("b", leavingOut: "上年:"), "\(name)")
        // A workbook has no comments, nor has it places for facts in another order.
        if name.hasSuffix(".csv") { #expect(try first == lines("c", leavingOut: "上年:"), "\(name)") }
      }
      // The year is held against the workbook: an opening that was changed by hand is told.
      let balances = folder.appendingPathComponent("b/balances.csv")
      let text = try String(contentsOf: balances, encoding: .utf8)
      #expect(text.contains("4911417.99"))
      try Data(text.replacingOccurrences(of: "4911417.99", with: "4911418.99").utf8)
        .write(to: balances)
      let yaml = try String(
        contentsOf: folder.appendingPathComponent("b/department.yaml"), encoding: .utf8)
      #expect(yaml.contains("上年: ../last.xlsx"))
    }
  }

  /// An amount without zeros behind its decimals; anything else as it is.
  private static func plainNumber(_ text: String) -> String {
    let isNumber = !text.isEmpty && text.allSatisfy { "-.0123456789".contains($0) }
    return (isNumber ? Decimal(string: text) : nil).map { "\($0)" } ?? text
  }

  private func convert(_ source: URL, to target: URL) throws {
    let result = try gongkai(["convert", source.path, target.path])
    try #require(result.status == 0, "\(result.errors)\(result.output)")
  }

  private func saveAgain(_ workbook: URL, in folder: URL) throws -> URL {
    let again = folder.appendingPathComponent("again")
    let profile = "-env:UserInstallation=file://\(folder.path)/profile"
    let result = try run(
      "soffice",
      [profile, "--headless", "--convert-to", "xlsx", "--outdir", again.path, workbook.path])
    try #require(result.status == 0, "\(result.errors)")
    return again.appendingPathComponent(workbook.lastPathComponent)
  }

  /// Holds two output folders against each other: all but where figures come from, and the record of
  /// what was read.
  private func compare(_ first: URL, _ second: URL, _ what: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: first.path).sorted()
    #expect(names.count >= 4)
    #expect(try FileManager.default.contentsOfDirectory(atPath: second.path).sorted() == names)
    for name in names where name != "manifest.json" {
      let one = try Data(contentsOf: first.appendingPathComponent(name))
      let other = try Data(contentsOf: second.appendingPathComponent(name))
      if name == "figures.csv" {
        #expect(try withoutSources(one) == withoutSources(other), "\(name) of the \(what)")
      } else {
        #expect(one == other, "\(name) of the \(what)")
      }
    }
  }

  /// The lines of a list of figures without its last column, which names the sources.
  private func withoutSources(_ data: Data) throws -> [[String]] {
    let lines = try #require(String(data: data, encoding: .utf8)).split(separator: "\n")
    let rows = lines.map { csvFields($0) }
    #expect(rows[0].last == "sources")
    return rows.map { Array($0.dropLast()) }
  }
}
