internal import Testing

/// docs/exit-codes.md explains every code that the program can print.
@Suite("Finding codes and their page")
struct FindingCodeTests {
  private static let page = "docs/exit-codes.md"

  @Test("every code of the sources is on the page, and the page has no other")
  func findingCodes() throws {
    var known: [String: String] = [:]
    for (code, place) in Self.codes() where known[code] == nil { known[code] = place }
    let shown = try Self.shownCodes()
    for code in known.keys.sorted() where !shown.contains(code) {
      Issue.record("\(Self.page) does not explain \(code) of \(known[code] ?? "")")
    }
    let stale = Set(shown).subtracting(known.keys).sorted()
    #expect(stale.isEmpty, "\(Self.page) explains codes that no source has: \(stale)")
    #expect(Set(shown).count == shown.count, "\(Self.page) explains a code twice")
  }

  @Test("a finding is made of a fault's wording, by Diagnostics alone")
  func oneWay() throws {
    for file in SourceTree.files where file.module != "Diagnostics" {
      for (number, line) in try file.lines(matching: #"\bFinding\("#) {
        Issue.record("\(file.place(number)): \(line.trimmed): declare a fault, and report that")
      }
    }
  }

  @Test("each kind of fault has a code of its own")
  func ownCodes() throws {
    var seen: [String: String] = [:]
    for file in SourceTree.files {
      for (code, place) in Self.codes(in: file) {
        if let first = seen.updateValue(place, forKey: code) {
          Issue.record("\(place): \(code) is the code of another fault: \(first)")
        }
      }
    }
    #expect(seen.count > 200)
  }

  @Test("the exit codes of the program are those of the page")
  func exitCodes() throws {
    let outcomes = SourceTree.files.filter { $0.path == "Sources/Diagnostics/Outcome.swift" }
    let codes = outcomes.flatMap { file in
      file.source.code.matches(of: /case \w+ = (\d+)/).map { String($0.1) }
    }
    #expect(!codes.isEmpty)
    let rows = try MarkdownPage(Self.page).tableRows.compactMap(\.first)
    #expect(rows.filter { Int($0) != nil } == codes)
  }

  /// The codes that the sources can print, each with a place.
  private static func codes() -> [(code: String, place: String)] {
    SourceTree.files.flatMap(codes(in:))
  }

  private static func codes(in file: SourceFile) -> [(code: String, place: String)] {
    var codes: [(code: String, place: String)] = []
    for literal in file.source.literals {
      let place = file.place(literal.line)
      for segment in literal.segments {
        for match in segment.matches(of: /\b([CDFKLRX]\d{3})\b/) {
          codes.append((String(match.1), place))
        }
      }
      guard let number = number(of: literal) else { continue }
      let families = families(of: file.path)
      if families.isEmpty { Issue.record("\(place): which family does \(number) belong to?") }
      codes += families.map { ("\($0)\(number)", place) }
    }
    return codes
  }

  /// The number of a code whose letter is added elsewhere: `"113"`, `"\(family)010"`.
  private static func number(of literal: SwiftSource.Literal) -> String? {
    let texts = literal.segments.filter { !$0.isEmpty }
    guard literal.segments.count <= 2, texts.count == 1, literal.segments.last == texts[0],
      texts[0].wholeMatch(of: /\d{3}/) != nil
    else { return nil }
    return texts[0]
  }

  /// The letters that a file's numbers get: dossiers, layout sets and what is imported are read from
  /// both kinds of file, fonts and rules of comparison from YAML alone, figures to be compared from CSV
  /// alone.
  private static func families(of path: String) -> [String] {
    switch path {
    case "Sources/SourceFiles/Faults/CharacterFault.swift": ["D", "L"]
    case "Sources/SourceFiles/Faults/CSVFault.swift": ["C", "D", "K", "L"]
    case "Sources/SourceFiles/Faults/OverlayFault.swift": ["L"]
    case "Sources/SourceFiles/Faults/TextFault.swift": ["C", "D", "K", "L", "F", "R"]
    case "Sources/SourceFiles/Faults/YAMLFault.swift": ["D", "K", "L", "F", "R"]
    case _ where path.hasPrefix("Sources/Layouts/"): ["L"]
    default: []
    }
  }

  /// The codes in the first cells of the page's tables.
  private static func shownCodes() throws -> [String] {
    try MarkdownPage(page).tableRows.compactMap(\.first).flatMap { cell in
      cell.matches(of: /\b[CDFKLRX]\d{3}\b/).map { String($0.output) }
    }
  }
}
