// By bytes: all signs are ASCII, and texts are dear to search sign by sign.

extension CellPattern {
  private static let point = UInt8(ascii: ".")
  private static let star = UInt8(ascii: "*")

  /// `form!row`, `form!row.column`; nil for anything else.
  ///
  /// - Parameter records: the lists of records that rows may stand for.
  init?(parsing text: String, records: [String]) {
    let bytes = text.utf8[...]
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "!")), mark > bytes.startIndex else {
      return nil
    }
    let cell = bytes[mark...].dropFirst()
    guard !cell.isEmpty, !cell.contains(UInt8(ascii: "!")) else { return nil }
    let (rows, column) = Self.parted(cell)
    guard let rows = Self.rows(rows, records),
      column.map({ !$0.isEmpty && !$0.contains(Self.point) }) ?? true
    else { return nil }
    form = String(Substring(bytes[..<mark]))
    self.rows = rows
    columns =
      column.map { $0.elementsEqual([Self.star]) ? .each : .id(String(Substring($0))) } ?? .only
    self.text = text
  }

  /// Rows, and the column behind the point that is no part of `..`.
  private static func parted(
    _ text: Substring.UTF8View
  ) -> (rows: Substring.UTF8View, column: Substring.UTF8View?) {
    let start = points(in: text)?.upperBound ?? text.startIndex
    guard let point = text[start...].firstIndex(of: Self.point) else { return (text, nil) }
    return (text[..<point], text[point...].dropFirst())
  }

  /// Where `..` stands.
  private static func points(in text: Substring.UTF8View) -> Range<String.Index>? {
    guard let first = text.firstIndex(of: point) else { return nil }
    let rest = text[first...].dropFirst()
    guard rest.first == point else { return points(in: rest) }
    return first..<text.index(after: rest.startIndex)
  }

  private static func rows(_ text: Substring.UTF8View, _ records: [String]) -> Rows? {
    if let range = points(in: text) {
      let (first, last) = (text[..<range.lowerBound], text[range.upperBound...])
      guard !first.isEmpty, !last.isEmpty, !text.contains(star) else { return nil }
      return .range(String(Substring(first)), String(Substring(last)))
    }
    if text.last == star {
      let prefix = text.dropLast()
      guard !prefix.contains(star) else { return nil }
      if let group = group(prefix, records), group != .below { return .each(group, prefix: "") }
      return .each(.every, prefix: String(Substring(prefix)))
    }
    guard !text.contains(star) else { return nil }
    return group(text, records).map { .all($0) } ?? .id(String(Substring(text)))
  }

  private static func group(_ text: Substring.UTF8View, _ records: [String]) -> RowGroup? {
    // Groups have Chinese names, and rows seldom ids of such letters.
    guard let first = text.first, !UTF8.isASCII(first) else { return nil }
    return RowGroup(String(Substring(text)), records: records)
  }
}
