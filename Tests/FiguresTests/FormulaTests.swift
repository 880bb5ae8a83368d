import Domain
import Figures
import Testing

/// Formulas of the audit as people write them.
@Suite("公式的写法")
struct FormulaTests {
  @Test("读得懂的写法")
  func readable() throws {
    let formula = try Formula(
      parsing: "01!income-total + 01!opening - 01!closing = sum(01!f201..f234.amount)")
    #expect(formula.relation == .equal)
    #expect(formula.cells.map(\.text).count == 4)
    #expect(formula.left.singleCells.count == 3)
    #expect(formula.right.singleCells.isEmpty)
    let last = try #require(formula.cells.last)
    #expect(last.rows == .range("f201", "f234"))
    #expect(last.columns == .id("amount"))
    #expect(formula.cells[0].columns == .only)
  }

  @Test(
    "行和列的各种写法",
    arguments: [
      ("05!*.total", CellPattern.Rows.each(.every, prefix: ""), CellPattern.Columns.id("total")),
      ("05!类*.*", .each(.accounts(level: 0), prefix: ""), .each),
      ("01!f*", .each(.every, prefix: "f"), .only),
      ("自评-*!指标*.score", .each(.records("指标"), prefix: ""), .id("score")),
      ("05!2210201.basic", .id("2210201"), .id("basic")),
    ])
  func patterns(text: String, rows: CellPattern.Rows, columns: CellPattern.Columns) throws {
    let formula = try Formula(parsing: "\(text) ≥ 0", records: ["资金", "指标"])
    #expect(formula.cells.map(\.rows) == [rows])
    #expect(formula.cells.map(\.columns) == [columns])
    #expect(formula.cells[0].isOfEachForm == text.hasPrefix("自评-*"))
  }

  @Test("倍数、百分比、括号、金额和名称")
  func parts() throws {
    let formula = try Formula(parsing: "100 × (账上 - 0.01万元) <= percent(甲, 乙) + 12元")
    #expect(formula.names == ["账上", "甲", "乙"])
    guard case .multiple(100, .difference(.name("账上"), .constant(let hundred))) = formula.left
    else {
      Issue.record("\(formula.left)")
      return
    }
    #expect(hundred == .money(Money(fen: 10_000)))
    guard case .sum(let terms) = formula.right else {
      Issue.record("\(formula.right)")
      return
    }
    #expect(terms[0] == .percentage(.name("甲"), .name("乙")))
    #expect(terms[1] == .constant(.money(Money(fen: 1_200))))
    #expect(try Formula(parsing: "甲 = 0").right == .constant(nil))
    #expect(try Formula(parsing: "甲 = 90").right == .constant(.count(90)))
  }

  @Test(
    "读不懂的写法和它的位置",
    arguments: [
      ("甲 + 乙", FormulaFault.Kind.relations(0), 0), ("甲 = 乙 = 丙", .relations(2), 0),
      ("甲 = ", .unexpected("", expected: "单元格、数量或数"), 4),
      ("甲 乙 = 丙", .unexpected("乙", expected: "“+”“-”或比较符号"), 2),
      ("甲 = (乙 + 丙", .open, 4), ("01! = 0", .cell("01!"), 0),
      ("甲 = sum(01!a..)", .cell("01!a.."), 8), ("01!a.b.c = 0", .cell("01!a.b.c"), 0),
      ("甲 = 12分", .unexpected("12分", expected: "数，或带“元”“万元”的金额"), 4),
      ("甲 = 乙 丙", .unexpected("丙", expected: "公式到此结束"), 6),
    ])
  func faults(text: String, kind: FormulaFault.Kind, offset: Int) {
    do {
      _ = try Formula(parsing: text)
      Issue.record("accepted: \(text)")
    } catch {
      #expect(error.kind == kind)
      #expect(error.offset == offset)
    }
  }

  @Test("乱写的公式不会使程序停下")
  func garbage() {
    let pieces = [
      "01!a.b", "sum(", ")", "(", "+", "-", "=", "≤", "*", "!", "..", "甲", "9", "×", ",", " ",
    ]
    var state: UInt64 = 7
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count] + (state & 8 == 0 ? " " : "")
      }
      _ = try? Formula(parsing: text)
    }
  }
}
