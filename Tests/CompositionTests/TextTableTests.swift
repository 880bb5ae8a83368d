import Documents
import Geometry
import TestSupport
import Testing

/// Tables, page breaks and landscape stretches that templates put into the text.
@Suite("正文里的表、分页和横向")
struct TextTableTests {
  private func composed(_ change: (inout Books) throws -> Void = { _ in }) throws -> Composed {
    var books = Books.sentences
    books.spend("5000000", "2050201")
    books.spend("1000000", "2010101", economic: "30101", kind: "基本支出")
    try change(&books)
    return try books.compose()
  }

  private func tables(_ composed: Composed) -> [TextTable] {
    (composed.document?.blocks ?? []).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  /// The texts of a table's body, row by row.
  private func body(_ table: TextTable?) -> [[String]] {
    (table?.table.sections ?? []).flatMap(\.body).map { $0.cells.map(\.content.printed) }
  }

  @Test("表头、表题、各行的值都照模板；数和报表一致")
  func contents() throws {
    let composed = try composed()
    let tables = tables(composed)
    #expect(tables.map(\.caption) == ["2021年末预算单位情况表", "没有发生的收入", "", "单位一览"])
    let header = tables.first?.table.sections.first?.header.first?.cells
    #expect(header?.map(\.content.printed) == ["单位", "类型", "职责", "车辆（辆）"])
    #expect(body(tables.first) == [["某局", "行政单位", "", "0.00"], ["某中心", "事业单位", "", "0.00"]])
    let classes = body(tables.dropFirst(2).first)
    #expect(classes.map(\.first) == ["201", "205", ""])
    #expect(classes.map { $0[2] } == ["100.00", "500.00", "100.00"])
    #expect(classes[1][2] == composed.printed(at: "05!205.合计"))
    #expect(classes.last == ["", "合计", "100.00", "——"])
  }

  @Test("横线说明对齐和列宽；右对齐一列里不是数的居中")
  func rule() throws {
    let table = try #require(tables(try composed()).dropFirst(2).first?.table)
    let roles = table.sections.flatMap(\.body).map { $0.cells.map(\.role) }
    #expect(roles.first == [.value, .text, .number, .number])
    #expect(roles.last == [.value, .text, .number, .value])
    let shares = table.columns.map { $0.widths.lowerBound.millimetres.rounded() }
    #expect(shares == [3, 5, 3, 3])
    #expect(table.columns.map(\.holdsFigures) == [false, false, true, true])
  }

  @Test("分页、横向按模板的次序；没有项的列表不留下表，也不留下表题")
  func marks() throws {
    let composed = try composed { books in
      // Without amounts no source has a row.
      books = Books.sentences
    }
    let lines = composed.narrative.lines
    let start = try #require(lines.firstIndex(of: "§1 第五部分 各种表"))
    #expect(
      Array(lines[start...].prefix { !$0.hasPrefix("§1 附件") }) == [
        "§1 第五部分 各种表", "§2 一、预算单位", "本部门的预算单位及其年末车辆见下表。",
        "[2021年末预算单位情况表]", "以上各单位的车辆合计0.00辆。", "[---]", "§2 二、分类支出", "[横向]",
        "§2 三、横放的表", "[单位一览]", "表后的一段横放。", "[纵向]", "最后一段竖放。",
      ])
  }

  @Test("单位写的文字不会成为表、分页或横向；格里的竖线只是文字")
  func clerks() throws {
    let composed = try composed { books in
      books.append(
        "职责: |\n  | 甲 | 乙 |\n  | :-- | --: |\n  | 1 | 2 |\n  [分页]\n  [横向]\n  [表题] 丙\n"
          + "单位职责: {\"431001\": \"| 一 | 二 |\\n[分页]\", \"431002\": \":--\"}",
        to: "department.yaml")
      try books.replace("名称: 某中心", in: "department.yaml", with: "名称: \"某|中心\"")
    }
    let lines = composed.narrative.lines
    let duties = lines.firstIndex(of: "§2 职责").map { lines.dropFirst($0 + 1).prefix(6) }
    #expect(
      duties.map(Array.init) == [
        "| 甲 | 乙 |", "| :-- | --: |", "| 1 | 2 |", "[分页]", "[横向]", "[表题] 丙",
      ])
    let rows = body(tables(composed).first)
    #expect(rows.map { $0[0] } == ["某局", "某|中心"])
    #expect(rows.map { $0[2] } == ["| 一 | 二 | [分页]", ":--"])
    let breaks = composed.document?.blocks.filter { block in
      if case .pageBreak = block { true } else { false }
    }
    #expect(breaks?.count == 1)
  }

  @Test("一段里的表一项一张；紧接着的两张表各有表头")
  func repeated() throws {
    let composed = try composed { books in
      try books.replaceInSet(
        "最后一段竖放。", in: "narrative/tables.mustache",
        with: """
          {{#units}}
          | {{unit}} | 数 |
          | :-- | --: |
          | 车辆 | {{unit_vehicles}} |
          {{/units}}
          """)
    }
    let last = tables(composed).suffix(2)
    #expect(last.map { body($0) } == [[["车辆", "0.00"]], [["车辆", "0.00"]]])
    let headers = last.map { $0.table.sections[0].header[0].cells.map(\.content.printed) }
    #expect(headers == [["某局", "数"], ["某中心", "数"]])
  }
}
