internal import Domain
internal import Dossiers
internal import Layouts
internal import SpreadsheetOutput

/// Lays out what department.yaml states beside the units: identity, numbers, texts, a row each.
struct FactSheets {
  let draft: DossierDraft
  let set: LayoutSet

  /// How many rows are left to fill in of what there can be any number of.
  private static let spareRows = 5

  private var units: [String] {
    (draft.department[IdentityKey.units]?.items ?? []).compactMap {
      $0.group?[IdentityKey.code]?.text
    }
  }

  // MARK: - Identity

  /// The sheet of whose accounts they are.
  var department: EntrySheet {
    var sheet = EntrySheet(
      name: SheetTitle.department.rawValue,
      columns: [
        EntryColumn(width: 20), EntryColumn(width: 48, look: .required), EntryColumn(width: 70),
      ])
    sheet.addTitle("部门：谁的决算、哪一年", hint: "黄色的格子必填。")
    let headings: [SheetHeading] = [.item, .content, .meaning]
    for (column, heading) in headings.enumerated() {
      sheet.add(2, column, .text(heading.rawValue), column == 1 ? .heading : .idleHeading)
    }
    let department = [IdentityKey.code, IdentityKey.name].map { [IdentityKey.department, $0] }
    let rows: [(keys: [String], meaning: String)] =
      [
        ([IdentityKey.fiscalYear], "决算的年度，四位数字"),
        ([IdentityKey.layout], "\(set.title)；换一套版式就改这里"),
        ([IdentityKey.date], "印在全部文件上的日期，写作 年-月-日，例如 \(set.year + 1)-09-20"),
      ] + zip(department, ["部门的预算代码", "部门的全称，印在封面和各表上"]).map { ($0, $1) }
      + [
        (
          [IdentityKey.lastYear],
          "选填。上年的卷宗、填报工作簿、输出文件夹或公开的文件，从这个工作簿所在的文件夹写起；审核时与它对照"
        )
      ]
    let known = rows.map(\.keys) + [[IdentityKey.units]]
    let others = leaves(of: draft.department).filter { leaf in
      !known.contains(leaf.keys) && set.fact(leaf.path) == nil && !isOfFact(leaf)
    }
    for (index, row) in rows.enumerated() {
      let text = draft.department[row.keys]?.text ?? ""
      let path = row.keys.joined(separator: ".")
      sheet.add(3 + index, 0, .text(path), .fixed)
      let look: EntryLook = row.keys == [IdentityKey.lastYear] ? .input : .required
      sheet.add(3 + index, 1, text.isEmpty ? .blank : .text(text), look)
      sheet.add(3 + index, 2, .text(row.meaning), .fixed)
      // A Chinese character takes two of the column's seventy.
      sheet.heights[3 + index] = 20 + 16 * Double(row.meaning.count / 34)
    }
    // What the set declares nothing of is for the reader to judge.
    for (index, leaf) in others.enumerated() {
      sheet.add(3 + rows.count + index, 0, .text(leaf.path), .fixed)
      sheet.add(3 + rows.count + index, 1, .text(leaf.text), .input)
      if let note = leaf.note { sheet.add(3 + rows.count + index, 2, .text(note), .fixed) }
    }
    sheet.heights[2] = 24
    sheet.frozenRows = 3
    return sheet
  }

  // MARK: - Facts

  /// The sheet of amounts and counts.
  var numbers: EntrySheet {
    sheet(
      .facts, "事项：金额和数量",
      hint: "黄色的必填，没有发生的填 0。按单位填的，每个单位一行：在“单位代码”里填代码；不够就插入行，再复制“项目”。",
      widths: [18, 44, 13, 22, 10, 10, 62, 16],
      headings: [.group, .item, .unit, .content, .measure, .need, .meaning, .example],
      facts: set.facts.filter { $0.kind == .money || $0.kind == .count })
  }

  /// The sheet of texts.
  var texts: EntrySheet {
    sheet(
      .texts, "文字：概况、原因和说明",
      hint:
        "黄色的必填。格子里换行按 Alt+Enter。文字里的数不要手写，写成 {{表号!行.栏}}，生成时自动填上，如 {{05!合计.1}}。橙色的是上年的文字，核对、改好以后清空“提示”。",
      widths: [16, 38, 13, 13, 80, 10, 52, 26],
      headings: [.group, .item, .unit, .account, .content, .need, .meaning, .hint],
      facts: set.facts.filter { $0.kind != .money && $0.kind != .count })
  }

  /// A row of a sheet: what is stated, and whose it is.
  private struct Row {
    let fact: FactDeclaration
    var owner: String?
    var text: String?
    var note: String?
  }

