/// A self-evaluation as a dossier declares it, to be changed by a test.
public struct SketchedEvaluation {
  public var project: String
  public var unit: String
  public var fund: String
  /// Source, 目标申报数, 预算编制数, 全年预算数, 全年执行数.
  public var funding: [[String]]
  /// The three levels, weight and score.
  public var indicators: [[String]]
  /// The labels of the analysis.
  public var analysis: [String]

  /// The analysis rows of the set that is shipped.
  public static let shippedAnalysis = [
    "自评结果分析", "产出情况及分析", "效益情况及分析", "满意度情况及分析", "主要经验做法",
    "项目管理中存在的主要问题及原因分析", "下一步改进措施及管理建议",
  ]

  public init(
    project: String = "技术改造补助", unit: String = "431001",
    fund: String = "一般公共预算财政拨款",
    funding: [[String]] = [["县级", "40", "40", "50", "25.500001"]],
    indicators: [[String]] = [["产出", "数量", "企业数", "90", "90"]],
    analysis: [String] = ["自评结果分析", "下一步改进措施"]
  ) {
    self.project = project
    self.unit = unit
    self.fund = fund
    self.funding = funding
    self.indicators = indicators
    self.analysis = analysis
  }

  /// Its file.
  public var text: String {
    let money = funding.map { row in
      "  - {来源: \"\(row[0])\", 目标申报数: \(row[1]), 预算编制数: \(row[2]), 全年预算数: \(row[3]), 全年执行数: \(row[4])}"
    }
    let rows = indicators.map { row in
      "  - {一级: \"\(row[0])\", 二级: \"\(row[1])\", 三级: \"\(row[2])\", 年初指标值: 甲, 实际完成值: 乙, "
        + "分值: \(row[3]), 得分: \(row[4]), 偏差原因: 丙}"
    }
    return """
      项目名称: "\(project.replacing("\\", with: "\\\\"))"
      主管部门: {代码: "431", 名称: 某局}
      预算单位: "\(unit)"
      资金性质: \(fund)
      资金:
      \(money.joined(separator: "\n"))
      年度目标: 支持企业改造。
      实际完成情况: 支持了12家企业。
      指标:
      \(rows.joined(separator: "\n"))
      分析: {\(analysis.map { "\($0): 好" }.joined(separator: ", "))}

      """
  }
}
