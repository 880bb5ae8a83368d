extension TextCheckCase {
  static let all = texts + numbers + reasons + names + evaluations

  private static let department = "department.yaml"
  private static let supervision = "evaluations/01-义务教育质量监测与督导经费.yaml"
  private static let laboratory = "evaluations/02-初中理化生实验室设备更新.yaml"
  private static let palace = "evaluations/03-乡村学校少年宫项目.yaml"

  private static let texts = [
    TextCheckCase(
      "text-placeholder", "XX", "监测报告按期印发", "监测报告按期印发至XX所学校", in: supervision,
      at: "自评-01.实际完成情况", line: 1, told: "印发至XX所学校", "“XX”"),
    TextCheckCase(
      "text-placeholder", "待补充", "压减会议、印刷等一般性支出", "压减会议、印刷等支出（待补充）",
      in: department, at: "说明.机关运行经费原因", told: "“待补充”"),
    TextCheckCase(
      "text-placeholder", "……", "参赛规模扩大", "参赛规模……", in: department,
      at: "说明.各类支出原因.206", told: "“……”"),
    TextCheckCase(
      "text-cut-off", "half a sentence", "医疗保险缴费基数提高", "医疗保险缴费基数提高，由于",
      in: department, at: "说明.各类支出原因.210", told: "由于"),
    TextCheckCase(
      "text-cut-off", "a paragraph without its end", "分项之和与合计可能存在尾数差异。", "分项之和与合计",
      in: department, at: "其他需要说明的事项", told: "分项之和与合计"),
    TextCheckCase(
      "text-unbalanced", "a bracket", "（七）指导学校安全管理工作", "（七指导学校安全管理工作", in: department,
      at: "概况.主要职责", line: 56, told: "“（”"),
    TextCheckCase(
      "text-doubled", "主要原因是主要原因是", "政府性基金安排的学校建设资金增加",
      "主要原因是主要原因是政府性基金安排的学校建设资金增加", in: department, at: "说明.财政拨款收支原因",
      told: "主要原因是主要原因是"),
    TextCheckCase(
      "text-half-width", "a comma", "车辆维修支出减少", "车辆维修支出减少,保险费下降", in: department,
      at: "说明.三公经费.公务用车运行维护费", told: "“,”"),
    TextCheckCase(
      "text-traditional", "a word", "负责教育督导与评估", "負責教育督导与评估", in: department,
      at: "概况.主要职责", told: "“負責”"),
  ]

  private static let numbers = [
    TextCheckCase(
      "text-identity-card", "in a goal", "形成监测报告并用于改进教学", "由11010519491231002X负责", in: supervision,
      at: "自评-01.年度目标", told: "110＊"),
    TextCheckCase(
      "text-bank-card", "in other matters", "部分数据因四舍五入", "账号6222021234567894。部分数据因四舍五入",
      in: department, at: "其他需要说明的事项", told: "622＊"),
    TextCheckCase(
      "text-telephone", "a mobile", "监管校外培训机构", "监管校外培训机构（举报电话13834512345）", in: department,
      at: "概况.主要职责", told: "138＊＊＊＊＊＊45"),
    TextCheckCase(
      "text-telephone", "a landline", "部分数据因四舍五入", "咨询电话：0355-7224567。部分数据因四舍五入",
      in: department, at: "其他需要说明的事项", told: "0355"),
    TextCheckCase(
      "text-year", "of years ago", "教师工资和社会保险缴费相应提高", "较2021年教师工资和社会保险缴费相应提高",
      in: department, at: "说明.收支总体原因", told: "2021 年", "2022 或 2023"),
    TextCheckCase(
      "text-year", "next year's", "全年组织两次学业质量监测", "2024年组织两次学业质量监测", in: supervision,
      at: "自评-01.实际完成情况", told: "2024 年"),
    TextCheckCase(
      "text-last-year", "a text of last year", "全年组织两次学业质量监测", "2022年组织两次学业质量监测",
      in: supervision, at: "自评-01.实际完成情况", told: "2022年组织两次"),
    TextCheckCase(
      "project-year", "last year's", "项目名称: 乡村学校少年宫项目", "项目名称: 2022年乡村学校少年宫项目", in: palace,
      at: "自评-03.项目名称", told: "2022 年", "应为 2023 年"),
    TextCheckCase(
      "project-year", "a bare number", "项目名称: 乡村学校少年宫项目", "项目名称: 乡村学校少年宫2022", in: palace,
      at: "自评-03.项目名称", told: "2022 年"),
    TextCheckCase(
      "text-amount", "in 万元", "压减会议、印刷等一般性支出", "压减会议、印刷等支出123.45万元", in: department,
      at: "说明.机关运行经费原因", told: "123.45万元"),
    TextCheckCase(
      "text-amount", "in 元, with full-width digits", "压减会议、印刷等一般性支出", "压减会议、印刷等支出１２３４５６７元",
      in: department, at: "说明.机关运行经费原因", told: "１２３４５６７元", "1,234,567.00 元"),
    TextCheckCase(
      "text-amount", "two digits changed in an evaluation", "全年预算15万元，执行14.810055万元",
      "全年预算15万元，执行14.801055万元", in: palace, at: "自评-03.自评结果分析", line: 20,
      told: "14.801055万元", "最接近的是 148,100.55 元"),
  ]

  private static let reasons = [
    TextCheckCase(
      "reason-direction", "more where it fell", "车辆维修支出减少", "车辆维修支出增加", in: department,
      at: "说明.三公经费.公务用车运行维护费", told: "增加", "与上年相比少了3,857.27 元"),
    TextCheckCase(
      "reason-direction", "less where it rose", "医疗保险缴费基数提高", "参保人数减少", in: department,
      at: "说明.各类支出原因.210", told: "减少", "与上年相比多了"),
    TextCheckCase(
      "reason-idle", "a class", "    \"221\": 工资调整后", "    \"224\": 应急物资采购减少\n    \"221\": 工资调整后",
      in: department, at: "说明.各类支出原因.224", told: "224", "都没有数"),
    TextCheckCase(
      "reason-idle", "a three-public item", "  三公经费:\n    公务用车运行维护费: 严格",
      "  三公经费:\n    因公出国（境）费: 压减出国团组，费用减少\n    公务用车运行维护费: 严格", in: department,
      at: "说明.三公经费.因公出国（境）费", told: "本年和上年都没有数"),
  ]

  private static let names = [
    TextCheckCase(
      "text-unit-count", "too many", "为完全小学，", "为完全小学，全局共有4个预算单位，", in: department,
      at: "概况.机构设置", told: "4个预算单位", "3 个"),
    TextCheckCase(
      "text-unit-count", "of a type", "为完全小学，", "为完全小学，下设三个事业单位，", in: department,
      at: "概况.机构设置", told: "三个事业单位", "2 个"),
    TextCheckCase(
      "text-name", "a character lost", "岚川县汀溪初级中学校为", "岚川县汀溪初中学校为", in: department,
      at: "概况.机构设置", told: "岚川县汀溪初级中学校"),
    TextCheckCase(
      "department-name", "a character wrong", "名称: 岚川县教育局}\n单位", "名称: 岚川县教肓局}\n单位", in: department,
      at: "部门", told: "教肓局"),
    TextCheckCase(
      "department-name", "（本级）", "名称: 岚川县教育局}\n单位", "名称: 岚川县教育局（本级）}\n单位", in: department,
      at: "部门", told: "（本级）"),
    TextCheckCase(
      "project-person", "a person", "项目名称: 乡村学校少年宫项目", "项目名称: 王小明同志生活补助", in: palace,
      at: "自评-03.项目名称", told: "王＊明同志"),
  ]

  private static let evaluations = [
    TextCheckCase(
      "evaluation-stated-score", "a score", "各项指标均达到年初目标", "自评得分92.5分", in: palace,
      at: "自评-03.自评结果分析", told: "自评得分92.5分", "99.87 分"),
    TextCheckCase(
      "evaluation-stated-score", "a grade", "各项指标均达到年初目标", "评价等级为“良”", in: palace,
      at: "自评-03.自评结果分析", told: "“优”"),
    TextCheckCase(
      "evaluation-shared-text", "another project's analysis",
      "设备和材料一次采购到位，兴趣小组由学校音乐、科学教师和校外辅导员共同承担。",
      "两次监测和全年督导均按方案实施，阅卷和数据分析委托专业人员完成，质量符合要求，达到预期。", in: palace,
      at: "自评-03.产出情况及分析", told: "自评-01.产出情况及分析"),
  ]
}
