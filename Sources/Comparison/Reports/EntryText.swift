internal import Diagnostics
internal import Figures

/// The lines of an entry in reports that people read.
enum EntryText {
  /// Texts longer than this are shortened around what differs.
  private static let shownLength = 60
  /// Texts that are both longer than this are printed once, with what differs marked.
  private static let plainLength = 16
  /// So much of what both texts have is printed around what differs.
  private static let aroundLength = 12
  /// More figures that a sentence quotes, or places of a figure, are only counted.
  private static let listed = 6

  static func lines(of entry: Difference) -> [String] {
    let kind = ReportWords.kind(entry.kind)
    let property = entry.property.map { " " + ReportWords.property($0) } ?? ""
    var line = "  \(kind)\(property)"
    let address = ReportWords.place(entry.address)
    if !address.isEmpty, entry.group != address { line += " \(address)" }
    if let words = entry.words { line += "（\(ReportWords.text(of: words))）" }
    var lines = [line + "  " + change(of: entry), "      " + places(of: entry)]
    if !entry.quotes.isEmpty {
      lines.append("      其中的数：\(listed(entry.quotes.map(\.description)))")
    }
    if let note = entry.note { lines.append("      \(note)") }
    let sources = entry.right?.sources ?? []
    let known = sources.isEmpty ? entry.left?.sources ?? [] : sources
    if !known.isEmpty { lines.append("      来源：\(SourceLines.text(of: known))") }
    return lines
  }

  // MARK: what changed

  /// `29.25 → 29.30（+0.05 万元）`; of a long text `…支出总计〔29.25 → 29.30〕万元…`.
  private static func change(of entry: Difference) -> String {
    switch (entry.left, entry.right) {
    case (let left?, nil): return shortened(left.value)
    case (nil, let right?): return shortened(right.value)
    case (nil, nil): return ""
    case (let left?, let right?): return change(of: entry, left.value, right.value)
    }
  }

  private static func change(of entry: Difference, _ left: String, _ right: String) -> String {
    // Nothing of it changed but what its kind says: its place, its order.
    if left == right { return shortened(left) }
    if entry.kind == .text, min(left.count, right.count) > plainLength,
      let text = ChangedText(left, right)
    {
      return marked(text)
    }
    let (old, new) = shortened(left, right)
    guard let change = entry.change else { return "\(old) → \(new)" }
    let unit = entry.unit.map { $0 == "%" ? " 个百分点" : " " + $0 } ?? ""
    return "\(old) → \(new)（\(change)\(unit)）"
  }

  /// Both texts in one, what differs between brackets.
  private static func marked(_ text: ChangedText) -> String {
    var result = ""
    for (index, part) in text.parts.enumerated() {
      switch part {
      case .same(let common):
        let (isFirst, isLast) = (index == 0, index == text.parts.count - 1)
        result += around(PrintedText.visible(common), isFirst: isFirst, isLast: isLast)
      case .changed(let span):
        let (old, new) = PrintedText.pair(span.left, span.right)
        if old.isEmpty {
          result += "〔增：\(cut(new))〕"
        } else if new.isEmpty {
          result += "〔删：\(cut(old))〕"
        } else {
          result += "〔\(cut(old)) → \(cut(new))〕"
        }
      }
    }
    return result
  }

  /// What both texts have, near what differs.
  private static func around(_ text: String, isFirst: Bool, isLast: Bool) -> String {
    let ends = (isFirst ? 0 : aroundLength) + (isLast ? 0 : aroundLength)
    guard text.count > ends + 1 else { return text }
    // A number is printed whole or not at all.
    let tail = text.suffix(isLast ? 0 : aroundLength).drop { $0.isASCII && $0.isNumber }
    let head = text.prefix(isFirst ? 0 : aroundLength).reversed()
      .drop { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    return String(head.reversed()) + "…" + tail
  }

  /// Both texts on one line each; of long ones the part that differs, with some of what is around.
  private static func shortened(_ left: String, _ right: String) -> (String, String) {
    let (old, new) = PrintedText.pair(left, right)
    guard max(old.count, new.count) > shownLength, !old.isEmpty, !new.isEmpty else {
      return (old.isEmpty ? "（空）" : cut(old), new.isEmpty ? "（空）" : cut(new))
    }
    let start = max(0, zip(old, new).prefix { $0 == $1 }.count - aroundLength)
    func tail(_ text: String) -> String { (start > 0 ? "…" : "") + cut(text.dropFirst(start)) }
    return (tail(old), tail(new))
  }

  private static func shortened(_ text: String) -> String {
    let shown = cut(PrintedText.visible(text))
    return shown.isEmpty ? "（空）" : shown
  }

  private static func cut(_ text: some StringProtocol) -> String {
    text.count > shownLength ? text.prefix(shownLength) + "…" : String(text)
  }

  // MARK: where it stands

  /// Where it stands on either side, and where else the same is found.
  private static func places(of entry: Difference) -> String {
    let own = place(
      entry.left.map { ReportWords.place($0.at) }, entry.right.map { ReportWords.place($0.at) })
    guard !entry.also.isEmpty else { return own }
    let others = entry.also.map { other in
      let place = place(
        other.left.map { ReportWords.place($0) }, other.right.map { ReportWords.place($0) },
        isListed: true)
      return other.file == entry.file ? place : "\(other.file) \(place)"
    }
    return "\(own)；又见 \(listed(others))"
  }

  /// Once where both are the same.
  private static func place(
    _ left: String?, _ right: String?, isListed: Bool = false
  ) -> String {
    switch (left, right) {
    case (let left?, let right?):
      left != right ? "左 \(left)，右 \(right)" : isListed ? left : "在 \(left)"
    case (let left?, nil): "左 \(left)"
    case (nil, let right?): "右 \(right)"
    case (nil, nil): ""
    }
  }

  private static func listed(_ texts: [String]) -> String {
    let shown = texts.prefix(listed).joined(separator: "、")
    return texts.count > listed ? "\(shown) 等 \(texts.count) 处" : shown
  }
}
