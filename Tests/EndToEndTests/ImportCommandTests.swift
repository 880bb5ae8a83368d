import Foundation
import TestSupport
import Testing

/// `gongkai import` as clerks run it: what systems export becomes the dossier's tables again.
@Suite("gongkai import") struct ImportCommandTests {
  /// The exports, with the table that each becomes and what the clerk decides of its mapping.
  private static let exports: [(name: String, table: String, file: String)] = [
    ("支出.xlsx", "支出", "expenditure.csv"), ("收入.xlsx", "收入", "income.csv"),
    ("结转.xlsx", "结转", "balances.csv"), ("预算.csv", "预算", "budget.csv"),
  ]

  private struct Place {
    let folder: URL

    var dossier: URL { folder.appendingPathComponent("卷宗") }

    /// Writes the exports of a dossier, whose figures are multiplied.
    func makeExports(of dossier: URL, times factor: Int = 1) throws {
      let tool = Project.url("Tests/Tools/make_exports.py").path
      let made = try python([tool, dossier.path, folder.path, "\(factor)"])
      try #require(made.status == 0, "\(made.errors)")
    }

    func run(_ name: String, _ table: String, _ more: String...) throws -> ProcessResult {
      try gongkai(["import", name, "--as", table, "--map", "\(table).yaml"] + more, in: folder)
    }

    func convert(_ source: String, _ target: String) throws {
      let result = try gongkai(["convert", source, target], in: folder)
      try #require(result.status == 0, "\(result.errors)")
    }

    func has(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
    }

    func bytes(_ name: String) throws -> Data {
      try Data(contentsOf: folder.appendingPathComponent(name))
    }

    /// The files of a folder and of those in it, by their paths from there.
    func files(_ name: String) throws -> [String] {
      let url = folder.appendingPathComponent(name)
      return try FileManager.default.subpathsOfDirectory(atPath: url.path)
        .filter { $0.contains(".") }.sorted()
    }

    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// Writes what is undecided in a mapping, as a clerk does.
    func decide(_ table: String, _ decisions: [String: String]) throws {
      var text = try text("\(table).yaml")
      for (written, decided) in decisions { text = text.replacing(written, with: decided) }
      try Data(text.utf8).write(to: folder.appendingPathComponent("\(table).yaml"))
    }

    /// The lines of a dossier's figures, without the places that they come from.
    func figures(of dossier: URL, _ name: String) throws -> [[String]] {
      let out = folder.appendingPathComponent(name)
      try build(dossier, into: out)
      return try String(contentsOf: out.appendingPathComponent("figures.csv"), encoding: .utf8)
        .split(separator: "\n").map { Array(csvFields($0).prefix(7)) }
    }
  }

