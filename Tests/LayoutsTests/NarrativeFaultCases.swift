/// A way to spoil the sentences of a set; its message stands in the golden file under the title.
struct NarrativeFaultCase: Sendable {
  let title: String
  let spoil: @Sendable (inout NarrativeSet) throws -> Void

  init(_ title: String, _ spoil: @escaping @Sendable (inout NarrativeSet) throws -> Void) {
    self.title = title
    self.spoil = spoil
  }

  /// One text of one file written otherwise.
  init(_ title: String, _ file: String, _ old: String, _ new: String) {
    self.init(title) { try $0.replace(old, in: file, with: new) }
  }

  /// The same, with a further change.
  func also(_ file: String, _ old: String, _ new: String) -> NarrativeFaultCase {
    NarrativeFaultCase(title) { set in
      try spoil(&set)
      try set.replace(old, in: file, with: new)
    }
  }

  /// What is told without refusing the set.
  static let warnings = [
    NarrativeFaultCase(
      "值没有用到", "values", "values:\n  year: {", "values:\n  idle: {text: 文字}\n  year: {"),
    NarrativeFaultCase(
      "指标没有用到", "set", "priorYear: [收入总计,", "priorYear: [闲置指标, 收入总计,"),
  ]

  static let all = parts + styles + templates + tables + values + quantities + texts
}

extension NarrativeFaultCase {
  private static let partsText = """
      parts:
        - text: narrative/sentences.mustache
        - forms: {heading: "第二部分 {年度}年度报表", entry: "{序号}、{表名}"}
        - text: narrative/kinds.mustache
        - text: narrative/clerk.mustache
        - text: narrative/tables.mustache
        - evaluations: \(evaluationsText)

    """
  private static let evaluationsText =
    "{heading: \"附件 {年度}年度自评表\", entry: \"{序号}、{项目名称}\", none: 本年度没有自评表。}"

  static let parts = [
    NarrativeFaultCase("有封面而没有 parts", "set", partsText, ""),
    NarrativeFaultCase(
      "parts 里没有报表", "set", "    - forms: {heading: \"第二部分 {年度}年度报表\", entry: \"{序号}、{表名}\"}\n", ""),
    NarrativeFaultCase(
      "parts 里没有自评表", "set", "    - evaluations: \(evaluationsText)\n", ""),
    NarrativeFaultCase("有自评表的部分而版式没有自评") {
      try $0.replace(from: "evaluation:\n", to: "facts:\n", in: "set", with: "")
    },
    NarrativeFaultCase("自评表的部分没有写没有时印什么", "set", ", none: 本年度没有自评表。", ""),
    NarrativeFaultCase("自评表条目的占位", "set", "{序号}、{项目名称}", "{序号}、{表名}"),
    NarrativeFaultCase(
      "一部分既是文字又是报表", "set", "- text: narrative/kinds.mustache",
      "- {text: narrative/kinds.mustache, forms: {heading: \"\", entry: \"\"}}"),
    NarrativeFaultCase("一部分什么也不是", "set", "- text: narrative/kinds.mustache", "- {}"),
    NarrativeFaultCase("标题的占位", "set", "第二部分 {年度}年度报表", "第二部分 {年}年度报表"),
    NarrativeFaultCase("封面的占位", "set", "issuer: \"{部门名称}\"", "issuer: \"{表名}\""),
    NarrativeFaultCase("模板不在版式的文件夹里", "set", "narrative/kinds.mustache", "../kinds.mustache"),
    NarrativeFaultCase("没有模板文件") { $0.remove("kinds") },
    NarrativeFaultCase("没有 values.yaml，模板里的名称不再一一报错") { $0.remove("values") },
    NarrativeFaultCase("document 的键写错", "set", "contents: 目录", "content: 目录"),
  ]

  static let styles = [
    NarrativeFaultCase("正文式样的键写错", "set", "  prose:\n", "  proses:\n"),
    NarrativeFaultCase("标题只有两级", "set", "      3: {font: 楷体, size: 16}\n", ""),
    NarrativeFaultCase(
      "标题有四级", "set", "      3: {font: 楷体, size: 16}\n",
      "      3: {font: 楷体, size: 16}\n      4: {font: 楷体, size: 16}\n"),
    NarrativeFaultCase("每页行数太少", "set", "linesPerPage: 22", "linesPerPage: 2"),
    NarrativeFaultCase("标题前空行太多", "set", "linesBelow: 1", "linesBelow: 100"),
    NarrativeFaultCase(
      "正文字体后面没有内容", "set", "body: {font: 正文, size: 16}", "body: {font: , size: 16}"),
  ]

