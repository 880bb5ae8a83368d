/// Self-evaluations that the ledger or their own indicators contradict.
extension CheckCase {
  private static let first = "evaluations/01-义务教育质量监测与督导经费.yaml"
  private static let third = "evaluations/03-乡村学校少年宫项目.yaml"

  static let evaluations = money + indicators + names

  private static let money: [CheckCase] = [
    .one("project-money", first, "执行数: 28.764351", "执行数: 29.764351", "自评-01"),
    .one("project-money", first, "预算单位: \"302001\"", "预算单位: \"302002\"", "自评-01"),
    .one(
      "project-money", third, "资金性质: 政府性基金预算财政拨款", "资金性质: 一般公共预算财政拨款", "自评-03"),
    .one("project-scale", first, "执行数: 28.764351", "执行数: 287643.51", "自评-01"),
    .one("project-budget", first, "预算编制数: 28", "预算编制数: 31", "31"),
  ]

  private static let indicators: [CheckCase] = [
    .one(
      "project-satisfaction", first, "一级: 满意度指标, 二级: 服务对象满意度指标, 三级: 学校满意度",
      "一级: 效益指标, 二级: 社会效益指标, 三级: 学校评价", "自评-01"),
    .one("indicator-targets", first, "实际完成值: \"99%\"", "实际完成值: \"97%\"", "没有达到"),
    .one("indicator-targets", first, "实际完成值: \"2714人\"", "实际完成值: \"≤2714人\"", "方向相反"),
    .one("indicator-targets", third, "实际完成值: \"100%\"", "实际完成值: \"95%\"", "没有达到"),
    .one("indicator-targets", first, "实际完成值: \"23所\"", "实际完成值: \"25所\"", "超过"),
    .one("indicator-money", first, "年初指标值: \"≤30万元\"", "年初指标值: \"≤30元\"", "“≤30元”"),
    .one("indicator-money", first, "\"28.764351万元\"", "\"287643.51万元\"", "287643.51万元"),
    .one("indicator-fillers", first, "三级: 监测学生人数", "三级: 指标1", "指标1"),
  ]

  private static let names: [CheckCase] = [
    .one("project-authority", first, "名称: 岚川县教育局", "名称: 岚川县教肓局", "教肓局")
  ]
}
