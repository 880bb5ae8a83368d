internal import Diagnostics
internal import Domain
internal import Geometry
internal import SourceFiles

/// Values that layout sets have in several places.
extension YAMLMap {
  /// A level of accounts, from 0 (类).
  func accountLevel(_ value: YAMLValue) -> Int? {
    choice(
      value, of: "级次", among: accountLevelNames.enumerated().map { ($0.element, $0.offset) })
  }

  /// The items of a list that must be there and hold something.
  func requiredList(_ key: String) -> [YAMLValue] {
    guard let value = required(key) else { return [] }
    if value.items?.isEmpty == true {
      log.report(SetFault.emptyList(key), at: value.place)
    }
    return list(key)
  }

  /// A measure that must be there and lie within limits.
  func number(_ key: String, within limits: ClosedRange<Double>) -> Double? {
    guard let number = number(key) else { return nil }
    guard limits.contains(number) else {
      outOfLimits(key, value: number, limits, at: optional(key)?.place ?? place)
      return nil
    }
    return number
  }

  /// The measures of a list that must be there, each within limits; nil where one is not.
  func numbers(_ key: String, within limits: ClosedRange<Double>) -> [Double]? {
    guard required(key) != nil else { return nil }
    let items = strings(key)
    let numbers = items.compactMap { item -> Double? in
      guard let number = Double(item.text), number.isFinite else {
        log.report(YAMLFault.wrongType(found: "“\(item.text)”", expected: "数字"), at: item.place)
        return nil
      }
      guard limits.contains(number) else {
        outOfLimits(key, value: number, limits, at: item.place)
        return nil
      }
      return number
    }
    return numbers.count == items.count ? numbers : nil
  }

  /// The key `width` of a column in mm: `40..72` for the least and the greatest, or a single number.
  ///
  /// A column whose width is wrong, with a finding, is taken to have none.
  func columnWidths() -> ClosedRange<Length> {
    let limits = 1.0...1_000
    guard let text = required("width")?.text, let dots = text.firstRange(of: "..") else {
      let width = Length.mm(has("width") ? number("width", within: limits) ?? 0 : 0)
      return width...width
    }
    let ends = [text[..<dots.lowerBound], text[dots.upperBound...]].compactMap { Double($0) }
    guard ends.count == 2, ends[0] <= ends[1], ends.allSatisfy(limits.contains) else {
      log.report(GridFault.columnWidth(text), at: optional("width")?.place ?? place)
      return .zero ... .zero
    }
    return .mm(ends[0]) ... .mm(ends[1])
  }

  /// How many columns or rows a cell covers: 1 where nothing is written; nil, with a finding, for what
  /// is no such number.
  func span(_ key: String) -> Int? {
    guard let value = optional(key) else { return 1 }
    guard let span = optionalInteger(key) else { return nil }
    guard (1...1_000).contains(span) else {
      log.report(GridFault.span(key, span), at: value.place)
      return nil
    }
    return span
  }

  private func outOfLimits(
    _ key: String, value: Double, _ limits: ClosedRange<Double>, at place: SourcePlace
  ) {
    let range = "\(plain(limits.lowerBound)) 到 \(plain(limits.upperBound))"
    log.report(
      SetFault.outOfLimits(key, value: plain(value), range: range, isWhole: false), at: place)
  }

  /// A number as people write it: without the zero behind the point.
  private func plain(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension YAMLValue {
  /// The texts in it, however deep.
  var scalars: [String] {
    if let text { return [text] }
    return (items ?? entries?.compactMap(\.value) ?? []).flatMap(\.scalars)
  }
}