  static let templates = [
    NarrativeFaultCase("没有这个值", "sentences", "均为{{income}}万元", "均为{{incone}}万元"),
    NarrativeFaultCase("列表里的值用在外面", "kinds", "精确：{{reception_exact}}", "精确：{{unit_code}}"),
    NarrativeFaultCase("列表直接印出", "kinds", "精确：{{reception_exact}}", "精确：{{units}}"),
    NarrativeFaultCase("条件直接印出", "kinds", "精确：{{reception_exact}}", "精确：{{has_classes}}"),
    NarrativeFaultCase(
      "last() 用在列表之外", "kinds", "精确：{{reception_exact}}", "精确：{{^last()}}、{{/last()}}"),
    NarrativeFaultCase("段没有结束", "clerk", "{{/own_total}}\n", ""),
    NarrativeFaultCase("段结束错了", "clerk", "{{/own_total}}", "{{/more_total}}"),
    NarrativeFaultCase("多出一个结束", "clerk", "{{more_total}}", "{{/more_total}}"),
    NarrativeFaultCase("标记没有右花括号", "kinds", "精确：{{reception_exact}}", "精确：{{reception_exact}"),
    NarrativeFaultCase("三个花括号", "kinds", "精确：{{reception_exact}}", "精确：{{{reception_exact}}}"),
    NarrativeFaultCase("引用别的模板", "kinds", "精确：{{reception_exact}}", "精确：{{> clerk}}"),
    NarrativeFaultCase("单个花括号", "kinds", "精确：{{reception_exact}}", "精确：{年度}"),
    NarrativeFaultCase("中文名称", "kinds", "精确：{{reception_exact}}", "精确：{{接待费}}"),
    NarrativeFaultCase("标题太深", "clerk", "### 名词解释", "#### 名词解释"),
    NarrativeFaultCase("标题没有空格", "clerk", "### 名词解释", "###名词解释"),
    NarrativeFaultCase("控制字符", "clerk", "### 名词解释", "### 名词\u{1}解释"),
  ]

  static let values = [
    NarrativeFaultCase("没有 zero", "values", "zero: \"0.00\", ", ""),
    NarrativeFaultCase(
      "小数太多", "values", "defaults: {zero: \"0.00\", decimals: 2}",
      "defaults: {zero: \"0.00\", decimals: 9}"),
    NarrativeFaultCase("值的名称", "values", "  difference:\n", "  Difference-1:\n")
      .also("sentences", "{{difference}}", ""),
    NarrativeFaultCase(
      "没有说明是哪一种值", "values", "  year: {text: \"{年度}\"}", "  year: {texts: \"{年度}\"}"),
    NarrativeFaultCase(
      "一个值有两种", "values", "  year: {text: \"{年度}\"}",
      "  year: {text: \"{年度}\", count: {units: true}}"),
    NarrativeFaultCase("值后面没有内容", "values", "  year: {text: \"{年度}\"}", "  year:"),
    NarrativeFaultCase("没有这个写法", "values", "wording: count,", "wording: counts,"),
    NarrativeFaultCase(
      "完成率用了增减的写法", "values", "      wording: guangdongRate\n", "      wording: guangdong\n"),
    NarrativeFaultCase("增减用了完成率的写法", "values", "wording: count,", "wording: rates,"),
    NarrativeFaultCase("写法缺一种情形", "values", "      less: 减少{差额}辆\n", ""),
    NarrativeFaultCase("写法的占位用错了地方", "values", "      more: 增加{差额}辆", "      more: 增加{差额}辆，增长{幅度}"),
    NarrativeFaultCase(
      "没有基数的写法有差额，却不分增减", "values", "    noBase:\n      more: 增加{差额}辆\n      less: 减少{差额}辆",
      "    noBase: 增加{差额}辆"),
    NarrativeFaultCase(
      "几张表合成的列表引用一张表的栏", "values",
      "rows: \"06\", level: 款, nonZero: [staff-amount, operation-amount]",
      "rows: [\"05\", \"06\"], level: 款"),
    NarrativeFaultCase(
      "几张表合成的列表只列有数的行", "values",
      "rows: \"06\", level: 款, nonZero: [staff-amount, operation-amount]",
      "rows: [\"05\", \"06\"], level: 款, nonZero: total"),
    NarrativeFaultCase(
      "金额格式", "values", "format: 精确, trim: true, nothing: 没有", "format: 辆数, trim: true, nothing: 没有"
    ),
  ]

