import Diagnostics
import Documents
import Domain
import Figures
import Layouts
import TestSupport
import Testing

/// The sets that are shipped, as they are.
@Suite("随程序提供的版式")
struct ShippedSetTests {
  private static let library = LayoutLibrary(root: Project.url("Layouts"))

  @Test("每一套都没有错误，也没有警告", arguments: library.names)
  func soundness(name: String) {
    let loaded = Self.library.load(name)
    let text = DiagnosticPrinter { Self.library.lines(of: $0) }
      .text(of: loaded.findings, consequence: "")
    // That a set is assumed is told, and no fault.
    #expect(loaded.findings.allSatisfy { $0.code == "L189" }, "\(text)")
    #expect(loaded.findings.count <= 1)
    let set = loaded.value
    #expect(set?.name == name)
  }

  @Test("山西 2023：十张表，按印刷的次序")
  func shanxi() throws {
    let set = try #require(Self.library.load("shanxi-2023").value)
    #expect(set.year == 2023)
    #expect(set.language == "zh-CN")
    let numbers = (1...10).map { $0 < 10 ? "0\($0)" : "\($0)" }
    #expect(set.forms.map(\.number) == numbers)
    #expect(set.forms.map(\.code) == numbers.map { "公开\($0)表" })
    #expect(set.forms.map(\.sheetName) == set.forms.map(\.code))
    let sideways = set.forms.filter { $0.orientation == .landscape }.map(\.number)
    #expect(sideways == ["02", "03", "04", "06", "07", "09"])
    #expect(set.forms[0].title == "收入支出决算总表")
    #expect(set.forms.map(\.sections.count) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 3])
    #expect(set.forms[5].sections[0].blocks.count == 4)
  }

  @Test("山西 2023：编完一览的金额，都是表里的格")
  func glance() throws {
    let set = try #require(Self.library.load("shanxi-2023").value)
    #expect(set.glance.map(\.name) == ["收入总计", "支出总计", "财政拨款", "“三公”经费", "机关运行经费"])
    #expect(set.glance.allSatisfy { $0.quantity.names.isEmpty && $0.format.unit == "万元" })
    // Whoever builds forms alone sees the same.
    #expect(Self.library.load("shanxi-2023", extent: []).value?.glance == set.glance)
  }

  @Test("山西 2023：科目名称出自目录，事实出自声明")
  func namesAndFacts() throws {
    let set = try #require(Self.library.load("shanxi-2023").value)
    #expect(set.accountNames.name(of: "2080501", in: .function) == "行政单位离退休")
    #expect(set.accountNames.name(of: "30101", in: .economic) == "基本工资")
    #expect(set.accountNames.name(of: "30101", in: .function) == nil)
    let fact = try #require(set.fact("政府采购.货物"))
    #expect(fact.kind == .money && fact.unit == "元" && fact.isRequired && !fact.isByUnit)
    #expect(set.fact("三公经费.公务接待费.国内批次")?.isRequired == false)
    #expect(set.fact("政府采购") == nil)
    #expect(set.unitTypes.contains("参照公务员法管理事业单位"))
    #expect(set.priorYearIndicators.contains("机关运行经费"))
  }
}
