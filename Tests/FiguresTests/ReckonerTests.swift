import Diagnostics
import Domain
import Figures
import Testing

/// Expressions over a book of figures and named quantities.
@Suite("由各数推算")
struct ReckonerTests {
  /// What the tests name.
  enum Name: Hashable {
    case ledger, vehicles, units
  }

  private static func figure(_ form: String, _ row: String, _ column: String, fen: Int64?) -> Figure
  {
    Figure(
      key: FigureKey(form: form, cell: CellKey(row: row, column: column)),
      address: FigureAddress(form: form, row: row, column: column),
      value: fen.map { .money(Money(fen: $0)) },
      format: NumberFormat(kind: .money(.tenThousand), decimals: 2, grouping: true), none: .blank,
      zero: .blank, sources: [])
  }

  private static let book = FigureBook([
    FigureForm(
      number: "05",
      rows: [
        FigureRow(id: "total", kind: .total, name: "合计"),
        FigureRow(id: "20101", kind: .account(code: "20101", .function), name: "某科目"),
      ],
      figures: [
        figure("05", "total", "a", fen: 500), figure("05", "total", "b", fen: -200),
        figure("05", "20101", "a", fen: 70), figure("05", "20101", "b", fen: nil),
      ])
  ])

  private static let reckoner = Reckoner<Name>(
    book: book,
    quantities: [
      .ledger: NamedQuantity(
        Quantity(.money(Money(fen: 9))), bySubject: ["20101": Quantity(.money(Money(fen: 4)))]),
      .vehicles: NamedQuantity(Quantity(.count(3))),
    ])

  private func key(_ row: String, _ column: String, form: String = "05") -> FigureKey {
    FigureKey(form: form, cell: CellKey(row: row, column: column))
  }

  private func fen(
    _ expression: QuantityExpression<Name>, in row: Reckoner<Name>.Row? = nil
  ) -> Int64? {
    Self.reckoner.value(expression, in: row).value?.raw
  }

  @Test("表里的数，相加，相减")
  func figures() {
    #expect(fen(.figure(key("total", "a"))) == 500)
    #expect(fen(.sum([.figure(key("total", "a")), .figure(key("total", "b"))])) == 300)
    #expect(fen(.difference(.figure(key("20101", "a")), .figure(key("total", "a")))) == -430)
  }

  @Test("没有数的一格，和没有的行、列、表，什么也不是；加起来如同没有")
  func missing() {
    #expect(fen(.figure(key("20101", "b"))) == nil)
    #expect(fen(.figure(key("20102", "a"))) == nil)
    #expect(fen(.figure(key("total", "a", form: "06"))) == nil)
    #expect(fen(.sum([.figure(key("20101", "a")), .figure(key("20102", "a"))])) == 70)
    #expect(fen(.sum([])) == nil)
  }

  @Test("本行的数，和按本行的科目取的数")
  func rows() {
    let row = Reckoner<Name>.Row(form: "05", id: "20101", subject: "20101")
    #expect(fen(.row(columns: ["a", "b"]), in: row) == 70)
    #expect(fen(.row(columns: ["a"])) == nil)
    #expect(fen(.named(.ledger), in: row) == 4)
    #expect(fen(.named(.ledger), in: Reckoner.Row(subject: "20199")) == 9)
    #expect(fen(.named(.ledger)) == 9)
  }

  @Test("没有交来的数不知道；不知道的一部分使整个不知道；金额和数量不能相加")
  func unknown() {
    #expect(Self.reckoner.value(.named(.units), in: nil).isUnknown)
    let sum = Self.reckoner.value(.sum([.named(.units), .figure(key("total", "a"))]), in: nil)
    #expect(sum.isUnknown && sum.value == .money(Money(fen: 500)))
    let mixed = Self.reckoner.value(.sum([.named(.vehicles), .named(.ledger)]), in: nil)
    #expect(mixed.isUnknown && mixed.value == nil)
    #expect(!Self.reckoner.value(.figure(key("20101", "b")), in: nil).isUnknown)
  }

  @Test("一个式子用到的名字")
  func names() {
    let expression = QuantityExpression<Name>.difference(
      .sum([.named(.ledger), .figure(key("total", "a"))]), .named(.vehicles))
    #expect(expression.names == [.ledger, .vehicles])
    #expect(QuantityExpression<Name>.row(columns: ["a"]).names.isEmpty)
  }

  @Test("一本数：按键找数，按 id 找行；同一个 id 以先的为准")
  func book() {
    #expect(Self.book.figure(key("total", "b"))?.printed == "0.00")
    #expect(Self.book.form("05")?.row("20101")?.account?.code == "20101")
    #expect(Self.book.form("05")?.row("total")?.account == nil)
    #expect(Self.book.form("06") == nil)
    #expect(Self.book.figures.count == 4)
    let list = FigureForm(
      number: "01",
      figures: [
        Figure(
          address: FigureAddress(form: "01", row: "行1", column: "1"), printed: "1.00",
          content: .number(FixedDecimal(units: 100, decimals: 2)), at: .line(2, of: "figures.csv"))
      ])
    #expect(list.figure(CellKey(row: "行1", column: "1")) == nil, "a list knows no ids")
  }
}
