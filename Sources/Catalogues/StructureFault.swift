internal import Diagnostics
internal import Domain
internal import Layouts

/// What the accounts of a list lack, and where names differ from those that are known.
enum StructureFault: Fault {
  /// A chart that is not taken.
  enum OtherChart: Hashable {
    /// One that no final accounts use, by what it is called.
    case foreign(String)
    /// One that was not asked for.
    case unwanted(AccountChart)
  }

  case otherChart(OtherChart, count: Int)
  /// An account that is nowhere, with those of the list below it.
  case orphans(parent: String, below: [String])
  /// Accounts without any account below them.
  case empty(level: Int, accounts: [String])
  /// A name that the list of the year already has otherwise.
  case kept(code: String, listed: String, known: String, isReplaced: Bool)
  /// A name that the catalogue that comes with the program has otherwise.
  case shipped(code: String, listed: String, known: String, file: String)
  /// A name that the year before had otherwise.
  case changed(code: String, listed: String, former: String, year: Int)

  var wording: FaultWording {
    switch self {
    case .otherChart(let chart, let count): Self.otherChart(chart, count)
    case .orphans(let parent, let below):
      FaultWording(
        code: "K121", severity: .warning,
        what: "有 \(Self.listed(below))，却没有它所属的\(parent.count == 3 ? "类" : "款") \(parent)",
        expected: "上一级也在这个单子里，或在已有的目录里", mend: "补上 \(parent) 的名称；代码写错的，改正后再导入")
    case .empty(let level, let accounts):
      FaultWording(
        code: "K122", severity: .note,
        what: "\(Self.listed(accounts)) 下面没有\(level == 0 ? "款" : "项")", expected: "最末一级都列出",
        mend: "本来没有的不必理会；漏列的，补上后再导入")
    case .kept(let code, let listed, let known, let isReplaced):
      FaultWording(
        code: "K123", severity: .warning,
        what: "科目 \(code) 原来导入的名称是\(quoted(known))，现在是\(quoted(listed))",
        expected: "同一年里一个代码一个名称",
        mend: isReplaced ? "已要求以新的为准" : "保留原来的；要以新的为准，加上 --replace")
    case .shipped(let code, let listed, let known, let file):
      FaultWording(
        code: "K124", severity: .warning,
        what: "科目 \(code) 在随程序的 \(file) 里叫\(quoted(known))，这里叫\(quoted(listed))",
        expected: "同一年里一个代码一个名称", mend: "对照财政部当年的科目，核对是哪个对")
    case .changed(let code, let listed, let former, let year):
      FaultWording(
        code: "K125", severity: .note,
        what: "科目 \(code) \(year) 年叫\(quoted(former))，现在叫\(quoted(listed))",
        expected: "含义不同的科目，上年数不能直接比较", mend: "核对；改了名或改了用途的不必理会")
    }
  }

  private static func otherChart(_ chart: OtherChart, _ count: Int) -> FaultWording {
    let name =
      switch chart {
      case .foreign(let name): name
      case .unwanted(let chart): "\(chart.rawValue)分类"
      }
    let mend =
      if case .unwanted = chart { "也要导入的，不写 --chart" } else { "部门决算不用，不必理会" }
    return FaultWording(
      code: "K120", severity: .note, what: "其中 \(count) 个是\(name)的科目，没有采用",
      expected: "支出功能分类、部门预算支出经济分类的科目", mend: mend)
  }

  private static func listed(_ codes: [String]) -> String {
    let most = 6
    let shown = codes.prefix(most).joined(separator: "、")
    return codes.count > most ? "\(shown) 等 \(codes.count) 个" : shown
  }
}
