internal import Diagnostics
internal import Readings

/// What two files have that looks like forms and was not read: forms that are missing because of it,
/// and what is left to be told by itself.
struct UnreadParts {
  /// The parts of either side; what both sides have with the same texts differs in nothing.
  private(set) var left: [UnreadPart]
  private(set) var right: [UnreadPart]
  /// How many parts both sides have with the same texts.
  private(set) var sameCount = 0

  init(_ left: ComparedFile, _ right: ComparedFile) {
    (self.left, self.right) = (left.unread, right.unread)
    for part in left.unread where !part.texts.isEmpty {
      guard let other = self.right.firstIndex(where: { $0.says(what: part) }),
        let own = self.left.firstIndex(of: part)
      else { continue }
      self.left.remove(at: own)
      self.right.remove(at: other)
      sameCount += 1
    }
  }

  /// Says of a form that only one side has where on the other it may stand unread; nil where nothing
  /// there looks like it.
  func note(ofForm number: String, missingOn isRight: Bool) -> String? {
    let parts = (isRight ? right : left).filter { $0.forms.contains(number) && !$0.isWithinForm }
    guard !parts.isEmpty else { return nil }
    let places = parts.map(\.where).joined(separator: "、")
    return "\(isRight ? "右" : "左")边没有读出：\(places)像是这张表"
  }

  /// The parts as differences, without those that explain a form which only the other side has.
  ///
  /// - Parameters:
  ///   - onlyLeft: the forms that the left has alone, by number.
  func differences(file: String, onlyLeft: [String], onlyRight: [String]) -> [Difference] {
    let own = left.filter { !$0.explains(onlyRight) }
    var others = right.filter { !$0.explains(onlyLeft) }
    var result: [Difference] = []
    for part in own {
      let match = others.firstIndex {
        $0.group == part.group && $0.isWithinForm == part.isWithinForm
      }
      result.append(Self.difference(file, part, match.map { others.remove(at: $0) }))
    }
    return result + others.map { Self.difference(file, nil, $0) }
  }

  private static func difference(
    _ file: String, _ left: UnreadPart?, _ right: UnreadPart?
  ) -> Difference {
    func side(_ part: UnreadPart) -> Difference.Side {
      Difference.Side(value: part.told, at: part.place)
    }
    let part = left ?? right
    return Difference(
      .unread, file: file, group: part?.group ?? "", left: left.map(side), right: right.map(side))
  }

  /// Adds to the count what either side has that was not read.
  func count(in extent: inout ComparedExtent) {
    extent.unreadLeft.add(left)
    extent.unreadRight.add(right)
  }
}

extension ComparedExtent.Unread {
  fileprivate mutating func add(_ parts: [UnreadPart]) {
    let whole = parts.filter { !$0.isWithinForm }
    pages += Set(whole.flatMap(\.pages)).count
    sheets += Set(whole.filter(\.pages.isEmpty).compactMap(\.sheet)).count
  }

  /// Takes note of what kind of file stands on the side.
  mutating func note(_ file: ComparedFile) {
    switch file.content {
    case .pdf: hasPages = true
    case .workbook: hasSheets = true
    case .figures, .table, .text, .bytes: break
    }
  }
}

extension UnreadPart {
  fileprivate func says(what other: UnreadPart) -> Bool {
    forms == other.forms && isWithinForm == other.isWithinForm && texts == other.texts
  }

  fileprivate func explains(_ numbers: [String]) -> Bool {
    !isWithinForm && forms.contains { numbers.contains($0) }
  }

  /// The sheet that it is on; nil where it is on pages.
  fileprivate var sheet: String? { if case .cell(let cells) = place { cells.sheet } else { nil } }

  /// `第 8–9 页`, or the name of the sheet.
  fileprivate var `where`: String {
    pages.isEmpty ? "工作表“\(sheet ?? name)”" : "第 \(pageList(pages)) 页"
  }

  /// What it is listed under: its form where that is known.
  fileprivate var group: String {
    if forms.count == 1 { return name.isEmpty ? forms[0] : "\(forms[0]) \(name)" }
    return sheet ?? (pages.first.map { PDFComparison.group($0) } ?? name)
  }

  /// What stands there: the texts of a row, or that a table was not read.
  fileprivate var told: String {
    isWithinForm
      ? "没有读出的一行或一列：\(texts.filter { !$0.isEmpty }.prefix(8).joined(separator: " "))"
      : "没有读出：\(self.where)"
  }
}

/// Page numbers as people write them: `3–4、7`.
func pageList(_ pages: [Int]) -> String {
  var ranges: [ClosedRange<Int>] = []
  for page in Set(pages).sorted() {
    if let last = ranges.last, last.upperBound + 1 == page {
      ranges[ranges.count - 1] = last.lowerBound...page
    } else {
      ranges.append(page...page)
    }
  }
  return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    .joined(separator: "、")
}
