internal import Diagnostics

/// What of a set is declared and cited nowhere, or asked for and found nowhere.
enum CitationFault: Fault {
  case requiredFact(String)
  case idle(SetUsage.Kind, String)
  case unknownAccount(String, chart: String)
  /// A fact that two cells of one form print.
  case printedTwice(String)
  /// A line that none of the totals of its block adds.
  case outsideTotals(row: String)
  /// A column that is left out where others of its measure are added.
  case columnOutsideTotals(column: String)
  case lineOrder(String, after: String)
  /// A file of the set's folder that set.yaml does not name.
  case unlistedFile(key: String)
  /// A name with another year than the set's.
  case otherYear(String, year: Int)
  case catalogue(chart: String)
  case repeatedItem(String)

  var wording: FaultWording {
    switch self {
    case .idle(let kind, let name): idleWording(kind, name)
    case .requiredFact(let path):
      FaultWording(
        code: "L278", what: "必填的事实“\(path)”没有一处印出", expected: "必填的事实都印在表里或文字里",
        mend: "在表或 values.yaml 里引用它（是不是别的事实引用了两次？），或删去 required: true")
    case .unknownAccount(let code, let chart):
      FaultWording(
        code: "L276", severity: .warning, what: "\(chart)科目目录里没有 \(code)",
        expected: "目录里的一个代码", mend: "核对代码，或在 catalogues 的目录里补上它")
    case .printedTwice(let path):
      FaultWording(
        code: "L280", severity: .warning, what: "事实“\(path)”在这张表里印了两次",
        expected: "一张表里每个事实印一次", mend: "核对 fact，其中一处多半是另一个事实")
    case .outsideTotals(let row):
      FaultWording(
        code: "L286", severity: .warning, what: "行“\(row)”没有加进这一块的合计",
        expected: "每一行都加进一个合计，合计都加进总计", mend: "在合计的 sum 里加上“\(row)”")
    case .columnOutsideTotals(let column):
      FaultWording(
        code: "L275", severity: .warning, what: "列“\(column)”没有加进合计列，同类的各列都加进了",
        expected: "同一种计量的各列都加进合计列", mend: "在合计列的 sum 里加上“\(column)”")
    case .lineOrder(let line, let after):
      FaultWording(
        code: "L287", severity: .warning, what: "行次“\(line)”排在“\(after)”后面",
        expected: "一块里的行次从小到大", mend: "核对行次，或调整各行的次序")
    case .unlistedFile(let key):
      FaultWording(
        code: "L288", severity: .warning, what: "set.yaml 没有用到这个文件",
        expected: "文件都列在 set.yaml 的 \(key) 里", mend: "在 \(key) 里加上它，或把它移走")
    case .otherYear(let name, let year):
      FaultWording(
        code: "L284", severity: .warning, what: "“\(name)”不是 \(year) 年的",
        expected: "与版式的年度 \(year) 相同", mend: "改用 \(year) 年的文件，或改正 year")
    case .catalogue(let chart):
      FaultWording(
        code: "L285", what: "这不是\(chart)科目的目录：没有最低一级的代码",
        expected: "\(chart)科目的目录", mend: "核对文件名，两个目录有没有写反")
    case .repeatedItem(let text):
      FaultWording(
        code: "L289", what: "“\(text)”写了两次", expected: "每项一次", mend: "删去一个，或改为漏写的那一个")
    }
  }

  private func idleWording(_ kind: SetUsage.Kind, _ name: String) -> FaultWording {
    let (code, what, expected) =
      switch kind {
      case .fact: ("L279", "事实", "声明的事实都印在表里或文字里")
      case .format: ("L282", "数字格式", "每个格式都有一处采用")
      case .value, .wording, .indicator: NarrativeCitation.idle(kind)
      }
    return FaultWording(
      code: code, severity: .warning, what: "\(what)“\(name)”没有一处用到", expected: expected,
      mend: "引用它，或删去")
  }
}
