import Composition
import Diagnostics
import Figures
import Foundation
import Layouts
import TestSupport
import Testing

/// The set that is shipped, mistyped in one place at a time.
@Suite("写错一处的版式")
struct MutatedSetTests {
  /// How a set ended.
  private enum Ending: Hashable {
    case same, changed, refused, dossierRefused
  }

  /// Values that people do not mean, and that are apt to break arithmetic.
  private static let values = [
    "[]", "{}", "~", "\"\"", "true", "-1", "0", "1e308", "9223372036854775807", "\"201\"", "201",
    "[201, 201]", "合计", "{单位}", "{{year}}", "99999",
  ]

  @Test("三百套写错的版式：数不变，数变了，或者指出错在哪里；不会崩溃")
  func mutations() throws {
    let seed: UInt64 = 20_231_119
    var random = SeededRandom(seed: seed)
    let original = try Books.example()
    let sound = try original.compose().figures.map { "\($0.address)=\($0.printed)" }
    let texts = try Self.texts()
    let paths = texts.keys.sorted()
    var endings: [Ending: Int] = [:]
    for round in 0..<300 {
      let path = paths[round % paths.count]
      var text = texts[path] ?? ""
      let before = text
      while text == before { mutate(&text, with: &random) }
      var books = original
      try books.rewriteInSet(path) { $0 = text }
      let context = "seed \(seed), round \(round), \(path)"
      let ending = try ending(of: books, sound: sound, lines: text, path: path, context)
      endings[ending, default: 0] += 1
    }
    // The slips are such as people make: some are harmless, most are told.
    #expect(endings[.same, default: 0] > 20 && endings[.refused, default: 0] > 100)
  }

  /// The files of the set by their paths in it.
  private static func texts() throws -> [String: String] {
    let root = Project.url("Layouts/shanxi-2023")
    var result: [String: String] = [:]
    for folder in ["", "forms/", "narrative/"] {
      for name in try FileManager.default.contentsOfDirectory(
        atPath: root.appendingPathComponent(folder).path)
      where name.contains(".") {
        let path = folder + name
        result[path] = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      }
    }
    return result
  }

  private func ending(
    of books: Books, sound: [String], lines text: String, path: String, _ context: String
  ) throws -> Ending {
    do {
      let composed = try books.compose()
      check(composed.findings, context)
      guard composed.document != nil else {
        #expect(composed.findings.hasErrors, "\(context)")
        let blamed = composed.findings.filter { $0.severity == .error }
        // An amount without a place is told with the form that has none.
        for finding in blamed where ["D201", "D202", "D203"].contains(finding.code) {
          let files = finding.related.map(\.file) + [Self.file(of: finding) ?? ""]
          #expect(files.contains { $0.hasPrefix("shanxi-2023/") }, "\(context): \(finding)")
        }
        return .dossierRefused
      }
      let figures = composed.figures.map { "\($0.address)=\($0.printed)" }
      return figures == sound ? .same : .changed
    } catch let refusal as Composed.Refusal {
      #expect(refusal.findings.hasErrors, "\(context)")
      check(refusal.findings, context)
      let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
      var isOfSet = false
      for finding in refusal.findings {
        guard case .source(let place) = finding.place else { continue }
        if finding.code.hasPrefix("L") { isOfSet = true }
        if place.file == "shanxi-2023/\(path)" { #expect(place.line <= count, "\(context)") }
      }
      return isOfSet ? .refused : .dossierRefused
    }
  }

  private static func file(of finding: Finding) -> String? {
    if case .source(let place) = finding.place { place.file } else { nil }
  }

  /// Each finding says where.
  private func check(_ findings: [Finding], _ context: String) {
    for finding in findings {
      #expect(Self.file(of: finding)?.isEmpty == false, "\(context): \(finding)")
      #expect(!finding.what.isEmpty && !finding.mend.isEmpty, "\(context)")
    }
  }
}

// MARK: - Slips

extension MutatedSetTests {
  /// Drops, doubles, moves or swaps lines or whole blocks, or writes another value, word, number or id.
  private func mutate(_ text: inout String, with random: inout SeededRandom) {
    var lines = text.components(separatedBy: "\n")
    let index = Int.random(in: lines.indices, using: &random)
    let block = index..<(index + Self.blockLength(of: lines, at: index))
    switch Int.random(in: 0..<11, using: &random) {
    case 0: lines.removeSubrange(block)
    case 1: lines.insert(contentsOf: lines[block], at: block.upperBound)
    case 2: lines.swapAt(index, Int.random(in: lines.indices, using: &random))
    case 3: lines.remove(at: index)
    case 4: lines.insert(lines[index], at: index)
    case 5, 6: replaceWord(&lines[index], of: text, with: &random)
    case 7: changeNumber(&lines[index], with: &random)
    case 8: dropItem(&lines[index], with: &random)
    case 9: writeValue(&lines[index], with: &random)
    default: doubleLetter(&lines[index], with: &random)
    }
    text = lines.joined(separator: "\n")
  }

  /// A line and those that are set deeper below it.
  private static func blockLength(of lines: [String], at index: Int) -> Int {
    let depth = lines[index].prefix { $0 == " " }.count
    let below = lines[(index + 1)...].prefix { $0.prefix { $0 == " " }.count > depth }
    return 1 + below.count
  }

  private static func words(of text: some StringProtocol) -> [Range<String.Index>] {
    String(text).matches(of: /[\p{L}\p{N}_.-]+/).map(\.range)
  }

  /// Puts a word of the file in another's place.
  private func replaceWord(
    _ line: inout String, of text: String, with random: inout SeededRandom
  ) {
    guard let place = Self.words(of: line).randomElement(using: &random),
      let other = Self.words(of: text).randomElement(using: &random)
    else { return }
    line.replaceSubrange(place, with: text[other])
  }

  private func changeNumber(_ line: inout String, with random: inout SeededRandom) {
    let numbers = line.matches(of: /[0-9]+/).map(\.range)
    guard let place = numbers.randomElement(using: &random) else { return }
    let number = Int(line[place]) ?? 0
    let other = [number + 1, number - 1, 0, number * 100, -number].randomElement(using: &random)
    line.replaceSubrange(place, with: String(other ?? 0))
  }

  /// Takes away what stands between two commas.
  private func dropItem(_ line: inout String, with random: inout SeededRandom) {
    let items = line.matches(of: /, [^,\[\]{}]+/).map(\.range)
    guard let place = items.randomElement(using: &random) else { return }
    line.removeSubrange(place)
  }

  private func writeValue(_ line: inout String, with random: inout SeededRandom) {
    let values = line.matches(of: /: [^,\[\]{}]+/).map(\.range)
    guard let place = values.randomElement(using: &random) else { return }
    line.replaceSubrange(place, with: ": " + (Self.values.randomElement(using: &random) ?? ""))
  }

  private func doubleLetter(_ line: inout String, with random: inout SeededRandom) {
    guard let place = Self.words(of: line).randomElement(using: &random) else { return }
    line.insert(line[place.lowerBound], at: place.lowerBound)
  }
}
