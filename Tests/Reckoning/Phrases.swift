/// A figure of the year before, as far as anybody states it.
enum Before {
  /// Nobody says anything of it.
  case unsaid
  /// Others of its kind are stated, and this one is not.
  case unlisted
  case stated(Int64)

  /// The amount that a change is measured from.
  var fen: Int64 { if case .stated(let fen) = self { fen } else { 0 } }

  var isSaid: Bool { if case .unsaid = self { false } else { true } }
}

/// An amount in a sentence: nothing is written 0.
func amount(_ fen: Int64) -> String { fen == 0 ? "0" : tenThousands(fen) }

/// A part of a whole in per cent with two decimals, rounded half away from zero.
func percent(_ part: Int64, of whole: Int64) -> String {
  let size = Int128(part.magnitude) * 20_000 + Int128(whole.magnitude)
  let hundredths = size / (2 * Int128(whole.magnitude))
  let fraction = String(hundredths % 100)
  let isNegative = (part < 0) != (whole < 0) && hundredths != 0
  return (isNegative ? "-" : "") + String(hundredths / 100) + "."
    + (fraction.count == 1 ? "0" : "") + fraction + "%"
}

/// `，占比12.34%`; nothing where the whole is nothing or less, and 0% for no part.
func share(_ part: Int64, of whole: Int64, words: String = "，占比") -> String {
  guard whole > 0 else { return "" }
  return words + (part == 0 ? "0%" : percent(part, of: whole))
}

/// What happened to a figure since the year before.
enum Movement: Equatable {
  case unsaid, same
  /// The difference rounds to 0.00.
  case about
  /// `增加1.00万元，增长10.00%`.
  case moved(String)

  init(_ now: Int64, from before: Before) {
    guard before.isSaid else {
      self = .unsaid
      return
    }
    let difference = now - before.fen
    if difference == 0 {
      self = .same
      return
    }
    let size = tenThousands(difference < 0 ? -difference : difference)
    if size == "0.00" {
      self = .about
      return
    }
    let words = difference > 0 ? ("增加", "增长", "增幅") : ("减少", "下降", "降幅")
    let head = "\(words.0)\(size)万元"
    switch before {
    case .unsaid: self = .unsaid
    case .unlisted: self = .moved("\(head)（上年无此项支出）")
    case .stated(0): self = .moved("\(head)（上年为零，不计算\(words.2)）")
    case .stated(let base) where base < 0: self = .moved("\(head)（上年为负数，不计算\(words.2)）")
    case .stated(let base):
      let ratio = percent(difference < 0 ? -difference : difference, of: base)
      self = .moved("\(head)，\(words.1)\(ratio)")
    }
  }

  /// As it stands behind the name of a figure.
  var plain: String {
    switch self {
    case .unsaid: ""
    case .same: "与上年相同"
    case .about: "基本持平"
    case .moved(let text): text
    }
  }

  /// As a clause that ends a sentence.
  func clause(_ lead: String, same: String = "与上年") -> String {
    switch self {
    case .unsaid: ""
    case .same: "，\(same)相同"
    case .about: "，\(same)基本持平"
    case .moved(let text): "，\(lead)\(text)"
    }
  }

  var isSame: Bool { self == .same }
}

/// How far a budget was carried out.
func completion(_ final: Int64, of budget: Int64, _ name: String) -> String {
  let when = name.prefix(2)
  if budget == 0 { return "（\(when)未安排预算）" }
  if budget < 0 { return "（\(name)为负数，不计算完成率）" }
  return "，完成\(name)的" + (final == 0 ? "0%" : percent(final, of: budget))
}
