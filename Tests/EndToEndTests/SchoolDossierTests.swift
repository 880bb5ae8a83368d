import Foundation
import Reckoning
import TestSupport
import Testing

@Suite("A dossier in GB18030: an education bureau with two schools") struct SchoolDossierTests {
  @Test("no file is UTF-8; each is GB18030, one with a character of four bytes")
  func everyFileIsGB18030() throws {
    let files = try SchoolDossier.files()
    #expect(files.count == 10)
    for file in files {
      let bytes = try Data(contentsOf: SchoolDossier.folder.appendingPathComponent(file))
      #expect(String(validating: bytes, as: UTF8.self) == nil, "\(file) is UTF-8")
      #expect(try !SchoolDossier.text(file).contains("\u{FFFD}"), "\(file)")
    }
    // In the predecessors of GB18030 this one has no code.
    #expect(try SchoolDossier.text("department.yaml").contains("㘭头村"))
  }

  @Test("it has the size and the kinds of money that it was made for")
  func hasItsSize() throws {
    let ledger = try SchoolDossier.ledger()
    #expect(ledger.expenditures.count == 134)
    #expect(ledger.incomes.count == 53)
    let units = ledger.expenditures.map(\.unit) + ledger.incomes.map(\.unit)
    #expect(Set(units) == Set(ledger.unitTypes.keys) && ledger.unitTypes.count == 3)
    let declared = try SchoolDossier.text("department.yaml").matches(of: /代码: "(\d{6})", 名称/)
    #expect(declared.map { String($0.1) } == ledger.unitTypes.keys.sorted())
    let functions = Set(ledger.expenditures.map(\.function) + ledger.incomes.map(\.function))
    let economic = Set(ledger.expenditures.map(\.economic)).subtracting([""])
    #expect(functions.count + economic.count >= 60, "\(functions.count) + \(economic.count)")
    #expect(Set(ledger.expenditures.map(\.fund)) == ["一般公共预算财政拨款", "政府性基金预算财政拨款", "其他"])
    #expect(Set(ledger.expenditures.map(\.kind)) == ["基本支出", "项目支出", "经营支出"])
    #expect(
      Set(ledger.incomes.map(\.source)) == [
        "一般公共预算财政拨款", "政府性基金预算财政拨款", "上级补助收入", "事业收入", "经营收入", "其他收入",
      ])
    #expect(Set(ledger.balances.map(\.kind)) == Set(LedgerModel.Balance.Kind.allCases))
    #expect(try SchoolDossier.files().filter { $0.hasPrefix("evaluations/") }.count == 3)
  }

  @Test("an evaluation's executed amount is what its project spent", arguments: 0..<3)
  func evaluationsAgreeWithTheLedger(index: Int) throws {
    let projects = ["JY2023-001", "JY2023-025", "JY2023-045"]
    let files = try SchoolDossier.files().filter { $0.hasPrefix("evaluations/") }
    let text = try SchoolDossier.text(files[index])
    let amounts = text.matches(of: /全年执行数: (\d+)(?:\.(\d+))?/)
    #expect(!amounts.isEmpty)
    let executed = amounts.reduce(Int64(0)) { sum, match in
      // 万元 with up to six decimals is 分 once these are filled up.
      let decimals = String(match.2 ?? "").padding(toLength: 6, withPad: "0", startingAt: 0)
      return sum + (Int64(String(match.1) + decimals) ?? 0)
    }
    let unit = try #require(text.firstMatch(of: /预算单位: "(\d+)"/)?.1)
    let function = try #require(text.firstMatch(of: /功能科目: "(\d+)"/)?.1)
    let rows = try SchoolDossier.tables().expenditures.filter { $0["项目代码"] == projects[index] }
    #expect(!rows.isEmpty)
    #expect(Set(rows.map { $0["单位代码"] }) == [String(unit)])
    #expect(Set(rows.map { $0["功能科目"] }) == [String(function)])
    #expect(rows.reduce(0) { $0 + LedgerTables.fen($1["金额（元）", default: ""]) } == executed)
  }

  @Test("its forms agree with the reckoning in every cell, without a warning")
  func formsAgreeWithTheReckoning() throws {
    let expected = Reckoning(try SchoolDossier.ledger()).cells
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      let result = try build(SchoolDossier.folder, into: out)
      #expect(result.errors == "")
      #expect(result.output.contains("10 张表，3 张绩效自评表，13 个工作表"), "\(result.output)")
      let printed = try figures(in: out).filter { !$0.key.hasPrefix("自评") }
      #expect(Set(printed.keys) == Set(expected.keys))
      let workbook = try WorkbookCells(out.appendingPathComponent("决算公开表.xlsx"))
      for (address, cell) in expected.sorted(by: { $0.key < $1.key }) {
        #expect(printed[address] == cell, "\(address)")
        #expect(workbook.printed(at: address) == cell, "\(address)")
      }
      let forms = Set(printed.keys.map { String($0.prefix(2)) })
      #expect(forms.sorted() == (1...10).map { $0 < 10 ? "0\($0)" : "\($0)" })
      #expect(printed["01!行31.1"] == printed["01!行62.2"])
      #expect(printed["01!行31.1"]?.isEmpty == false)
      // Rounded once from the exact sum, so that printed parts need not add up.
      let classes = printed.filter { $0.key.contains(/^03!\d{3}\.1$/) }.map(\.value)
      #expect(classes.count == 8)
      #expect(classes.reduce(0) { $0 + hundredths($1) } != hundredths(printed["03!合计.1"] ?? ""))
    }
  }

  @Test("the same dossier in UTF-8 gives the same bytes")
  func encodingLeavesNoTrace() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.createDirectory(
        at: dossier.appendingPathComponent("evaluations"), withIntermediateDirectories: true)
      for file in try SchoolDossier.files() {
        try SchoolDossier.text(file).write(
          to: dossier.appendingPathComponent(file), atomically: true, encoding: .utf8)
      }
      let (first, second) = (
        folder.appendingPathComponent("first"), folder.appendingPathComponent("second")
      )
      try build(SchoolDossier.folder, into: first)
      try build(dossier, into: second)
      for name in ["figures.csv", "决算公开表.xlsx", "部门决算公开.pdf", "项目支出绩效自评表.xlsx"] {
        let a = try Data(contentsOf: first.appendingPathComponent(name))
        let b = try Data(contentsOf: second.appendingPathComponent(name))
        #expect(a == b, "\(name)")
      }
    }
  }

  /// A printed amount without its separators, as whole hundredths.
  private func hundredths(_ printed: String) -> Int64 {
    Int64(printed.filter(\.isNumber)) ?? 0
  }
}
