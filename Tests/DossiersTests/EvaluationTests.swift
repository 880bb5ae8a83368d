import Diagnostics
import Domain
import Dossiers
import Foundation
import Layouts
import TestSupport
import Testing

@Suite("卷宗里的自评表")
struct EvaluationTests {
  @Test("按文件名的次序读出全部内容")
  func content() throws {
    let reading = try SampleDossier.withEvaluations.read(under: .evaluating())
    #expect(reading.findings == [], "\(reading.printed)")
    let evaluations = try #require(reading.value).evaluations
    #expect(evaluations.map(\.project) == ["技术改造补助", "展会补助"])
    let first = try #require(evaluations.first)
    let authority = try #require(first.authority)
    #expect(authority.code == "431" && authority.name == "某县工业和信息化局")
    #expect(first.unit == "431001")
    #expect(first.fund == .generalBudget)
    #expect(first.function?.code == "2159999")
    #expect(first.record.text("年度目标") == "支持企业改造。")
    #expect(first.record.text("实际完成情况") == "支持了 12 家企业。")
    let funding = first.record.rows("资金")
    #expect(funding.map { $0.text("来源") } == ["县级", "上级"])
    #expect(funding.map { $0.text("偏差原因") } == ["", "结转下年"])
    #expect(first.money("全年预算数")?.description == "5000000.00")
    #expect(first.money("全年执行数")?.description == "4500000.01")
    #expect(first.money("资金结转余")?.description == "499999.99")
    let second = try #require(first.indicators.dropFirst().first)
    #expect(second.names == ["就业", "社会", "效益"])
    #expect(second.values == ["增加", "增加", "增加"] && second.target == "增加")
    #expect(second.weight.description == "29.5" && second.score.description == "27.25")
    #expect(second.reason == "工期推迟")
    #expect(second.place == SourcePlace(file: "evaluations/01-技改.yaml", line: 13, column: 5))
    let analysis = first.record.rows("分析")
    #expect(analysis.map { $0.text("分析项目") } == ["自评结果", "存在的问题"])
    #expect(analysis.map { $0.text("分析内容") } == ["较好。", "工期。"])
    #expect(first.number("执行率") == .rate(FixedDecimal(units: 90_00, decimals: 2)))
    #expect(first.total?.description == "96.75")
    #expect(first.grade == "优")
    #expect(evaluations.last?.function == nil)
  }

  @Test("以文件名排序；没有文件夹就没有自评表，锁文件和隐藏文件不读")
  func files() throws {
    var dossier = SampleDossier.withEvaluations
    let text = dossier.files.removeValue(forKey: "evaluations/01-技改.yaml")
    dossier.files["evaluations/10-技改.yaml"] = text
    dossier.files["evaluations/.DS_Store"] = "x"
    dossier.files["evaluations/~$02-展会.yaml"] = "x"
    let reading = try dossier.read(under: .evaluating())
    #expect(reading.codes == [])
    #expect(reading.value?.evaluations.map(\.project) == ["展会补助", "技术改造补助"])
    #expect(try SampleDossier().read(under: .evaluating()).value?.evaluations.isEmpty == true)
  }

  @Test("当时没有填的指标值写作空的引号；不写这一项是错误")
  func blankValue() throws {
    let file = "evaluations/02-展会.yaml"
    var dossier = SampleDossier.withEvaluations
    dossier.replace("年初指标值: 1次", in: file, with: "年初指标值: \"\"")
    let reading = try dossier.read(under: .evaluating())
    #expect(reading.codes == [])
    #expect(reading.value?.evaluations.last?.record.rows("指标").map { $0.text("年初指标值") } == [""])
    dossier.replace("年初指标值: \"\", ", in: file, with: "")
    #expect(try dossier.read(under: .evaluating()).codes == ["D003"])
  }

  @Test("版式没有自评表时，文件夹不读")
  func unread() throws {
    var dossier = SampleDossier.withEvaluations
    dossier.files["evaluations/01-技改.yaml"] = "不是自评表"
    let reading = try dossier.read()
    #expect(reading.codes == [])
    #expect(reading.value?.evaluations.isEmpty == true)
    #expect(reading.texts.count == SampleDossier().files.count)
  }

  @Test("读过的文件都在输入之列；信息引用得出原文")
  func texts() throws {
    var dossier = SampleDossier.withEvaluations
    dossier.replace("27.25", in: "evaluations/01-技改.yaml", with: "30")
    let reading = try dossier.read(under: .evaluating())
    #expect(reading.texts.count == dossier.files.count)
    #expect(reading.lines(of: "evaluations/01-技改.yaml")?.first == "项目名称: 技术改造补助")
    #expect(reading.printed.contains("得分: 30"))
  }

  @Test("department.yaml 的单位读不出时，不怪自评表的单位")
  func unknownUnits() throws {
    var dossier = SampleDossier.withEvaluations
    dossier.replace(
      "{代码: \"431002\", 名称: 某县中小企业服务中心, 类型: 事业单位}", in: "department.yaml",
      with: "{代码: \"431002\", 名称: 某县中小企业服务中心}")
    #expect(try dossier.read(under: .evaluating()).codes == ["D003"])
  }

  @Test("受损的自评表不会使程序崩溃；每处错误都指向一个文件")
  func damaged() throws {
    let name = "evaluations/01-技改.yaml"
    let sample = SampleDossier.withEvaluations
    let rules = try DossierRules.evaluating()
    var random = SeededRandom(seed: 20_240_921)
    let marks = Array("\",\n:{}[]-#&*!|>'%\t￥－．９".unicodeScalars)
    try withTemporaryFolder { folder in
      try sample.write(to: folder)
      for round in 0..<300 {
        var scalars = Array((sample.files[name] ?? "").unicodeScalars)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          let index = Int.random(in: scalars.indices, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: scalars.remove(at: index)
          case 1: scalars.insert(marks.randomElement(using: &random) ?? "0", at: index)
          default: scalars.removeSubrange(index..<min(scalars.count, index + 20))
          }
        }
        let text = String(String.UnicodeScalarView(scalars))
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        let reading = readDossier(.folder(folder), under: rules)
        #expect(
          reading.value == nil ? !reading.findings.isEmpty : !reading.findings.hasErrors,
          "round \(round)")
        for finding in reading.findings {
          guard case .source(let place) = finding.place else {
            Issue.record("no place: \(finding) (round \(round))")
            continue
          }
          #expect(place.file.hasPrefix("evaluations/"), "\(place) (round \(round))")
        }
      }
    }
  }
}
