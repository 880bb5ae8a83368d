internal import Diagnostics
public import Documents
internal import Domain
internal import Figures
internal import Geometry

/// A self-evaluation made by hand, in the shape in which they are printed.
public struct EvaluationSample: Sendable {
  /// A row of indicators: 一级, 二级, 三级.
  public struct Indicator: Sendable {
    let first: String
    let second: String
    let third: String

    public init(_ first: String, _ second: String, _ third: String) {
      self.first = first
      self.second = second
      self.third = third
    }
  }

  public var ordinal = 1
  public var project = "废钢奖补"
  public var goal = "促进废钢回收加工企业健康发展，再生资源得到利用。"
  public var outcome = "奖补资金已及时足额拨付。"
  public var indicators = EvaluationSample.usual
  public var analysis = "严格执行专款专用，资金及时准确支付到位。"

  public init() {}

  /// What stretches a form: by a name, and as the form.
  public static let extremes: [(name: String, sample: EvaluationSample)] = {
    let sentence = "严格执行专款专用，资金及时准确支付到位；"
    var name = EvaluationSample()
    name.project = String(repeating: "废钢回收加工企业奖补", count: 20)
    var text = EvaluationSample()
    text.goal = String(repeating: sentence, count: 250)
    var list = EvaluationSample()
    list.indicators = usual + long(60) + usual
    var pages = EvaluationSample()
    pages.indicators = long(120)
    var all = EvaluationSample()
    (all.project, all.goal, all.indicators) = (name.project, text.goal, list.indicators)
    all.analysis = String(repeating: sentence, count: 60)
    return [
      ("a common one", EvaluationSample()), ("a name of 200 characters", name),
      ("a text of 5,000 characters", text), ("76 indicators", list),
      ("one 一级 over three pages", pages), ("all at once", all),
    ]
  }()

  /// The indicators of a common evaluation.
  public static let usual = [
    Indicator("产出指标", "数量指标", "符合条件的回收加工企业户数"),
    Indicator("产出指标", "质量指标", "奖补对象合规率"),
    Indicator("产出指标", "时效指标", "资金奖补及时性"),
    Indicator("产出指标", "成本指标", "奖补资金总成本"),
    Indicator("效益指标", "经济效益指标", "带动企业产值增长"),
    Indicator("效益指标", "社会效益指标", "企业竞争实力"),
    Indicator("效益指标", "可持续影响指标", "环境可持续发展"),
    Indicator("满意度指标", "服务对象满意度指标", "受益企业满意度"),
  ]

  /// A list of indicators of one 一级 whose 二级 takes so many rows.
  public static func long(_ count: Int) -> [Indicator] {
    (0..<count).map { Indicator("产出指标", "数量指标", "第\($0 + 1)项任务完成的数量") }
  }

  /// The form.
  public var sheet: FormSheet {
    let digits = ordinal < 10 ? "0\(ordinal)" : "\(ordinal)"
    return FormSheet(
      kind: .evaluation, number: "自评-\(digits)", code: "", title: "\(project)项目支出绩效自评表",
      entry: "\(ordinal)、\(project)",
      sheetName: String("\(ordinal) \(project)".prefix(31)), orientation: .portrait,
      fitsOnePage: true, sizes: TypeSizes(.pt(10), .pt(9.5), .pt(9), .pt(8.5)),
      head: [HeadLine(left: "", middle: "（2023年度）", right: "")],
      table: Table(columns: columns, sections: [head, funds, goals, indicatorRows, analyses]),
      notes: [
        "备注：1. “年初预算数”项下的“目标申报数”和“预算编制数”为并列关系。",
        "2. “全年预算数”的取数规则：年初预算未调整的，取预算编制数；有调整的，取调整后的预算数。",
      ])
  }

  private var columns: [TableColumn] {
    let widths = [12.0, 17, 21, 16, 16, 20, 20, 20, 12, 11, 15]
    return widths.enumerated().map { index, width in
      TableColumn(id: "\(index)", width: .mm(width), holdsFigures: index > 7 && index < 10)
    }
  }
}

extension EvaluationSample {
  private var head: TableSection {
    TableSection(
      header: [],
      body: [
        TableRow(cells: [
          cell("项目名称", .label, 0, columns: 3), cell(project, .value, 3, columns: 8),
        ]),
        TableRow(cells: [
          cell("主管部门及代码", .label, 0, columns: 3),
          cell("431-某县工业和信息化局", .value, 3, columns: 3), cell("预算单位", .label, 6),
          cell("431001-某县工业和信息化局", .value, 7, columns: 4),
        ]),
      ])
  }

