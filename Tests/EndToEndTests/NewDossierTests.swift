import Foundation
import TestSupport
import Testing

@Suite("gongkai new") struct NewDossierTests {
  @Test("writes every file with its headings and every fact with meaning and unit")
  func writesAnEmptyDossier() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("新卷宗")
      let result = try gongkai(["new", dossier.path, "--layout", "shanxi-2023"])
      #expect(result.status == 0, "\(result.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: dossier.path).sorted()
      #expect(
        names == [
          "accounts.csv", "balances.csv", "budget.csv", "department.yaml", "expenditure.csv",
          "income.csv", "prior-year.csv",
        ])
      let text = try String(
        contentsOf: dossier.appendingPathComponent("department.yaml"), encoding: .utf8)
      for part in ["年度: 2023", "版式: shanxi-2023", "公务接待费:", "决算:", "（元）", "其他用车:"] {
        #expect(text.contains(part), "\(part)")
      }
      // With a byte order mark, without which Excel takes the text for another encoding.
      let income = try Data(contentsOf: dossier.appendingPathComponent("income.csv"))
      #expect(income.starts(with: Data("\u{FEFF}单位代码,收入来源,功能科目,金额（元）".utf8)))
    }
  }

  @Test("what it writes reads back: only what is left to fill in is missing")
  func newDossierReadsBack() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("d")
      _ = try gongkai(["new", dossier.path, "--layout", "shanxi-2023"])
      let result = try gongkai(["build", dossier.path], in: folder)
      #expect(result.status == 2)
      let faults = result.errors.split(separator: "\n").filter { $0.contains(": 错误 ") }
      #expect(!faults.isEmpty)
      // A fresh dossier has no fault of form: no unknown column, key, or broken file.
      #expect(faults.allSatisfy { $0.contains("department.yaml") }, "\(result.errors)")
    }
  }

  @Test("never touches a folder that is there already")
  func refusesExistingFolders() throws {
    try withTemporaryFolder { folder in
      let mine = folder.appendingPathComponent("income.csv")
      try "我的".write(to: mine, atomically: true, encoding: .utf8)
      let result = try gongkai(["new", folder.path, "--layout", "shanxi-2023"])
      #expect(result.status == 64, "\(result.errors)")
      #expect(try String(contentsOf: mine, encoding: .utf8) == "我的")
    }
  }

  @Test("takes the only layout set that is not assumed, or lists them")
  func withoutSet() throws {
    try withTemporaryFolder { folder in
      let data = folder.appendingPathComponent("data")
      try copyData(to: data)
      let options = ["--data", data.path]
      let layouts = data.appendingPathComponent("Layouts")
      try FileManager.default.removeItem(at: layouts.appendingPathComponent("shanghai-2024"))
      let only = try gongkai(["new", "d"] + options, in: folder)
      #expect(only.status == 0, "\(only.errors)")
      try FileManager.default.copyItem(
        at: layouts.appendingPathComponent("shanxi-2023"),
        to: layouts.appendingPathComponent("other-2023"))
      let several = try gongkai(["new", "e"] + options, in: folder)
      #expect(several.status == 64 && several.errors.contains("X411"), "\(several.errors)")
      #expect(several.errors.contains("other-2023、shanxi-2023、shanxi-2024"))
    }
  }

  @Test("an unknown layout set is answered with the sets there are")
  func refusesUnknownSets() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("d")
      let result = try gongkai(["new", dossier.path, "--layout", "shanxi"])
      #expect(result.status == 2)
      #expect(result.errors.contains("shanxi-2023"))
      #expect(!FileManager.default.fileExists(atPath: dossier.path))
    }
  }
}
