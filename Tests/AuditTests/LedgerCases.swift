/// Ledgers that balance and make no sense, and what is said of the department.
extension CheckCase {
  private static let spent = "expenditure.csv"
  private static let income = "income.csv"
  private static let department = "department.yaml"

  static let ledger = balances + funds + kinds + transfers + units

  private static let balances: [CheckCase] = [
    .one(
      "balance-of-items", income, "2050201,学前教育专项", "2050299,学前教育专项", "2050201 学前教育：去向比来源多"),
    .one(
      "balance-of-other-items", income, "302001,其他收入,2050199", "302001,其他收入,2050299", "去向比来源多"),
    CheckCase(
      check: "negative-balances",
      edits: [
        Edit("balances.csv", "2050299,,,,18063.92", "2050299,,,,-18063.92"),
        Edit("balances.csv", "2050803,35280.46,,,", "2050803,35280.46,,,36127.84"),
      ], expected: "-18,063.92 元"),
    CheckCase(
      check: "negative-amounts",
      edits: [
        Edit(spent, "分析报告印制,68450.00", "分析报告印制,-68450.00"),
        Edit(spent, "挂牌督导差旅,49316.73", "挂牌督导差旅,186216.73"),
      ], expected: "经济科目 30202：-68,450.00 元"),
  ]

  private static let funds: [CheckCase] = [
    .one("fund-accounts", spent, "财政拨款,项目支出,2070308", "财政拨款,项目支出,2296004", "2296004"),
    .one(
      "fund-accounts", spent, "政府性基金预算财政拨款,项目支出,2120803",
      "政府性基金预算财政拨款,项目支出,2050102", "2050102"),
    .one(
      "capital-accounts", spent, "国有资本经营预算财政拨款,项目支出,2230105",
      "国有资本经营预算财政拨款,项目支出,2050102", "2050102",
      before: [
        Edit("accounts.csv", "", "支出功能,22301,解决历史遗留问题\n支出功能,2230105,国有企业退休人员补助"),
        Edit(income, "", "302001,国有资本经营预算财政拨款,2230105,,5000.00"),
        Edit(spent, "", "302001,国有资本经营预算财政拨款,项目支出,2230105,30305,,,5000.00"),
      ]),
    .one(
      "fund-projects", spent, "政府性基金预算财政拨款,项目支出,2296003",
      "政府性基金预算财政拨款,基本支出,2296003", "基本支出"),
  ]

  private static let kinds: [CheckCase] = [
    .one("project-codes", spent, "项目支出,2070308", "基本支出,2070308", "JY2023-011"),
    .one(
      "project-codes", spent, "项目支出,2050102,30226", "基本支出,2050102,30226", "JY2023-001 有 1 行"),
    .one("project-salaries", spent, "2080705,30199", "2080705,30101", "302001.2080705.30101"),
    .one("housing-fund-account", spent, "30113,,单位负担住房公积金,428834", "30199,,公积金,428834", "30199"),
    .one("pension-account", spent, "30108,,单位负担养老保险,571778", "30199,,养老保险,571778", "30199"),
    .one("annuity-account", spent, "30109,,退休人员职业年金", "30199,,退休人员职业年金", "30199"),
    .one(
      "institution-pensions", spent, "302002,一般公共预算财政拨款,基本支出,2080502",
      "302002,一般公共预算财政拨款,基本支出,2080501", "302002.2080501"),
    .one("business-expenditure", spent, "其他,经营支出", "其他,基本支出", "单位 302002"),
    .one("business-income", income, "经营收入", "其他收入", "单位 302002"),
  ]

  private static let transfers: [CheckCase] = [
    .one("own-subsidies", spent, "302001,其他,项目支出", "302001,其他,对附属单位补助支出", "302002"),
    .one(
      "own-remittances", spent, "302002,其他,经营支出", "302002,其他,上缴上级支出", "302001",
      before: [Edit(income, "302001,其他收入", "302001,附属单位上缴收入")]),
    .one(
      "own-transfers", spent, "30227,,社会考试考务费,43185.62",
      "30227,,拨学校,40000.00\n302001,其他,项目支出,2050199,30226,,考务费,3185.62", "4.00 万元"),
  ]

  private static let units: [CheckCase] = [
    .one(
      "idle-unit", department, "\n三公经费:",
      "\n  - {代码: \"302004\", 名称: 岚川县招生中心, 类型: 公益一类事业单位}\n三公经费:", "302004"),
    .one(
      "school-type", department, "初级中学校, 类型: 公益一类事业单位", "初级中学校, 类型: 参照公务员法管理事业单位",
      "汀溪初级中学校"),
    .one("school-type", department, "小学校, 类型: 公益一类事业单位", "小学校, 类型: 行政单位", "文昌街小学校"),
    .one("office-type", department, "教育局, 类型: 行政单位", "教育局, 类型: 其他事业单位", "教育局"),
    .one("unit-codes", department, "部门: {代码: \"302\"", "部门: {代码: \"303\"", "302001"),
    .one("publication-date", department, "2024-09-26", "2023-09-26", "年度结束之前"),
    .one("publication-date", department, "2024-09-26", "2042-09-26", "2 年以后"),
  ]
}
