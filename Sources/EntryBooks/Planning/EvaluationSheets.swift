internal import Domain
internal import Dossiers
internal import Layouts
internal import SpreadsheetOutput

/// Lays out self-evaluations, each on a sheet of its own: 项目 and 内容 of what is stated once, and the
/// lists below their own heads.
struct EvaluationSheets {
  let type: RecordType
  let words: WordLists

  /// How many rows are left to fill in of a list.
  private static let spareRows = 3
  /// How many rows of a list a blank sheet has.
  private static let blankRows = 10

  /// The unit that amounts are stated in; empty where there are none, or several units.
  private var moneyHint: String {
    let units = Set(
      (type.fields + type.lists.flatMap(\.fields)).compactMap { field in
        if case .money(let unit) = field.kind { unit } else { nil }
      })
    return units.count == 1 ? units.map { "金额以\($0.rawValue)为单位。" }.joined() : ""
  }

  private var lists: [RecordList] { type.lists.filter { $0.labels == nil } }
  /// The last column, from 0.
  private var lastColumn: Int { 1 + (lists.map(\.fields.count).max() ?? 1) }

  /// The sheet that people copy for a further evaluation.
  var blank: EntrySheet { sheet(named: SheetTitle.blankEvaluation.rawValue, DraftGroup()) }

  /// The sheets of evaluations, each by a name that no other has.
  func sheets(of evaluations: [DossierDraft.Evaluation]) -> [EntrySheet] {
    var taken: Set<String> = [SheetTitle.blankEvaluation.rawValue]
    return evaluations.map { evaluation in
      let name = SheetName.unique(SheetTitle.evaluation + evaluation.name, among: &taken)
      return sheet(named: name, evaluation.content)
    }
  }

  private func sheet(named name: String, _ content: DraftGroup) -> EntrySheet {
    let isBlank = content.entries.isEmpty
    var sheet = EntrySheet(
      name: name,
      columns: [EntryColumn(width: 30), EntryColumn(width: 6, look: .input)]
        + (2...max(2, lastColumn)).map { _ in EntryColumn(width: 15, look: .text) })
    sheet.addTitle(
      isBlank ? "绩效自评（空白）：复制这张工作表，改名为“绩效-项目名称”再填" : "绩效自评：一个项目一张",
      hint: isBlank
        ? "每个项目一张，照工作表的次序编号。改名以后才读取；名称以“绩效-”开头。"
        : "黄色的必填。列表的行不够，就在它的末尾插入行。\(moneyHint)")
    var row = 2
    sheet.add(row, 0, .text(SheetHeading.item.rawValue), .idleHeading)
    sheet.cells.append(
      EntryCell(
        row: row, column: 1, through: lastColumn, .text(SheetHeading.content.rawValue), .heading))
    row += 1
    var stated: Set<[String]> = []
    for field in type.fields {
      add(field, content[field.keys]?.text, at: row, to: &sheet)
      stated.insert(field.keys)
      row += 1
    }
    for list in type.lists {
      if let labels = list.labels {
        for label in labels {
          let keys = [list.key, label]
          addText(keys, content[keys]?.text ?? "", isRequired: true, at: row, to: &sheet)
          stated.insert(keys)
          row += 1
        }
      } else {
        row = add(list, content[list.key]?.items ?? [], isBlank: isBlank, at: row, to: &sheet)
        stated.insert([list.key])
      }
    }
    // What the set does not ask for is for the reader to judge.
    for (keys, text) in content.strays(apartFrom: stated) {
      addText(keys, text, isRequired: false, at: row, to: &sheet)
      row += 1
    }
    sheet.frozenRows = 3
    sheet.tab = isBlank ? .idleHeading : .optionalHeading
    return sheet
  }

  // MARK: - What is stated once

  private func add(_ field: RecordField, _ text: String?, at row: Int, to sheet: inout EntrySheet) {
    addText(
      field.keys, text ?? "", isRequired: field.isRequired && field.kind != .value, at: row,
      comment: field.rule, to: &sheet)
    if let source = source(of: field) {
      sheet.rules.append(
        EntryRule(
          EntryRange(rows: row...row, columns: 1...1), .list(source), title: field.name,
          prompt: "从下拉表里选。"))
    }
  }

