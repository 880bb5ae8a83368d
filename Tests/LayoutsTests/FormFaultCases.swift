/// What can be wrong with the head, the grid and the rows of a form.
extension FaultCase {
  static let forms = [
    FaultCase("页面方向写错", "02", "page: 纵向", "page: 竖向"),
    FaultCase("不认识的占位", "01", "部门：{部门名称}", "部门：{部门}"),
    FaultCase("花括号没有结束", "01", "{年度}年度\", right", "{年度年度\", right"),
    FaultCase("工作表名有不能用的字", "02", "sheet: 表02", "sheet: 表02/附"),
    FaultCase("工作表名用了两次", "02", "sheet: 表02", "sheet: 表03"),
    FaultCase("没有列", "05", "  - {id: total-budget, width: 40, show: 数}\n", "").also(
      "05", "  - {id: total-final, width: 40, show: 数}\n", ""
    ).also("05", "  - {id: reception-budget, width: 40, show: 数}\n", "").also(
      "05", "columns:\n  - {id: reception-final, width: 40, show: 数}\n", "columns: []\n"),
    FaultCase("列的键写错", "02", "{id: name, width: 60", "{id: name, widht: 60"),
    FaultCase("列宽从大到小", "02", "{id: name, width: 60", "{id: name, width: 60..40"),
    FaultCase("列宽写了三个数", "02", "{id: name, width: 60", "{id: name, width: 40..60..80"),
    FaultCase("列宽为零", "02", "{id: name, width: 60", "{id: name, width: 0"),
    FaultCase("列的内容写错", "02", "show: 科目名称", "show: 名称"),
    FaultCase("文字列写了 select", "02", "show: 科目名称", "show: 科目名称, select: {kind: 基本支出}"),
    FaultCase("列的 select 和 sum 写在一起", "02", "sum: [basic, project]", "sum: [basic], select: {}"),
    FaultCase("列写了 fact", "04", "show: 数}", "show: 数, fact: 设备}"),
    FaultCase("列的 id 用了两次", "02", "{id: project, width", "{id: basic, width"),
    FaultCase("各列太宽", "02", "{id: name, width: 60", "{id: name, width: 90.5"),
    FaultCase(
      "表头重叠", "02", "[{text: 项目, columns: 2}, ", "[项目, {text: 名称, rows: 2}, "
    ).also("02", "[科目代码, 科目名称, 小计", "[{text: 科目, columns: 2}, 小计"),
    FaultCase("表头空缺", "02", "[科目代码, 科目名称, 小计, ", "[科目代码, 科目名称, "),
    FaultCase("表头超出表格", "02", "{text: 本年支出, columns: 3}", "{text: 本年支出, columns: 4}"),
    FaultCase(
      "表头跨行太多", "02", "[科目代码, 科目名称, 小计,", "[科目代码, 科目名称, {text: 小计, rows: 2},"),
    FaultCase("表头跨度为零", "02", "{text: 项目, columns: 2}", "{text: 项目, columns: 0}"),
    FaultCase("表头的一行不是列表", "05", "- [{text: 合计, columns: 2}, {text: 公务接待费, columns: 2}]", "- 合计"),
    FaultCase("数字列没有自己的表头", "03", "决算数, 科目代码, 科目名称, 决算数]", "{text: 科目, columns: 4}]"),
    FaultCase(
      "两个数字列的表头一样", "05", "{text: 公务接待费, columns: 2}", "{text: 合计, columns: 2}"),
    FaultCase("块的 columns 写错", "01", "[income-item, income-amount]", "[income-item, amount]"),
    FaultCase(
      "块没有占满", "01", "[expenditure-item, expenditure-amount]",
      "[expenditure-item, expenditure-line]"),
    FaultCase("块多出一个") {
      let block = "  - {name: 收入（续）, columns: [income-item, income-amount], rows: [{id: more}]}\n"
      try $0.replace("notes:", in: "01", with: block + "notes:")
    },
    FaultCase(
      "块没有行", "03", "      - {list: 支出经济, accounts: [\"301\", \"30101\", \"30102\"]}\n", ""),
    FaultCase("没有写 rows", "02", "rows:", "row:"),
    FaultCase("表尾没有占满", "03", "{text: 公用经费合计, columns: 2}", "{text: 公用经费合计}"),
    FaultCase("表尾的数不在数字列", "03", "{text: 人员经费合计, columns: 2}", "{text: 人员经费合计}").also(
      "03", "{text: 公用经费合计, columns: 2}", "{text: 公用经费合计, columns: 3}"),
    FaultCase("表尾的一行不是列表", "03", "  - - {text: 人员", "  - {text: 合计}\n  - - {text: 人员"),
    FaultCase("表尾的数没有说明", "03", "{figure: staff-total, sum: [\"301\"]}", "{figure: staff-total}"),
  ]

  static let rows = [
    FaultCase("行没有 id", "01", "{id: income-blank, ", "{"),
    FaultCase("行的 id 用了两次", "01", "{id: project, label", "{id: basic, label").also(
      "01", "sum: [basic, project]", "sum: [basic]"),
    FaultCase("行和表尾的 id 相同", "03", "figure: operation-total", "figure: staff-total"),
    FaultCase("行的 id 有点号", "01", "{id: income-blank", "{id: income.blank"),
    FaultCase("行的 id 像科目代码", "02", "{id: total, total", "{id: \"201\", total"),
    FaultCase("行次用了两次", "01", "line: \"6\"", "line: \"5\""),
    FaultCase("文字没有列可放", "05", "- id: data", "- id: data\n    label: 合计"),
    FaultCase("行次没有列可放", "05", "- id: data", "- id: data\n    line: \"1\""),
    FaultCase(
      "科目树没有列可放", "05", "rows:", "scope: [{measure: 支出}]\nrows:\n  - {tree: 支出功能, levels: [类]}"),
    FaultCase(
      "total 和 label 写在一起", "01", "total: 总计, line: \"4\"", "total: 总计, label: 合计, line: \"4\""),
    FaultCase("不认识的行", "02", "{tree: 支出功能", "{trees: 支出功能"),
    FaultCase("科目树的级次颠倒", "02", "levels: [类, 款, 项]", "levels: [款, 类]"),
    FaultCase("上级科目加的数写错", "02", "levels: [类, 款, 项]", "levels: [类, 款, 项], parents: 整数"),
    FaultCase("科目代码只有一列，却写了级次", "02", "show: 科目代码}", "show: 科目代码, level: 类}"),
    FaultCase("不是科目代码的列写了级次", "02", "show: 科目名称}", "show: 科目名称, level: 类}"),
    FaultCase("科目树的级次写错", "02", "levels: [类, 款, 项]", "levels: [类, 项目]"),
    FaultCase("科目树用了经济科目", "02", "tree: 支出功能", "tree: 支出经济"),
    FaultCase(
      "两棵科目树", "02", "  - {tree: 支出功能, levels: [类, 款, 项]}",
      "  - {tree: 支出功能, levels: [类]}\n  - {tree: 支出功能, levels: [项]}"),
    FaultCase("科目树没有 scope", "02", "scope:\n  - {measure: 支出, kind: [基本支出, 项目支出]}\n", ""),
    FaultCase(
      "列表用了功能科目", "03", "{list: 支出经济, accounts: [\"310\"", "{list: 支出功能, accounts: [\"310\""),
    FaultCase("科目代码不对", "03", "\"30101\"", "\"3010１\""),
    FaultCase("列表没有科目", "03", ", accounts: [\"310\", \"31002\"]", ""),
  ]
}