  private func sheet(
    _ title: SheetTitle, _ name: String, hint: String, widths: [Double],
    headings: [SheetHeading], facts: [FactDeclaration]
  ) -> EntrySheet {
    let contentColumn = headings.firstIndex(of: .content) ?? 0
    var sheet = EntrySheet(
      name: title.rawValue,
      columns: zip(widths, headings).map { width, heading in
        EntryColumn(
          width: width,
          look: heading == .content
            ? .text : [.item, .unit, .account].contains(heading) ? .input : nil)
      })
    sheet.addTitle(name, hint: hint, hintHeight: 34)
    for (column, heading) in headings.enumerated() {
      let look: EntryLook =
        switch heading {
        case .content: .heading
        case .unit, .account: .optionalHeading
        default: .idleHeading
        }
      sheet.add(2, column, .text(heading.rawValue), look, comment: heading.rule)
    }
    var line = 3
    // What has to be filled in comes first.
    for fact in facts.filter(\.isRequired) + facts.filter({ !$0.isRequired }) {
      for row in rows(of: fact) {
        add(row, at: line, headings, to: &sheet)
        if let rule = rule(
          for: fact, EntryRange(rows: line...line, columns: contentColumn...contentColumn))
        {
          sheet.rules.append(rule)
        }
        line += 1
      }
    }
    if let unit = headings.firstIndex(of: .unit) {
      sheet.rules.append(
        EntryRule(
          EntryRange(rows: 3...max(3, line + 100), columns: unit...unit), .list(WordLists.units),
          title: SheetHeading.unit.rawValue, prompt: "按单位填的项目，从下拉表里选单位。"))
    }
    sheet.heights[2] = 24
    (sheet.frozenRows, sheet.frozenColumns) = (3, 2)
    return sheet
  }

  private func add(
    _ row: Row, at line: Int, _ headings: [SheetHeading], to sheet: inout EntrySheet
  ) {
    let fact = row.fact
    let isRepeated = fact.isByUnit || fact.kind == .list || fact.kind == .textByAccount
    for (column, heading) in headings.enumerated() {
      switch heading {
      case .group: sheet.add(line, column, .text(fact.keys.first ?? ""), .fixed)
      case .item: sheet.add(line, column, .text(fact.path), isRepeated ? .input : .fixed)
      case .unit:
        let look: EntryLook = fact.isByUnit ? .input : .fixed
        sheet.add(line, column, fact.isByUnit ? .text(row.owner ?? "") : .blank, look)
      case .account:
        let isMeant = fact.kind == .textByAccount
        sheet.add(
          line, column, isMeant ? .text(row.owner ?? "") : .blank, isMeant ? .input : .fixed)
      case .content:
        sheet.add(line, column, fact.content(row.text), fact.look(isReviewed: row.note == nil))
      case .measure: sheet.add(line, column, .text(fact.unit), .fixed)
      case .need: sheet.add(line, column, .text(fact.isRequired ? "必填" : "选填"), .fixed)
      case .meaning:
        sheet.add(line, column, .text(fact.meaning + fact.ownerHint), .fixed)
        sheet.heights[line] = height(of: row, meaningWidth: sheet.columns[column].width)
      case .example: sheet.add(line, column, .text(fact.example), .fixed)
      case .hint: sheet.add(line, column, .text(row.note ?? ""), row.note == nil ? .text : .review)
      default: break
      }
    }
  }

  /// As high as its texts ask for: the text at the width of the sheet of texts, what it means at the
  /// width of its column, of which a Chinese character takes two.
  private func height(of row: Row, meaningWidth: Double) -> Double {
    let text = (row.text ?? "").withoutLastBreak
      .split(separator: "\n", omittingEmptySubsequences: false)
    let lines = text.reduce(0) { $0 + 1 + $1.count / 38 }
    let meaning = row.fact.meaning + row.fact.ownerHint
    let others = 1 + (meaning.count - 1) / (Int(meaningWidth / 2) - 1)
    return min(400, 16 * Double(max(lines, others, 1)) + 4)
  }