  static let quantities = [
    NarrativeFaultCase(
      "要填的不是数", "values", "  # No number of vehicles is missed where a dossier has none.",
      "  vehicle_counts: {expected: [车辆, 职责]}"),
    NarrativeFaultCase(
      "自评表没有这个数", "values", "evaluations: 资金结转余", "evaluations: 资金结余"),
    NarrativeFaultCase("不认识的等级", "values", "grade: [优, 良]", "grade: [优, 好]"),
    NarrativeFaultCase(
      "自评表的资金性质写错", "values", "evaluations: 资金结转余, fund: 政府性基金预算财政拨款",
      "evaluations: 资金结转余, fund: 政府性基金"),
    NarrativeFaultCase(
      "没有这张表", "values", "general: {amount: {cell: \"01!general",
      "general: {amount: {cell: \"11!general"),
    NarrativeFaultCase(
      "没有这一行", "values", "general: {amount: {cell: \"01!general",
      "general: {amount: {cell: \"01!generals"),
    NarrativeFaultCase(
      "没有这一列", "values", "basic: {amount: {cell: \"05!total.basic\"}}",
      "basic: {amount: {cell: \"05!total.base\"}}"),
    NarrativeFaultCase(
      "行不在这一列的块里", "values", "general: {amount: {cell: \"01!general.income",
      "general: {amount: {cell: \"01!general.expenditure"),
    NarrativeFaultCase(
      "不是地址", "values", "basic: {amount: {cell: \"05!total.basic\"}}",
      "basic: {amount: {cell: \"05 合计\"}}"),
    NarrativeFaultCase(
      "没有说明数从哪里来", "values", "basic: {amount: {cell: \"05!total.basic\"}}", "basic: {amount: {}}"),
    NarrativeFaultCase(
      "数有两个来源", "values", "basic: {amount: {cell: \"05!total.basic\"}}",
      "basic: {amount: {cell: \"05!total.basic\", units: true}}"),
    NarrativeFaultCase(
      "数量写成金额", "values", "vehicles: {count: {fact: 车辆}}", "vehicles: {amount: {fact: 车辆}}"),
    NarrativeFaultCase(
      "金额和数量相加", "values", "fiscal: {amount: {add: [{cell: \"01!general.income-amount\"}",
      "fiscal: {amount: {add: [{fact: 车辆}"),
    NarrativeFaultCase(
      "金额和数量比较", "values", "reception_more: {condition: {more: [{fact: 公务接待费.决算}",
      "reception_more: {condition: {more: [{fact: 车辆}"),
    NarrativeFaultCase(
      "没有可加的", "values",
      "fiscal: {amount: {add: [{cell: \"01!general.income-amount\"}, {cell: \"01!fund.income-amount\"}]}}",
      "fiscal: {amount: {add: []}}"),
    NarrativeFaultCase(
      "加的数太多", "values", "fiscal: {amount: {add: [{cell: \"01!general.income-amount\"},",
      "fiscal: {amount: {add: ["
        + String(repeating: "{cell: \"01!general.income-amount\"}, ", count: 1_000)),
    NarrativeFaultCase(
      "减法有一个数", "values",
      "difference:\n    amount: {subtract: [{cell: \"01!income-total.income-amount\"}, {ledger: {indicator: 收入总计}}]}",
      "difference:\n    amount: {subtract: [{cell: \"01!income-total.income-amount\"}]}"),
    NarrativeFaultCase(
      "没有声明的事实", "values", "vehicles: {count: {fact: 车辆}}", "vehicles: {count: {fact: 车量}}"),
    NarrativeFaultCase(
      "没有这个指标", "values", "has_prior: {condition: {known: {ledger: {indicator: 收入总计}}}}",
      "has_prior: {condition: {known: {ledger: {indicator: 收入合计}}}}"),
    NarrativeFaultCase(
      "上年的数没有指标", "values", "has_prior: {condition: {known: {ledger: {indicator: 收入总计}}}}",
      "has_prior: {condition: {known: {ledger: {measure: 上年}}}}"),
    NarrativeFaultCase(
      "账没有计量", "values", "has_prior: {condition: {known: {ledger: {indicator: 收入总计}}}}",
      "has_prior: {condition: {known: {ledger: {fund: 其他}}}}"),
    NarrativeFaultCase(
      "本行用在列表之外", "values", "has_prior: {condition: {known: {ledger: {indicator: 收入总计}}}}",
      "has_prior: {condition: {known: {ledger: {indicator: 收入总计, function: 本行}}}}"),
    NarrativeFaultCase(
      "row 用在列表之外", "values", "basic: {amount: {cell: \"05!total.basic\"}}",
      "basic: {amount: {row: total}}"),
    NarrativeFaultCase(
      "行没有这一列", "values", "class_final: {amount: {row: total}}",
      "class_final: {amount: {row: totals}}"),
    NarrativeFaultCase(
      "没有这个列表", "values", "class_count: {count: {items: classes}}",
      "class_count: {count: {items: classe}}"),
    NarrativeFaultCase(
      "条件写了两个", "values", "has_reception: {condition: {nonZero: {fact: 公务接待费.决算}}}",
      "has_reception: {condition: {nonZero: {fact: 公务接待费.决算}, known: {fact: 车辆}}}"),
    NarrativeFaultCase(
      "比较只有一个数", "values",
      "reception_less: {condition: {less: [{fact: 公务接待费.决算}, {fact: 公务接待费.上年}]}}",
      "reception_less: {condition: {less: [{fact: 公务接待费.决算}]}}"),
  ]

