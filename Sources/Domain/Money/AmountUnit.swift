/// A unit that people state amounts in.
public struct AmountUnit: Hashable, Sendable {
  /// Its name: `万元`.
  public let name: String
  /// How many 元 one is; nil where no fixed number says so.
  public let inYuan: Int64?

  /// The unit of all ledgers.
  public static let yuan = AmountUnit(name: "元", inYuan: 1)

  /// Longer names first, for one may end or begin like another.
  public static let all = [
    AmountUnit(name: "百万元", inYuan: 1_000_000), AmountUnit(name: "千万元", inYuan: 10_000_000),
    AmountUnit(name: "亿元", inYuan: 100_000_000), AmountUnit(name: "万元", inYuan: 10_000),
    AmountUnit(name: "千元", inYuan: 1_000), AmountUnit(name: "百元", inYuan: 100),
    AmountUnit(name: "美元", inYuan: nil), AmountUnit(name: "欧元", inYuan: nil),
    AmountUnit(name: "港元", inYuan: nil), AmountUnit(name: "日元", inYuan: nil),
    AmountUnit(name: "亿", inYuan: 100_000_000), AmountUnit(name: "万", inYuan: 10_000),
    yuan,
  ]

  /// The unit of that name.
  public init?(named name: some StringProtocol) {
    guard let unit = Self.all.first(where: { $0.name == name }) else { return nil }
    self = unit
  }

  private init(name: String, inYuan: Int64?) {
    self.name = name
    self.inYuan = inYuan
  }

  /// A text and the unit behind it; nil where there is none.
  static func parted(_ text: String) -> (rest: String, unit: AmountUnit?) {
    guard let unit = all.first(where: { text.hasSuffix($0.name) }) else { return (text, nil) }
    return (String(text.dropLast(unit.name.count)), unit)
  }
}
