import Diagnostics
import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

/// What has one cause is told once, with all its places.
@Suite("同一原因只说一次")
struct GatheredFindingsTests {
  @Test("许多行、几份文件里的同一个单位代码")
  func oneUnit() throws {
    var dossier = SampleDossier()
    for number in 1...15 {
      dossier.append("431009,其他,项目支出,2159999,,\(number)", to: "expenditure.csv")
    }
    dossier.append("431001,其他,项目支出,2159999,,0.01", to: "expenditure.csv")
    dossier.append("431009,其他,项目支出,2159999,,99", to: "expenditure.csv")
    dossier.append("431009,其他收入,2159999,99", to: "income.csv")
    let reading = try dossier.read()
    #expect(reading.codes == ["D052"])
    let finding = try #require(reading.findings.first)
    #expect(finding.place == .source(.init(file: "expenditure.csv", line: 6, column: 1)))
    #expect(finding.related.count == 16)
    #expect(finding.related.allSatisfy { $0.column == 1 })
    #expect(reading.printed.contains("    另见: expenditure.csv 第 7–20、22 行，income.csv:5:1\n"))
    #expect(reading.printed.hasSuffix("错误 1 处；没有写出任何文件。\n"))
  }

  @Test("不同的原因各说各的")
  func differentCauses() throws {
    var dossier = SampleDossier()
    dossier.append("431009,其他收入,2159999,1", to: "income.csv")
    dossier.append("431008,其他收入,2159999,1", to: "income.csv")
    dossier.append(",其他收入,2159999,1", to: "income.csv")
    dossier.append(",其他收入,2159999,2", to: "income.csv")
    let reading = try dossier.read()
    #expect(reading.codes == ["D052", "D052", "D050"])
    #expect(reading.findings.map(\.related.count) == [0, 0, 1])
  }

  @Test("一列都带着万元，说一次；成对的重复各说各的")
  func columnAndPairs() throws {
    var dossier = SampleDossier()
    dossier.replace("1000.00", in: "income.csv", with: "0.1万元")
    dossier.replace("2159999,50", in: "income.csv", with: "2159999,0.005 万元")
    dossier.replace("300.00", in: "income.csv", with: "0.03万元")
    let column = try dossier.read()
    #expect(column.codes == ["D248"])
    #expect(column.findings[0].related.count == 2)
    #expect(column.findings[0].mend == "把各数乘以 10,000 换算成元，去掉“万元”")

    var pairs = SampleDossier()
    for unit in ["431001", "431001", "431002", "431002"] {
      pairs.append("\(unit),其他,项目支出,2159999,,0", to: "expenditure.csv")
    }
    let reading = try pairs.read()
    #expect(Set(reading.codes).count == 1 && reading.codes.count == 2)
    #expect(reading.findings.map(\.related.count) == [1, 1])
  }

  @Test("缺少的名称一次列全，末尾的各行粘贴、填好之后就能用")
  func missingNames() throws {
    var dossier = SampleDossier()
    dossier.append("政府性基金预算财政拨款,2240101-行政运行,5", to: "budget.csv")
    dossier.append("其他,22401,5", to: "budget.csv")
    dossier.replace("2010350,30201", in: "expenditure.csv", with: "2010350,30217")
    let reading = try dossier.read()
    #expect(reading.codes == ["D075"])
    let finding = try #require(reading.findings.first)
    #expect(
      finding.paste == [
        "科目类型,科目代码,科目名称", "支出功能,224,（名称）", "支出功能,22401,（名称）", "支出功能,2240101,行政运行",
        "支出经济,30217,（名称）",
      ])
    #expect(finding.related.map(\.file) == ["expenditure.csv"])
    #expect(reading.printed.contains("        支出功能,22401,（名称）\n"))

    // Pasted as printed, it is refused where a name is still to be written; filled in, it is read.
    let pasted = finding.paste.map { "        " + $0 }.joined(separator: "\n")
    dossier.files["accounts.csv"] = pasted
    #expect(try dossier.read().codes == ["D050"])
    dossier.files["accounts.csv"] = pasted.replacing("（名称）", with: "某科目")
    #expect(try dossier.read().codes == [])
  }

  @Test("名称列、代码后面的名称都写进要粘贴的行，不论在哪一行")
  func namesBeside() throws {
    var dossier = SampleDossier()
    dossier.files["budget.csv"] = """
      资金性质,功能科目,功能科目名称,年初预算（元）
      一般公共预算财政拨款,201,,1200.00
      一般公共预算财政拨款,215,,0
      其他,2240101,,5
      政府性基金预算财政拨款,2240101,行政运行,5
      其他,22402-\"消防, 救援\",,5

      """.replacing("22402-\"消防, 救援\"", with: "\"22402-消防, 救援\"")
    let reading = try dossier.read()
    #expect(reading.codes == ["D075"])
    #expect(
      reading.findings.first?.paste.dropFirst() == [
        "支出功能,224,（名称）", "支出功能,22401,（名称）", "支出功能,2240101,行政运行",
        "支出功能,22402,\"消防, 救援\"",
      ])
  }

  @Test("已有 accounts.csv，不再写表头")
  func missingNamesWithTable() throws {
    var dossier = SampleDossier()
    dossier.append("其他,22401,5", to: "budget.csv")
    dossier.files["accounts.csv"] = "科目类型,科目代码,科目名称\n支出功能,224,灾害防治\n"
    let reading = try dossier.read()
    #expect(reading.codes == ["D075"])
    #expect(reading.findings[0].paste == ["支出功能,22401,（名称）"])
  }
}