  static let texts = [
    NarrativeFaultCase("文字的占位", "values", "  year: {text: \"{年度}\"}", "  year: {text: \"{年}\"}"),
    NarrativeFaultCase(
      "金额当文字", "values", "all_terms: {text: {fact: 名词}}", "all_terms: {text: {fact: 车辆}}"),
    NarrativeFaultCase(
      "按科目的文字用在列表之外", "values", "all_terms: {text: {fact: 名词}}", "all_terms: {text: {fact: 原因.科目}}"),
    NarrativeFaultCase(
      "按科目的文字不写 by", "values",
      "          fact: 原因.科目\n          by: 本行\n          of: {row: total}\n          against: {ledger: {indicator",
      "          fact: 原因.科目\n          of: {row: total}\n          against: {ledger: {indicator"),
    NarrativeFaultCase(
      "不按单位的事实写了 by", "values", "unit_vehicles: {count: {fact: 车辆, by: 本行}}",
      "unit_vehicles: {count: {fact: 上年车辆, by: 本行}}"),
    NarrativeFaultCase(
      "by 写错", "values", "unit_vehicles: {count: {fact: 车辆, by: 本行}}",
      "unit_vehicles: {count: {fact: 车辆, by: 单位}}"),
    NarrativeFaultCase(
      "行的文字写错", "values", "unit_type: {text: {row: type}}", "unit_type: {text: {row: 类}}"),
    NarrativeFaultCase(
      "行的文字用在列表之外", "values", "all_terms: {text: {fact: 名词}}", "all_terms: {text: {row: name}}"),
    NarrativeFaultCase(
      "原因没有限度", "values", "      over: 10\n      text: 主要原因是{原因}。", "      text: 主要原因是{原因}。"),
    NarrativeFaultCase(
      "原因的限度是负数", "values", "      over: 10\n      text: 主要原因是{原因}。",
      "      over: -1\n      text: 主要原因是{原因}。"),
    NarrativeFaultCase("原因的占位", "values", "text: 主要原因是{原因}。", "text: 主要原因是{理由}。"),
    NarrativeFaultCase("列表没有来源", "values", "list: {facts: 名词}", "list: {}"),
    NarrativeFaultCase("列表的事实不是列表", "values", "list: {facts: 名词}", "list: {facts: 职责}"),
    NarrativeFaultCase(
      "列表没有值", "values",
      "    list: {units: true, types: [事业单位]}\n    values:\n      unit: {text: {row: name}}\n",
      "    list: {units: true, types: [事业单位]}\n"),
    NarrativeFaultCase(
      "列表的级次", "values", "list: {rows: \"01\", level: 行,", "list: {rows: \"01\", level: 目,"),
    NarrativeFaultCase(
      "列表的表", "values", "list: {rows: \"01\", level: 行,", "list: {rows: \"03\", level: 行,"),
    NarrativeFaultCase(
      "列表的列", "values", "level: 行, nonZero: income-amount}", "level: 行, nonZero: amount}"),
    NarrativeFaultCase("列表的科目", "values", "within: [\"301\"]", "within: [\"3010\"]"),
    NarrativeFaultCase("表里没有列表的科目", "values", "within: [\"301\"]", "within: [\"999\"]"),
    NarrativeFaultCase(
      "with 和行写在一起", "values", "level: 行, nonZero: income-amount}",
      "level: 行, with: [{measure: 年初预算}]}"),
    NarrativeFaultCase("单位类型", "values", "types: [事业单位]", "types: [企业]"),
    NarrativeFaultCase(
      "列表里又有列表", "values", "      unit_duties: {text: {fact: 单位职责, by: 本行}}\n",
      "      unit_duties: {text: {fact: 单位职责, by: 本行}}\n      more: {list: {units: true}, values: {unit: {text: {row: name}}}}\n"
    ),
    NarrativeFaultCase(
      "既按科目又按单位的事实", "set", "type: 按科目文字, meaning", "type: 按科目文字, byUnit: true, meaning"),
  ]
}
