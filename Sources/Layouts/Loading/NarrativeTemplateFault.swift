internal import Diagnostics

/// What can be wrong with the tags and the text of a template.
enum TemplateFault: Fault {
  /// A value that is not there; the list whose items have it, if one does.
  case unknownValue(String, inList: String?, known: [String])
  case openSection(String)
  /// A list or a condition that is quoted like a value.
  case unprintable(String, isList: Bool)
  case positionOutsideList(String)
  case unclosedTag
  case brace
  case heading(String)
  case foreignTag(Character)
  case closeWithoutOpen(String)
  case closeOfOther(String, open: String)

  var wording: FaultWording {
    switch self {
    case .unknownValue(let name, let list, let known):
      FaultWording(
        code: "L131", what: "没有名为“\(name)”的值",
        expected: list.map { "“\(name)”只在列表“\($0)”里" } ?? "values.yaml 里的一个值",
        mend: list.map { "写在 {{#\($0)}} 和 {{/\($0)}} 之间" }
          ?? correction(of: name, among: known, otherwise: "先在 values.yaml 里写上这个值"))
    case .openSection(let name):
      FaultWording(
        code: "L132", what: "“\(name)”这一段没有结束", expected: "{{/\(name)}}",
        mend: "在这一段的末尾补上 {{/\(name)}}")
    case .unprintable(let name, let isList):
      FaultWording(
        code: "L240", what: "“\(name)”是\(isList ? "列表" : "条件")，不能直接印出",
        expected: "{{#\(name)}}…{{/\(name)}}", mend: "改为一段")
    case .positionOutsideList(let name):
      FaultWording(
        code: "L241", what: "“\(name)”用在了列表之外", expected: "列表里的一段",
        mend: "移到 {{#列表}} 和 {{/列表}} 之间")
    case .unclosedTag:
      FaultWording(
        code: "L242", what: "“{{”在这一行里没有“}}”", expected: "{{名称}}，写在一行里", mend: "补上“}}”")
    case .brace:
      FaultWording(
        code: "L243", what: "有单个的花括号", expected: "{{名称}}；正文里不用花括号",
        mend: "年度、部门名称等也写成一个值（text），用 {{名称}} 引用")
    case .heading(let text):
      FaultWording(
        code: "L245", what: "标题写成了“\(text)”", expected: "#、## 或 ###，后加一个空格，再写标题",
        mend: "标题最多三级，# 后空一格")
    case .foreignTag(let sign):
      FaultWording(
        code: "L246", what: "不能用的标记“{{\(sign)”",
        expected: "{{名称}}、{{#名称}}、{{^名称}}、{{/名称}} 或 {{! 说明}}", mend: "改用上列之一")
    case .closeWithoutOpen(let name):
      FaultWording(
        code: "L247", what: "“{{/\(name)}}”前面没有开始的段",
        expected: "先有 {{#\(name)}} 或 {{^\(name)}}", mend: "补上段的开始，或删去")
    case .closeOfOther(let name, let open):
      FaultWording(
        code: "L248", what: "“{{/\(name)}}”结束的不是最近开始的一段", expected: "{{/\(open)}}",
        mend: "改正名称，或删去")
    }
  }
}
