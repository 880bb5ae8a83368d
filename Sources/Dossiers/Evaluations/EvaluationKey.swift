/// The keys of a self-evaluation's file.
enum EvaluationKey {
  static let project = "项目名称"
  static let authority = "主管部门"
  static let unit = "预算单位"
  static let fund = "资金性质"
  static let function = "功能科目"
  static let funding = "资金"
  static let goal = "年度目标"
  static let outcome = "实际完成情况"
  static let indicators = "指标"
  static let analysis = "分析"

  static let source = "来源"
  static let declared = "目标申报数"
  static let budgeted = "预算编制数"
  static let annual = "全年预算数"
  static let executed = "全年执行数"
  /// Of a source of money and of an indicator.
  static let reason = "偏差原因"

  static let levels = ["一级", "二级", "三级"]
  static let initialValue = "年初指标值"
  static let adjustedValue = "调整后指标值"
  static let actualValue = "实际完成值"
  static let weight = "分值"
  static let score = "得分"
}
