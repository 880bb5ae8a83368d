import Diagnostics
import Domain
import Dossiers
import TestSupport
import Testing

/// Which list names an account: the dossier's own, the layout set's, or one that people brought in.
@Suite("科目名称的次序")
struct NameSourcesTests {
  private static let head = "科目类型,科目代码,科目名称\n"

  /// Rules with names that people have brought in.
  private func rules(
    _ names: [(code: String, name: String)], in chart: AccountChart = .function
  ) -> DossierRules {
    var rules = DossierRules.sample
    var brought = AccountNames()
    for (line, entry) in names.enumerated() {
      let place = SourcePlace(file: "function-2023.csv", line: line + 2, column: 1)
      brought.set(entry.name, for: entry.code, in: chart, at: place)
    }
    rules.broughtNames = Loaded(brought, [])
    return rules
  }

  private func dossier(_ more: String = "", accounts: String? = nil) -> SampleDossier {
    var dossier = SampleDossier()
    if !more.isEmpty { dossier.append(more, to: "budget.csv") }
    dossier.files["accounts.csv"] = accounts.map { Self.head + $0 }
    return dossier
  }

  @Test("版式没有的，用自己的科目表")
  func fillsGaps() throws {
    let sample = dossier("政府性基金预算财政拨款,205,5")
    #expect(try sample.read().codes == ["D075"])
    let reading = try sample.read(under: rules([("205", "教育支出")]))
    #expect(reading.codes == [])
    #expect(reading.value?.accountNames.name(of: "205", in: .function) == "教育支出")
    let added = try #require(reading.names?.added)
    #expect(added.map(\.code) == ["205"])
    #expect(added.map(\.catalogue) == ["function-2023.csv"] && added.allSatisfy { !$0.isOwn })
  }

  @Test("accounts.csv 最先")
  func ownFirst() throws {
    let sample = dossier("政府性基金预算财政拨款,205,5", accounts: "支出功能,205,教育\n")
    let reading = try sample.read(under: rules([("205", "教育支出")]))
    #expect(reading.codes == ["D077"])
    #expect(reading.value?.accountNames.name(of: "205", in: .function) == "教育")
    #expect(reading.names?.added.map(\.catalogue) == ["accounts.csv"])
    #expect(reading.names?.own.map(\.usual) == ["教育支出"])
  }

  @Test("两份科目表不同：记了账的，和它的上级", arguments: ["2010301", "20103", "201"])
  func undecided(code: String) throws {
    let reading = try dossier().read(under: rules([(code, "别的名称")]))
    #expect(reading.codes == ["D078"] && reading.value == nil)
    let finding = try #require(reading.findings.first)
    #expect(finding.place == .source(SourcePlace(file: "function-2023.csv", line: 2, column: 1)))
    #expect(finding.mend.contains("支出功能,\(code),别的名称"))
    for name in [
      "别的名称", try #require(DossierRules.sample.accountNames.name(of: code, in: .function)),
    ] {
      let decided = dossier(accounts: "支出功能,\(code),\(name)\n")
      let reading = try decided.read(under: rules([(code, "别的名称")]))
      #expect(reading.value?.accountNames.name(of: code, in: .function) == name)
      #expect(!reading.codes.contains("D078"))
    }
  }

  @Test("表上固定印出的，没有记账也要决定；不印的不说")
  func listed() throws {
    var rules = rules([("302", "别的名称")], in: .economic)
    rules.accountNames.set("其他支出", for: "399", in: .economic)
    #expect(try dossier().read(under: rules).codes == ["D078"])
    rules = self.rules([("399", "别的名称")], in: .economic)
    rules.accountNames.set("其他支出", for: "399", in: .economic)
    #expect(try dossier().read(under: rules).codes == [])
    rules.listedAccounts = [EconomicAccount("399")].compactMap(\.self)
    #expect(try dossier().read(under: rules).codes == ["D078"])
  }

  @Test("只有括号宽窄不同的是同一个名称，印版式的")
  func widths() throws {
    var rules = rules([("201", "一般(公共)服务支出")])
    rules.accountNames.set("一般（公共）服务支出", for: "201", in: .function)
    let reading = try dossier().read(under: rules)
    #expect(reading.codes == [])
    #expect(reading.value?.accountNames.name(of: "201", in: .function) == "一般（公共）服务支出")
    #expect(reading.names?.added.isEmpty == true)
  }

  @Test("与版式一样的名称，写在哪里都不算另取的")
  func sameName() throws {
    let sample = dossier(accounts: "支出功能,201,一般公共服务支出\n")
    let reading = try sample.read(under: rules([("201", "一般公共服务支出")]))
    #expect(reading.codes == [] && reading.names?.added.isEmpty == true)
  }

  @Test("自己的科目表有错，只说它的错，不说没有名称")
  func faulty() throws {
    var rules = DossierRules.sample
    rules.broughtNames = Loaded(nil, [])
    let reading = try dossier("政府性基金预算财政拨款,205,5").read(under: rules)
    #expect(reading.codes == [] && reading.names == nil)
  }
}
