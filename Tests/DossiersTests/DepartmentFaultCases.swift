extension FaultCase {
  private static let file = "department.yaml"

  static let identity = [
    FaultCase("YAML 缩进不对", file, "  公务用车:", " 公务用车:"),
    FaultCase("YAML 用制表符缩进", file, "  公务用车:", "\t公务用车:"),
    FaultCase("键写了两遍", file, "职责:", "年度:"),
    FaultCase("department.yaml 是空的") { $0.files[file] = "# 还没有填\n" },
    FaultCase("不是一组键", file, "年度: 2023\n", "").adding { $0.files[file] = "- 年度\n" },
    FaultCase("缺少年度", file, "年度: 2023\n", ""),
    FaultCase("年度后面是空的", file, "年度: 2023", "年度:"),
    FaultCase("年度不是年份", file, "年度: 2023", "年度: 二〇二三"),
    FaultCase("年度与版式不同", file, "年度: 2023", "年度: 2022"),
    FaultCase("缺少公开日期", file, "公开日期: 2024-09-20\n", ""),
    FaultCase("公开日期不是日子", file, "2024-09-20", "2024-09-31"),
    FaultCase("缺少部门", file, "部门: {代码: \"431\", 名称: 某县工业和信息化局}\n", ""),
    FaultCase("部门名称是空的", file, "{代码: \"431\", 名称: 某县工业和信息化局}", "{代码: \"431\", 名称: \" \"}"),
    FaultCase("没有单位") {
      let lines = $0.files[file]?.split(separator: "\n") ?? []
      $0.files[file] =
        lines.filter { !$0.contains("4310") && !$0.contains("单位:") && !$0.contains("编制") }
        .joined(separator: "\n") + "\n编制人数: {}\n"
    },
    FaultCase("单位不是列表") {
      let lines = $0.files[file]?.split(separator: "\n") ?? []
      $0.files[file] =
        lines.filter { !$0.contains("- {") }.joined(separator: "\n")
        .replacing("单位:\n", with: "单位: 431001\n")
    },
    FaultCase("单位代码重复", file, "代码: \"431002\"", "代码: \"431001\"").adding {
      $0.replace("  \"431002\": 8\n", in: file, with: "")
      $0.replace("431002,", in: "income.csv", with: "431001,")
      $0.replace("431002,", in: "expenditure.csv", with: "431001,")
    },
    FaultCase("单位缺少类型", file, ", 类型: 事业单位", ""),
    FaultCase("单位类型写错", file, "类型: 事业单位", "类型: 事业"),
    FaultCase("不认识的键", file, "职责:", "职责范围:"),
    FaultCase("单位里不认识的键", file, "类型: 事业单位", "类型: 事业单位, 人数: 8"),
  ]

  static let facts = [
    FaultCase("缺少一项", file, "预算: 100, ", ""),
    FaultCase("一项没有填", file, "保有量: 2", "保有量: "),
    FaultCase("缺少一组", file, "  公务用车: {保有量: 2}\n", ""),
    FaultCase("一组事项写成了文字", file, "{保有量: 2}", "两辆"),
    FaultCase("事项里不认识的键", file, "保有量: 2", "保有量: 2, 保有辆: 2"),
    FaultCase("金额写成了列表", file, "预算: 100", "预算: [100]"),
    FaultCase("事项的金额不是数", file, "预算: 100", "预算: 一百元"),
    FaultCase("事项的金额有三位小数", file, "预算: 100", "预算: 0.125"),
    FaultCase("数量不是整数", file, "保有量: 2", "保有量: 2 辆"),
    FaultCase("数量是负数", file, "编制人数:\n  \"431001\": 20", "编制人数:\n  \"431001\": -1"),
    FaultCase("列表里不是文字", file, "[办公室, 综合股]", "[办公室, [综合股]]"),
    FaultCase("按单位的事项没有按单位填", file, "编制人数:\n  \"431001\": 20\n  \"431002\": 8", "编制人数: 28"),
    FaultCase("按单位的事项缺一个单位", file, "  \"431002\": 8\n", ""),
    FaultCase("按单位的事项有一个单位没有填", file, "\"431002\": 8", "\"431002\":"),
    FaultCase("按科目的文字没有按科目填", file, "\n  \"201\": 行政运行减少。\n  30101: 调资", " 减少"),
    FaultCase("按科目的文字的键不是科目代码", file, "30101: 调资", "３０１０１: 调资"),
    FaultCase("按科目的文字不是文字", file, "30101: 调资", "30101: [调资]"),
    FaultCase("按单位的事项有不认识的单位", file, "\"431002\": 8", "\"431002\": 8\n  \"431003\": 1"),
  ]

  static let balances = [
    FaultCase("收支不平，有结余行", "balances.csv", "60.00", "61.00"),
    FaultCase("收支不平，没有结余行", "income.csv", "300.00", "299.99"),
  ]
}
