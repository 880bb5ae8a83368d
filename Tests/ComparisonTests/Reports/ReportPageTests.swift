internal import Comparison
internal import Diagnostics
internal import Foundation
internal import TestSupport
internal import Testing

/// docs/report.md describes what `--json` writes.
@Suite("The page on the report for programs")
struct ReportPageTests {
  /// Keys of an object: all that it may have, and those that it always has.
  private struct Keys {
    var known: Set<String> = []
    var always: Set<String> = []
  }

  /// The page's tables by heading, and those of places by kind.
  private struct Page {
    var objects: [String: Keys] = [:]
    var places: [String: Keys] = [:]
    var example = ""

    init() throws {
      let text = try Project.text("docs/report.md")
      for section in text.components(separatedBy: "\n## ").dropFirst() {
        let heading = String(section.prefix { $0 != "\n" })
        for line in section.split(separator: "\n") where line.hasPrefix("| `") {
          let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
          add(cells, to: heading)
        }
      }
      let blocks = text.components(separatedBy: "```json\n")
      example = blocks.last?.components(separatedBy: "```").first ?? ""
    }

    private mutating func add(_ cells: [String], to heading: String) {
      let codes = cells.map { $0.matches(of: /`(\w+)`/).map { String($0.1) } }
      if heading == "Place" {
        let optional = cells[1].matches(of: /\[`(\w+)`\]/).map { String($0.1) }
        places[codes[0][0]] = Keys(
          known: Set(codes[1]), always: Set(codes[1]).subtracting(optional))
      } else {
        objects[heading, default: Keys()].known.formUnion(codes[0])
        if cells[2] == "always" { objects[heading]?.always.formUnion(codes[0]) }
      }
    }
  }

  /// Which objects a key holds, by the object that has it.
  private static let parts = [
    "Report.summary": "Summary", "Report.differences": "Difference", "Report.ignored": "Rule",
    "Report.findings": "Finding", "Difference.address": "Place", "Difference.left": "Side",
    "Difference.right": "Side", "Difference.words": "Words", "Difference.spans": "Span",
    "Difference.quotes": "Place", "Difference.also": "Appearance", "Appearance.left": "Place",
    "Appearance.right": "Place", "Side.at": "Place", "Side.sources": "Place",
    "Summary.unread": "Unread", "Unread.left": "Count", "Unread.right": "Count",
    "Rule.rule": "Place", "Finding.place": "Place", "Finding.related": "Place",
  ]

  /// Holds an object and all that is in it against the page.
  ///
  /// - Parameter seen: takes the keys that occur, with the name of their object.
  private static func check(
    _ value: Any, as name: String, by page: Page, seen: inout Set<String>
  ) throws {
    if let list = value as? [Any] {
      for item in list { try check(item, as: name, by: page, seen: &seen) }
      return
    }
    let object = try #require(value as? [String: Any], "\(name) is no object: \(value)")
    let kind = object["kind"] as? String ?? ""
    var keys = name == "Place" ? page.places[kind] : page.objects[name]
    if name == "Place" { keys?.always.insert("kind") }
    let found = Set(object.keys)
    let own = name == "Place" ? found.subtracting(["kind"]) : found
    let known = try #require(keys, "the page has no \(name) \(kind)")
    #expect(own.isSubset(of: known.known), "\(name) \(kind): \(own.subtracting(known.known))")
    #expect(known.always.isSubset(of: found), "\(name) \(kind) lacks keys: \(object)")
    for (key, inner) in object {
      seen.insert("\(name).\(key)")
      guard let part = parts["\(name).\(key)"] else { continue }
      if !(name == "Report" && key == "summary") || inner is [String: Any] {
        try check(inner, as: part, by: page, seen: &seen)
      }
    }
  }

  @Test("the example and what is written have the keys that the page describes, and no others")
  func keys() throws {
    let page = try Page()
    var seen: Set<String> = []
    let example = try JSONSerialization.jsonObject(with: Data(page.example.utf8))
    try Self.check(example, as: "Report", by: page, seen: &seen)
    // The page's example leaves nothing out that it describes.
    for (name, keys) in page.objects {
      let shown = keys.known.filter { seen.contains("\(name).\($0)") }
      // A difference of a property has no address of a figure and the other way round.
      #expect(shown == keys.known, "\(name): \(keys.known.subtracting(shown)) are not shown")
    }
    let written = try JSONSerialization.jsonObject(with: try ReportTests.report().json())
    try Self.check(written, as: "Report", by: page, seen: &seen)
  }

  @Test("every kind of place is on the page with the keys that it is written with")
  func places() throws {
    let page = try Page()
    let all: [Place] = [
      .dossier("某局 2023"), .line(7, of: "a.csv"), .file("a.csv"), .sheet("表"),
      .cell(sheet: "表", reference: "D13", file: "a.xlsx"), .page(14),
      .page(
        14, paragraph: 2, box: PageBox(left: 1, top: 2, right: 3.125, bottom: 4), file: "a.pdf"),
      .figure(FigureAddress(form: "05", row: "2080501", column: "2")), .form("05"),
      .position(TablePosition(form: "05", section: 1, part: .body, row: 1, column: 2)),
      .text("说明", form: "05"), .text("说明", form: nil),
      .source(SourcePlace(file: "a.csv", line: 7, column: 3)),
    ]
    var seen: Set<String> = []
    for place in all {
      let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(place))
      try Self.check(object, as: "Place", by: page, seen: &seen)
    }
    let kinds = try all.map { place in
      let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(place))
      return try #require((object as? [String: Any])?["kind"] as? String)
    }
    #expect(Set(kinds) == Set(page.places.keys))
    let keys = page.places.values.reduce(into: Set(["kind"])) { $0.formUnion($1.known) }
    #expect(Set(seen.map { String($0.dropFirst("Place.".count)) }) == keys)
  }

  @Test("the page has every kind of difference, severity and cause")
  func words() throws {
    let text = try Project.text("docs/report.md")
    let words =
      Difference.Kind.allCases.filter { $0 != .pixels }.map(\.rawValue)
      + Severity.allCases.map(\.rawValue) + FaultCause.allCases.map(\.rawValue)
      + ComparisonLevel.allCases.map(\.rawValue)
    for word in words { #expect(text.contains("`\(word)`"), "\(word)") }
  }
}
