internal import Domain
internal import Dossiers
internal import Layouts
internal import SpreadsheetOutput

/// Lays out the tables of a draft, each as a sheet with its sums above the head.
struct TableSheets {
  let draft: DossierDraft
  let words: WordLists
  let vocabulary: Vocabulary

  /// A column of a sheet, and which of the draft's it is.
  private struct Column {
    let name: String
    let heading: TableHeading?
    let isRequired: Bool
    /// Its place in the rows of the draft; nil where the draft lacks it.
    let source: Int?
  }

  /// What row of a sheet the head of a table is.
  static func headRow(of table: DossierDraft.Table?) -> Int { 3 + (table?.remarks.count ?? 0) }

  /// The sheet of a table.
  func sheet(of table: DossierTable, named title: SheetTitle) -> EntrySheet {
    let rows = draft[table: table.file]
    let columns = columns(of: table, rows)
    let head = Self.headRow(of: rows)
    var sheet = EntrySheet(
      name: title.rawValue,
      columns: columns.map { EntryColumn(width: $0.heading.width, look: $0.heading.look) })
    sheet.addTitle(title.name, hint: title.hint, hintHeight: 44)
    for (index, remark) in (rows?.remarks ?? []).enumerated() {
      sheet.cells.append(
        EntryCell(
          row: 2 + index, column: 0, through: max(1, columns.count - 1), .text(remark), .hint))
    }
    if columns.contains(where: { $0.heading?.amountName != nil }) {
      addSums(of: columns, rows, above: head, to: &sheet)
    }
    for (index, column) in columns.enumerated() {
      let look: EntryLook =
        column.heading == nil ? .idleHeading : column.isRequired ? .heading : .optionalHeading
      sheet.add(
        head, index, .text(column.name), look, comment: column.heading?.rule(isIn: title))
      for rule in rules(for: column, at: index, below: head) { sheet.rules.append(rule) }
    }
    for (line, row) in (rows?.rows ?? []).enumerated() {
      for (index, column) in columns.enumerated() {
        let text = column.source.flatMap { $0 < row.count ? row[$0] : nil } ?? ""
        guard !text.isEmpty else { continue }
        let content: EntryCell.Content =
          column.heading?.amountName == nil ? .text(text) : .amount(text)
        sheet.add(head + 1 + line, index, content, column.heading.look)
      }
    }
    sheet.heights[head] = 34
    sheet.frozenRows = head + 1
    sheet.tab = title.isRequired ? .heading : .optionalHeading
    return sheet
  }

  /// The table's own columns, then what the draft has beside them.
  private func columns(of table: DossierTable, _ rows: DossierDraft.Table?) -> [Column] {
    let headings = rows?.headings ?? []
    let meanings = headings.map(vocabulary.heading)
    var used: Set<Int> = []
    let own = table.columns.map { column in
      let source = meanings.firstIndex(of: column.heading)
      if let source { used.insert(source) }
      return Column(
        name: column.heading.rawValue, heading: column.heading,
        isRequired: column.isRequired && !column.mayBeEmpty,
        source: source)
    }
    let others = headings.indices.filter { !used.contains($0) }.map { index in
      Column(name: headings[index], heading: nil, isRequired: false, source: index)
    }
    return own + others
  }

  private func addSums(
    of columns: [Column], _ rows: DossierDraft.Table?, above head: Int, to sheet: inout EntrySheet
  ) {
    let first = columns.firstIndex { $0.heading?.amountName != nil } ?? 1
    sheet.cells.append(
      EntryCell(
        row: head - 1, column: 0, through: first - 1, .text(SheetHeading.sums), .fixed))
    for (index, column) in columns.enumerated().dropFirst(first) {
      guard column.heading?.amountName != nil else {
        sheet.add(head - 1, index, .blank, .sum)
        continue
      }
      let cells = "\(cited(head + 1, index)):\(cited(lastEntryRow, index))"
      let amounts = (rows?.rows ?? []).map { row in
        column.source.flatMap { $0 < row.count ? try? Money(yuan: row[$0]) : nil } ?? .zero
      }
      let sum = amounts.reduce(Int64(0)) { $0 &+ $1.fen }
      sheet.add(
        head - 1, index, .sum("=SUM(\(cells))", FixedDecimal(units: sum, decimals: 2)), .sum)
    }
  }

  private func rules(for column: Column, at index: Int, below head: Int) -> [EntryRule] {
    guard let heading = column.heading else { return [] }
    let range = EntryRange(below: head, column: index)
    if heading.amountName != nil {
      return [EntryRule(range, .number, title: heading.rawValue, prompt: "以元为单位，最多两位小数；冲减写负数。")]
    }
    return words.list(for: heading).map { source, prompt in
      [EntryRule(range, .list(source), title: heading.rawValue, prompt: prompt)]
    } ?? []
  }
}

