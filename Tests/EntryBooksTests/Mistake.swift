import Readings
import Testing

/// Something that people get wrong in a workbook.
struct Mistake: Sendable, CustomTestStringConvertible {
  let title: String
  /// The place and the code that are told: `支出!F17 D061`.
  let expected: String
  /// Whether it does not keep a submission from being made.
  var isWarning = false
  /// How many findings there may be.
  var most = 1
  let make: @Sendable (inout FilledBook) -> Void

  var testDescription: String { title }

  init(
    _ title: String, _ expected: String, isWarning: Bool = false, most: Int = 1,
    _ make: @escaping @Sendable (inout FilledBook) -> Void
  ) {
    self.title = title
    self.expected = expected
    self.isWarning = isWarning
    self.most = most
    self.make = make
  }

  /// A cell that holds something else.
  init(_ title: String, _ sheet: String, _ cell: String, _ value: CellValue, _ code: String) {
    self.init(title, "\(sheet)!\(cell) \(code)") { $0[sheet, cell] = value }
  }

  static let all = identity + units + ledger + tables + facts + evaluations + sheets + cells

  static let identity = [
    Mistake("公开日期不是日子", "部门", "B6", .text("2024年9月31日"), "D083"),
    Mistake("年度写了字", "部门", "B4", .text("二〇二三"), "D081"),
    Mistake("没有部门名称", "部门", "B8", .blank, "D007"),
    Mistake("多写的项目", "部门!B9 D005") {
      $0.put("联系电话", at: "A9", of: "部门")
      $0.put("123", at: "B9", of: "部门")
    },
    Mistake("表头改名", "部门 D342", most: 4) { $0.put("填写", at: "B3", of: "部门") },
    Mistake("同一项目填两次", "部门!B9 D346") {
      $0.put("年度", at: "A9", of: "部门")
      $0.put("2022", at: "B9", of: "部门")
    },
    Mistake("在“部门”表里写单位", "单位 D346", most: 2) {
      $0.put("单位", at: "A9", of: "部门")
      $0.put("302001", at: "B9", of: "部门")
    },
  ]

  static let units = [
    Mistake("单位代码重复", "单位!A5 D085", most: 3) { $0.put("302001", at: "A5", of: "单位") },
    Mistake("单位类型不认识", "单位", "C5", .text("事业"), "D006"),
    Mistake("单位没有名称", "单位", "B6", .blank, "D007"),
    Mistake("列重复", "单位!D3 D344") { $0.put("名称", at: "D3", of: "单位") },
    Mistake("单位写在表头上面", "单位 第 2 行 D243") {
      $0.put("302009", at: "A2", of: "单位")
      $0.put("某学校", at: "B2", of: "单位")
    },
    Mistake("表外的字", "单位!F5 D043") { $0.put("已核", at: "F5", of: "单位") },
  ]

  static let ledger = [
    Mistake("金额带单位", "支出", "F17", .text("35万元"), "D248"),
    Mistake("金额是字", "支出", "F17", .text("约三千"), "D061"),
    Mistake("三位小数", "收入", "D7", .number("305794.125"), "D062"),
    Mistake("金额格是日期", "支出", "F17", .date(serial: "45555"), "D061"),
    Mistake("金额格是百分数", "支出!F17 D061") {
      $0["支出", "F17"] = .number("0.5")
      $0.format("0.00%", at: "F17", of: "支出")
    },
    Mistake("没有金额", "支出", "F17", .blank, "D060"),
    Mistake("不认识的单位", "支出", "A17", .text("302009"), "D052"),
    Mistake("不认识的资金", "支出", "B17", .text("财政拨款"), "D244"),
    Mistake("不认识的来源", "收入", "B7", .text("拨款"), "D051"),
    Mistake("不认识的类别", "支出", "C17", .text("日常支出"), "D051"),
    Mistake("科目没有名称", "支出", "D17", .number("2050888"), "D075"),
    Mistake("没有经济科目", "支出", "E17", .blank, "D073"),
    Mistake("收支不平", "结转!D8 D100") { $0["结转", "G8"] = .number("2784630.28") },
    Mistake("不认识的指标", "上年数!A5 D051", most: 2) { $0.put("收入", at: "A5", of: "上年数") },
    Mistake("预算的科目不是代码", "预算", "B5", .text("教育"), "D070"),
    Mistake("科目名称重复", "科目名称!C39 D076") {
      $0.put("支出功能", at: "A39", of: "科目名称")
      $0.put("20501", at: "B39", of: "科目名称")
      $0.put("教育管理", at: "C39", of: "科目名称")
    },
    Mistake("公式出错", "支出!F17 D361", most: 2) {
      $0.put(.error("#REF!"), formula: "Sheet2!A1", at: "F17", of: "支出")
    },
    Mistake("公式没有值", "支出!F17 D360", most: 2) {
      $0.put(.blank, formula: "1+1", at: "F17", of: "支出")
    },
  ]

  static let tables = [
    Mistake("表头改为万元", "支出!F4 D240") { $0.put("金额（万元）", at: "F4", of: "支出") },
    Mistake("表头改名", "支出!F4 D031", most: 2) { $0.put("数", at: "F4", of: "支出") },
    Mistake("删去一列的表头", "支出 第 4 行 D033", most: 2) { $0["支出", "D4"] = .blank },
    Mistake("表头重复", "支出!H4 D032") { $0.put("支出类别", at: "H4", of: "支出") },
    Mistake("没有表头", "预算!A1 D030") { book in
      book.moveRows(of: "预算") { $0 == 3 ? nil : $0 }
    },
    Mistake("合计不对", "支出!F139 D045") {
      $0.put("合计", at: "A139", of: "支出")
      $0["支出", "F139"] = .number("100")
    },
    Mistake("小计", "支出!F139 D045") {
      $0.put("小计", at: "A139", of: "支出")
      $0["支出", "F139"] = .number("100")
    },
    Mistake("表外的金额", "支出!J20 D043") { $0["支出", "J20"] = .number("100") },
    Mistake("很远的一格", "支出!KN20 D368") { $0["支出", "KN20"] = .number("100") },
    Mistake("数写在表头上面", "支出 第 3 行 D243") { book in
      for (cell, text) in zip("ABCDEF", ["302001", "其他", "基本支出", "2050101", "30101", "5"]) {
        book.put(text, at: "\(cell)3", of: "支出")
      }
    },
    Mistake("上下合并", "支出!A17 D364", most: 2) {
      $0["支出", "A18"] = .blank
      $0.merge("A17", "A18", of: "支出")
    },
    Mistake("隐藏的行", "支出 第 17 行 D365", isWarning: true) { $0.hideRow(17, of: "支出") },
    Mistake("隐藏的列", "支出 D365", isWarning: true) { book in
      book.book.sheets[book.index(of: "支出")].columns = [
        ColumnReading(first: 7, last: 16_383, width: nil, isHidden: true)
      ]
    },
  ]
}
