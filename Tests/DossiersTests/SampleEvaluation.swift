import Diagnostics
import Domain
import Dossiers
import Layouts
import TestSupport
import Testing

extension SampleDossier {
  /// The sample dossier with two self-evaluations that are right in every respect.
  static var withEvaluations: SampleDossier {
    var dossier = SampleDossier()
    dossier.files["evaluations/01-技改.yaml"] = """
      项目名称: 技术改造补助
      主管部门: {代码: "431", 名称: 某县工业和信息化局}
      预算单位: "431001"
      资金性质: 一般公共预算财政拨款
      功能科目: "2159999"
      资金:
        - {来源: 县级, 目标申报数: 400, 预算编制数: 400, 全年预算数: 450, 全年执行数: "424.5"}
        - {来源: 上级, 目标申报数: 0, 预算编制数: 0, 全年预算数: 50, 全年执行数: 25.500001, 偏差原因: 结转下年}
      年度目标: 支持企业改造。
      实际完成情况: 支持了 12 家企业。
      指标:
        - {一级: 产出, 二级: 数量, 三级: 企业数, 年初指标值: "≥10家", 实际完成值: 12家, 分值: 50, 得分: 50}
        - {一级: 效益, 二级: 社会, 三级: 就业, 年初指标值: 增加, 调整后指标值: 增加, 实际完成值: 增加, 分值: 29.5, 得分: 27.25, 偏差原因: 工期推迟}
        - {一级: 满意度, 二级: 对象, 三级: 企业, 年初指标值: "≥90%", 实际完成值: 95%, 分值: 10.5, 得分: 10.5}
      分析: {自评结果: 较好。, 存在的问题: 工期。}

      """
    dossier.files["evaluations/02-展会.yaml"] = """
      项目名称: 展会补助
      主管部门: {代码: "431", 名称: 某县工业和信息化局}
      预算单位: "431002"
      资金性质: 政府性基金预算财政拨款
      资金:
        - {来源: 县级, 目标申报数: 3, 预算编制数: 3, 全年预算数: 3, 全年执行数: 3}
      年度目标: 办好展会。
      实际完成情况: 办了一次。
      指标:
        - {一级: 产出, 二级: 数量, 三级: 次数, 年初指标值: 1次, 实际完成值: 1次, 分值: 90, 得分: 90}
      分析: {自评结果: 好。, 存在的问题: 无。}

      """
    return dossier
  }
}

extension DossierRules {
  /// The sample's rules with what a set prescribes for self-evaluations.
  static func evaluating() throws -> DossierRules {
    var rules = sample
    let library = LayoutLibrary(root: Project.url("Tests/Fixtures/layouts"))
    let evaluation = try #require(library.load("sample").value?.evaluation)
    let lists = evaluation.type.lists.map { list in
      RecordList(
        key: list.key, fields: list.fields, names: list.names,
        labels: list.labels.map { _ in ["自评结果", "存在的问题"] }, scoring: list.scoring)
    }
    // As some forms ask.
    let fields = evaluation.type.fields.map { field in
      RecordField(
        name: field.name, keys: field.keys, kind: field.kind, isRequired: field.isRequired,
        longest: field.name == "实际完成情况" ? 100 : nil)
    }
    rules.evaluation = EvaluationRules(
      type: RecordType(
        fields: fields, lists: lists, derived: evaluation.type.derived),
      grades: evaluation.grades)
    return rules
  }
}
