/// What can be wrong with set.yaml and the catalogues.
extension FaultCase {
  static let files = [
    FaultCase("没有表的文件") { try $0.remove("03") },
    FaultCase("没有 set.yaml") { try $0.remove("set") },
    FaultCase("不是 YAML", "02", "title: 支出表", "title 支出表"),
    FaultCase("键写了两遍", "02", "page: 纵向", "page: 纵向\ntitle: 支出决算表"),
    FaultCase("forms 为空", "set", #"forms: ["01", "02", "03", "04", "05"]"#, "forms: []"),
    FaultCase("表的编号与文件名不同", "02", #"form: "02""#, #"form: "12""#),
    FaultCase(
      "同一张表列了两遍", "set", #"["01", "02", "03", "04", "05"]"#, #"["01", "01", "03", "04", "05"]"#),
  ]

  static let identity = [
    FaultCase("只供继承的版式", "set", "language: zh-CN", "base: true\nlanguage: zh-CN"),
    FaultCase("缺少键", "set", "language: zh-CN\n", ""),
    FaultCase("键后面没有内容", "set", "language: zh-CN", "language:"),
    FaultCase("年度不是数", "set", "year: 2023", "year: 二〇二三"),
    FaultCase("年度不是四位", "set", "year: 2023", "year: 23"),
    FaultCase("不认识的键", "set", "language: zh-CN", "language: zh-CN\nlanguages: zh"),
    FaultCase("文档标题的占位", "set", "{部门名称}{年度}年度部门决算公开", "{部门名称}{表名}"),
    FaultCase("单位类型写错", "02", "kind: [基本支出, 项目支出]}", "kind: [基本支出, 项目支出], unitType: 行政机关}"),
    FaultCase("economicRequired 写错", "set", "{measure: 支出, kind: 基本支出}", "{measure: 支岀}"),
  ]

  static let parents = [
    FaultCase("两张表同一个表号", "02", "form: \"02\"\n", "form: \"02\"\ncode: 表01\n"),
    FaultCase("没有上一级版式", "set", "year: 2023", "year: 2023\nparent: sampel"),
    FaultCase("从自己继承", "set", "year: 2023", "year: 2023\nparent: sample"),
    FaultCase("要改的一项上一级没有") { set in
      let child = "parent: sample-base\nformats: {辆数: {decimals: 0}}\nfacts: {设各: {unit: 套}}\n"
      for (path, text) in set.files where path.hasPrefix("sample/") {
        set.rewrite("sample-base/" + path.dropFirst("sample/".count), text)
      }
      set.rewrite("set", child)
    },
  ]

  static let styles = [
    FaultCase("纸张尺寸写了三个数", "set", "size: [210, 297]", "size: [210, 297, 420]"),
    FaultCase("纸张尺寸不是数", "set", "size: [210, 297]", "size: [A4, 297]"),
    FaultCase("页边距为负", "set", "bottom: 15, left: 15", "bottom: -1, left: 15"),
    FaultCase("页边距缺一边", "set", "bottom: 15, left: 15", "bottom: 15"),
    FaultCase("页码一行没有页码", "set", "— {页码} —", "— {页数} —"),
    FaultCase("字号太小", "set", "note: {font: 表格, size: 9", "note: {font: 表格, size: 6.5"),
    FaultCase("表格字号太小", "set", "sizes: [10, 9, 8, 7]", "sizes: [10, 9, 8, 7, 6]"),
    FaultCase("表格字号次序颠倒", "set", "sizes: [10, 9, 8, 7]", "sizes: [7, 8, 9, 10]"),
    FaultCase(
      "可选的边距次序颠倒", "set", "    rule: 0.5", "    rule: 0.5\n    fittingPaddings: [0.3, 1]"),
    FaultCase("表头的词只有一个字", "set", "    rule: 0.5", "    rule: 0.5\n    headWords: 科目 码"),
    FaultCase("科目的缩进为负", "set", "    rule: 0.5", "    rule: 0.5\n    levelIndent: -1"),
    FaultCase("数字的边距为负", "set", "    rule: 0.5", "    rule: 0.5\n    figurePadding: -1"),
    FaultCase("行距太小", "set", "lineHeight: 1.25", "lineHeight: 0.5"),
  ]

  static let formats = [
    FaultCase("金额单位写错", "set", "money: 万元, decimals: 2", "money: 萬元, decimals: 2"),
    FaultCase("小数位数超出单位", "set", "decimals: 2, grouping", "decimals: 7, grouping"),
    FaultCase("数量带小数", "set", "{count: 辆, decimals: 0}", "{count: 辆, decimals: 1}"),
    FaultCase("既是金额又是数量", "set", "{count: 辆,", "{count: 辆, money: 元,"),
    FaultCase("grouping 不是 true 或 false", "set", "grouping: true", "grouping: 是"),
    FaultCase("空格写法写错", "set", "none: 空白", "none: 空"),
    FaultCase("没有这个数字格式", "set", "printing: {format: 金额", "printing: {format: 金额数"),
    FaultCase("整套版式没有数字格式", "set", "printing: {format: 金额, ", "printing: {"),
  ]

  static let evaluation = [
    FaultCase("自评的分不是数", "set", "points: 10}", "points: 10分}"),
    FaultCase("自评的分合计不是 100", "set", "total: 90", "total: 80"),
    FaultCase("自评没有等级", "set", "{优: 90, 良: 80, 中: 60, 差: 0}", "{}"),
    FaultCase("自评等级的次序颠倒", "set", "良: 80, 中: 60", "良: 60, 中: 80"),
    FaultCase("自评的最低等级不是从 0 起", "set", "差: 0", "差: 1"),
    FaultCase("自评的等级评的不是分", "set", "of: 总分", "of: 执行率"),
    FaultCase("自评没有分析的行", "set", "labels: [自评结果分析, 下一步改进措施]", "labels: []"),
    FaultCase("自评的分析写了两遍", "set", "[自评结果分析, 下一步改进措施]", "[自评结果分析, 自评结果分析]"),
    FaultCase("自评的分析没有地方写", "set", ", {key: 分析内容, type: 文字}", ""),
    FaultCase("自评不认识的键", "set", "points: 10}", "points: 10, weights: 90}"),
    FaultCase("自评不是一组键", "set", "evaluation:\n", "evaluation: 有\nevaluations:\n"),
    FaultCase("自评没有项目名称", "set", "type: 项目}", "type: 名称}"),
    FaultCase("自评的内容写错", "set", "type: 项目}", "type: 题目}"),
    FaultCase("自评的两个数同名", "set", "{name: 总分, sum", "{name: 得分, sum"),
    FaultCase("自评的数引用了没有的数", "set", "difference: [全年预算数, 全年执行数]", "difference: [全年预算数, 执行数]"),
    FaultCase("自评的数没有来历", "set", "{name: 总分, sum: [得分, 执行得分]}", "{name: 总分}"),
    FaultCase("自评的数有两个来历", "set", "{name: 执行率, percent", "{name: 执行率, sum: [得分], percent"),
    FaultCase("自评的比率只有一个数", "set", "percent: [全年执行数, 全年预算数]", "percent: [全年执行数]"),
    FaultCase("自评的分和比率相加", "set", "sum: [得分, 执行得分]", "sum: [得分, 执行率]"),
    FaultCase("自评的行用没有的栏目称呼", "set", "names: 来源", "names: 资金来源"),
    FaultCase("自评的目标是没有的栏目", "set", "reached: 实际完成值", "reached: 完成值"),
    FaultCase("自评的得分不是分数", "set", "score: 得分", "score: 三级"),
  ]

  static let facts = [
    FaultCase("上年的事实没有声明", "set", "path: 设备, type: 数量", "path: 设备, priorOf: 上年设备, type: 数量"),
    FaultCase("上年的事实是别的类型", "set", "path: 设备, type: 数量", "path: 设备, priorOf: 车辆, type: 数量"),
    FaultCase("path 是单位自己的栏目", "set", "path: 职责", "path: 部门.职责"),
    FaultCase("path 就是单位自己的栏目", "set", "path: 职责", "path: 版式"),
    FaultCase("事实类型写错", "set", "path: 职责, type: 文字", "path: 职责, type: 文本"),
    FaultCase("事实没有说明", "set", ", meaning: 部门的主要职责", ""),
    FaultCase("事实声明了两遍", "set", "path: 政府采购.服务", "path: 政府采购.货物")
      .also("04", "fact: 政府采购.服务", "fact: 政府采购.货物")
      .also("04", "sum: [goods..services]", "sum: [goods]"),
    FaultCase("一个键下既有值又有下级", "set", "path: 设备,", "path: 车辆.设备,")
      .also("04", "fact: 设备", "fact: 车辆.设备"),
    FaultCase(
      "按科目又按单位", "set", "type: 文字, meaning: 部门", "type: 按科目文字, byUnit: true, meaning: 部门"),
    FaultCase("path 有空的一段", "set", "path: 职责", "path: 职责."),
    FaultCase("金额的单位不是元", "set", "unit: 元, meaning: 政府采购服务支出", "unit: 万元, meaning: 政府采购服务支出"),
    FaultCase("事实没有声明", "04", "fact: 政府采购.货物", "fact: 政府采购.货品"),
    FaultCase("事实不能作为数打印", "04", "fact: 设备", "fact: 职责"),
  ]

  static let catalogues = [
    FaultCase("目录文件不存在", "set", "economic-sample.csv", "economic-2022.csv"),
    FaultCase("没有写目录", "set", ", 支出经济: economic-sample.csv", ""),
    FaultCase("目录的表头不对", "catalogues/function-sample.csv", "科目代码,科目名称", "代码,名称"),
    FaultCase("目录里的代码不对", "catalogues/function-sample.csv", "\n20103,", "\n2010,"),
    FaultCase("目录里的一行多一栏", "catalogues/function-sample.csv", "事业运行", "事业,运行"),
    FaultCase("目录里的名称为空", "catalogues/function-sample.csv", "事业运行", ""),
    FaultCase("目录里的代码写了两遍", "catalogues/function-sample.csv", "2010350", "2010301"),
    FaultCase("列出的科目没有名称", "catalogues/economic-sample.csv", "30102,津贴补贴\n", ""),
  ]

  static let nextYear = [
    nextYear("下一年的指标没有", #"amounts: [{indicator: 收入, cell: "01!income-total.income-amount"}]"#),
    nextYear("下一年的数没有来处", "amounts: [{indicator: 收入总计}]"),
    nextYear("下一年的数取自数量", #"amounts: [{indicator: 收入总计, cell: "04!vehicles.figure"}]"#),
    nextYear(
      "下一年的各行没有级次", #"amounts: [{indicator: 收入总计, rows: "02", row: total}]"#),
    nextYear("下一年的年初数引用了没有的表", #"balances: [{cell: "11!closing.amount"}]"#),
    nextYear("下一年写了不认识的键", "amount: []"),
  ]

  private static func nextYear(_ title: String, _ text: String) -> FaultCase {
    FaultCase(title, "set", "year: 2023", "year: 2023\nnextYear: {\(text)}")
  }

  static let glance = [
    glance("一览是空的列表", "[]"),
    glance("一览没有名称", #"[{cell: "01!income-total.income-amount"}]"#),
    glance("一览没有说明是哪一格", "[{name: 收入}]"),
    glance("一览引用了没有的表", #"[{name: 收入, cell: "11!income-total.income-amount"}]"#),
    glance("一览引用了没有的行", #"[{name: 收入, cell: "01!incomes-total.income-amount"}]"#),
    glance("一览写了不认识的键", #"[{name: 收入, cell: "01!income-total.income-amount", unit: 元}]"#),
    glance("一览取自事实", "[{name: 接待费, add: [{fact: 公务接待费.决算}]}]"),
    glance("一览取自数量", #"[{name: 车辆, cell: "04!vehicles.figure"}]"#),
    glance(
      "一览的一个名称写了两次",
      #"[{name: 数, cell: "04!goods.figure"}, {name: 数, cell: "04!services.figure"}]"#),
    glance("一览没有金额格式", #"[{name: 货物, cell: "04!goods.figure"}]"#)
      .also("set", "printing: {format: 金额", "printing: {format: 辆数"),
  ]

  private static func glance(_ title: String, _ entries: String) -> FaultCase {
    FaultCase(title, "set", "economicRequired:", "glance: \(entries)\neconomicRequired:")
  }
}
