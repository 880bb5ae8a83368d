extension FaultCase {
  private static let file = "evaluations/01-技改.yaml"

  /// What can be wrong with self-evaluations.
  static let evaluations = evaluationFiles + evaluationHeads + evaluationRows

  private static let evaluationFiles = [
    FaultCase("evaluations 不是文件夹") {
      $0 = SampleDossier()
      $0.files["evaluations"] = ""
    },
    FaultCase("不是 .yaml 文件") { $0.files["evaluations/03.docx"] = "PK\u{3}\u{4}" },
    FaultCase("不是 YAML", file, "年度目标: 支持", "年度目标 支持"),
    FaultCase("空文件") { $0.files[file] = "# 还没有填\n" },
    FaultCase("自评表是工作簿") { $0.files[file] = "PK\u{3}\u{4}" },
    FaultCase("同一单位同一项目两张") {
      $0.replace("展会补助", in: "evaluations/02-展会.yaml", with: "技术改造补助")
      $0.replace("431002", in: "evaluations/02-展会.yaml", with: "431001")
    },
  ]

  private static let evaluationHeads = [
    FaultCase("自评表缺少一项", file, "年度目标: 支持企业改造。\n", ""),
    FaultCase(
      "自评表的文字太长", file, "支持了 12 家企业。", String(repeating: "支持了 12 家企业。", count: 15)),
    FaultCase("自评表的项目名称是空的", file, "项目名称: 技术改造补助", "项目名称: \" \""),
    FaultCase("自评表里不认识的键", file, "实际完成情况:", "实际完成状况:"),
    FaultCase("自评表没有这个单位", file, "预算单位: \"431001\"", "预算单位: \"431020\""),
    FaultCase("自评表的资金性质写错", file, "资金性质: 一般公共预算财政拨款", "资金性质: 一般公共预算财政拔款"),
    FaultCase("自评表的功能科目没有名称", file, "功能科目: \"2159999\"", "功能科目: \"2240101\""),
    FaultCase("自评表的功能科目位数不对", file, "功能科目: \"2159999\"", "功能科目: \"21599\\t99\""),
    FaultCase("主管部门写成了文字", file, "{代码: \"431\", 名称: 某县工业和信息化局}", "某县工业和信息化局"),
    FaultCase("分析缺一行", file, ", 存在的问题: 工期。", ""),
    FaultCase("分析里不认识的行", file, "存在的问题", "存在问题"),
  ]

  private static let evaluationRows = [
    FaultCase("金额不是数", file, "\"424.5\"", "424.5万元"),
    FaultCase("金额没有填", file, "\"424.5\"", ""),
    FaultCase("金额超过六位小数", file, "25.500001", "25.5000001"),
    FaultCase("金额太大", file, "\"424.5\"", "99999999999"),
    FaultCase("金额是负数", file, "25.500001", "-25.5"),
    FaultCase("金额合计太大", file, "\"424.5\"", "7036874417"),
    FaultCase("全年预算数为零", file, "全年预算数: 450", "全年预算数: 0").adding {
      $0.replace("全年预算数: 50", in: file, with: "全年预算数: 0.00")
    },
    FaultCase("执行数大于预算数", file, "\"424.5\"", "475"),
    FaultCase("没有资金") {
      let lines = $0.files[file]?.split(separator: "\n") ?? []
      $0.files[file] =
        lines.filter { !$0.contains("来源") }.joined(separator: "\n")
        .replacing("资金:\n", with: "资金: []\n")
    },
    FaultCase("指标不是列表", file, "指标:\n", "指标: 见附件\n其他:\n"),
    FaultCase("指标缺少一项", file, "三级: 企业数, ", ""),
    FaultCase("分值合计不是 90", file, "分值: 29.5", "分值: 29.49"),
    FaultCase("分值不是数", file, "分值: 50,", "分值: 五十,"),
    FaultCase("得分有三位小数", file, "27.25", "27.255"),
    FaultCase("得分大于分值", file, "27.25", "29.51"),
    FaultCase("扣分没有写原因", file, ", 偏差原因: 工期推迟", ", 偏差原因: \"\""),
  ]
}
