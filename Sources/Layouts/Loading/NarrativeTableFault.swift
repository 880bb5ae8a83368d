internal import Diagnostics

/// What can be wrong with the tables, page breaks and landscape stretches of a template.
enum TemplateTableFault: Fault {
  /// A row, or the rule below the header, with more or fewer cells than the header.
  case cellCount(Int, header: Int, isRule: Bool)
  case captionAlone
  case openLandscape
  case openRow
  case noHeader
  case tagsInHeader
  case sectionAcrossCells
  /// Other text between the rows that a section repeats.
  case textBetweenRows
  case markWithText(ProseMark)
  case tagsBesideCaption
  case landscapeInLandscape
  case portraitAlone
  case landscapeAcrossSections
  case unknownMark(String)

  var wording: FaultWording {
    let (landscape, portrait) = (ProseMark.landscape.rawValue, ProseMark.portrait.rawValue)
    return switch self {
    case .cellCount(let count, let header, let isRule):
      FaultWording(
        code: "L137", what: "\(isRule ? "横线" : "这一行")有 \(count) 格，表头有 \(header) 格",
        expected: "\(header) 格", mend: "补上或删去“|”")
    case .captionAlone:
      FaultWording(
        code: "L250", what: "表题后面不是表", expected: "下一行是表头：| … | … |",
        mend: "把表题写在紧靠表的上一行，或删去")
    case .openLandscape:
      FaultWording(
        code: "L251", what: "横向的一段没有结束", expected: portrait,
        mend: "在这一段的末尾另起一行写 \(portrait)")
    case .openRow:
      FaultWording(
        code: "L252", what: "表的一行没有以“|”结束", expected: "| … | … |，写在一行里", mend: "在行末补上“|”")
    case .noHeader:
      FaultWording(
        code: "L253", what: "表没有表头，或表头下面没有横线",
        expected: "表头一行，下面一行 | :-- | --: |，再写各行",
        mend: "补上表头和横线；“--:”是右对齐，横线的长短是列宽的比例")
    case .tagsInHeader:
      FaultWording(
        code: "L254", what: "表头或横线的一行里有段的标记", expected: "{{#…}} 和 {{/…}} 另起一行",
        mend: "把标记移到表头之上或表之下")
    case .sectionAcrossCells:
      FaultWording(
        code: "L255", what: "一段跨过了表格的格子", expected: "{{#…}} 和 {{/…}} 在同一格里，或在整行之外",
        mend: "把标记移到格子里或整行的两端")
    case .textBetweenRows:
      FaultWording(
        code: "L256", what: "重复的各行之间有别的文字", expected: "段里只有表格的行",
        mend: "先用 {{/…}} 结束这一段，再写别的文字")
    case .markWithText(let mark):
      FaultWording(
        code: "L257", what: "“\(mark.rawValue)”和别的文字在一行里", expected: "\(mark.rawValue) 单独一行",
        mend: "另起一行")
    case .tagsBesideCaption:
      FaultWording(
        code: "L258", what: "表题的一行里有段的标记", expected: "{{#…}} 和 {{/…}} 另起一行",
        mend: "把标记移到表题之上或表之下")
    case .landscapeInLandscape:
      FaultWording(
        code: "L259", what: "横向的一段里又开始一段", expected: portrait, mend: "先结束前一段，或删去")
    case .portraitAlone:
      FaultWording(
        code: "L260", what: "前面没有开始的横向一段", expected: landscape,
        mend: "补上 \(landscape)，或删去")
    case .landscapeAcrossSections:
      FaultWording(
        code: "L261", what: "横向一段的开始和结束不在同一段里", expected: "都在 {{#…}} 之内，或都在之外",
        mend: "移动其中一行")
    case .unknownMark(let text):
      FaultWording(
        code: "L262", what: "不认识的标记“\(text)”",
        expected: ProseMark.allCases.map(\.rawValue).joined(separator: "、"),
        mend: correction(
          of: text, among: ProseMark.allCases.map(\.rawValue),
          otherwise: "改为上列之一；正文里用全角括号"))
    }
  }
}