extension TableHeading? {
  fileprivate var width: Double { self?.width ?? 18 }
  fileprivate var look: EntryLook { self?.amountName == nil ? .input : .amount }
}

extension TableHeading {
  fileprivate var width: Double {
    switch self {
    case .unit, .project, .chart: 13
    case .fund, .source: 26
    case .kind: 20
    case .indicator: 26
    case .function, .economic: 34
    case .amount, .openingBalance, .surplusUsed, .surplusDistribution, .closingBalance,
      .openingBudget, .priorYear:
      20
    case .remark: 36
    case .accountCode: 14
    case .accountName: 34
    }
  }

  /// What people are told who point at the heading.
  fileprivate func rule(isIn title: SheetTitle) -> String {
    switch self {
    case .unit:
      title == .budget || title == .priorYear
        ? "选填。填“单位”表里的代码；整个部门的数不填。" : "必填。填“单位”表里的代码。"
    case .fund:
      title == .priorYear ? "从下拉表里选；不分资金的合计数不填。" : "必填。从下拉表里选。"
    case .source: "必填。这笔收入从哪里来，从下拉表里选。"
    case .kind: "必填。人员经费和日常公用经费是基本支出；有项目的是项目支出。"
    case .indicator: "必填。上年的哪一个数，从下拉表里选。"
    case .function:
      title == .budget || title == .priorYear
        ? "支出功能分类科目，类（3 位）、款（5 位）、项（7 位）都可以；一种资金里，填了上级就不再填它的下级。"
        : "必填。支出功能分类的项（7 位代码），后面可以跟名称。"
    case .economic: "部门预算支出经济分类的款（5 位代码），后面可以跟名称。一般公共预算的基本支出必填。"
    case .amount: "必填。以元为单位，最多两位小数。一笔一行，不填合计。"
    case .openingBalance: "年初结转和结余，以元为单位；没有就不填。"
    case .surplusUsed: "用非财政拨款结余和专用结余弥补的，以元为单位；没有就不填。"
    case .surplusDistribution: "结余分配（交纳所得税、提取专用基金等），以元为单位；没有就不填。"
    case .closingBalance: "年末结转和结余，以元为单位；没有就不填。年初 ＋ 收入 ＋ 使用结余 ＝ 支出 ＋ 分配 ＋ 年末，差额见“核对”表。"
    case .openingBudget: "必填。年初部门预算批复的数，不是调整后的全年预算数；以元为单位。"
    case .priorYear: "必填。上一年度公开的数，以元为单位。"
    case .project: "选填。项目的代码，和绩效自评对得上。"
    case .remark: "选填。给自己看的，不印出来。"
    case .chart: "必填。支出功能或支出经济。"
    case .accountCode: "必填。只填版式的科目表里没有的科目。"
    case .accountName: "必填。照当年《政府收支分类科目》的全称。"
    }
  }
}

extension SheetTitle {
  /// What a sheet is called at its top.
  var name: String {
    switch self {
    case .income: "收入：各单位本年收入，一笔一行"
    case .expenditure: "支出：各单位本年支出，一笔一行"
    case .balances: "结转：各单位各项资金的年初、年末结转和结余"
    case .budget: "预算：年初部门预算的支出"
    case .priorYear: "上年数：上一年度公开的数"
    case .accounts: "科目名称：版式的科目表里没有的科目"
    default: rawValue
    }
  }

  /// What a sheet is for.
  var hint: String {
    switch self {
    case .income:
      "金额以元为单位。深蓝表头的列必填，浅蓝的选填；指向表头看填写规则。从别处复制时用“选择性粘贴—数值”，不要粘贴合计行。"
    case .expenditure:
      "金额以元为单位。同一单位、资金、科目可以分几行填，会自动相加。冲减写负数。从别处复制时用“选择性粘贴—数值”，不要粘贴合计行。"
    case .balances:
      "金额以元为单位。没有余额也没有发生的不用填。每个单位每种资金收支要平，差额在“核对”表里随填随算。"
    case .budget: "金额以元为单位。填年初批复的预算，不是调整后的预算；不分到项的，填到款或类也可以。"
    case .priorYear: "金额以元为单位。照上一年度公开的表填；“指标”说明是哪一个数。"
    case .accounts: "只填缺少名称的科目，每个一行；生成时会列出缺少哪些。没有就整张空着。"
    default: ""
    }
  }
}