  private var funds: TableSection {
    TableSection(
      side: cell("项目资金预算安排及执行进度（万元）", .side, 0),
      header: [
        TableRow(cells: [
          cell("", .header, 1, columns: 2, rows: 2), cell("年初预算数", .header, 3, columns: 2),
          cell("全年预算数", .header, 5, rows: 2), cell("全年执行数", .header, 6, rows: 2),
          cell("资金结（转）余", .header, 7, rows: 2), cell("执行率（%）", .header, 8, rows: 2),
          cell("得分", .header, 9, rows: 2), cell("偏差原因分析及改进措施", .header, 10, rows: 2),
        ]),
        TableRow(cells: [cell("目标申报数", .header, 3), cell("预算编制数", .header, 4)]),
      ],
      body: ["资金总额", "市县区财政资金"].map { source in
        let amounts = [741_713_000, 741_713_000, 741_713_000, 649_625_000, 92_088_000]
        var cells = [cell(source, .label, 1, columns: 2)]
        cells += amounts.enumerated().map { figure(amount: $1, source, 3 + $0) }
        cells += [figure(points: 87_58, source, 8), figure(points: 8_76, source, 9)]
        return TableRow(cells: cells + [cell("", .text, 10)])
      })
  }

  private var goals: TableSection {
    TableSection(
      side: cell("项目年度绩效目标", .side, 0), header: [],
      body: [
        TableRow(cells: [
          cell("年度目标", .header, 1, columns: 5), cell("实际完成情况", .header, 6, columns: 5),
        ]),
        TableRow(cells: [
          cell(goal, .text, 1, columns: 5), cell(outcome, .text, 6, columns: 5),
        ]),
      ])
  }

  private var indicatorRows: TableSection {
    let names = ["一级指标", "二级指标", "三级指标", "年初指标值", "调整后指标值", "实际完成值", "分值", "得分"]
    let starts = [1, 2, 3, 5, 6, 7, 8, 9]
    var header = zip(names, starts).map { cell($0, .header, $1, columns: $1 == 3 ? 2 : 1) }
    header.append(cell("偏差原因分析及改进措施", .header, 10))
    let list = indicators.enumerated().map { index, indicator in
      var cells = [cell(indicator.third, .name, 3, columns: 2)]
      if let rows = rows(from: index, of: { [$0.first] }) {
        cells.append(cell(indicator.first, .group, 1, rows: rows))
      }
      if let rows = rows(from: index, of: { [$0.first, $0.second] }) {
        cells.append(cell(indicator.second, .group, 2, rows: rows))
      }
      for column in 5..<8 { cells.append(cell("=10户", .value, column)) }
      let name = "指标\(index + 1)"
      cells += [figure(points: 10_00, name, 8), figure(points: 9_50, name, 9)]
      return TableRow(cells: cells + [cell(index == 2 ? "部分资金年末到账" : "", .text, 10)])
    }
    let total = TableRow(cells: [
      cell("总分", .totalLabel, 1, columns: 8), figure(points: 98_76, "总分", 9),
      cell("优", .value, 10),
    ])
    return TableSection(
      side: cell("绩效指标", .side, 0), header: [TableRow(cells: header)], body: list + [total])
  }

  private var analyses: TableSection {
    let labels = [
      "项目实施和预算执行情况及分析", "产出情况及分析", "主要经验做法", "项目管理中存在的主要问题及原因分析",
    ]
    return TableSection(
      side: cell("项目绩效分析", .side, 0), header: [],
      body: labels.map { label in
        TableRow(cells: [
          cell(label, .label, 1, columns: 2), cell(analysis, .text, 3, columns: 8),
        ])
      })
  }

  /// How many rows a group takes that begins in a row; nil where none begins.
  private func rows(from index: Int, of key: (Indicator) -> [String]) -> Int? {
    let own = key(indicators[index])
    if index > 0, key(indicators[index - 1]) == own { return nil }
    return indicators[index...].prefix { key($0) == own }.count
  }

  private func cell(
    _ text: String, _ role: CellRole, _ column: Int, columns: Int = 1, rows: Int = 1
  ) -> TableCell {
    TableCell(
      column: column, columnSpan: columns, rowSpan: rows, role: role,
      content: text.isEmpty ? .empty : .text(text))
  }

  private func figure(amount fen: Int, _ row: String, _ column: Int) -> TableCell {
    let format = NumberFormat(
      kind: .money(.tenThousand), decimals: 6, grouping: false, isTrimmed: true)
    return figure(.money(Money(fen: Int64(fen))), format, row, column)
  }

  private func figure(points hundredths: Int, _ row: String, _ column: Int) -> TableCell {
    let format = NumberFormat(
      kind: .decimal(unit: "分"), decimals: 2, grouping: false, isTrimmed: true)
    let value = FixedDecimal(units: Int64(hundredths), decimals: 2)
    return figure(.decimal(value), format, row, column)
  }

  private func figure(
    _ value: FigureValue, _ format: NumberFormat, _ row: String, _ column: Int
  ) -> TableCell {
    let address = FigureAddress(form: "自评-\(ordinal)", row: row, column: "\(column)")
    let figure = Figure(
      address: address, value: value, format: format, none: .number, zero: .number, sources: [])
    return TableCell(column: column, role: .figure, content: .figure(figure))
  }
}
