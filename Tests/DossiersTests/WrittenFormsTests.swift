import Diagnostics
import Domain
import Dossiers
import Foundation
import Layouts
import TestSupport
import Testing

/// What people write in ways of their own, where it is certain what they mean.
@Suite("意思确定的写法")
struct WrittenFormsTests {
  /// The sample's facts without their places.
  private static let expected = Result { try SampleDossier().read().value.map(keys) }

  private static func keys(_ accounts: FinalAccounts) -> [String] {
    accounts.text.split(separator: "\n").map { line in
      String(line.split(separator: "@")[0])
    }
  }

  private func expectSample(
    _ dossier: SampleDossier, codes: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let reading = try dossier.read()
    #expect(reading.codes == codes, "\(reading.printed)", sourceLocation: sourceLocation)
    let expected = try #require(try Self.expected.get())
    #expect(reading.value.map(Self.keys) == expected, sourceLocation: sourceLocation)
  }

  @Test(
    "表头上面的标题和空行跳过",
    arguments: [
      "2023年度收入明细账\n", "\n\n,,,\n2023年度收入明细账,,,\n,,,\n编制单位：某县元氏局,,2023年度,单位：元\n",
      "　\n收入明细账（元）\n部门代码,431\n", "单位代码,431\n", "\"收入,明细账\n（续）\"\n", "单位：人民币元\n",
      "编制单位：某县万元店\n", "审核： 万　制表：元 某\n",
    ])
  func titles(_ title: String) throws {
    var dossier = SampleDossier()
    dossier.files["income.csv"] = title + (dossier.files["income.csv"] ?? "")
    try expectSample(dossier)
  }

  @Test("标题行之后，位置还是文件里的行")
  func placesBelowTitles() throws {
    var dossier = SampleDossier()
    dossier.replace("300.00", in: "income.csv", with: "三百")
    dossier.files["income.csv"] = "收入明细账\n\n单位：元\n" + (dossier.files["income.csv"] ?? "")
    let reading = try dossier.read()
    #expect(reading.codes == ["D061"])
    #expect(reading.findings[0].place == .source(.init(file: "income.csv", line: 7, column: 27)))
  }

  @Test(
    "表头上面写着别的单位，或有数据",
    arguments: [
      ("单位：万元\n", "D242"), ("收入明细账（万元）\n", "D242"), (",,,万元\n", "D242"),
      ("金额单位: 人民币万元\n", "D242"), ("部门：某局　单位： 万元　编制：某\n", "D242"),
      ("（单位：万元）\n", "D242"), ("单位：万元 第1页\n", "D242"), ("单位：千元\n", "D242"), ("单位：美元\n", "D242"),
      ("431001,其他收入,2159999,50\n", "D243"), ("431001,其他收入,2159999,\"1,050.00\"\n", "D243"),
    ])
  func misleadingTitles(_ title: String, _ code: String) throws {
    var dossier = SampleDossier()
    dossier.files["income.csv"] = title + (dossier.files["income.csv"] ?? "")
    let reading = try dossier.read()
    #expect(reading.codes == [code])
    guard case .source(let place) = reading.findings[0].place else { return }
    #expect(place.line == 1)
  }

  @Test("前一个表头少一列，不当作标题跳过")
  func twoHeads() throws {
    var dossier = SampleDossier()
    dossier.files["income.csv"] =
      "单位代码,收入来源,功能科目,数额\n431001,其他收入,2159999,7\n" + (dossier.files["income.csv"] ?? "")
    #expect(try dossier.read().codes.contains("D031"))
  }

  @Test(
    "列名的别的说法，全角半角，空格",
    arguments: [
      ("单位代码", "预算单位代码"), ("收入来源", "收入类别"), ("功能科目", "支出功能分类科目"), ("金额（元）", "金额(元)"),
      ("金额（元）", "金额 （ 元 ）"), ("金额（元）", "\"金额\n（元）\""), ("金额（元）", "发生额（元）"),
      ("金额（元）", "金额（人民币元）"), ("金额（元）", "金额（单位：元）"), ("金额（元）", "金额：元"), ("功能科目", "功能 科目"),
    ])
  func headings(_ usual: String, _ other: String) throws {
    var dossier = SampleDossier()
    dossier.replace(usual, in: "income.csv", with: other)
    try expectSample(dossier)
  }