  private func addText(
    _ keys: [String], _ text: String, isRequired: Bool, at row: Int, comment: String? = nil,
    to sheet: inout EntrySheet
  ) {
    let name = keys.joined(separator: ".")
    sheet.add(row, 0, .text(name), .fixed, comment: comment)
    let look: EntryLook = isRequired ? .requiredText : .text
    sheet.cells.append(
      EntryCell(
        row: row, column: 1, through: lastColumn,
        text.isEmpty ? .blank : .text(text.withoutLastBreak), look))
    let width = 5 + 7 * (lastColumn - 1)
    let lines = text.withoutLastBreak.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + 1 + $1.count / max(10, width) }
    // The name may take more lines than the text beside it, at some 15 characters a line.
    let nameLines = 1 + name.count / 15
    sheet.heights[row] = min(400, 16 * Double(max(nameLines, lines)) + 4)
  }

  /// The formula of the words that a field chooses from; nil for any other.
  private func source(of field: RecordField) -> String? {
    switch field.kind {
    case .unit: WordLists.units
    case .fund: words.source(TableHeading.fund.rawValue)
    case .function: words.source(TableHeading.function.rawValue)
    case .option: words.source(field.name)
    default: nil
    }
  }

  // MARK: - Lists

  /// Adds a list with its head and its sums; gives the row below.
  private func add(
    _ list: RecordList, _ items: [DraftValue], isBlank: Bool, at start: Int,
    to sheet: inout EntrySheet
  ) -> Int {
    sheet.add(start, 0, .text(list.key), .band, comment: "列表：每行一项，写在右边的表头下面。")
    sheet.add(start, 1, .text(SheetHeading.number.rawValue), .idleHeading)
    let groups = items.map { $0.group ?? DraftGroup() }
    let known = list.fields.map { $0.keys[0] }
    let others = groups.flatMap { $0.entries.map(\.key) }.filter { !known.contains($0) }
    var extra: [String] = []
    for key in others where !extra.contains(key) { extra.append(key) }
    for (index, field) in list.fields.enumerated() {
      let look: EntryLook = field.isRequired && field.kind != .value ? .heading : .optionalHeading
      sheet.add(start, 2 + index, .text(field.keys[0]), look, comment: field.rule)
    }
    for (index, key) in extra.enumerated() {
      sheet.add(start, 2 + known.count + index, .text(key), .idleHeading)
    }
    sheet.heights[start] = 30
    let count = isBlank ? Self.blankRows : items.count + Self.spareRows
    let rows = (start + 1)...(start + count)
    for (number, row) in rows.enumerated() {
      sheet.add(row, 0, .blank, .fixed)
      sheet.add(row, 1, .text("\(number + 1)"), .fixed)
      let group = number < groups.count ? groups[number] : DraftGroup()
      for (index, key) in (known + extra).enumerated() {
        let field = index < list.fields.count ? list.fields[index] : nil
        let text = group[key]?.text ?? ""
        let content: EntryCell.Content =
          text.isEmpty ? .blank : field?.numberKind == nil ? .text(text) : .decimal(text)
        sheet.add(row, 2 + index, content, field?.look ?? .text)
      }
      let longest = known.map { group[$0]?.text?.count ?? 0 }.max() ?? 0
      sheet.heights[row] = 16 * Double(1 + longest / 7) + 4
    }
    addSums(of: list, groups, rows, to: &sheet)
    for (index, field) in list.fields.enumerated() {
      let range = EntryRange(rows: rows, columns: (2 + index)...(2 + index))
      if let source = source(of: field) {
        sheet.rules.append(
          EntryRule(range, .list(source), title: field.name, prompt: "从下拉表里选。"))
      } else if field.kind == .points {
        sheet.rules.append(
          EntryRule(range, .points(most: 100), title: field.name, prompt: "不大于 100，最多两位小数。"))
      }
    }
    return rows.upperBound + 2
  }

  private func addSums(
    of list: RecordList, _ groups: [DraftGroup], _ rows: ClosedRange<Int>,
    to sheet: inout EntrySheet
  ) {
    let row = rows.upperBound + 1
    sheet.add(row, 0, .text(SheetHeading.sums), .fixed)
    sheet.add(row, 1, .blank, .sum)
    for (index, field) in list.fields.enumerated() {
      guard field.numberKind != nil else {
        sheet.add(row, 2 + index, .blank, .sum)
        continue
      }
      let column = letters(2 + index)
      let formula = "=SUM(\(column)\(rows.lowerBound + 1):\(column)\(rows.upperBound + 1))"
      let units = groups.reduce(Int64(0)) { sum, group in
        guard case .number(let number) = EntryCell.Content.decimal(group[field.keys[0]]?.text ?? "")
        else { return sum }
        return sum &+ number.sixDecimals
      }
      sheet.add(
        row, 2 + index, .sum(formula, FixedDecimal(units: units, decimals: 6).trimmed), .sum)
    }
  }
}

extension FixedDecimal {
  /// The number in millionths; numbers of more decimals are none that people fill in.
  fileprivate var sixDecimals: Int64 {
    (decimals..<max(decimals, 6)).reduce(units) { units, _ in units &* 10 }
  }
}

extension RecordField {
  fileprivate var look: EntryLook {
    switch kind {
    case .money, .points: .decimal
    default: .text
    }
  }

  /// What people are told who point at its name.
  fileprivate var rule: String {
    let need = isRequired && kind != .value ? "必填。" : "选填。"
    switch kind {
    case .unit: return need + "“单位”表里的代码。"
    case .fund, .option: return need + "从下拉表里选。"
    case .function: return need + "支出功能分类的项（7 位代码）。"
    case .money(let unit): return need + "以\(unit.rawValue)为单位。"
    case .points: return need + "分数，最多两位小数。"
    case .text: return need + (longest.map { "最多 \($0) 字。" } ?? "")
    case .value: return "没有就空着。"
    case .project, .name, .authorityCode, .authorityName: return need
    }
  }
}

extension DraftGroup {
  /// What is stated apart from some keys, by the keys that lead to it.
  func strays(
    apartFrom known: Set<[String]>, below keys: [String] = []
  ) -> [(keys: [String], text: String)] {
    entries.flatMap { entry -> [(keys: [String], text: String)] in
      let path = keys + [entry.key]
      guard !known.contains(path) else { return [] }
      if let text = entry.value.text { return [(path, text)] }
      return entry.value.group?.strays(apartFrom: known, below: path) ?? []
    }
  }
}
