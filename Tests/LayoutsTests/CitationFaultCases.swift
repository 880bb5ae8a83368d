/// Sets that are nonsense as a whole though every line of theirs is in order.
extension FaultCase {
  static let proofs = [
    FaultCase(
      "scope 里有的数没有格", "01", "{measure: 收入, source: [财政拨款, 事业收入]}", "{measure: 收入}"),
    FaultCase(
      "两行列入同一笔数", "01", #"line: "5", select: {measure: 支出, kind: 基本支出}"#,
      #"line: "5", select: {measure: 支出, kind: [基本支出, 项目支出]}"#),
    FaultCase(
      "两列列入同一笔数", "02", "{id: basic, width: 25, show: 数, select: {measure: 支出, kind: 基本支出}}",
      "{id: basic, width: 25, show: 数, select: {measure: 支出}}"),
    FaultCase(
      "行和列合起来什么也选不到", "01", "{id: expenditure-amount, width: 25, show: 数}",
      "{id: expenditure-amount, width: 25, show: 数, select: {kind: 经营支出}}"),
    FaultCase(
      "没有账能满足的选择", "01", "select: {measure: 收入, source: 事业收入}",
      "select: {measure: 收入, source: 事业收入, fund: 一般公共预算财政拨款}"),
    FaultCase("没有要求填经济科目", "set", "{measure: 支出, kind: 基本支出}", "{measure: 支出, kind: 项目支出}"),
  ]

  static let citations = [
    FaultCase("必填的事实没有印出，另一个印了两次", "04", "fact: 政府采购.货物", "fact: 政府采购.服务").also(
      "set", "unit: 元, meaning: 政府采购货物支出", "unit: 元, required: true, meaning: 政府采购货物支出"),
    FaultCase("科目目录写反", "set", "支出功能: function-sample.csv", "支出功能: economic-sample.csv"),
    FaultCase("单位类型写了两次", "set", "[行政单位, 事业单位]", "[行政单位, 事业单位, 行政单位]"),
  ]

  /// What is told without refusing the set.
  static let warnings = [
    FaultCase(
      "选择的科目不在目录里", "04", "      - {id: services",
      """
            - {id: no, label: 某类, line: "9", select: {measure: 支出, function: "999"}}
            - {id: services
      """
    ).also("04", #"line: "3", fact"#, #"line: "10", fact"#),
    FaultCase(
      "声明的事实没有印出", "04",
      "      - {id: equipment, label: 设备, line: \"5\", fact: 设备, format: 辆数, none: ——}\n", ""),
    FaultCase("一个事实印了两次", "04", "fact: 政府采购.货物", "fact: 政府采购.服务"),
    FaultCase("数字格式没有用到", "set", "  自评金额:", "  台数: {count: 台, decimals: 0}\n  自评金额:"),
    FaultCase("目录是另一年的") { set in
      let text = set.files["catalogues/function-sample.csv"] ?? ""
      set.rewrite("catalogues/function-2022-sample.csv", text)
      try set.replace("function-sample.csv", in: "set", with: "function-2022-sample.csv")
    },
    FaultCase("合计漏了一行", "01", "sum: [basic, project]", "sum: [basic]"),
    FaultCase("合计列漏了一列", "02", "sum: [basic, project]", "sum: [project]"),
    FaultCase("行次颠倒", "01", #"line: "5""#, #"line: "65""#),
    FaultCase("有一张表没有列出") { set in
      let text = set.files["sample/forms/02.yaml"] ?? ""
      set.rewrite("sample/forms/06.yaml", text)
    },
    FaultCase("有一份检查没有列出") { set in
      set.rewrite("sample/checks/more.yaml", "checks: []\n")
    },
  ]
}
