import Diagnostics
import Documents
import Figures
import Foundation
import Testing

/// Self-evaluations of other issuers, whose keys, values and forms are data alone.
@Suite("别的发布单位的自评表")
struct OtherEvaluationsTests {
  /// What comes of an evaluation by a set of the fixtures.
  private struct Outcome {
    let sheet: FormSheet?
    let findings: [Finding]

    /// What the figures print, by row and column of their addresses.
    var printed: [String: String] {
      Dictionary(
        (sheet?.figures ?? []).map { ("\($0.address.row).\($0.address.column)", $0.printed) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Composes the example with one evaluation, by a set that inherits the shipped one.
  private func compose(_ evaluation: String, by name: String) throws -> Outcome {
    var books = try Books.example(inheriting: name)
    books.files["evaluations/01.yaml"] = evaluation
    do {
      let composed = try books.compose()
      return Outcome(sheet: composed.document?.evaluations.first, findings: composed.dossier)
    } catch let refusal as Composed.Refusal {
      return Outcome(sheet: nil, findings: refusal.findings.filter(Composed.isOfDossier))
    }
  }

  private static let anhui = """
    项目名称: 技术改造
    主管部门: 某局
    实施单位: "431001"
    资金:
      - {来源: 本年财政拨款, 年初预算数: 40, 全年预算数: 50, 全年执行数: 45.5}
      - {来源: 上年结转资金, 年初预算数: 0, 全年预算数: 0, 全年执行数: 0}
    预期目标: 支持企业改造。
    目标完成情况: 支持了十家。
    指标:
      - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 户数, 年度指标值: ≥10户, 实际完成值: 10户, 分值: 50, 得分: 50}
      - {一级指标: 效益指标, 二级指标: 社会效益, 三级指标: 就业, 年度指标值: 增加, 实际完成值: 增加, 分值: 30, 得分: 28, 偏差原因分析及改进措施: 工期推迟}
      - {一级指标: 满意度指标, 二级指标: 满意度, 三级指标: 企业, 年度指标值: ≥95%, 实际完成值: 96%, 分值: 10, 得分: 10}

    """

  @Test("安徽 2022：A、B、B/A，产出 50、效益 30、满意度 10")
  func anhui() throws {
    let outcome = try compose(Self.anhui, by: "anhui-2022")
    #expect(outcome.findings == [])
    let printed = outcome.printed
    #expect(printed["年度资金总额.全年预算数（A）"] == "50")
    #expect(printed["年度资金总额.分值"] == "10")
    #expect(printed["年度资金总额.执行率（B/A）"] == "91.00")
    #expect(printed["年度资金总额.得分"] == "9.1")
    #expect(printed["上年结转资金.执行率（B/A）"] == "——")
    #expect(printed["总分.得分"] == "97.1" && printed["就业.得分"] == "28")
    let sheet = try #require(outcome.sheet)
    #expect(sheet.title == "项目支出绩效自评表" && sheet.orientation == .portrait)
    #expect(sheet.table.sections.last?.body.last?.cells.last?.content.printed == "优")
    #expect(sheet.table.sections[0].body[1].cells.last?.content.printed.isEmpty == false)
  }

  @Test("安徽 2022：一组的分值不是规定的数，来源不在规定之内，都说得出")
  func anhuiFaults() throws {
    let weights = try compose(
      Self.anhui.replacing("分值: 50, 得分: 50", with: "分值: 60, 得分: 60")
        .replacing("分值: 30", with: "分值: 30.5"), by: "anhui-2022")
    #expect(weights.sheet == nil)
    #expect(weights.findings.map(\.what) == ["产出指标的分值合计 60", "效益指标的分值合计 30.5"])
    let words = try compose(
      Self.anhui.replacing("来源: 本年财政拨款", with: "来源: 财政拨款")
        .replacing("一级指标: 满意度指标", with: "一级指标: 满意度"), by: "anhui-2022")
    #expect(words.findings.map(\.code).sorted() == ["D006", "D006", "D115"])
  }

  private static let sichuan = """
    项目名称: 技术改造
    主管部门: 某局
    实施单位: "431001"
    主要内容: 支持企业改造。
    目标实现情况: 支持了十家。
    预算:
      - {来源: 财政资金, 年初预算: 40, 调整后预算数: 50, 预算执行数: 25.500001, 原因: 工期推迟}
      - {来源: 单位资金, 年初预算: 1, 调整后预算数: 1, 预算执行数: 1}
    绩效指标:
      - {一级: 产出, 二级: 数量, 三级: 户数, 指标性质: ≥, 指标值: 10, 度量单位: 户, 完成值: 12, 权重: 50, 得分: 50}
      - {一级: 效益, 二级: 社会, 三级: 就业, 指标性质: 定性, 指标值: 增加, 完成值: 增加, 权重: 40, 得分: 40}

    """

  @Test("四川 2023：指标性质、度量单位、权重；字数有限")
  func sichuan() throws {
    let outcome = try compose(Self.sichuan, by: "sichuan-2023")
    #expect(outcome.findings == [])
    let printed = outcome.printed
    #expect(printed["总额.预算执行率"] == "51.96" && printed["总额.得分"] == "5.2")
    #expect(printed["财政资金.预算执行数"] == "25.500001")
    #expect(printed["户数.权重"] == "50" && printed["合计.得分"] == "95.2")
    let sheet = try #require(outcome.sheet)
    #expect(sheet.title == "2023年度部门预算项目支出绩效自评表" && sheet.orientation == .landscape)
    let row = try #require(sheet.table.sections.last?.body.first)
    #expect(
      row.cells.map(\.content.printed)
        == ["产出", "数量", "户数", "≥", "10", "户", "12", "50", "50", ""])
    let long = try compose(
      Self.sichuan.replacing("支持了十家。", with: String(repeating: "支持了十家。", count: 20)),
      by: "sichuan-2023")
    #expect(long.findings.map(\.what) == ["“目标实现情况”有 120 个字"])
    #expect(long.sheet != nil)
  }

  @Test("每个数的地址各不相同", arguments: ["anhui-2022", "sichuan-2023"])
  func addresses(name: String) throws {
    let outcome = try compose(name == "anhui-2022" ? Self.anhui : Self.sichuan, by: name)
    let addresses = try #require(outcome.sheet).figures.map(\.address.description)
    #expect(addresses.count > 10 && Set(addresses).count == addresses.count)
  }
}
