public import Domain
internal import SourceFiles

/// A text in which units are looked for; of another currency a unit says so itself.
private func lookedUp(_ text: String) -> String { folded(text).replacing("人民币", with: "") }

/// A heading and the unit at its end: `金额(万元)`, `金额（单位：元）`, `金额：万元`, `金额万元`.
///
/// The heading comes back as it is looked up; the unit is nil where it has none.
public func partedHeading(_ heading: String) -> (base: String, unit: AmountUnit?) {
  let text = lookedUp(heading)
  if text.hasSuffix(")"), let start = text.lastIndex(of: "(") {
    let inside = text[text.index(after: start)...].dropLast()
    guard let unit = AmountUnit(named: inside.drop(while: "单位金额:".contains)) else {
      return (text, nil)
    }
    return (String(text[..<start]), unit)
  }
  guard let unit = AmountUnit.all.first(where: { text.hasSuffix($0.name) }) else {
    return (text, nil)
  }
  var base = text.dropLast(unit.name.count)
  if base.hasSuffix("单位:") { base = base.dropLast(3) }
  while let last = base.last, ":-/_,".contains(last) { base = base.dropLast() }
  return (String(base), unit)
}

/// The unit that a title states for all amounts below it: `单位：万元`, `支出明细表（万元）`, `单位： 万元　编制：
/// 某某`, or a cell of nothing but the unit; nil where it states none.
public func unitStated(in title: String) -> AmountUnit? {
  let text = lookedUp(title)
  // 万 alone may be anything, a name too.
  if let unit = AmountUnit(named: text), text.hasSuffix(AmountUnit.yuan.name) { return unit }
  var words = title.split { " \t\n\r\u{00A0}\u{3000}".contains($0) }.map { lookedUp(String($0)) }
  for index in words.indices.dropFirst().reversed() where words[index - 1].hasSuffix(":") {
    words[index - 1] += words.remove(at: index)
  }
  return ([text] + words).lazy.compactMap { unitMarked(in: $0) }.first
}

/// The unit behind `单位：` or in parentheses.
private func unitMarked(in text: String) -> AmountUnit? {
  for mark in ["单位:", "("] {
    var rest = text[...]
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      // A name may begin like a unit (编制单位：元氏县……): the unit is a word of its own.
      let inside = rest.prefix { $0.isLetter || $0 == ":" }
      if let unit = AmountUnit(named: inside.drop(while: "单位金额:".contains)) { return unit }
    }
  }
  return nil
}
