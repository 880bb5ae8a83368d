internal import Diagnostics

/// What stands in the way of a comparison.
enum ComparisonFault: Fault {
  /// A level that there is not.
  case unknownLevel(String)
  /// A level that there will be: by pictures.
  case noPictures(String)
  /// A file against a folder.
  case unlikeSides(String, String)
  /// Files of two kinds at a level at which only files of one kind can be compared.
  case unlikeKinds(String, String, level: ComparisonLevel)
  /// A file in which nothing was recognised, by its kind.
  case noFigures(kind: String)
  /// Two files without a form in common: what either has, as it is listed.
  case nothingInCommon(String)
  /// Pages without text, as scans, of either side.
  case pictures(left: [Int], right: [Int])
  /// Two sides in which there was nothing to compare.
  case nothingCompared

  var wording: FaultWording {
    switch self {
    case .unknownLevel(let name):
      FaultWording(
        code: "C101", cause: .usage, what: "不认识的比较级别“\(name)”", expected: Self.levels,
        mend: correction(
          of: name, among: ComparisonLevel.allCases.map(\.rawValue), otherwise: "改为上列之一"))
    case .noPictures(let name):
      FaultWording(
        code: "C114", cause: .usage, what: "还不能按像素（\(name)）比较页面的图像", expected: Self.levels,
        mend: "用 \(ComparisonLevel.format.rawValue) 比较位置、字体和边框")
    case .unlikeSides(let left, let right):
      FaultWording(
        code: "C105", what: "一边是文件，另一边是文件夹：\(left)，\(right)",
        expected: "两个文件，或两个文件夹", mend: "改为同类的两边，或指明文件夹里的那个文件")
    case .unlikeKinds(let left, let right, let level):
      FaultWording(
        code: "C106", what: "\(left)与\(right)不能按 \(level.rawValue) 比较",
        expected: "不同种类的文件按 \(ComparisonLevel.figures.rawValue) 比较",
        mend: "改用 --level \(ComparisonLevel.figures.rawValue)，或省去 --level")
    case .noFigures(let kind):
      FaultWording(
        code: "C107", what: "没有认出这个文件里的数（\(kind)）",
        expected: "版式认得的表，或带有 form、row、column 三列的数据清单",
        mend: "用 --layout 指明版式；只比较内容时用 --level \(ComparisonLevel.content.rawValue)")
    case .nothingInCommon(let forms):
      FaultWording(
        code: "C115", what: "两边没有一张共同的表，什么数也没有比较：\(forms)",
        expected: "至少一张两边都认得出的表", mend: "核对是不是同一套文件；没有读出的页或工作表，按上面的提示处理")
    case .pictures(let left, let right):
      FaultWording(
        code: "C119", what: "没有文字的页（多半是扫描件）没有比较：\(Self.sides(left, right))",
        expected: "文字可以选取的页面",
        mend: "由原文件导出 PDF；确实不必比较的，写一条 kind: unread 的规则并说明理由")
    case .nothingCompared:
      FaultWording(
        code: "C120", what: "两边没有可以比较的内容，什么也没有比较", expected: "至少一个数、一个单元格或一行文字",
        mend: "核对是不是拿对了文件；只有文字没有公开表的，用 --level \(ComparisonLevel.content.rawValue)")
    }
  }

  private static func sides(_ left: [Int], _ right: [Int]) -> String {
    [("左", left), ("右", right)].filter { !$1.isEmpty }
      .map { "\($0)边第 \(pageList($1)) 页" }.joined(separator: "，")
  }

  private static var levels: String {
    "下列级别之一：\(ComparisonLevel.allCases.map(\.rawValue).joined(separator: "、"))"
  }
}

/// What is wrong with the rules of a comparison.
enum RuleFault: Fault {
  /// A rule without a condition.
  case unlimited
  /// A tolerance that is no number: what it is instead.
  case noTolerance(String)
  /// A rule that takes a print to be equal to itself alone.
  case onePrint
  /// A rule that matched nothing, with its reason.
  case unused(reason: String)

  var wording: FaultWording {
    switch self {
    case .unlimited:
      FaultWording(
        code: "C102", what: "这条规则没有条件，会忽略所有差异",
        expected: "file、sheet、column、address、kind、property 中至少一项",
        mend: "写明忽略哪个文件、工作表、列、地址、种类或属性")
    case .noTolerance(let kind):
      FaultWording(
        code: "C103", what: "容差不是数：\(kind)", expected: "不小于零的十进制数，例如 0.01",
        mend: "写明允许相差多少，单位与印出的数相同")
    case .onePrint:
      FaultWording(
        code: "C140", what: "只写了一种印法，没有与它算作相同的另一种",
        expected: "blank（空白）、zero（零）、dash（横线）中至少两种",
        mend: "写明哪几种印法算作相同，例如 prints: [blank, zero]")
    case .unused(let reason):
      FaultWording(
        code: "C104", severity: .warning, what: "这条规则没有用到：没有它所说的差异（理由：\(reason)）",
        expected: "每条规则都忽略了至少一处差异", mend: "删去这条规则，或检查它的条件是否写错")
    }
  }
}
