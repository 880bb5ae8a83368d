internal import Diagnostics
internal import Readings

/// Outline, links and structure of two PDFs.
struct PDFNavigation {
  let file: String
  let pair: PDFPair
  let pages: PageMap
  let reported: ReportedTexts

  func run(_ log: inout DifferenceLog) {
    compareOutlines(&log)
    compareLinks(&log)
    compareTags(&log)
  }

  // MARK: outline

  private func compareOutlines(_ log: inout DifferenceLog) {
    let (own, others) = (pair.left.outline, pair.right.outline)
    let changes = compareSequences(
      own.map { "\($0.level) \($0.title)" }, others.map { "\($0.level) \($0.title)" },
      by: ElementLikeness(likeness: {
        likeness(of: own[$0].title, others[$1].title)
      }))
    for change in changes.changes {
      switch change {
      case .changed(let left, let right):
        let isTold =
          reported.contains(own[left].title, isLeft: true)
          && reported.contains(others[right].title, isLeft: false)
        if isTold, own[left].level == others[right].level { continue }
        add(.outline, left: own[left].side, others[right].side, &log)
      case .removed(let range):
        for entry in own[range] where !reported.contains(entry.title, isLeft: true) {
          add(.outline, left: entry.side, nil, &log)
        }
      case .added(let range, _):
        for entry in others[range] where !reported.contains(entry.title, isLeft: false) {
          add(.outline, left: nil, entry.side, &log)
        }
      case .moved(let left, let right):
        add(.outline, left: own[left.lowerBound].side, others[right.lowerBound].side, &log)
      }
    }
    for (left, right) in changes.equalPairs {
      guard differ(own[left].target, others[right].target) else { continue }
      add(.outline, left: own[left].side, followed(own[left].target, others[right].side), &log)
    }
  }

  /// A target that still has the number of a page which is another one now, and which it should be.
  private func followed(_ target: ReadTarget?, _ side: Difference.Side) -> Difference.Side {
    guard let page = target?.page, let now = pages[page], now != page else { return side }
    var side = side
    side.value += "（左边所指的一页，右边是第 \(now) 页）"
    return side
  }

  /// Whether two targets lead to different things; pages are followed where they went.
  private func differ(_ left: ReadTarget?, _ right: ReadTarget?) -> Bool {
    switch (left, right) {
    case (.page(let page, _), .page(let other, _)): pages[page] ?? page != other
    default: left != right
    }
  }

  // MARK: links

  private func compareLinks(_ log: inout DifferenceLog) {
    for page in pair.left.pages {
      guard let number = pages[page.number] else { continue }
      let other = pair.right.pages[number - 1]
      let (own, others) = (page.links, other.links)
      let changes = compareSequences(
        own.map { key($0.target, isLeft: true) }, others.map { key($0.target, isLeft: false) },
        by: ElementLikeness())
      for change in changes.changes {
        switch change {
        case .changed(let left, let right):
          add(
            .link, left: own[left].side(on: page),
            followed(own[left].target, others[right].side(on: other)), &log)
        case .removed(let range):
          for link in own[range] where !isTold(link, on: page, isLeft: true) {
            add(.link, left: link.side(on: page), nil, &log)
          }
        case .added(let range, _):
          for link in others[range] where !isTold(link, on: other, isLeft: false) {
            add(.link, left: nil, link.side(on: other), &log)
          }
        case .moved(let left, let right):
          add(
            .link, left: own[left.lowerBound].side(on: page),
            others[right.lowerBound].side(on: other), &log)
        }
      }
    }
  }

  /// Whether the text that a link lies on was reported.
  private func isTold(_ link: ReadLink, on page: ReadPage, isLeft: Bool) -> Bool {
    let line = page.lines.first {
      $0.box.top <= link.area.middleY && link.area.middleY <= $0.box.bottom
    }
    return line.map { reported.contains($0.text, isLeft: isLeft) } ?? false
  }

