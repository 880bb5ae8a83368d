internal import Diagnostics

/// What is wrong with a CSV file of figures.
enum FiguresFault: Fault {
  case empty
  case noHeading
  case unknownColumn(String)
  case repeatedColumn(String)
  case missingColumn(String)
  case tooManyFields(Int, of: Int)
  case tooFewFields(Int, of: Int)
  case blankKey(String)
  /// With the address that stands twice.
  case repeated(String)
  case headingOnly

  var wording: FaultWording {
    let (code, what, expected, mend) = parts
    return FaultWording(code: code, what: what, expected: expected, mend: mend)
  }

  private static let headings =
    "表头 form,row,column,printed（可以再有 exact,unit,sources），或 form,row,column,published"

  private var parts: (code: String, what: String, expected: String, mend: String) {
    switch self {
    case .empty:
      ("C040", "文件是空的", Self.headings, "确认拿对了文件；gongkai build 写出的是 figures.csv")
    case .headingOnly:
      ("C046", "文件只有表头，一个数也没有", "表头下面每个数一行", "确认拿对了文件，重新生成或复制")
    case .noHeading:
      (
        "C041", "第一行不是表头，不像公开数的 CSV", Self.headings,
        "确认拿对了文件；是这种文件的，补上表头"
      )
    case .unknownColumn(let name):
      ("C042", "不认识的列“\(name)”", Self.headings, "改正列名，或删去这一列" + Self.hint(name))
    case .repeatedColumn(let name):
      ("C047", "列“\(name)”出现了两次", "每列一次", "删去多余的一列")
    case .missingColumn(let name):
      ("C048", "缺少列“\(name)”", Self.headings, "补上这一列")
    case .tooManyFields(let count, let width):
      (
        "C043", "这一行有 \(count) 栏，表头只有 \(width) 栏", "每行的栏数与表头相同",
        "多半是数里的逗号没有用引号括起：写成 \"1,234.50\""
      )
    case .tooFewFields(let count, let width):
      (
        "C049", "这一行只有 \(count) 栏，表头有 \(width) 栏", "每行的栏数与表头相同",
        "补全这一行；没有数的也要留着逗号"
      )
    case .blankKey(let name):
      ("C044", "“\(name)”没有填", "表、行、列三项都有，合起来才是一个数的地址", "填上，或删去这一行")
    case .repeated(let address):
      ("C045", "地址 \(address) 出现了两次", "每个地址一行", "核对两行，删去一行或改正它的地址")
    }
  }

  /// The heading that was most likely meant.
  private static func hint(_ name: String) -> String {
    let known = ["form", "row", "column", "printed", "published", "exact", "unit", "sources"]
    return nearest(to: name.lowercased(), among: known).map { "；是不是 \($0)？" } ?? ""
  }
}