  /// The rows of a fact: those that are stated, and some to fill in where there can be any number.
  private func rows(of fact: FactDeclaration) -> [Row] {
    let stated = draft.department[fact.keys]
    let note = self.note(at: fact.keys)
    let blank = Row(fact: fact)
    if fact.isByUnit || fact.kind == .textByAccount {
      let entries = stated?.group?.entries ?? []
      var rows = entries.map { entry in
        Row(fact: fact, owner: entry.key, text: entry.value.text, note: entry.note ?? note)
      }
      if fact.isByUnit {
        let missing = units.filter { unit in !entries.contains { $0.key == unit } }
        rows += missing.map { Row(fact: fact, owner: $0) }
      }
      let spare = fact.isByUnit ? (rows.isEmpty ? 3 : 0) : Self.spareRows
      return rows + Array(repeating: blank, count: spare)
    }
    if fact.kind == .list {
      let items = stated?.items ?? stated?.text.map { [.text($0)] } ?? []
      let rows = items.map { Row(fact: fact, text: $0.text, note: note) }
      return rows + Array(repeating: blank, count: Self.spareRows)
    }
    return [Row(fact: fact, text: stated?.text, note: stated?.text == nil ? nil : note)]
  }

  /// What people are told of a value that was carried over; what they are told of every fact stands in
  /// columns of its own.
  private func note(at keys: [String]) -> String? {
    var group = draft.department
    for (index, key) in keys.enumerated() {
      guard let entry = group.entries.first(where: { $0.key == key }) else { return nil }
      if index == keys.count - 1 {
        return entry.note.flatMap { entry.value == .nothing ? nil : $0 }
      }
      group = entry.value.group ?? DraftGroup()
    }
    return nil
  }

  private func rule(for fact: FactDeclaration, _ range: EntryRange) -> EntryRule? {
    switch fact.kind {
    case .money: EntryRule(range, .number, title: fact.keys.last ?? "", prompt: fact.prompt)
    case .count: EntryRule(range, .count, title: fact.keys.last ?? "", prompt: fact.prompt)
    case .text, .list, .textByAccount: nil
    }
  }

  // MARK: - What no fact is

  private struct Leaf {
    let keys: [String]
    let text: String
    let note: String?
    var path: String { keys.joined(separator: ".") }
  }

  private func leaves(of group: DraftGroup, below keys: [String] = []) -> [Leaf] {
    group.entries.flatMap { entry -> [Leaf] in
      let path = keys + [entry.key]
      switch entry.value {
      case .nothing: return []
      case .text(let text): return [Leaf(keys: path, text: text, note: entry.note)]
      case .list(let items):
        return items.compactMap { item in
          item.text.map { Leaf(keys: path, text: $0, note: entry.note) }
        }
      case .group(let inner): return leaves(of: inner, below: path)
      }
    }
  }

  /// Whether what is stated is a unit's or an account's own.
  private func isOfFact(_ leaf: Leaf) -> Bool {
    let owner = leaf.keys.dropLast().joined(separator: ".")
    return set.fact(owner).map { $0.isByUnit || $0.kind == .textByAccount } ?? false
  }
}

extension FactDeclaration {
  fileprivate func content(_ text: String?) -> EntryCell.Content {
    guard let text, !text.isEmpty else { return .blank }
    return switch kind {
    case .money: .amount(text)
    case .count: .decimal(text)
    case .text, .list, .textByAccount: .text(text.withoutLastBreak)
    }
  }

  fileprivate func look(isReviewed: Bool) -> EntryLook {
    switch kind {
    case .money: isRequired ? .requiredAmount : .amount
    case .count: isRequired ? .requiredCount : .count
    case .text, .list, .textByAccount:
      !isReviewed ? .review : isRequired ? .requiredText : .text
    }
  }

  fileprivate var example: String {
    switch kind {
    case .money: "19000.00"
    case .count: "3"
    case .text, .list, .textByAccount: ""
    }
  }

  fileprivate var prompt: String {
    let unit = unit.isEmpty ? "" : "（\(unit)）"
    return meaning + unit + (isRequired ? "。没有就填 0。" : "。")
  }

  /// Whose rows there are.
  fileprivate var ownerHint: String {
    if isByUnit { return "（每个单位一行）" }
    return switch kind {
    case .textByAccount: "（每个科目一行）"
    case .list: "（每条一行）"
    case .money, .count, .text: ""
    }
  }
}

extension SheetHeading {
  fileprivate var rule: String? {
    switch self {
    case .unit: "按单位填的项目才填：单位的代码。其他的不填。"
    case .account: "按科目填的文字才填：科目的代码（类、款或项）。其他的不填。"
    case .content: "在这一列填写。"
    case .hint: "上年的文字核对、改好以后清空；没有清空的会警告。"
    default: nil
    }
  }
}

extension String {
  /// A text of several lines without the break at its end, which a cell would show as an empty line.
  var withoutLastBreak: String {
    guard hasSuffix("\n"), dropLast().contains("\n") else { return self }
    return String(dropLast())
  }
}
