internal import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import Geometry
internal import SourceFiles

/// Checks that need a whole form or all forms: ids, line numbers, sums, headings, widths, names.
struct FormChecks {
  let log: FindingLog
  let style: DocumentStyle?
  let facts: [FactDeclaration]
  let names: AccountNames

  /// Checks the forms of a set.
  ///
  /// - Parameter sound: the numbers of those that were read without a fault. Headings, wording and
  ///   cells of the others are left unjudged, as are those of forms with equal ids: what the faults
  ///   left out would be missed there again.
  func check(_ forms: [FormLayout], sound: Set<String>) {
    var sheets: [String: SourcePlace] = [:]
    for form in forms {
      unique(SheetNameRule.key(of: form.sheetName), "工作表名", "116", at: form.place, among: &sheets)
      checkSheetName(form)
      checkWidths(form.columns.map(\.width), on: form.orientation, at: form.place)
      let before = log.findings.count
      checkIDs(form)
      guard sound.contains(form.number), log.findings.count == before else { continue }
      checkHeadings(form)
      checkWording(form)
      guard checkTrees(form) else { continue }
      CellChecks(log: log, form: form, facts: facts).check()
    }
  }

  /// Reports a value that was used before.
  func unique(
    _ value: String, _ what: String, _ number: String, at place: SourcePlace,
    among seen: inout [String: SourcePlace]
  ) {
    guard let first = seen[value] else {
      seen[value] = place
      return
    }
    log.error(
      number, at: place, what: "\(what)“\(value)”用了两次", expected: "“\(what)”各不相同",
      mend: "改其中一个", related: [first])
  }

  /// The rules of spreadsheet programs for the names of sheets.
  private func checkSheetName(_ form: FormLayout) {
    let name = form.sheetName
    guard SheetNameRule.fault(of: name) != nil else { return }
    log.error(
      "116", at: form.place, what: "工作表名“\(name)”不能用",
      expected: "1 到 31 个字，不含 [ ] : * ? / \\，首尾不是单引号", mend: "换一个短名字")
  }

  private func checkIDs(_ form: FormLayout) {
    var columns: [String: SourcePlace] = [:]
    for column in form.columns {
      unique(column.id, "列的 id", "106", at: column.place, among: &columns)
    }
    var rows: [String: SourcePlace] = [:]
    var lines: [String: SourcePlace] = [:]
    for row in form.fixedRows {
      unique(row.id, "行的 id", "106", at: row.place, among: &rows)
      if let line = row.lineNumber { unique(line, "行次", "105", at: row.place, among: &lines) }
    }
    for cell in form.sections.flatMap(\.foot).joined() {
      guard case .figure(let id, _, _) = cell.content else { continue }
      unique(id, "行的 id", "106", at: cell.place, among: &rows)
    }
  }

  /// The columns must not be wider than the page.
  func checkWidths(_ widths: [Length], on orientation: PageOrientation, at place: SourcePlace) {
    guard let page = style?.formPage else { return }
    let available = page.size(orientation).width - page.margins.left - page.margins.right
    let needed = widths.sum()
    guard needed.points > available.points + 0.01 else { return }
    log.error(
      "113", at: place,
      what: "各列宽度之和 \(rounded(needed.millimetres)) 毫米，超出页面",
      expected: "不超过 \(rounded(available.millimetres)) 毫米（纸宽减左右边距）",
      mend: "改小某几列的 width，或改用横向页面")
  }

