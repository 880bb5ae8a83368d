import Catalogues
import Diagnostics
import Domain
import TestSupport
import Testing

/// Codes and names as people write them.
@Suite("Written accounts") struct WrittenAccountTests {
  @Test(
    "a line is a code and a name",
    arguments: [
      ("2010102 甲乙", "2010102 甲乙"), ("201 01 02 甲乙", "2010102 甲乙"),
      ("201.01.02甲乙", "2010102 甲乙"), ("２０１０１０２　甲乙", "2010102 甲乙"),
      ("★2010102-甲乙", "2010102 甲乙"), ("• 2010102：甲乙", "2010102 甲乙"),
      ("1、2010102 甲乙", "2010102 甲乙"), ("2010100 甲乙", "20101 甲乙"),
      ("2010000 甲乙", "201 甲乙"), ("20101.0 甲乙", "20101 甲乙"), ("201类 甲乙", "201 甲乙"),
      ("22902年初预留", "22902 年初预留"), ("2010104项目管理", "2010104 项目管理"),
      ("2010102 甲　乙", "2010102 甲乙"), ("2010102 甲  乙", "2010102 甲乙"),
      ("2010102 甲乙 …… 12", "2010102 甲乙"), ("2010102 甲乙 反映丙丁", "2010102 甲乙"),
      ("2010102\t甲乙\t反映丙丁", "2010102 甲乙"), ("2010102 甲乙（某）", "2010102 甲乙（某）"),
      ("2296002 用于某某的支出", "2296002 用于某某的支出"), ("2010102甲乙*", "2010102 甲乙"),
      ("30101\n基本某某", "30101 基本某某"), ("2010102 甲乙丙（丁\n戊）", "2010102 甲乙丙（丁戊）"),
      ("|2010102|甲乙|", "2010102 甲乙"),
    ])
  func lines(text: String, expected: String) {
    #expect(Self.accounts(text) == [expected])
  }

  @Test(
    "what only looks like an account is none",
    arguments: [
      "2024年某某科目", "— 201 —", "第 201 页", "共 201 个", "201", "目录", "注：2010102 另有规定",
      "见 2010102 的说明", "单位：2010102", "12 甲乙", "",
    ])
  func others(text: String) {
    #expect(Self.accounts(text) == [])
  }

  @Test("two digits below a code are those of the level that their place shows")
  func relative() {
    let text = """
      201   甲类
        01   乙款
          01   丙项
          02   丁项
        02   戊款
          01   己项
      202   庚类
        01   01   辛项

      """
    #expect(
      Self.accounts(text) == [
        "201 甲类", "20101 乙款", "2010101 丙项", "2010102 丁项", "20102 戊款", "2010201 己项",
        "202 庚类", "2020101 辛项",
      ])
  }

  @Test("names that break on a page go on below themselves")
  func columns() {
    let text = """
      科目编码        科目名称              说明
      20101           甲乙丙丁戊己庚        反映某某方面
                      事务                  的支出
      2010101         行政某某              反映另外的
                                            支出

      """
    #expect(Self.accounts(text) == ["20101 甲乙丙丁戊己庚事务", "2010101 行政某某"])
  }

  @Test("columns are told by what stands in them")
  func tables() {
    #expect(
      Self.accounts(.grid([["类编码", "类名称", "款编码", "款名称"], ["201", "甲", "20101", "乙"]]))
        == ["201 甲", "20101 乙"])
    #expect(
      Self.accounts(.grid([["科目名称", "科目编码", "级次"], ["甲", "201", "1"], ["乙", "20101", "2"]]))
        == ["201 甲", "20101 乙"])
    #expect(
      Self.accounts(
        .grid([["201", "甲", "", ""], ["20101", "", "乙", ""], ["2010101", "", "", "丙"]]))
        == ["201 甲", "20101 乙", "2010101 丙"])
    #expect(
      Self.accounts(
        .grid([["类", "款", "科目名称"], ["301", "", "甲"], ["", "1", "乙"], ["", "2", "丙"]]))
        == ["301 甲", "30101 乙", "30102 丙"])
    #expect(
      Self.accounts(.grid([["201", "甲", "302", "丙"], ["20101", "乙", "30201", "丁"]]))
        == ["201 甲", "20101 乙", "302 丙", "30201 丁"])
    #expect(
      Self.accounts(
        .grid([["科目编码", "科目名称", "预算数"], ["2010101", "甲", "20101"], ["2010102", "乙", "2,010"]]))
        == ["2010101 甲", "2010102 乙"])
  }

  @Test("mutated lists are read or told, and never trap")
  func hostile() {
    var random = SeededRandom(seed: 7)
    let list = MadeList()
    let odd = Array("０2３〇Ol|（）()、，,。；\t\n\r\u{0C}　 .·…—-反映类款项续表注：\"'\u{E000}\u{200B}e+E9")
    var bases: [[Character]] = []
    for layout in ListLayout.allCases {
      switch layout.text(of: list) {
      case .lines(let text): bases.append(Array(text.prefix(700)))
      case .grid(let rows):
        bases.append(
          Array(rows.prefix(30).map { $0.joined(separator: ",") }.joined(separator: "\n")))
      }
    }
    for round in 0..<300 {
      var text = bases[round % bases.count]
      for _ in 0..<(1 + random.number(below: 60)) {
        let place = random.number(below: text.count)
        switch random.number(below: 4) {
        case 0: text.remove(at: place)
        case 1: text.insert(odd[random.number(below: odd.count)], at: place)
        case 2: text[place] = odd[random.number(below: odd.count)]
        default: text.swapAt(place, random.number(below: text.count))
        }
      }
      var cells = [[""]]
      for character in text {
        switch character {
        case "\n": cells.append([""])
        case "," where cells[cells.count - 1].count < 6: cells[cells.count - 1].append("")
        default: cells[cells.count - 1][cells[cells.count - 1].count - 1].append(character)
        }
      }
      for part in ListText.lines(String(text)).parts + ListText.grid(cells).parts {
        let reading = readCatalogue([part], by: .shipped)
        for chart in AccountChart.allCases {
          let accounts = reading.accounts(of: chart)
          #expect(Set(accounts.map(\.code)).count == accounts.count)
          #expect(accounts.allSatisfy { !$0.name.isEmpty })
          _ = CatalogueChanges(accounts, of: chart, year: 1, known: KnownNames())
        }
      }
    }
  }

  private static func accounts(_ text: String) -> [String] { accounts(.lines(text)) }

  /// Of the first way in which the list is handed on.
  private static func accounts(_ text: ListText) -> [String] {
    let reading = readCatalogue(Array(text.parts.prefix(1)), by: .shipped)
    return AccountChart.allCases.flatMap { reading.accounts(of: $0) }.map {
      "\($0.code) \($0.name)"
    }
  }
}
