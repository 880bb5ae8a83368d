import Catalogues
import Diagnostics
import Readings
import SourceFiles

/// A list as a file has it.
enum ListText {
  /// Rows of cells; one whose text begins with `<<` covers four columns.
  case grid([[String]])
  case lines(String)

  /// The list as readers hand it on: a sheet, and a comma-separated file; or a text.
  var parts: [ListPart] {
    switch self {
    case .grid(let rows): [Self.sheet(rows), Self.commas(rows)].compactMap(\.self)
    case .lines(let text):
      [ListPart.reading(SourceText(file: "科目.txt", text: text)).value].compactMap(\.self)
    }
  }

  private static func sheet(_ rows: [[String]]) -> ListPart {
    var cells: [ReadCell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        let isTitle = text.hasPrefix("<<")
        let reference = "\(["A", "B", "C", "D", "E", "F"][column])\(row + 1)"
        cells.append(
          ReadCell(
            row: row, column: column, columnSpan: isTitle ? 4 : 1,
            text: isTitle ? String(text.dropFirst(2)) : text,
            place: .cell(sheet: "科目", reference: reference)))
      }
    }
    return ListPart(ReadTable(name: "科目", head: [], cells: cells, notes: []), of: "科目.xlsx")
  }

  private static func commas(_ rows: [[String]]) -> ListPart? {
    let text = rows.map { row in
      row.map { text in
        let text = text.hasPrefix("<<") ? String(text.dropFirst(2)) : text
        return text.contains { ",\n".contains($0) } ? "\"\(text)\"" : text
      }.joined(separator: ",") + "\n"
    }.joined()
    return ListPart.reading(SourceText(file: "科目.csv", text: text)).value
  }
}

/// The ways in which the same accounts are written down.
enum ListLayout: String, CaseIterable {
  case twoColumns, oneColumn, splitRepeated, splitChanging, indented, pasted, severalCharts,
    ministry

  /// The accounts, function accounts first.
  func text(of list: MadeList) -> ListText {
    switch self {
    case .twoColumns:
      .grid([["科目编码", "科目名称"]] + list.all.map { [$0.code, $0.name] })
    case .oneColumn:
      .grid(
        [["<<支出科目"], []]
          + list.all.enumerated().map { ["\($1.code)\(["-", " ", "　"][$0 % 3])\($1.name)"] })
    case .splitRepeated:
      .grid(
        [["科目编码", "", "", "科目名称"], ["类", "款", "项", ""]]
          + list.all.map { Self.padded($0.parts) + [$0.name] })
    case .splitChanging:
      .grid(
        [["类", "款", "项", "科目名称"]]
          + list.all.map { account in
            var cells = ["", "", "", account.name]
            cells[account.level] = account.parts[account.level]
            return cells
          })
    case .indented:
      .lines(
        list.all.map { String(repeating: "　", count: $0.level) + $0.code + $0.name + "\n" }
          .joined())
    case .pasted: .lines(Self.pasted(list.all))
    case .severalCharts: .grid(Self.severalCharts(list))
    case .ministry: .grid(Self.ministry(list.all))
    }
  }

  private static func padded(_ parts: [String]) -> [String] {
    parts + Array(repeating: "", count: 3 - parts.count)
  }

  /// What comes of copying the pages of a PDF: their heads and numbers, names that break, explanations.
  private static func pasted(_ accounts: [MadeList.Account]) -> String {
    var lines = ["某年政府收支分类科目", "目 录", "支出功能分类科目 …… 12"]
    for (index, account) in accounts.enumerated() {
      if index % 25 == 0 {
        lines += ["— \(index / 25 + 1) —", "\u{0C}政府收支分类手册", "科目编码 科目名称 说 明", ""]
      }
      let first = String(account.name.prefix(12))
      let rest = String(account.name.dropFirst(12))
      if index % 4 == 1, rest.isEmpty {
        lines.append("\(account.code) \(account.name) 反映这一科目的支出，")
        lines.append("包括与之有关的其他开支")
        continue
      }
      lines.append((index % 9 == 0 ? "★" : "") + "\(account.code) \(first)")
      // The end of a page may stand in the midst of a name.
      if index % 25 == 24, !rest.isEmpty { lines += ["\(index / 25 + 2)"] }
      if !rest.isEmpty { lines.append(rest) }
      if index % 3 == 0 {
        lines.append("反映除上述项目以外的支出")
        lines.append("以及按规定列支的其他款目")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func severalCharts(_ list: MadeList) -> [[String]] {
    var rows = [["<<支出科目表"], ["<<一、支出功能分类科目"], ["科目编码", "科目名称", "备注"]]
    rows += list.function.map { [$0.code, $0.name, ""] }
    rows += [[], ["<<二、支出经济分类科目"], ["序号", "科目代码", "科目名称"]]
    rows += list.economic.enumerated().map { ["\($0 + 1)", $1.code, $1.name] }
    return rows + [["<<三、政府预算支出经济分类科目"], ["501", "某某支出"], ["50101", "某某津贴"]]
  }

  /// The list that comes with the classification: explanations, blank rows, heads of pages.
  private static func ministry(_ accounts: [MadeList.Account]) -> [[String]] {
    var rows: [[String]] = [["<<政府收支分类科目"]]
    for (index, account) in accounts.enumerated() {
      if index % 40 == 0 { rows += [[], ["<<续表"], ["科目编码", "科目名称", "说 明"]] }
      if account.level == 0 { rows.append([]) }
      let name =
        index % 7 == 0 ? account.name.map(String.init).joined(separator: "　") : account.name
      let code = index % 5 == 0 ? account.code + ".0" : account.code
      let explanation = index % 2 == 0 ? "反映\(account.name)方面的支出。" : ""
      rows.append([
        code, index % 11 == 0 ? name.prefix(2) + "\n" + name.dropFirst(2) : name, explanation,
      ])
    }
    return rows
  }
}