  private func key(_ target: ReadTarget, isLeft: Bool) -> String {
    if case .page(let page, _) = target { return "page \(isLeft ? pages[page] ?? page : page)" }
    return target.text
  }

  // MARK: structure

  /// An element of the structure as it stands in the order of reading.
  private struct Element: Hashable {
    let depth: Int
    let kind: String
    let spans: String
    let scope: String
  }

  private func compareTags(_ log: inout DifferenceLog) {
    let (own, others) = (Self.flat(pair.left.tags), Self.flat(pair.right.tags))
    // One side without any structure is told with the metadata.
    guard !own.isEmpty, !others.isEmpty else { return }
    let changes = compareSequences(
      own.map(\.element), others.map(\.element), by: ElementLikeness())
    for change in changes.changes {
      switch change {
      case .changed(let left, let right):
        var sides = (Self.side(own[left]), Self.side(others[right]))
        if sides.0.value == sides.1.value {
          sides.0.value += "（第 \(own[left].element.depth + 1) 层）"
          sides.1.value += "（第 \(others[right].element.depth + 1) 层）"
        }
        add(.tag, left: sides.0, sides.1, &log)
      case .removed(let range):
        // Paragraphs that are gone have taken their elements with them.
        if range.contains(where: { isTold(own[$0].page, reported.leftPages) }) { continue }
        add(.tag, left: Self.side(own[range.lowerBound], range.count), nil, &log)
      case .added(let range, _):
        if range.contains(where: { isTold(others[$0].page, reported.rightPages) }) { continue }
        add(.tag, left: nil, Self.side(others[range.lowerBound], range.count), &log)
      case .moved(let left, let right):
        add(
          .tag, left: Self.side(own[left.lowerBound], left.count),
          Self.side(others[right.lowerBound], right.count), &log)
      }
    }
  }

  private func isTold(_ page: Int?, _ pages: Set<Int>) -> Bool {
    page.map { pages.contains($0) } ?? false
  }

  private static func flat(_ tags: [ReadTag]) -> [(element: Element, page: Int?)] {
    var result: [(element: Element, page: Int?)] = []
    var rest = tags.reversed().map { (tag: $0, depth: 0) }
    while let (tag, depth) = rest.popLast() {
      let spans = tag.rowSpan * tag.columnSpan > 1 ? "\(tag.rowSpan)×\(tag.columnSpan)" : ""
      let element = Element(depth: depth, kind: tag.kind, spans: spans, scope: tag.scope ?? "")
      result.append((element, tag.page))
      rest += tag.children.reversed().map { ($0, depth + 1) }
    }
    return result
  }

  private static func side(
    _ tag: (element: Element, page: Int?), _ count: Int = 1
  ) -> Difference.Side {
    let element = tag.element
    let words = [element.kind, element.spans, element.scope].filter { !$0.isEmpty }
    let tail = count > 1 ? "，连续 \(count) 个" : ""
    return Difference.Side(
      value: words.joined(separator: " ") + tail, at: tag.page.map { .page($0) })
  }

  private func add(
    _ kind: Difference.Kind, left: Difference.Side?, _ right: Difference.Side?,
    _ log: inout DifferenceLog
  ) {
    let page = left?.at?.page ?? right?.at?.page
    let group = kind == .outline ? "" : page.map(PDFComparison.group) ?? ""
    log.add(Difference(kind, file: file, group: group, left: left, right: right))
  }
}

extension ReadTarget {
  fileprivate var text: String {
    switch self {
    case .page(let number, _): "第 \(number) 页"
    case .address(let address): address
    case .other(let kind): kind
    }
  }
}

extension ReadOutlineEntry {
  fileprivate var side: Difference.Side {
    Difference.Side(
      value: "\(level) \(title)" + (target.map { " → \($0.text)" } ?? ""),
      at: target?.page.map { .page($0) })
  }
}

extension ReadLink {
  fileprivate func side(on page: ReadPage) -> Difference.Side {
    Difference.Side(value: target.text, at: .page(page.number, box: area.onPage))
  }
}
