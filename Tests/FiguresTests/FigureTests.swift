import Diagnostics
import Domain
import Figures
import Testing

/// What a cell prints.
@Suite("表格里的数")
struct FigureTests {
  private static let tenThousands = NumberFormat(
    kind: .money(.tenThousand), decimals: 2, grouping: true)
  private static let yuan = NumberFormat(
    kind: .money(.yuan), decimals: 2, grouping: false)
  private static let cars = NumberFormat(
    kind: .count(unit: "辆"), decimals: 0, grouping: true)

  private func figure(
    _ value: FigureValue?, _ format: NumberFormat = tenThousands, none: EmptyStyle = .blank,
    zero: EmptyStyle = .blank
  ) -> Figure {
    Figure(
      address: FigureAddress(form: "05", row: "2080501", column: "2"), value: value,
      format: format, none: none, zero: zero, sources: [])
  }

  private func money(_ fen: Int64) -> FigureValue { .money(Money(fen: fen)) }

  @Test("没有数：空白、0.00 或 ——", arguments: [(EmptyStyle.blank, ""), (.number, "0.00"), (.dash, "——")])
  func none(_ style: EmptyStyle, _ text: String) {
    let figure = figure(nil, none: style, zero: .dash)
    #expect(figure.printed == text)
    #expect((figure.shown == nil) == (style != .number))
    #expect(figure.exact == "")
  }

  @Test("恰好为零：空白、0.00 或 ——", arguments: [(EmptyStyle.blank, ""), (.number, "0.00"), (.dash, "——")])
  func zero(_ style: EmptyStyle, _ text: String) {
    let figure = figure(money(0), none: .dash, zero: style)
    #expect(figure.printed == text)
    #expect(figure.exact == "0.00")
  }

  @Test("不为零而四舍五入后为零，印 0.00，不印空白也不印负零", arguments: [1, 4999, -1, -4999] as [Int64])
  func roundsToNothing(_ fen: Int64) {
    let figure = figure(money(fen), none: .dash, zero: .blank)
    #expect(figure.printed == "0.00")
    #expect(figure.shown == FixedDecimal(units: 0, decimals: 2))
    #expect(figure.value == money(fen))
  }

  @Test(
    "万元、千分位、负数",
    arguments: [
      (5000, "0.01"), (-5000, "-0.01"), (5_924_670_014, "5,924.67"),
      (-123_456_789_012, "-123,456.79"), (100_000_000_000, "100,000.00"),
    ] as [(Int64, String)])
  func tenThousands(_ fen: Int64, _ text: String) { #expect(figure(money(fen)).printed == text) }

  @Test("元，不分节")
  func inYuan() {
    let figure = figure(money(-123_450), Self.yuan)
    #expect(figure.printed == "-1234.50")
    #expect(figure.shown == FixedDecimal(units: -123_450, decimals: 2))
  }

  @Test("数量")
  func counts() {
    #expect(figure(.count(2), Self.cars).printed == "2")
    #expect(figure(.count(1234), Self.cars).printed == "1,234")
    #expect(figure(.count(1234), Self.cars).exact == "1234")
    #expect(figure(.count(0), Self.cars).printed == "")
    #expect(figure(.count(0), Self.cars, zero: .number).printed == "0")
    #expect(figure(nil, Self.cars, none: .number).printed == "0")
  }

  @Test("精确值以元为单位，不受四舍五入影响")
  func exactText() {
    #expect(figure(money(5_924_670_014)).exact == "59246700.14")
    #expect(figure(money(-1)).exact == "-0.01")
  }

  @Test("公开地址")
  func address() {
    #expect(figure(nil).address.description == "05!2080501.2")
    #expect(
      "\(FigureAddress(form: "01", row: "支出/总计", column: "决算数"))" == "01!支出/总计.决算数")
  }

  @Test("空白、数字、—— 的名称就是版式里的写法")
  func emptyStyles() { #expect(EmptyStyle.allCases.map(\.rawValue) == ["空白", "数字", "——"]) }
}
