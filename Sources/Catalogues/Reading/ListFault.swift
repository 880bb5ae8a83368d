internal import Diagnostics
internal import Domain

/// What is amiss in a list of accounts, row by row; whatever else the list has is read all the same.
enum ListFault: Fault, Hashable {
  // A row from which nothing is taken.
  case wrongLength(digits: String)
  case lookalike(written: String, meant: String)
  case missingName(code: String)
  case explanationAlone(code: String)
  case number(code: String, name: String)
  case unprintable(code: String, name: String)
  case unknownChart(code: String)
  case codeInName(code: String, name: String)
  case nameWithoutCode(name: String)
  case partWithoutParent(digits: String)
  // A row that is taken, and is to be looked at.
  case swapped(code: String, name: String)
  case extraText(code: String, name: String, extra: String)
  case bracket(code: String, name: String)
  case blank(code: String, name: String)
  case twoNames(code: String, taken: String, other: String, at: Place)
  case sameName(code: String, other: String, name: String)

  /// Whether the row is left out.
  var leavesOut: Bool {
    switch self {
    case .swapped, .extraText, .bracket, .blank, .twoNames, .sameName: false
    default: true
    }
  }

  var wording: FaultWording {
    switch self {
    case .wrongLength(let digits):
      Self.leftOut(
        "K102", "\(quoted(digits))不是科目代码", "功能分类 3、5、7 位，经济分类 3、5 位的数字",
        "核对这一行的代码；Excel 显示成科学记数的，把这一列设为文本")
    case .lookalike(let written, let meant):
      Self.leftOut("K103", "代码\(quoted(written))里有字母", "全是数字的代码", "是 \(meant) 的，改正后再导入")
    case .missingName(let code):
      Self.leftOut("K104", "代码 \(code) 没有名称", "代码后面有名称", "补上名称")
    case .explanationAlone(let code):
      Self.leftOut("K105", "代码 \(code) 后面只有说明，没有名称", "代码后面先是名称", "补上名称，或核对各栏有没有错位")
    case .number(let code, let name):
      Self.leftOut("K106", "代码 \(code) 的名称是\(quoted(name))", "文字的名称", "核对各栏有没有错位")
    case .unprintable(let code, let name):
      Self.leftOut("K107", "代码 \(code) 的名称\(quoted(name))里有印不出来的字符", "能照样印出的文字", "重新输入这个名称")
    case .unknownChart(let code):
      Self.leftOut(
        "K108", "\(code) 不是支出功能分类或部门预算支出经济分类的代码", "功能分类以 2、经济分类以 3 开头", "核对代码")
    case .codeInName(let code, let name):
      Self.leftOut(
        "K109", "代码 \(code) 的名称\(quoted(name))里还有代码", "一个代码一个名称", "两行连在一起的，把它们分开")
    case .nameWithoutCode(let name):
      Self.leftOut("K110", "\(quoted(name))前面没有代码", "代码和名称在同一行", "补上代码；是标题的不必理会")
    case .partWithoutParent(let digits):
      Self.leftOut(
        "K111", "\(quoted(digits))上面没有类或款的代码", "项在款的下面，款在类的下面", "补上所属的类、款")
    case .swapped(let code, let name):
      Self.doubtful("K112", "代码 \(code) 和名称\(quoted(name))写反了栏，按调换后的采用", "各行的栏次一致", "核对这一行")
    case .extraText(let code, let name, let extra):
      Self.doubtful(
        "K113", "代码 \(code) 的名称\(quoted(name))后面还有\(quoted(extra))，没有采用", "一个代码一个名称",
        "是说明的不必理会；名称应是后者的，改正后再导入")
    case .bracket(let code, let name):
      Self.doubtful("K114", "代码 \(code) 的名称\(quoted(name))括号不成对", "左右括号成对", "核对名称有没有断掉或多出")
    case .blank(let code, let name):
      Self.doubtful("K115", "代码 \(code) 的名称\(quoted(name))中间有空格，连起来采用", "一个完整的名称", "核对名称")
    case .twoNames(let code, let taken, let other, let place):
      Self.doubtful(
        "K116",
        "代码 \(code) 又叫\(quoted(other))，前面（\(DiagnosticPrinter.text(of: place))）叫\(quoted(taken))",
        "每个代码一个名称", "采用了前面的；不对的，改正后再导入")
    case .sameName(let code, let other, let name):
      Self.doubtful(
        "K117", "\(code) 与同级的 \(other) 同名：\(quoted(name))", "同一级里名称各不相同", "核对代码和名称")
    }
  }

  private static func leftOut(
    _ code: String, _ what: String, _ expected: String, _ mend: String
  ) -> FaultWording {
    FaultWording(
      code: code, severity: .warning, what: what + "，没有采用", expected: expected, mend: mend)
  }

  private static func doubtful(
    _ code: String, _ what: String, _ expected: String, _ mend: String
  ) -> FaultWording {
    FaultWording(code: code, severity: .warning, what: what, expected: expected, mend: mend)
  }
}