  private func rounded(_ millimetres: Double) -> String {
    let tenths = Int((millimetres * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  /// Every figure column needs a heading of its own, unlike others of its block, or its figures would
  /// have no address.
  private func checkHeadings(_ form: FormLayout) {
    var keys: [String] = []
    for section in form.sections {
      keys = section.columnKeys(columnCount: form.columns.count, earlier: keys)
      for block in section.blocks {
        var seen: [String: ColumnLayout] = [:]
        for index in block.columns where form.columns[index].content == .figure {
          checkHeading(keys[index], of: form.columns[index], among: &seen)
        }
      }
    }
  }

  private func checkHeading(
    _ key: String, of column: ColumnLayout, among seen: inout [String: ColumnLayout]
  ) {
    if key.isEmpty {
      log.error(
        "117", at: column.place, what: "列“\(column.id)”上面没有只属于它的表头文字",
        expected: "每个数字列在表头里有自己的标题或栏次", mend: "在 header 中补上这一列的标题")
    } else if let first = seen.updateValue(column, forKey: key) {
      log.error(
        "117", at: column.place, what: "列“\(column.id)”和列“\(first.id)”的表头都是“\(key)”",
        expected: "同一块里各数字列的标题连同上级标题各不相同", mend: "在 header 中区分两列，或加一行栏次",
        related: [first.place])
    }
  }

  /// The rows of a tree are known by their accounts, so that a form can have but one, and no fixed
  /// line may be called like an account.
  ///
  /// - Returns: whether the cells can be judged.
  private func checkTrees(_ form: FormLayout) -> Bool {
    let trees = form.sections.flatMap(\.blocks).flatMap(\.rows).compactMap { row in
      if case .tree(let tree) = row { tree } else { nil }
    }
    guard let tree = trees.first else { return true }
    if trees.count > 1 {
      log.error(
        "110", at: trees[1].place, what: "表里有 \(trees.count) 棵科目树", expected: "每张表最多一棵",
        mend: "把另一棵放到另一张表", related: [tree.place])
    }
    if form.scope.isEmpty {
      log.error(
        "110", at: tree.place, what: "有科目树的表没有 scope", expected: "scope 说明哪些账目的科目列成行",
        mend: "加上 scope")
    }
    for row in form.fixedRows where FunctionAccount(row.id) != nil {
      log.error(
        "106", at: row.place, what: "行的 id“\(row.id)”像一个科目代码，与科目树的行分不开",
        expected: "有科目树的表里，行的 id 不是 3、5、7 位数字", mend: "在前面加一个字母")
    }
    return trees.count == 1 && !form.scope.isEmpty
  }

  /// A wording without a column to stand in would vanish; an account needs a name.
  private func checkWording(_ form: FormLayout) {
    for block in form.sections.flatMap(\.blocks) {
      let contents = Set(form.columns[block.columns].map(\.content))
      for case .tree(let tree) in block.rows where contents.isDisjoint(with: [.code, .name]) {
        vanishing("科目树", at: tree.place, column: .name)
      }
      for case .fixed(let row) in block.rows {
        if !row.label.isEmpty, contents.isDisjoint(with: [.label, .code, .name]) {
          vanishing("文字“\(row.label)”", at: row.place, column: .label)
        }
        if let line = row.lineNumber, !contents.contains(.lineNumber) {
          vanishing("行次“\(line)”", at: row.place, column: .lineNumber)
        }
        if case .account(let account) = row.kind,
          names.name(of: account.code, in: .economic) == nil
        {
          log.error(
            "115", at: row.place, what: "科目 \(account.code) 没有名称",
            expected: "科目目录中有 \(account.code)", mend: "在 catalogues 的支出经济目录中加一行")
        }
      }
    }
  }

  private func vanishing(_ what: String, at place: SourcePlace, column: ColumnLayout.Content) {
    log.error(
      "118", at: place, what: "\(what)所在的块没有能显示它的列",
      expected: "块里有 show: \(column.rawValue) 的列", mend: "加上这一列，或去掉这项内容")
  }
}

extension FormLayout {
  /// The lines that are always printed, in order.
  var fixedRows: [FixedRow] {
    sections.flatMap(\.blocks).flatMap(\.rows).compactMap { row in
      if case .fixed(let fixed) = row { fixed } else { nil }
    }
  }
}
