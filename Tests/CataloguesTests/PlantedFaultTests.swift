import Catalogues
import Diagnostics
import Domain
import TestSupport
import Testing

/// What is amiss in a list is told where it stands, and nothing else is.
@Suite("Faults in lists of accounts") struct PlantedFaultTests {
  /// A row that is put in, or takes the place of the row of an account.
  private struct Plant {
    let code: String
    let row: [String]
    var replaces: String?
    /// The column in which it is told, from 0.
    var column = 0

    init(_ code: String, _ row: [String], replacing: String? = nil, column: Int = 0) {
      (self.code, self.row, self.column) = (code, row, column)
      replaces = replacing
    }
  }

  private static let plants = [
    Plant("K116", ["2010101", "另一种叫法"], column: 1),
    Plant("K121", ["2019901", "没有款的项"]),
    Plant("K122", ["241", "没有款的类"]),
    Plant("K122", ["20150", "没有项的款"]),
    Plant("K104", ["2020101", ""], replacing: "2020101"),
    Plant("K102", ["2010", "四位的事务"]),
    Plant("K102", ["3010101", "七位的经济科目"]),
    Plant("K103", ["2O10150", "有字母的事务"]),
    Plant("K103", ["20l0151", "又一个有字母的事务"]),
    Plant("K112", ["写反了的事务", "2030101"], replacing: "2030101", column: 1),
    Plant("K106", ["2040101", "12345"], replacing: "2040101", column: 1),
    Plant("K113", ["2050101", "像样的事务", "像样的服务"], replacing: "2050101", column: 2),
    Plant("K105", ["2060101", "反映河渠方面的支出"], replacing: "2060101", column: 1),
    Plant("K108", ["4010101", "哪一种分类都不是"]),
    Plant("K109", ["2070101", "行政某某2070102一般某某"], replacing: "2070101", column: 1),
    Plant("K110", ["", "孤零零的事务"], column: 1),
    Plant("K102", ["2.01E+06", "科学记数的事务"]),
    Plant("K114", ["2080101", "断掉的事务（某某"], replacing: "2080101", column: 1),
    Plant("K107", ["2090101", "印不出的\u{E001}事务"], replacing: "2090101", column: 1),
    Plant("K115", ["2100101", "中间有空 格的事务"], replacing: "2100101", column: 1),
  ]

  @Test("twenty planted faults are twenty findings at their places")
  func planted() {
    let (rows, expected) = Self.rows()
    #expect(Self.plants.count == 20)
    for part in ListText.grid(rows).parts {
      let findings = Self.findings(of: part)
      let found = findings.map { "\($0.code) \(Self.row(of: $0))" }.sorted()
      #expect(found == expected, "\(findings.map(\.what))")
    }
  }

  @Test("in a sheet the very cell is told")
  func cells() throws {
    let (rows, _) = Self.rows()
    let part = try #require(ListText.grid(rows).parts.first)
    for finding in Self.findings(of: part) {
      guard case .cell(let place) = finding.place, let reference = place.reference else {
        Issue.record("\(finding.what) has no cell")
        continue
      }
      let column = ["A": 0, "B": 1, "C": 2][reference.prefix(1)]
      let row = rows[Self.row(of: finding) - 1]
      let plant = Self.plants.first { $0.row == row }
      #expect(plant?.column == column, "\(finding.code) \(reference)")
      #expect(place.file == "科目.xlsx")
    }
  }

  @Test("faults of lines are told at their lines")
  func lines() {
    let text = """
      201 甲类
      20101 乙款
      2010101 丙项
      2010101 另一个名称
      2O10102 丁项
      201010 位数不对
      2010103
      2010104 反映某某
      没有的款 2010105
      2010106 戊项  像名称的文字
      2010107 戊项
      4010101 不知何物
      501 政府的科目
      102 收入的科目

      """
    let findings = Self.findings(of: ListText.lines(text).parts[0])
    let found = findings.map { "\($0.code) \(Self.row(of: $0))" }
    #expect(
      found == [
        "K116 4", "K103 5", "K102 6", "K104 7", "K105 8", "K112 9", "K113 10", "K117 11", "K108 12",
        "K120 13", "K120 14",
      ], "\(findings.map(\.what))")
  }

  @Test("a repetition by the same name is nothing, whatever its width")
  func repetition() {
    let text = "201 甲类\n20101 乙款（某）\n2010101 丙项\n20101 乙款(某)\n2010101 丙 项\n"
    #expect(Self.findings(of: ListText.lines(text).parts[0]).isEmpty)
  }

  /// The list with the plants in it, and what is to be found: code and row, from 1.
  private static func rows() -> (rows: [[String]], expected: [String]) {
    var rows = [["科目编码", "科目名称"]] + MadeList().all.map { [$0.code, $0.name] }
    for (index, plant) in plants.enumerated() {
      if let code = plant.replaces {
        for row in rows.indices where rows[row][0] == code { rows[row] = plant.row }
      } else {
        // Not at the end, where a sheet may have notes.
        rows.insert(plant.row, at: 900 + index * 20)
      }
    }
    let expected = plants.map { plant in
      "\(plant.code) \((rows.firstIndex(of: plant.row) ?? -1) + 1)"
    }
    return (rows, expected.sorted())
  }

  private static func findings(of part: ListPart) -> [Finding] {
    let reading = readCatalogue([part], by: .shipped)
    let changes = AccountChart.allCases.flatMap {
      CatalogueChanges(reading.accounts(of: $0), of: $0, year: 2, known: KnownNames()).findings
    }
    return (reading.findings + changes).inReadingOrder()
  }

  private static func row(of finding: Finding) -> Int {
    switch finding.place {
    case .cell(let place): Int(place.reference?.drop { $0.isLetter } ?? "") ?? 0
    case .source(let place): place.line
    default: 0
    }
  }
}
