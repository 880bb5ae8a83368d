internal import SourceFiles

/// The unit in which a table says that its amounts are.
struct AmountUnit: Equatable {
  let name: String
  /// How many 元 one is; nil where no fixed number says so.
  let inYuan: Int64?

  static let yuan = AmountUnit(name: "元", inYuan: 1)

  /// Longer names first, for one may end or begin like another.
  private static let all = [
    AmountUnit(name: "百万元", inYuan: 1_000_000), AmountUnit(name: "千万元", inYuan: 10_000_000),
    AmountUnit(name: "亿元", inYuan: 100_000_000), AmountUnit(name: "万元", inYuan: 10_000),
    AmountUnit(name: "千元", inYuan: 1_000), AmountUnit(name: "百元", inYuan: 100),
    AmountUnit(name: "美元", inYuan: nil), AmountUnit(name: "欧元", inYuan: nil),
    AmountUnit(name: "港元", inYuan: nil), AmountUnit(name: "日元", inYuan: nil),
    AmountUnit(name: "亿", inYuan: 100_000_000), AmountUnit(name: "万", inYuan: 10_000),
    yuan,
  ]

  static func == (left: AmountUnit, right: AmountUnit) -> Bool {
    left.inYuan == right.inYuan && (left.inYuan != nil || left.name == right.name)
  }

  /// A text as units are looked for in it: of another currency a unit says so itself.
  fileprivate static func lookedUp(_ text: String) -> String {
    folded(text).replacing("人民币", with: "")
  }

  private static func named(_ text: some StringProtocol) -> AmountUnit? {
    all.first { $0.name == text }
  }

  /// A heading and the unit at its end: `金额(万元)`, `金额（单位：元）`, `金额：万元`, `金额万元`.
  ///
  /// The heading comes back as it is looked up; the unit is nil where it has none.
  static func parted(_ heading: String) -> (base: String, unit: AmountUnit?) {
    let text = lookedUp(heading)
    if text.hasSuffix(")"), let start = text.lastIndex(of: "(") {
      let inside = text[text.index(after: start)...].dropLast()
      guard let unit = named(inside.drop(while: "单位金额:".contains)) else { return (text, nil) }
      return (String(text[..<start]), unit)
    }
    guard let unit = all.first(where: { text.hasSuffix($0.name) }) else { return (text, nil) }
    var base = text.dropLast(unit.name.count)
    if base.hasSuffix("单位:") { base = base.dropLast(3) }
    while let last = base.last, ":-/_,".contains(last) { base = base.dropLast() }
    return (String(base), unit)
  }
}

/// The unit that a title states for all amounts below it: `单位：万元`, `支出明细表（万元）`, or a cell of
/// nothing but the unit; nil where it states none.
func unitStated(in title: String) -> AmountUnit? {
  let text = AmountUnit.lookedUp(title)
  var candidates = [text[...]]
  for mark in ["单位:", "("] {
    var rest = text[...]
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      // A name may begin like a unit (编制单位：元氏县……): the unit is a word of its own.
      candidates.append(rest.prefix { $0.isLetter })
    }
  }
  return candidates.lazy.compactMap { AmountUnit.parted(String($0)) }
    .first { $0.base.isEmpty && $0.unit != nil }?.unit
}
