import Domain
import Figures
import Testing

/// Shares, changes and completions, exact until they are printed.
@Suite("比重、变动、完成率")
struct RatioTests {
  private func money(_ fen: Int64, isUnknown: Bool = false) -> Quantity {
    Quantity(.money(Money(fen: fen)), isUnknown: isUnknown)
  }

  private func text(_ percentage: Percentage?, grouping: Bool = false) -> String? {
    percentage?.text(grouping: grouping, isTrimmed: false)
  }

  @Test(
    "百分比由整数得出，只舍入一次，逢五远离零",
    arguments: [
      (1, 3, "33.33%"), (2, 3, "66.67%"), (1, 80_000, "0.00%"), (1, 20_000, "0.01%"),
      (-1, 20_000, "-0.01%"), (1, -20_000, "-0.01%"), (-1, -20_000, "0.01%"), (5, 5, "100.00%"),
      (0, 7, "0.00%"), (Int64.max, 1, "922337203685477580700.00%"),
      (Int64.min, 1, "-922337203685477580800.00%"),
    ] as [(Int64, Int64, String)])
  func percentages(part: Int64, whole: Int64, printed: String) {
    #expect(text(Percentage(part, of: whole, decimals: 2)) == printed)
  }

  @Test("没有整体就没有百分比；千分位；去掉末尾的零；不留小数")
  func shapes() {
    #expect(Percentage(1, of: 0, decimals: 2) == nil)
    #expect(text(Percentage(12_345, of: 1, decimals: 2), grouping: true) == "1,234,500.00%")
    let half = Percentage(1, of: 2, decimals: 2)
    #expect(half?.text(grouping: false, isTrimmed: true) == "50%")
    #expect(text(Percentage(1, of: 200, decimals: 0)) == "1%")
  }

  @Test("比重：没有部分、没有整体、整体是负数、百分比")
  func shares() {
    #expect(Share(money(0), of: money(0), decimals: 2) == .noBase)
    #expect(Share(Quantity(nil), of: money(9), decimals: 2) == .nothing)
    #expect(Share(money(3), of: money(0), decimals: 2) == .noBase)
    #expect(Share(money(3), of: money(-4), decimals: 2) == .noBase)
    let share = Share(money(3), of: money(4), decimals: 2)
    guard case .percentage(let percentage) = share else {
      Issue.record("\(share)")
      return
    }
    #expect(text(percentage) == "75.00%")
  }

  @Test(
    "变动的方向，和拿什么来比",
    arguments: [
      (5, 3, .more, .positive), (3, 5, .less, .positive), (4, 4, .equal, .positive),
      (0, 0, .equal, .zero), (5, 0, .more, .zero), (-5, 0, .less, .zero),
      (-5, -3, .less, .negative), (-3, -5, .more, .negative), (5, nil, .more, .absent),
      (-5, nil, .less, .absent), (0, nil, .equal, .absent),
    ] as [(Int64, Int64?, Change.Direction, Change.Basis)])
  func directions(
    figure: Int64, base: Int64?, direction: Change.Direction, basis: Change.Basis
  ) {
    let change = Change(of: money(figure), against: base.map { money($0) } ?? Quantity(nil))
    #expect(change.direction == direction)
    #expect(change.basis == basis)
  }

  @Test("没有人说上年是多少，就没有变动可言，也不必有原因")
  func noPrior() {
    let change = Change(of: money(900), against: Quantity(nil, isUnknown: true))
    #expect(change.basis == .unknown)
    #expect(!change.exceeds(percent: 0))
  }

  @Test("幅度是差额占基数的大小；超过界限才要原因")
  func sizes() {
    let change = Change(of: money(-130), against: money(-100))
    #expect(change.difference.raw == -30)
    #expect(text(change.ratio(decimals: 2)) == "30.00%")
    #expect(change.exceeds(percent: 29))
    #expect(!change.exceeds(percent: 30))
    #expect(Change(of: money(1), against: money(0)).exceeds(percent: 1_000))
    #expect(Change(of: money(1), against: money(0)).ratio(decimals: 2) == nil)
    // As large as amounts can be: nothing overflows.
    #expect(Change(of: money(.max), against: money(-.max)).exceeds(percent: 199))
  }

  @Test(
    "完成率",
    arguments: [
      (0, 0, .nothing, nil), (5, 0, .noBase, nil), (0, 5, .zero, nil), (3, 4, .rate, "75.00%"),
      (-3, 4, .rate, "-75.00%"), (3, -4, .negative, "-75.00%"), (0, -4, .negative, nil),
    ] as [(Int64, Int64, Completion.State, String?)])
  func completions(figure: Int64, budget: Int64, state: Completion.State, rate: String?) {
    let completion = Completion(of: money(figure), against: money(budget))
    #expect(completion.state == state)
    #expect(text(completion.rate(decimals: 2)) == rate)
    #expect(completion.difference.raw == figure - budget)
  }
}