  @Test("标题里没有说单位，金额列就要写", arguments: ["编制：王 元", "编制单位：元氏县某局", "制表：元", "万"])
  func noUnitInTitle(_ title: String) throws {
    var dossier = SampleDossier()
    dossier.replace("金额（元）", in: "income.csv", with: "金额")
    dossier.files["income.csv"] = title + "\n" + (dossier.files["income.csv"] ?? "")
    #expect(try dossier.read().codes == ["D241"])
  }

  @Test("标题说以元为单位，金额列可以不写单位")
  func unitInTitle() throws {
    var dossier = SampleDossier()
    dossier.replace("金额（元）", in: "income.csv", with: "金额")
    #expect(try dossier.read().codes == ["D241"])
    dossier.files["income.csv"] = "金额单位：元\n" + (dossier.files["income.csv"] ?? "")
    try expectSample(dossier)
  }

  @Test(
    "金额列以别的为单位",
    arguments: ["金额（万元）", "金额(千元)", "金额（单位：万元）", "金额：万元", "金额万元", "发生额（亿元）", "金额（美元）", "金额（人民币万元）"])
  func otherUnits(_ heading: String) throws {
    var dossier = SampleDossier()
    dossier.replace("金额（元）", in: "income.csv", with: heading)
    let reading = try dossier.read()
    #expect(reading.codes == ["D240"])
    #expect(reading.findings[0].mend.contains("把列名改为“金额（元）”"))
    #expect(reading.findings[0].place == .source(.init(file: "income.csv", line: 1, column: 16)))
  }

  @Test("会计格式的金额")
  func accountingFormats() throws {
    var dossier = SampleDossier()
    dossier.replace("2010301,1000.00", in: "income.csv", with: "2010301,\" ¥ 1,000.00 \"")
    dossier.replace("2159999,50", in: "income.csv", with: "2159999,￥50.00 元")
    dossier.replace("80.00", in: "expenditure.csv", with: "８０．００")
    dossier.append("431002,一般公共预算财政拨款,2010350,(0.08)", to: "income.csv")
    dossier.append("431002,一般公共预算财政拨款,2010350,.08", to: "income.csv")
    dossier.append("431002,一般公共预算财政拨款,2010350,\" ¥ -   \"", to: "income.csv")
    dossier.append("431002,一般公共预算财政拨款,2010350,——", to: "income.csv")
    let reading = try dossier.read()
    #expect(reading.codes == [])
    let amounts = reading.value?.ledger.entries(of: .income).map(\.amount.fen)
    #expect(amounts == [1000_00, 50_00, 300_00])
  }

  @Test("金额带着别的单位，不猜", arguments: ["0.1万元", "0.1万", "￥0.1 万元", "(1)千元"])
  func amountsInOtherUnits(_ text: String) throws {
    var dossier = SampleDossier()
    dossier.replace("1000.00", in: "income.csv", with: text)
    #expect(try dossier.read().codes == ["D248"])
  }

  @Test(
    "公开日期的写法", arguments: ["2024/9/20", "2024年9月20日", "2024.9.20", "2024-9-20", "2024 年 9 月 20 日"])
  func dates(_ text: String) throws {
    var dossier = SampleDossier()
    dossier.replace("2024-09-20", in: "department.yaml", with: text)
    try expectSample(dossier)
  }

