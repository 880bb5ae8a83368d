/// Numbers in Chinese characters, everyday and financial ones.
enum ChineseNumber {
  /// The value of a digit; nil for anything else.
  static func digit(_ scalar: UInt32) -> Int64? {
    switch Unicode.Scalar(scalar) {
    case "〇", "○", "零": 0
    case "一", "壹": 1
    case "二", "两", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The value of a multiplier below ten thousand.
  private static func multiplier(_ scalar: UInt32) -> Int64? {
    switch Unicode.Scalar(scalar) {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1_000
    default: nil
    }
  }

  /// The value of a multiplier from ten thousand on.
  private static func section(_ scalar: UInt32) -> Int64? {
    switch Unicode.Scalar(scalar) {
    case "万", "萬": 10_000
    case "亿": 100_000_000
    default: nil
    }
  }

  /// Whether numbers are written with it.
  static func isPart(_ scalar: UInt32) -> Bool {
    digit(scalar) != nil || multiplier(scalar) != nil || section(scalar) != nil
  }

  /// What the characters count: 三百二十万 3,200,000; nil where they are no number, as digits in a row
  /// are none (二〇二三), or one too large.
  static func value(_ scalars: some Sequence<UInt32>) -> Int64? {
    var (total, part, last): (Int64, Int64, Int64?) = (0, 0, nil)
    var least = Int64.max
    for scalar in scalars {
      if let digit = digit(scalar) {
        guard last == nil || last == 0 else { return nil }
        last = digit
      } else if let multiplier = multiplier(scalar) {
        guard multiplier < least else { return nil }
        let count = last ?? (part == 0 && multiplier == 10 ? 1 : 0)
        guard count > 0 else { return nil }
        part += count * multiplier
        (last, least) = (nil, multiplier)
      } else if let section = section(scalar) {
        // 亿 multiplies all that stands before it, 万 what stands behind the 亿.
        part += last ?? 0
        let isWhole = section == 100_000_000
        let (factor, rest) = isWhole ? (total + part, 0) : (part, total)
        let (product, overflow) = factor.multipliedReportingOverflow(by: section)
        guard factor > 0, !overflow, rest == 0 || rest % 100_000_000 == 0 else { return nil }
        let (sum, tooLarge) = rest.addingReportingOverflow(product)
        guard !tooLarge else { return nil }
        (total, part, last, least) = (sum, 0, nil, .max)
      } else {
        return nil
      }
    }
    let (sum, overflow) = total.addingReportingOverflow(part + (last ?? 0))
    return overflow ? nil : sum
  }
}
