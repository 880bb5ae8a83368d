internal import Diagnostics
internal import Documents
internal import Figures
internal import Geometry

extension Page: CustomStringConvertible {
  /// The page for people to read and compare: one line a text, cell or rule, in tenths of a point.
  public var description: String {
    let kind = form.isEmpty ? "text" : "form \(form)"
    var lines = ["page \(tenths(size.width))x\(tenths(size.height)) \(kind) end \(end)"]
    let above = texts.filter(\.part.isAboveTable)
    lines += above.map(describe)
    lines += cells.map(describe)
    lines += rules.map(describe)
    lines += texts.dropFirst(above.count).map(describe)
    lines += links.map(describe)
    if let mark { lines.append(describe(mark)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(_ text: PlacedText) -> String {
    "\(text.part) \(describe(text.line))"
  }

  private func describe(_ cell: PlacedCell) -> String {
    let part = cell.isHeader ? "th" : "td"
    let rows = range(cell.rows)
    let address = cell.address.map { " \($0.description)" } ?? ""
    let text = cell.lines.map { " " + describe($0) }.joined()
    let place = "\(cell.section) r\(rows) c\(range(cell.columns))"
    let bar = cell.bar.map { " bar [\(describe($0))]" } ?? ""
    return "\(part) \(place) \(cell.role.rawValue)\(address) [\(describe(cell.box))]\(text)\(bar)"
  }

  private func describe(_ line: PlacedLine) -> String {
    "(\(tenths(line.origin.x)) \(tenths(line.origin.y)) w\(tenths(line.box.size.width)) "
      + "s\(tenths(line.box.size.height)) “\(line.text)”)"
  }

  private func describe(_ rule: PlacedRule) -> String {
    "rule \(tenths(rule.start.x)) \(tenths(rule.start.y)) – \(tenths(rule.end.x)) "
      + "\(tenths(rule.end.y))"
  }

  private func describe(_ link: PlacedLink) -> String {
    let areas = link.areas.map { "[\(describe($0))]" }.joined(separator: " ")
    return "link \(areas) to \(link.target.page + 1) \(tenths(link.target.y))"
  }

  private func describe(_ mark: PlacedMark) -> String {
    "mark (\(tenths(mark.origin.x)) \(tenths(mark.origin.y)) s\(tenths(mark.size)) "
      + "turned \(Geometry.tenths(mark.degrees)) “\(mark.text)”)"
  }

  private func describe(_ box: Rectangle) -> String {
    "\(tenths(box.minX)) \(tenths(box.minY)) \(tenths(box.size.width)) \(tenths(box.size.height))"
  }
}

/// `3` or `3-5`, counted from 1.
private func range(_ range: Range<Int>) -> String {
  range.count == 1
    ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1)-\(range.upperBound)"
}

/// A length in points with one decimal.
private func tenths(_ length: Length) -> String { Geometry.tenths(length.points) }
