internal import Diagnostics
internal import Geometry

/// What of a document has no room on its pages, or cannot be set for another reason.
enum TypesettingFault: Fault {
  /// A figure of a form that its columns do not hold, in the smallest type.
  case figure(String, width: Length, needs: Length)
  /// A header, with the number of a row below it, that is higher than a page.
  case header(row: Int?, needs: Length, has: Length)
  /// A line of text that is higher than a page.
  case line
  case noProseStyle
  case cover
  /// The same of a table in the text.
  case textHeader(row: Int?, needs: Length, has: Length)
  case textFigure(String, width: Length, needs: Length)
  /// A refusal by one of the drawing libraries, in its own words.
  case library(String)

  var wording: FaultWording {
    switch self {
    case .figure(let printed, let width, let needs):
      FaultWording(
        code: "X101", what: "用最小的字号，列宽 \(millimetres(width)) 毫米仍放不下“\(printed)”",
        expected: "至少 \(millimetres(needs)) 毫米，其余各列让不出这么多",
        mend: "在版式里加宽这一列、减小边距、改为横向，或在 sizes 里加一个更小的字号")
    case .header(let row, let needs, let has):
      FaultWording(
        code: "X120",
        what: "表头\(row.map { "和表体第 \($0) 行的一行字" } ?? "")高 \(millimetres(needs)) 毫米，一页放不下",
        expected: "不高于一页的 \(millimetres(has)) 毫米", mend: "减少表头的行或字，或减小页边距")
    case .line:
      FaultWording(
        code: "X130", what: "一行字比一页还高", expected: "字号不超过正文版心的高度",
        mend: "在版式里减小这种文字的字号，或减小页边距")
    case .noProseStyle:
      FaultWording(
        code: "X131", what: "有封面、目录或正文，版式却没有规定它们怎样排", expected: "版式的 styles 里有正文样式",
        mend: "在版式里补上正文样式，或只输出表格")
    case .cover:
      FaultWording(
        code: "X132", what: "封面的字太多，缩小字号后一页仍放不下", expected: "封面的文字不超过一页",
        mend: "缩短部门名称或封面的标题，或在版式里减小封面的字号")
    case .textHeader(let row, let needs, let has):
      FaultWording(
        code: "X133",
        what: "正文里的表，表头\(row.map { "和第 \($0) 行的一行字" } ?? "")高 \(millimetres(needs)) 毫米，一页放不下",
        expected: "不高于一页的 \(millimetres(has)) 毫米", mend: "在模板里减少表头的字，或减小页边距")
    case .textFigure(let printed, let width, let needs):
      FaultWording(
        code: "X134", what: "正文里的表，用最小的字号，列宽 \(millimetres(width)) 毫米仍放不下“\(printed)”",
        expected: "至少 \(millimetres(needs)) 毫米，其余各列让不出这么多",
        mend: "在模板里把这一列的横线写长、减少列数，或把表放到横向的页上")
    case .library(let reason):
      FaultWording(
        code: "X199", cause: .machine, what: "排版库拒绝了这一部分（\(reason)）",
        expected: "字体和排版库正常工作", mend: "重新运行 scripts/setup；仍然如此，请连同这条信息报告给开发者")
    }
  }

  /// A length with one decimal.
  private func millimetres(_ length: Length) -> String { tenths(length.millimetres) }
}
