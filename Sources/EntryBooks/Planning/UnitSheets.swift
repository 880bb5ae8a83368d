internal import Domain
internal import Dossiers
internal import Layouts
internal import SpreadsheetOutput

/// Lays out the sheet of the department's units, and that on which formulas hold the two sides of each
/// unit's and fund's balance against each other.
struct UnitSheets {
  let draft: DossierDraft
  let words: WordLists

  private var units: [DraftGroup] {
    (draft.department[IdentityKey.units]?.items ?? []).compactMap(\.group)
  }

  /// The sheet of units.
  var list: EntrySheet {
    var sheet = EntrySheet(
      name: SheetTitle.units.rawValue,
      columns: [
        EntryColumn(width: 16, look: .required), EntryColumn(width: 44, look: .required),
        EntryColumn(width: 34, look: .required), EntryColumn(width: 40),
      ])
    sheet.addTitle("单位：部门的各预算单位，本级也写", hint: "每个单位一行。代码在全部表里通用，先填这张表。")
    let headings: [(String, String)] = [
      (IdentityKey.code, "必填。预算单位代码，字母和数字。"),
      (IdentityKey.name, "必填。单位的全称，照批复。"),
      (IdentityKey.type, "必填。从下拉表里选；机关运行经费按类型统计。"),
    ]
    for (column, heading) in headings.enumerated() {
      sheet.add(2, column, .text(heading.0), .heading, comment: heading.1)
    }
    for (row, unit) in units.enumerated() {
      for (column, key) in headings.map(\.0).enumerated() {
        let text = unit[key]?.text ?? ""
        sheet.add(
          WordLists.unitRows.lowerBound + row, column, text.isEmpty ? .blank : .text(text),
          .required)
      }
    }
    if let source = words.source(IdentityKey.type) {
      sheet.rules.append(
        EntryRule(
          EntryRange(rows: WordLists.unitRows, columns: 2...2), .list(source),
          title: IdentityKey.type, prompt: "从下拉表里选。"))
    }
    sheet.heights[2] = 24
    sheet.frozenRows = 3
    return sheet
  }

  // MARK: - Balances

  /// The headings of the sheet of balances: what its formulas add up.
  private static let headings =
    [TableHeading.unit.rawValue, IdentityKey.name, TableHeading.fund.rawValue]
    + Books.measures.map(\.rawValue) + ["差额"]

  /// The sheet on which formulas hold the sides of each balance against each other.
  var reconciliation: EntrySheet {
    var sheet = EntrySheet(
      name: SheetTitle.reconciliation.rawValue,
      columns: zip(Self.headings, [12, 34, 26, 18, 18, 16, 18, 16, 18, 16]).map {
        EntryColumn(width: $1)
      })
    sheet.addTitle(
      "核对：每个单位每种资金的收支是否平衡（自动计算，不用填）",
      hint: "年初 ＋ 收入 ＋ 使用结余 － 支出 － 分配 － 年末 ＝ 差额。差额应为零（显示“—”）；红色的，核对这个单位这种资金的各表。"
        + "只认“单位”表里的代码和下拉表里的词，写法不同的这里算不进去，生成时照认。", hintHeight: 34)
    for (column, heading) in Self.headings.enumerated() {
      sheet.add(2, column, .text(heading), .idleHeading)
    }
    let books = Books(draft)
    var row = 3
    for index in 0..<max(units.count + 5, 20) {
      let source = WordLists.unitRows.lowerBound + index
      guard WordLists.unitRows.contains(source) else { break }
      let unit = index < units.count ? units[index] : DraftGroup()
      for (offset, fund) in Fund.allCases.enumerated() {
        addRow(row, unit, at: source, fund, firstOfUnit: row - offset, books, to: &sheet)
        row += 1
      }
    }
    sheet.alarms = [EntryRange(rows: 3...(row - 1), columns: 9...9)]
    sheet.heights[2] = 30
    (sheet.frozenRows, sheet.frozenColumns) = (3, 3)
    sheet.tab = .idleHeading
    return sheet
  }

  private func addRow(
    _ row: Int, _ unit: DraftGroup, at source: Int, _ fund: Fund, firstOfUnit first: Int,
    _ books: Books, to sheet: inout EntrySheet
  ) {
    let code = unit[IdentityKey.code]?.text ?? ""
    for (column, key) in [IdentityKey.code, IdentityKey.name].enumerated() {
      let cell = "\(SheetTitle.units.rawValue)!\(cited(source, column))"
      sheet.add(
        row, column, .quote("=IF(\(cell)=\"\",\"\",\(cell))", unit[key]?.text ?? ""), .fixed)
    }
    let name = "=IF($A\(row + 1)=\"\",\"\",\"\(fund.rawValue)\")"
    sheet.add(row, 2, .quote(name, code.isEmpty ? "" : fund.rawValue), .fixed)
    let sums = books.sums(of: code, fund)
    let formulas = Books.measures.map { measure in
      measure == .income ? income(row, fund, first, books) : books.formula(measure, row)
    }
    for (offset, formula) in formulas.enumerated() {
      sheet.add(row, 3 + offset, .sum("=" + formula, sums[offset]), .sum)
    }
    let cells = (3...8).map { "\(letters($0))\(row + 1)" }
    let balance =
      "=ROUND(\(cells[0])+\(cells[1])+\(cells[2])-\(cells[3])-\(cells[4])-\(cells[5]),2)"
    let units = sums.map(\.units)
    let difference = units[0] + units[1] + units[2] - units[3] - units[4] - units[5]
    sheet.add(row, 9, .sum(balance, FixedDecimal(units: difference, decimals: 2)), .sum)
  }

  /// What a unit took in of a fund: a source that is no fiscal fund belongs to the last.
  private func income(_ row: Int, _ fund: Fund, _ first: Int, _ books: Books) -> String {
    if fund != .other { return books.formula(.income, row) }
    let others = "SUM(\(letters(4))\(first + 1):\(letters(4))\(row))"
    return row == first ? books.wholeIncome(row) : "\(books.wholeIncome(row))-\(others)"
  }
}
