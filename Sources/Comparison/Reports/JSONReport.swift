internal import Diagnostics
internal import Figures
public import FoundationEssentials

extension ComparisonReport {
  /// The report for programs, in one steady form: keys sorted, all differences, a line break at the
  /// end.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(JSONReport(self)) + Data("\n".utf8)
  }
}

/// The schema of the report, as docs/report.md describes it; keys that say nothing are left out.
private struct JSONReport: Encodable {
  struct Summary: Encodable {
    let compared: Int
    let different: Int
    let ignored: Int
    let forms: Int?
    let sheets: Int?
    let pages: Int?
    let samePages: Int?
    let files: Int?
    let sameFiles: Int?
    let unread: Unread?
  }

  /// What either side has that was not read.
  struct Unread: Encodable {
    struct Side: Encodable {
      let pages: Int
      let sheets: Int

      init(_ unread: ComparedExtent.Unread) { (pages, sheets) = (unread.pages, unread.sheets) }
    }

    let left: Side
    let right: Side
  }

  struct Side: Encodable {
    let value: String
    let at: Place?
    let sources: [Place]?

    init(_ side: ComparisonReport.Side) {
      value = side.value
      at = side.at
      sources = side.sources.isEmpty ? nil : side.sources.map { .source($0) }
    }
  }

  /// Where a figure stands in words.
  struct Words: Encodable {
    let form: String
    let row: String
    let column: String

    init(_ words: FigureWords) {
      form = words.form
      row = words.row
      column = words.column
    }
  }

  struct Span: Encodable {
    let left: String
    let right: String

    init(_ span: ChangedSpan) {
      left = span.left
      right = span.right
    }
  }

  struct Appearance: Encodable {
    let file: String
    let group: String?
    let left: Place?
    let right: Place?

    init(_ other: ComparisonReport.Appearance) {
      file = other.file
      group = other.group.isEmpty ? nil : other.group
      left = other.left
      right = other.right
    }
  }

  struct Entry: Encodable {
    let kind: String
    let file: String
    let group: String?
    let address: Place?
    let property: String?
    let left: Side?
    let right: Side?
    let change: String?
    let unit: String?
    let words: Words?
    let spans: [Span]?
    let quotes: [Place]?
    let also: [Appearance]?
    let note: String?

    init(_ difference: Difference) {
      kind = difference.kind.rawValue
      file = difference.file
      group = difference.group.isEmpty ? nil : difference.group
      address = difference.address
      property = difference.property
      left = difference.left.map(Side.init)
      right = difference.right.map(Side.init)
      change = difference.change?.description
      unit = difference.unit
      words = difference.words.map(Words.init)
      spans = Self.told(difference.spans.map(Span.init))
      quotes = Self.told(difference.quotes.map { .figure($0) })
      also = Self.told(difference.also.map(Appearance.init))
      note = difference.note
    }

    /// A list, left out where it is empty.
    private static func told<Item>(_ items: [Item]) -> [Item]? { items.isEmpty ? nil : items }
  }

  /// A rule that kept differences out, or would have.
  struct Ignored: Encodable {
    let rule: Place
    let reason: String
    let count: Int
  }

  let left: String
  let right: String
  let level: String
  let equal: Bool
  let summary: Summary
  let differences: [Entry]
  let ignored: [Ignored]
  /// What was found on the way; left out where nothing was.
  let findings: [Finding]?

  init(_ report: ComparisonReport) {
    left = report.left
    right = report.right
    level = report.level.rawValue
    equal = report.isEqual
    let extent = report.extent
    let unread =
      extent.unreadLeft.isEmpty && extent.unreadRight.isEmpty
      ? nil : Unread(left: .init(extent.unreadLeft), right: .init(extent.unreadRight))
    summary = Summary(
      compared: report.comparedCount, different: report.differences.count,
      ignored: report.ignoredCount, forms: extent.forms.counted, sheets: extent.sheets.counted,
      pages: extent.pages.counted, samePages: extent.samePages.counted,
      files: extent.files.counted, sameFiles: extent.sameFiles.counted, unread: unread)
    differences = report.differences.map(Entry.init)
    ignored = report.rules.map {
      Ignored(rule: .source($0.rule.place), reason: $0.rule.reason, count: $0.count)
    }
    let found = report.findings.inReadingOrder()
    findings = found.isEmpty ? nil : found
  }
}

extension Int {
  /// The number; nil for nothing, which says nothing.
  fileprivate var counted: Int? { self > 0 ? self : nil }
}

extension ComparisonReport {
  fileprivate typealias Side = Difference.Side
  fileprivate typealias Appearance = Difference.Appearance
}
