internal import Diagnostics
internal import Layouts

/// Faults of what department.yaml says about the department itself.
enum IdentityFault: Fault {
  case emptyText(key: String)
  case noYear(String)
  /// The accounts are of another year than the layout set.
  case otherYear(Int, set: String, setYear: Int)
  case noDay(String)
  case noUnit
  case repeatedUnit(String)

  var wording: FaultWording {
    switch self {
    case .noYear(let text):
      FaultWording(
        code: "D081", what: "年度\(quoted(text))不是年份", expected: "四位数字的年份",
        mend: "改为决算所属的年份")
    case .otherYear(let year, let set, let setYear):
      FaultWording(
        code: "D082", severity: .warning, what: "卷宗是 \(year) 年度的，版式 \(set) 是 \(setYear) 年度的",
        expected: "\(year) 年度的版式", mend: "确认年度；若该年另有版式，改“版式”或用 --layout 指定")
    case .noDay(let text):
      FaultWording(
        code: "D083", what: "公开日期\(quoted(text))不是一个日子",
        expected: "年、月、日，写作 年-月-日、年/月/日 或 …年…月…日",
        mend: "改为日历上有的日子，年份写四位")
    case .noUnit:
      FaultWording(
        code: "D084", what: "没有单位", expected: "“单位”下至少一个，各有代码、名称、类型",
        mend: "列出部门的各预算单位；只有本级也要写上")
    case .repeatedUnit(let code):
      FaultWording(
        code: "D085", what: "单位代码\(quoted(code))用了两次", expected: "每个单位一个代码",
        mend: "改正其中一个代码，或删去重复的单位")
    case .emptyText(let key):
      FaultWording(code: "D080", what: "“\(key)”是空的", expected: "文字", mend: "填写“\(key)”")
    }
  }
}

/// Faults of the facts that department.yaml declares.
enum FactFault: Fault {
  /// A fact that must be declared; the unit, where each unit declares its own; whether its key is
  /// written with nothing behind it.
  case missing(FactDeclaration, unit: String?, isWritten: Bool)
  /// A group of facts of which none is there although some must be.
  case missingGroup(path: String, required: [FactDeclaration])
  case wrongType(found: String, FactDeclaration)
  case noCount(String, FactDeclaration)
  /// An item of a list, or what stands behind an account, that is no text.
  case noText(found: String, FactDeclaration)
  /// A key among the texts of accounts that is no account.
  case noAccount(String, FactDeclaration)

  var wording: FaultWording {
    switch self {
    case .missing(let fact, let unit, let isWritten):
      FaultWording(
        code: "D090",
        what: (isWritten ? "没有填" : "缺少") + "“\(fact.path)”"
          + (unit.map { "中单位 \($0) 的一项" } ?? ""),
        expected: fact.described,
        mend: "补上“\(unit ?? fact.keys.last ?? fact.path)”\(fact.ifNone)")
    case .missingGroup(let path, let required):
      FaultWording(
        code: "D091", what: "缺少“\(path)”，其中必填 \(required.count) 项",
        expected: required.prefix(3).map(\.path).joined(separator: "、")
          + (required.count > 3 ? " 等" : ""),
        mend: "补上“\(path)”及其下各项")
    case .wrongType(let found, let fact):
      FaultWording(
        code: "D092", what: "“\(fact.path)”这里是\(found)", expected: fact.described,
        mend: "改为\(fact.shape)")
    case .noCount(let text, let fact):
      FaultWording(
        code: "D093", what: "“\(fact.path)”的数量\(quoted(text))不是整数",
        expected: "不小于 0、不超过 12 位的整数" + (fact.unit.isEmpty ? "" : "（\(fact.unit)）"),
        mend: "只写数字，不带单位")
    case .noText(let found, let fact):
      FaultWording(
        code: "D094", what: "“\(fact.path)”的这一项是\(found)", expected: "一段文字",
        mend: "改为文字；文字里有冒号或方括号时用引号括起")
    case .noAccount(let code, let fact):
      FaultWording(
        code: "D095", what: "“\(fact.path)”之下的\(quoted(code))不是科目代码",
        expected: "类、款或项的科目代码", mend: "改正代码；代码用半角数字")
    }
  }
}

extension FactDeclaration {
  /// What is to be declared, for “expected”.
  fileprivate var described: String {
    (isByUnit ? "按单位的" : "") + kind.rawValue + (unit.isEmpty ? "" : "（\(unit)）")
      + (meaning.isEmpty ? "" : "：\(meaning)")
  }

  /// How it is written.
  fileprivate var shape: String {
    if isByUnit { return "“单位代码: 值”，每个单位一行" }
    return kind == .textByAccount ? "“科目代码: 文字”，每个科目一行" : kind.rawValue
  }

  /// What to write where there is nothing to declare.
  fileprivate var ifNone: String {
    switch kind {
    case .money, .count: "，没有就写 0"
    case .text, .list, .textByAccount: ""
    }
  }
}
