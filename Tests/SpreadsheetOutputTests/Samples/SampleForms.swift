import Documents
import Domain
import Figures
import Geometry

/// Forms built by hand, each with something that is easily written wrongly.
enum Sample {
  static let money = NumberFormat(
    kind: .money(.tenThousand), decimals: 2, grouping: true)
  static let count = NumberFormat(kind: .count(unit: "辆"), decimals: 0, grouping: false)

  static let style = DocumentStyle(
    formPage: PageStyle(
      size: Size(width: .mm(210), height: .mm(297)),
      margins: Insets(top: .mm(25.4), right: .mm(20), bottom: .mm(25.4), left: .mm(20)),
      footer: PageNumberLine(before: "— ", after: " —"), footerDistance: .mm(12.7)),
    formTitle: TextStyle(role: "标题", size: .pt(18), lineHeight: 1.4),
    headLine: TextStyle(role: "表格", size: .pt(10.5), lineHeight: 1.3),
    note: TextStyle(role: "表格", size: .pt(9), lineHeight: 1.3),
    pageNumber: TextStyle(role: "页码", size: .pt(14), lineHeight: 1),
    table: TableStyle(
      headerRole: "表格", bodyRole: "表格", figureRole: "数字", sizes: TypeSizes(.pt(9), .pt(7)),
      lineHeight: 1.2,
      padding: Insets(top: .mm(0.8), right: .mm(1), bottom: .mm(0.8), left: .mm(1)),
      ruleWidth: .pt(0.5)))

  /// The fonts that Excel users have.
  static func officialFont(_ role: String) -> String {
    ["标题": "黑体", "表格": "宋体", "数字": "Times New Roman", "页码": "宋体"][role] ?? role
  }

  static func document(_ forms: [FormSheet]) -> Document {
    Document(
      title: "某局2023年度部门决算", author: "某局", language: "zh-CN", date: date, style: style,
      forms: forms)
  }

  /// 2024-09-20.
  static let date: CalendarDate = {
    guard let date = CalendarDate(year: 2024, month: 9, day: 20) else { fatalError("no such day") }
    return date
  }()

  static let all = [expenditure, overview, statistics]

  /// One section: header spans over columns, a tree of accounts, every kind of figure.
  static let expenditure = FormSheet(
    number: "05", code: "公开05表", title: "一般公共预算财政拨款支出决算表", sheetName: "公开05表",
    orientation: .portrait, fitsOnePage: false,
    head: [
      HeadLine(left: "", middle: "", right: "公开05表"),
      HeadLine(left: "部门名称：某局", middle: "2023年度", right: "金额单位：万元"),
    ],
    table: Table(
      columns: [
        column("code", 22), column("name", 50), column("c1", 28, figures: true),
        column("c2", 28, figures: true), column("c3", 28, figures: true),
      ],
      sections: [
        TableSection(
          header: [
            row(cell(0, "项目", .header, columns: 2), cell(2, "本年支出", .header, columns: 3)),
            row(
              cell(0, "科目代码", .header), cell(1, "科目名称", .header), cell(2, "小计", .header),
              cell(3, "基本支出", .header), cell(4, "项目支出", .header)),
            row(
              cell(0, "栏次", .header, columns: 2), cell(2, "1", .header), cell(3, "2", .header),
              cell(4, "3", .header)),
          ],
          body: [
            row(
              cell(0, "合计", .totalLabel, columns: 2),
              figure(2, 1_234_567_890_123_400_00), figure(3, 0, zero: .number), figure(4, nil)),
            row(
              cell(0, "208", .code), cell(1, "社会保障和就业支出", .name),
              figure(2, -7_000_00), figure(3, 49_99), figure(4, nil, none: .dash)),
            row(
              cell(0, "2080501", .code),
              cell(1, "一个名称很长的科目，长到在这一列的宽度里一行两行都放不下的行政单位离退休支出", .name),
              figure(2, 59_246_700_00), figure(3, 29_250_000), figure(4, 5_000)),
          ])
      ]),
    notes: ["注：本表反映部门本年度一般公共预算财政拨款支出情况。", "说明：金额转换为万元时，因四舍五入可能存在尾数误差。"])

  /// Two halves side by side, on one page held sideways; a label over two rows.
  static let overview = FormSheet(
    number: "01", code: "公开01表", title: "收入支出决算总表", sheetName: "公开01表",
    orientation: .landscape, fitsOnePage: true,
    head: [HeadLine(left: "部门名称：某局", middle: "", right: "金额单位：万元")],
    table: Table(
      columns: [
        column("label", 70), column("line", 12), column("c1", 30, figures: true),
        column("label2", 70), column("line2", 12), column("c2", 30, figures: true),
      ],
      sections: [
        TableSection(
          header: [
            row(cell(0, "收入", .header, columns: 3), cell(3, "支出", .header, columns: 3)),
            row(
              cell(0, "项目", .header), cell(1, "行次", .header), cell(2, "金额", .header),
              cell(3, "项目", .header), cell(4, "行次", .header), cell(5, "金额", .header)),
          ],
          body: [
            row(
              cell(0, "一、一般公共预算财政拨款收入", .label), cell(1, "1", .lineNumber),
              figure(2, 59_246_700_00), cell(3, "一、一般公共服务支出", .label, rows: 2),
              cell(4, "32", .lineNumber), figure(5, 2_525_200_00)),
            row(
              cell(0, "", .filler), cell(1, "2", .lineNumber), figure(2, nil),
              cell(4, "33", .lineNumber), figure(5, nil)),
            row(
              cell(0, "总计", .totalLabel), cell(1, "31", .lineNumber), figure(2, 61_771_900_00),
              cell(3, "总计", .totalLabel), cell(4, "62", .lineNumber), figure(5, 61_771_900_00)),
          ])
      ]),
    notes: [])

  /// Three narrow columns, two sections with headings of their own, counts.
  static let statistics = FormSheet(
    number: "10", code: "", title: "部门决算公开相关信息统计表", sheetName: "公开10表",
    orientation: .portrait, fitsOnePage: false,
    head: [HeadLine(left: "单位名称：襄垣县某局", middle: "2023年度", right: "金额单位：万元")],
    table: Table(
      columns: [column("label", 80), column("line", 12), column("c1", 36, figures: true)],
      sections: [
        TableSection(
          header: [
            row(cell(0, "一、政府采购情况", .label, columns: 3)),
            row(cell(0, "项目", .header), cell(1, "行次", .header), cell(2, "统计数", .header)),
          ],
          body: [row(cell(0, "货物", .label), cell(1, "1", .lineNumber), figure(2, 1_900_000))]),
        TableSection(
          header: [row(cell(0, "二、国有资产占用情况", .label, columns: 3))],
          body: [
            row(cell(0, "车辆数合计", .label), cell(1, "2", .lineNumber), counted(2, 1234)),
            row(cell(0, "其他", .label), cell(1, "3", .lineNumber), counted(2, 0)),
          ]),
      ]),
    notes: [])
}