  /// Copies a dossier without the rows of its tables that are imported.
  private func withPlace(_ dossier: URL, _ body: (Place) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let place = Place(folder: folder)
      try FileManager.default.copyItem(at: dossier, to: place.dossier)
      for (_, _, file) in Self.exports {
        let url = place.dossier.appendingPathComponent(file)
        try FileManager.default.removeItem(at: url)
      }
      try body(place)
    }
  }

  @Test(
    "the exports of a dossier, imported, give the figures of the dossier; next year asks nothing",
    arguments: ["Examples/putuo-finance-2024", "Tests/Fixtures/lanchuan-education-2023"])
  func roundTrip(path: String) throws {
    let dossier = Project.url(path)
    try withPlace(dossier) { place in
      try place.makeExports(of: dossier)
      for (name, table, file) in Self.exports {
        let proposed = try place.run(name, table, "--to", "卷宗")
        #expect(proposed.status <= 1, "\(table)\n\(proposed.errors)")
        #expect(
          !FileManager.default.fileExists(atPath: place.dossier.appendingPathComponent(file).path))
        let text = try place.text("\(table).yaml")
        #expect((proposed.status == 1) == text.contains(": 待定"), "\(text)")
        try place.decide(table, ["其他资金: 待定": "其他资金: 其他收入"])
        let taken = try place.run(name, table, "--to", "卷宗")
        #expect(taken.status == 0, "\(table)\n\(taken.errors)\(taken.output)\n\(text)")
        #expect(taken.output.contains("已写入 卷宗/\(file)"))
        let again = try place.run(name, table, "--to", "卷宗")
        #expect(again.status == 2 && again.errors.contains("K203"), "\(again.errors)")
      }
      #expect(try place.figures(of: place.dossier, "后") == place.figures(of: dossier, "前"))
      try place.makeExports(of: dossier, times: 3)
      for (name, table, file) in Self.exports {
        let before = try place.text("卷宗/\(file)")
        let next = try place.run(name, table, "--to", "卷宗", "--replace")
        #expect(next.status == 0 && next.errors.isEmpty, "\(next.errors)")
        let after = try place.text("卷宗/\(file)")
        #expect(before != after)
        #expect(before.count(where: \.isNewline) == after.count(where: \.isNewline))
      }
    }
  }

  @Test("a workbook gets the rows, all else stays, and the former one is kept")
  func intoWorkbook() throws {
    let dossier = Project.url("Examples/putuo-finance-2024")
    try withPlace(dossier) { place in
      try place.makeExports(of: dossier)
      try place.convert(dossier.path, "填报.xlsx")
      try place.convert("填报.xlsx", "前")
      let former = try place.bytes("填报.xlsx")
      #expect(try place.run("支出.xlsx", "支出", "--to", "填报.xlsx").status <= 1)
      #expect(try place.text("支出.yaml").contains("变成卷宗的“支出”表。"))
      try place.decide("支出", ["其他资金: 待定": "其他资金: 其他收入"])
      let full = try place.run("支出.xlsx", "支出", "--to", "填报.xlsx")
      #expect(full.status == 2 && full.errors.contains("填报.xlsx 支出: "), "\(full.errors)")
      #expect(full.errors.contains("K203: “支出”表里已经有 ") && full.output.isEmpty, "\(full.output)")
      #expect(try place.bytes("填报.xlsx") == former)
      #expect(!place.has("填报（导入前）.xlsx"))

      try place.makeExports(of: dossier, times: 3)
      for (index, kept) in ["填报（导入前）.xlsx", "填报（导入前 2）.xlsx"].enumerated() {
        let before = try place.bytes("填报.xlsx")
        let taken = try place.run("支出.xlsx", "支出", "--to", "填报.xlsx", "--replace")
        #expect(taken.status == 0, "\(taken.errors)")
        #expect(taken.output.contains("成为“支出”表的 ") && !taken.output.contains(".csv"))
        #expect(taken.output.contains("原来的工作簿留在 \(kept)："), "\(taken.output)")
        #expect(try place.bytes(kept) == before)
        #expect((before == former) == (index == 0))
      }
      try place.convert("填报.xlsx", "后")
      for name in try place.files("前") + place.files("后") {
        let isSame = try place.text("前/\(name)") == place.text("后/\(name)")
        #expect(isSame == (name != "expenditure.csv"), "\(name)")
      }
      #expect(try place.files("前") == place.files("后"))
    }
  }

  @Test("a workbook that is open, has sheets of its owner's, or no units yet")
  func workbookInTheWay() throws {
    let dossier = Project.url("Examples/putuo-finance-2024")
    try withPlace(dossier) { place in
      try place.makeExports(of: dossier)
      try place.convert(dossier.path, "填报.xlsx")
      _ = try place.run("支出.xlsx", "支出", "--to", "填报.xlsx")
      try place.decide("支出", ["其他资金: 待定": "其他资金: 其他收入"])
      let former = try place.bytes("填报.xlsx")
      for name in ["~$填报.xlsx", ".~lock.填报.xlsx#"] {
        let trace = place.folder.appendingPathComponent(name)
        try Data().write(to: trace)
        let open = try place.run("支出.xlsx", "支出", "--to", "填报.xlsx", "--replace")
        #expect(open.status == 2 && open.errors.contains("K204"), "\(open.errors)")
        let read = try gongkai(["check", "填报.xlsx", "--quiet"], in: place.folder)
        #expect(read.errors.contains("D371"), "\(read.errors)")
        try FileManager.default.removeItem(at: trace)
      }
      let wrong = try gongkai(
        ["import", "收入.xlsx", "--as", "收入", "--map", "支出.yaml", "--to", "填报.xlsx"],
        in: place.folder)
      #expect(wrong.status == 2 && wrong.errors.contains("这份对照表是“支出”的"))
      #expect(wrong.errors.matches(of: /K[0-9]{3}/).count == 1, "\(wrong.errors)")
      let script = """
        import sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        book.create_sheet("底稿")["A1"] = "自己记的"
        book.save(sys.argv[2])
        for row in book["单位"].iter_rows(min_row=4):
            for cell in row:
                cell.value = None
        del book["底稿"]
        book.save(sys.argv[3])
        """
      let names = ["填报.xlsx", "有底稿.xlsx", "没单位.xlsx"]
      let made = try python(
        ["-c", script] + names.map { place.folder.appendingPathComponent($0).path })
      try #require(made.status == 0, "\(made.errors)")
      let own = try place.run("支出.xlsx", "支出", "--to", "有底稿.xlsx", "--replace")
      #expect(own.status == 2 && own.errors.contains("D367"), "\(own.errors)")
      #expect(!place.has("有底稿（导入前）.xlsx"))
      let unitless = try place.run("支出.xlsx", "支出", "--to", "没单位.xlsx", "--replace")
      #expect(unitless.status == 0 && unitless.errors.contains("K241"), "\(unitless.errors)")
      #expect(unitless.errors.contains("        103001\t"), "\(unitless.errors)")
      #expect(try place.bytes("填报.xlsx") == former)
      #expect(!place.has("填报（导入前）.xlsx"))
    }
  }

  @Test("what cannot be taken is told, and the table stays as it was")
  func refusal() throws {
    try withPlace(Project.url("Examples/putuo-finance-2024")) { place in
      let export = """
        单位：元,,,,,
        单位代码,资金性质,支出类别,功能科目,经济科目,金额
        103001,一般公共预算,基本支出,2010601,30101,100.00
        103001,财政拨款,基本支出,2010601,30102,23.45
        合计,,,,,123.45

        """
      let file = place.folder.appendingPathComponent("导出.csv")
      try Data(export.utf8).write(to: file)
      let proposed = try place.run("导出.csv", "支出", "--to", "卷宗")
      #expect(proposed.status == 1, "\(proposed.errors)")
      let text = try place.text("支出.yaml")
      #expect(text.contains("    财政拨款: 待定   # "))
      #expect(text.contains("    #   导出.csv:4:8  23.45\n"), "\(text)")
      let undecided = try place.run("导出.csv", "支出", "--to", "卷宗")
      #expect(undecided.status == 1 && undecided.errors.contains("K210"))
      try place.decide("支出", ["财政拨款: 待定": "财政拨款: 一般公共预算财政拨款"])
      try Data(export.replacing("23.45\n合", with: "23.46\n合").utf8).write(to: file)
      let wrong = try place.run("导出.csv", "支出", "--to", "卷宗")
      #expect(wrong.status == 2 && wrong.errors.contains("导出.csv:5"), "\(wrong.errors)")
      #expect(wrong.errors.contains("K233") && wrong.errors.contains("没有写出表"))
      let table = place.dossier.appendingPathComponent("expenditure.csv").path
      #expect(!FileManager.default.fileExists(atPath: table))
      try Data(export.utf8).write(to: file)
      let looked = try place.run("导出.csv", "支出", "--dossier", "卷宗")
      #expect(looked.status == 0 && looked.output.contains("没有写文件"), "\(looked.errors)")
      let alone = try place.run("导出.csv", "支出", "--dossier", "卷宗", "--to", "出.csv")
      #expect(alone.status == 0 && alone.output.contains("已写入 出.csv"))
      let written =
        "\u{FEFF}单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）\r\n"
        + "103001,一般公共预算财政拨款,基本支出,2010601,30101,100.00\r\n"
        + "103001,一般公共预算财政拨款,基本支出,2010601,30102,23.45\r\n"
      let bytes = try Data(contentsOf: place.folder.appendingPathComponent("出.csv"))
      #expect(bytes == Data(written.utf8))
    }
  }

  @Test("files and options that lead nowhere")
  func usage() throws {
    try withPlace(Project.url("Examples/putuo-finance-2024")) { place in
      let missing = try place.run("没有.xlsx", "支出", "--dossier", "卷宗")
      #expect(missing.status == 2 && missing.errors.contains("K200"))
      try Data("单位代码,金额\n1,2\n".utf8).write(to: place.folder.appendingPathComponent("导出.csv"))
      let unnamed = try place.run("导出.csv", "支出")
      #expect(unnamed.status == 64 && unnamed.errors.contains("X420"))
      #expect(try place.run("导出.csv", "上年", "--dossier", "卷宗").status == 64)
      let script = """
        import sys, openpyxl
        book = openpyxl.Workbook()
        for title in ["甲", "乙"]:
            sheet = book.create_sheet(title)
            sheet.append(["单位代码", "金额（元）"])
        book.save(sys.argv[1])
        """
      _ = try python(["-c", script, place.folder.appendingPathComponent("两张.xlsx").path])
      let two = try place.run("两张.xlsx", "支出", "--dossier", "卷宗")
      #expect(two.status == 2 && two.errors.contains("K202"), "\(two.errors)")
      let other = try place.run("两张.xlsx", "支出", "--dossier", "卷宗", "--sheet", "丙")
      #expect(other.status == 2 && other.errors.contains("K201"))
      #expect(try place.run("两张.xlsx", "支出", "--dossier", "卷宗", "--sheet", "甲").status == 1)
    }
  }
}
