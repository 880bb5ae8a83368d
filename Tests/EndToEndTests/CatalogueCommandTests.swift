import Foundation
import TestSupport
import Testing

/// The education bureau without names of its own, and a place for catalogues that people bring in.
@Suite("gongkai catalogue") struct CatalogueCommandTests {
  /// A copy of the dossier with another table of names, or with none, beside an own data folder.
  private struct Desk {
    let folder: URL
    let dossier: URL
    let environment: [String: String]

    init(_ folder: URL, accounts: String?) throws {
      self.folder = folder
      dossier = folder.appendingPathComponent("卷宗")
      environment = ["XDG_DATA_HOME": folder.appendingPathComponent("data").path]
      try FileManager.default.copyItem(at: SchoolDossier.folder, to: dossier)
      let table = dossier.appendingPathComponent("accounts.csv")
      try FileManager.default.removeItem(at: table)
      if let accounts { try Data(accounts.utf8).write(to: table) }
    }

    var accounts: URL { dossier.appendingPathComponent("accounts.csv") }

    var catalogue: URL {
      folder.appendingPathComponent("data/gongkai/catalogues/function-2023.csv")
    }

    func run(_ arguments: String...) throws -> ProcessResult {
      try gongkai(arguments, in: folder, environment: environment)
    }

    /// Brings in names.
    func bring(_ names: String) throws {
      try FileManager.default.createDirectory(
        at: catalogue.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(("科目代码,科目名称,来源\n" + names).utf8).write(to: catalogue)
    }

    /// The published PDF.
    func publish() throws -> String {
      let out = folder.appendingPathComponent("公开")
      try build(SchoolDossier.folder, into: out)
      return out.appendingPathComponent("部门决算公开.pdf").path
    }

    func bytes(_ path: String) throws -> Data {
      try Data(contentsOf: folder.appendingPathComponent(path))
    }
  }

  private static let head = "科目类型,科目代码,科目名称\n"
  private static let outputs = ["figures.csv", "决算公开表.xlsx", "部门决算公开.pdf", "项目支出绩效自评表.xlsx"]