  @Test(
    "代码后面带着名称",
    arguments: [
      "2010301-行政运行", "2010301 行政运行", "2010301　行政运行", "2010301－行政运行", "2010301 - 行政运行",
      "2010301——行政运行", "2010301行政运行", "2010301_行政运行", "2010301：行政运行",
    ])
  func codesWithNames(_ text: String) throws {
    var dossier = SampleDossier()
    dossier.replace("2010301", in: "income.csv", with: text)
    dossier.replace("431002,一", in: "income.csv", with: "431002-某县中小企业服务中心,一")
    try expectSample(dossier)
  }

  @Test(
    "像是代码带名称，却不是",
    arguments: ["2010301-", "2010301-1", "20103-01", "行政运行-2010301", "2010301.00", "201030-行政运行"])
  func noCodes(_ text: String) throws {
    var dossier = SampleDossier()
    dossier.replace("2010301", in: "income.csv", with: text)
    #expect(try dossier.read().codes == ["D070"])
  }

  @Test("像是单位代码带名称，却可能是另一个单位", arguments: ["431001-A", "431001-1", "431001（本级）", "43100某局"])
  func noUnits(_ text: String) throws {
    var dossier = SampleDossier()
    dossier.replace("431001,其他收入", in: "income.csv", with: "\(text),其他收入")
    #expect(try dossier.read().codes == ["D052"])
  }

  @Test("accounts.csv 的代码后面带着另一个名称")
  func twoNames() throws {
    var dossier = SampleDossier()
    dossier.files["accounts.csv"] = "科目类型,科目代码,科目名称\n支出功能,22401-应急,应急管理\n"
    #expect(try dossier.read().codes == ["D076"])
    dossier.replace("-应急,", in: "accounts.csv", with: "-应急管理,")
    #expect(try dossier.read().codes == [])
  }

  @Test("名称与代码不符：两个名称都说，按代码计入")
  func otherNames() throws {
    var dossier = SampleDossier()
    dossier.replace("2010301", in: "income.csv", with: "2010301-事业运行")
    try expectSample(dossier, codes: ["D245"])
    let finding = try #require(try dossier.read().findings.first)
    #expect(finding.what.contains("“行政运行”") && finding.what.contains("“事业运行”"))
    #expect(finding.place == .source(.init(file: "income.csv", line: 2, column: 19)))
  }

  @Test("版式列出的列可以有；名称列与代码核对")
  func extraColumns() throws {
    var dossier = SampleDossier()
    dossier.files["income.csv"] = """
      序号,单位代码,单位名称,收入来源,功能科目,功能科目名称,金额（元）,备注
      1,431001,某县工业和信息化局,一般公共预算财政拨款,2010301,行政运行,1000.00,
      2,431001,某县 工业和信息化局,其他收入,2159999,,50,x
      3,431002,,一般公共预算财政拨款,2010350,事业运行,300.00

      """
    try expectSample(dossier)
    dossier.replace("2010350,事业运行", in: "income.csv", with: "2010350,行政运行")
    dossier.replace("2,431001,某县 工业", in: "income.csv", with: "2,431001,某县商业")
    try expectSample(dossier, codes: ["D245", "D245"])
    dossier.replace("序号", in: "income.csv", with: "负责人")
    #expect(try dossier.read().codes.contains("D031"))
  }

  @Test("只有序号的行是空行；合计行与上面各行相同就不计入，不同就说明两边的数")
  func numberedBlankRow() throws {
    var dossier = SampleDossier()
    let rows = "序号,资金性质,功能科目,年初预算（元）\n1,一般公共预算,201,1200\n2,一般公共预算,215,-\n3,,,\n"
    dossier.files["budget.csv"] = rows
    try expectSample(dossier)
    dossier.files["budget.csv"] = rows + ",合计,,1200\n"
    try expectSample(dossier, codes: ["D044"])
    dossier.files["budget.csv"] = rows + ",,合计,1200.00\n"
    try expectSample(dossier, codes: ["D044"])
    dossier.files["budget.csv"] = rows + ",合计,,1300\n"
    let reading = try dossier.read()
    #expect(reading.codes == ["D045"])
    #expect(
      reading.findings[0].what.contains("1200.00") && reading.findings[0].what.contains("1300"))
  }
}
