internal import Diagnostics
internal import Domain
internal import Layouts

/// Faults of account codes in the ledger files.
enum AccountFault: Fault {
  /// A text that has not the shape of a code.
  case malformed(String, chart: AccountChart)
  /// A code of full-width digits, and the same in half-width ones.
  case fullWidth(String, halfWidth: String)
  /// A code above the level at which amounts are booked.
  case notLowestLevel(String, chart: AccountChart)
  /// A row of expenditure that must name its economic account.
  case economicMissing
  /// A code whose own part has an amount too, so that adding both would count twice.
  case besidePrefix(String, prefix: String)

  var wording: FaultWording {
    switch self {
    case .malformed(let text, let chart):
      FaultWording(
        code: "D070", what: "\(quoted(text))不是\(chart.rawValue)分类科目代码",
        expected: chart.shapes, mend: "改为完整的代码；Excel 中这一列应为文本格式")
    case .fullWidth(let text, let halfWidth):
      FaultWording(
        code: "D071", what: "科目代码\(quoted(text))里有全角字符", expected: "半角数字",
        mend: "改为 \(halfWidth)")
    case .notLowestLevel(let code, let chart):
      FaultWording(
        code: "D072", what: "科目 \(code) 不是\(chart.lowestLevel)级",
        expected: "\(chart.rawValue)分类科目记到\(chart.lowestLevel)级（\(chart.lowestDigits) 位）",
        mend: "改为 \(code) 下的\(chart.lowestLevel)级科目")
    case .economicMissing:
      FaultWording(
        code: "D073", what: "“经济科目”没有填", expected: "这类支出每行都有经济科目",
        mend: "补上支出经济分类科目的\(AccountChart.economic.lowestLevel)级代码"
          + "（\(AccountChart.economic.lowestDigits) 位）")
    case .besidePrefix(let code, let prefix):
      FaultWording(
        code: "D074", what: "同一资金性质下既有 \(code)，又有它的上级 \(prefix)，会重复计算",
        expected: "上级与下级科目只填其一", mend: "删去上级 \(prefix) 的行，或把下级各行并入上级")
    }
  }
}

/// Faults of the names of account codes.
enum NameFault: Fault {
  /// Codes without a name, in the order of their lines; `table` says that the dossier has a table of
  /// names.
  case nameless([NamelessAccount], table: Bool)
  /// A code that the dossier names twice.
  case twoNames(String, first: String, second: String)
  /// A code whose name in the dossier is not the catalogue's.
  case otherName(String, catalogue: String, own: String, isBrought: Bool)
  /// A code that two catalogues name differently, and that the dossier does not decide.
  case undecided(UndecidedName)

  var wording: FaultWording {
    switch self {
    case .nameless(let accounts, let hasTable): namelessWording(accounts, hasTable: hasTable)
    case .twoNames(let code, let first, let second):
      FaultWording(
        code: "D076", what: "科目 \(code) 有两个名称：\(quoted(first))和\(quoted(second))",
        expected: "一个代码一个名称", mend: "删去其中一行")
    case .otherName(let code, let catalogue, let own, let isBrought):
      FaultWording(
        code: "D077", severity: .warning,
        what: "科目 \(code) 的名称\(quoted(own))与\(isBrought ? "自己的科目表" : "版式的科目表")不同，按这里的印出",
        expected: quoted(catalogue), mend: "删去这一行，或确认名称确已变更")
    case .undecided(let account):
      FaultWording(
        code: "D078",
        what: "科目 \(account.code) 在两份科目表里名称不同：版式的 \(account.shipped.place) 写作"
          + "\(quoted(account.shipped.name))，自己的 \(account.brought.place) 写作"
          + quoted(account.brought.name),
        expected: "一个名称，由卷宗的 accounts.csv 决定",
        mend: "核对当年的《政府收支分类科目》，在 accounts.csv 里写上“"
          + accountLine(account.chart, account.code, account.shipped.name) + "”或“"
          + accountLine(account.chart, account.code, account.brought.name) + "”")
    }
  }
  private func namelessWording(_ accounts: [NamelessAccount], hasTable: Bool) -> FaultWording {
    let codes = accounts.prefix(8).map(\.code).joined(separator: "、")
    return FaultWording(
      code: "D075",
      what: accounts.count == 1
        ? "科目 \(codes) 没有名称：版式的科目表、自己的科目表和 accounts.csv 里都没有它"
        : "\(accounts.count) 个科目没有名称：\(codes)" + (accounts.count > 8 ? " 等" : ""),
      expected: "报表上的每个科目（含其类、款）都有名称",
      mend: "核对代码；代码无误就"
        + (hasTable ? "在 accounts.csv 末尾加上" : "新建 accounts.csv，写上")
        + "下面各行，把“\(AccountNamesReader.placeholder)”换成科目的名称；"
        + "有当年的科目表或已公开的文件，先用 gongkai catalogue import 或 learn 取得名称",
      paste: (hasTable ? [] : [AccountNamesReader.headings.map(\.rawValue).joined(separator: ",")])
        + accounts.map(\.line))
  }
}

extension AccountChart {
  /// The levels with the digits of their codes.
  private var levels: [(name: String, digits: Int)] {
    Array(zip(accountLevelNames, levelDigits))
  }

  /// What codes look like: `3 位（类）、5 位（款）或……数字`.
  fileprivate var shapes: String {
    let shapes = levels.map { "\($0.digits) 位（\($0.name)）" }
    return shapes.dropLast().joined(separator: "、") + "或 " + (shapes.last ?? "") + "数字"
  }

  fileprivate var lowestLevel: String { levels.last?.name ?? "" }
  fileprivate var lowestDigits: Int { levels.last?.digits ?? 0 }
}