  @Test("with names of neither, one message lists all that are missing as a block")
  func missing() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder, accounts: Self.head)
      let result = try desk.run("build", "卷宗")
      #expect(result.status == 2)
      #expect(result.errors.components(separatedBy: "D075").count == 2, "\(result.errors)")
      #expect(result.errors.contains("        支出功能,2050202,（名称）\n"))
      #expect(result.errors.contains("gongkai catalogue import 或 learn"))
      let check = try desk.run("catalogue", "check", "卷宗")
      #expect(check.status == 1 && check.errors == "", "\(check.errors)")
      #expect(check.output.contains("  类 205 教育支出\n    款 20501 （没有）\n      项 2050101 （没有）\n"))
      #expect(check.output.contains("\n支出功能,2050202,（名称）\n"))
      #expect(check.output.contains("2024 年度的 catalogues/function-2024.csv 写作“普通教育”"))
    }
  }

  @Test("learns from the published PDF, builds the same bytes, and pins")
  func learnsBuildsAndPins() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder, accounts: Self.head)
      let pdf = try desk.publish()
      let preview = try desk.run("catalogue", "learn", pdf, "--year", "2023")
      #expect(preview.status == 0 && preview.output.contains("支出功能,2050202,小学教育"))
      #expect(!FileManager.default.fileExists(atPath: desk.catalogue.path))
      let learnt = try desk.run("catalogue", "learn", pdf, "--year", "2023", "--yes")
      #expect(learnt.status == 0, "\(learnt.errors)")
      let catalogue = try String(contentsOf: desk.catalogue, encoding: .utf8)
      #expect(catalogue.contains("\n2050202,小学教育,部门决算公开.pdf\n"), "\(catalogue)")
      let again = try desk.run("catalogue", "learn", pdf, "--year", "2023", "--yes")
      #expect(again.output.contains("2023 年度：0 个新名称"))
      #expect(try String(contentsOf: desk.catalogue, encoding: .utf8) == catalogue)

      let built = try desk.run("build", "卷宗", "--out", "自己")
      #expect(built.status == 0, "\(built.errors)")
      #expect(try desk.run("catalogue", "check", "卷宗").status == 0)
      for name in Self.outputs {
        #expect(try desk.bytes("公开/\(name)") == desk.bytes("自己/\(name)"), "\(name)")
      }
      #expect(try names(of: "公开", desk).map(\.catalogue) == ["accounts.csv"])
      #expect(try names(of: "自己", desk).map(\.catalogue) == ["function-2023.csv"])

      let pinned = try desk.run("catalogue", "pin", "卷宗")
      #expect(pinned.status == 0 && pinned.output.contains("末尾加上 28 个名称"), "\(pinned.output)")
      let accounts = try String(contentsOf: desk.accounts, encoding: .utf8)
      #expect(accounts.hasPrefix(Self.head + "支出功能,20501,教育管理事务\n"))
      #expect(try desk.run("catalogue", "pin", "卷宗").output.contains("没有要抄的名称"))
      #expect(try String(contentsOf: desk.accounts, encoding: .utf8) == accounts)
      try FileManager.default.removeItem(at: desk.catalogue)
      #expect(try desk.run("build", "卷宗", "--out", "别处").status == 0)
      for name in Self.outputs {
        #expect(try desk.bytes("公开/\(name)") == desk.bytes("别处/\(name)"), "\(name)")
      }
    }
  }

  @Test("builds the same bytes by a list of 1,500 accounts that was brought in")
  func imports() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder, accounts: Self.head)
      _ = try desk.publish()
      let list = try Self.list(of: 1_500)
      try Data(list.utf8).write(to: folder.appendingPathComponent("科目表.csv"))
      let imported = try desk.run("catalogue", "import", "科目表.csv", "--year", "2023", "--yes")
      #expect(imported.status == 0, "\(imported.output)\(imported.errors)")
      let catalogue = try String(contentsOf: desk.catalogue, encoding: .utf8)
      #expect(catalogue.split(separator: "\n").count == 1_501)
      let built = try desk.run("build", "卷宗", "--out", "自己")
      #expect(built.status == 0, "\(built.errors)")
      for name in Self.outputs {
        #expect(try desk.bytes("公开/\(name)") == desk.bytes("自己/\(name)"), "\(name)")
      }
    }
  }

  /// A list with the names that the bureau typed by hand and made ones, the codes in three columns, titles
  /// and explanations around them.
  private static func list(of count: Int) throws -> String {
    // The bureau's table is in GB18030.
    let table = SchoolDossier.folder.appendingPathComponent("accounts.csv").path
    let typed = try run("iconv", ["-f", "GB18030", "-t", "UTF-8", table]).output
    var names = typed.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = line.split(separator: ",").map(String.init)
      return (code: fields[1], name: fields[2])
    }
    let known = Set(names.map(\.code))
    // Parents of what was typed are shipped; a list has them all the same.
    let parents = Set(known.flatMap { [String($0.prefix(3)), String($0.prefix(5))] })
    let shipped = try Project.text("Layouts/catalogues/function-2023.csv")
    for line in shipped.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      if parents.contains(fields[0]), !known.contains(fields[0]) {
        names.append((code: fields[0], name: fields[1]))
      }
    }
    var section = 0
    while names.count < count {
      if section % 30 == 0 { names.append(("\(231 + section / 30)", "试编第\(section / 30 + 1)类支出")) }
      let code = "\(231 + section / 30)\(String(format: "%02d", section % 30 + 1))"
      names.append((code, "试编第\(section + 1)款事务"))
      for item in 1...9 { names.append(("\(code)0\(item)", "试编第\(section + 1)款之\(item)项事务")) }
      section += 1
    }
    let lines = names.prefix(count).sorted { $0.code < $1.code }.map { code, name in
      let columns = [3, 5, 7].map { $0 == code.count ? code : "" }
      return (columns + [name, "反映这一科目的支出。"]).joined(separator: ",")
    }
    return (["政府收支分类科目,,,,", "类,款,项,科目名称,说明"] + lines).joined(separator: "\n") + "\n"
  }

  @Test("learns from a workbook; what differs is listed and not taken")
  func learnsFromAWorkbook() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder, accounts: Self.head)
      _ = try desk.publish()
      try desk.bring("2050202,小学,某县.pdf\n")
      let before = try Data(contentsOf: desk.catalogue)
      let book = "公开/决算公开表.xlsx"
      let preview = try desk.run("catalogue", "learn", book, "--year", "2023")
      #expect(preview.output.contains("2050202 “小学教育”；已有：“小学”（function-2023.csv:2）"))
      #expect(try Data(contentsOf: desk.catalogue) == before)
      let learnt = try desk.run("catalogue", "learn", book, "--year", "2023", "--yes")
      #expect(learnt.status == 0, "\(learnt.errors)")
      let text = try String(contentsOf: desk.catalogue, encoding: .utf8)
      #expect(text.contains("\n2050202,小学,某县.pdf\n") && !text.contains("小学教育"))
      #expect(text.contains("\n2050203,初中教育,决算公开表.xlsx\n"))
      let other = try desk.run("catalogue", "learn", "卷宗/income.csv", "--year", "2023")
      #expect(other.status == 2 && other.errors.contains("C153"), "\(other.errors)")
    }
  }

  @Test("two catalogues that disagree never decide by themselves")
  func disagreement() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder, accounts: nil)
      let own = try SchoolDossier.text("accounts.csv")
      try Data(own.utf8).write(to: desk.accounts)
      try desk.bring("201,公共服务,某县.pdf\n205,教育,某县.pdf\n")
      let result = try desk.run("build", "卷宗")
      #expect(result.status == 2)
      #expect(result.errors.contains("function-2023.csv:3:1: 错误 D078"), "\(result.errors)")
      #expect(result.errors.contains("catalogues/function-2023.csv:29:1 写作“教育支出”"))
      #expect(!result.errors.contains("“公共服务”"), "nothing is booked on it")
      #expect(try desk.run("catalogue", "pin", "卷宗").status == 2)
      #expect(try String(contentsOf: desk.accounts, encoding: .utf8) == own)
      try Data((own + "支出功能,205,教育支出\n").utf8).write(to: desk.accounts)
      #expect(try desk.run("build", "卷宗", "--out", "o").status == 0)
    }
  }

  @Test("a faulty catalogue of one's own is told with its line")
  func faulty() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder, accounts: Self.head)
      try desk.bring("20502,普通教育,某县.pdf\n2050,教育,某县.pdf\n")
      let result = try desk.run("build", "卷宗")
      #expect(result.status == 2 && result.errors.contains("function-2023.csv:3:1: 错误 L114"))
      #expect(result.errors.contains("3 | 2050,教育,某县.pdf") && !result.errors.contains("D075"))
    }
  }

  @Test("names of accounts.csv that are not the catalogue's are told with its name and place")
  func differing() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder, accounts: nil)
      let own = try SchoolDossier.text("accounts.csv").replacing("小学教育", with: "小学教肓")
      try Data((own + "支出功能,208,社保支出\n").utf8).write(to: desk.accounts)
      try desk.bring("2050202,小学教育,某县.pdf\n")
      let result = try desk.run("catalogue", "check", "卷宗")
      #expect(result.status == 1)
      #expect(result.output.contains("2050202 “小学教肓”\n    科目表：“小学教育”（function-2023.csv:2:1）"))
      #expect(
        result.output.contains(
          "208 “社保支出”\n    科目表：“社会保障和就业支出”（catalogues/function-2023.csv:38:1）"),
        "\(result.output)")
    }
  }

  @Test("pins into a table in GB18030 with its columns in another order")
  func pinsInPlace() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder, accounts: nil)
      let pdf = try desk.publish()
      _ = try desk.run("catalogue", "learn", pdf, "--year", "2023", "--yes")
      let code = """
        import sys
        open(sys.argv[1], "wb").write("科目代码,科目名称,科目类型\\r\\n20501,教育管理事务,支出功能".encode("gb18030"))
        """
      #expect(try python(["-c", code, desk.accounts.path]).status == 0)
      let before = try Data(contentsOf: desk.accounts)
      #expect(try desk.run("catalogue", "pin", "卷宗").status == 0)
      let bytes = try Data(contentsOf: desk.accounts)
      #expect(bytes.starts(with: before) && String(data: bytes, encoding: .utf8) == nil)
      // 2050101,行政运行,支出功能
      let line: [UInt8] = [0xD0, 0xD0, 0xD5, 0xFE, 0xD4, 0xCB, 0xD0, 0xD0]
      #expect(bytes.range(of: Data("\r\n2050101,".utf8) + Data(line) + Data(",".utf8)) != nil)
      try FileManager.default.removeItem(at: desk.catalogue)
      #expect(try desk.run("build", "卷宗", "--out", "o").status == 0)
    }
  }

  @Test("lists catalogues, and shows a code through the years")
  func listsAndShows() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder, accounts: nil)
      try desk.bring("205,教育支出,某县.pdf\n20502,普通教育,某县.pdf\n")
      let list = try desk.run("catalogue", "list")
      #expect(list.status == 0 && list.output.contains("catalogues/function-2026.csv"))
      #expect(list.output.contains(/2023  支出功能  自己 +1 +1 +0 +function-2023\.csv/))
      let year = try desk.run("catalogue", "list", "--year", "2024")
      #expect(year.output.contains(/205  教育支出 +2 +2\n/) && !year.output.contains("2026"))
      let show = try desk.run("catalogue", "show", "20502")
      #expect(show.output.contains(/2023  款  20502  普通教育  function-2023\.csv:3 +某县\.pdf/))
      #expect(show.output.contains(/2024  类  205    教育支出  catalogues/))
      #expect(try desk.run("catalogue", "show", "20502", "--year", "2026").status == 1)
      let wrong = try desk.run("catalogue", "show", "20")
      #expect(wrong.status == 64 && wrong.errors.contains("X419"))
    }
  }

  /// What the manifest says of names, each catalogue once.
  private func names(of out: String, _ desk: Desk) throws -> [Entry] {
    let manifest = try JSONDecoder().decode(
      Origins.self, from: desk.bytes("\(out)/manifest.json"))
    let names = try #require(manifest.names)
    #expect(names.map(\.code) == names.map(\.code).sorted() && names.count == 28)
    #expect(names.contains { $0.code == "2050202" && $0.name == "小学教育" && $0.chart == "支出功能" })
    return names.reduce(into: []) { all, entry in
      if all.last?.catalogue != entry.catalogue { all.append(entry) }
    }
  }

  private struct Origins: Decodable { let names: [Entry]? }

  private struct Entry: Decodable {
    let chart: String
    let code: String
    let name: String
    let catalogue: String
  }
}
